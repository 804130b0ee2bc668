import {
  confidenceName,
  counted,
  type Diagnosis,
  type Ending,
  formatSpan,
  frequencyOf,
  type Os,
  provenanceOf,
  subjectText,
} from '@zoomlog/parser';
import { prose } from '../../terminal/escape.ts';
import type { Style } from '../../terminal/style.ts';
import { drawEvidence } from './evidence.ts';
import { drawRow, proseWidth, rowIndent } from './row.ts';
import { drawSteps } from './steps.ts';
import { drawTitle } from './title.ts';

const stepsShown = 3;

/** One diagnosis: what broke, the lines that show it, why, and what to do. `machine` is null when there is only one. */
export function drawDiagnosis(
  diagnosis: Diagnosis,
  os: Os | null,
  machine: number | null,
  style: Style,
): readonly string[] {
  const row = (label: string, text: string) => drawRow(label, prose(text, style.unicode), rowIndent, style);
  // What only informs asks nobody to do anything.
  const shown = diagnosis.severity === 'info' ? [] : diagnosis.fixes.slice(0, stepsShown);
  const steps = drawSteps(shown, os, proseWidth(style) - rowIndent, style);
  const { code, failure, severity, title } = diagnosis;
  const facts = [
    machine === null ? '' : `machine ${machine}`,
    code ?? '',
    diagnosis.class,
    confidenceName(diagnosis.confidence),
  ];
  const others = diagnosis.fixes.length - shown.length;
  return [
    ...drawTitle(
      severity,
      title,
      facts.filter((fact) => fact !== ''),
      style,
    ),
    ...(diagnosis.subject ? row('what', subjectText(diagnosis.subject)) : []),
    ...drawEvidence(diagnosis, style),
    ...row('why', diagnosis.cause),
    ...(diagnosis.severity === 'info' ? [] : row('do', diagnosis.remedy)),
    ...steps.map((line) => ' '.repeat(rowIndent) + line),
    ...diagnosis.alternatives.flatMap((other, at) => row(at === 0 ? 'else' : '', `${other.class}: ${other.why}`)),
    ...row('seen', seen(diagnosis)),
    ...(diagnosis.ended ? row('ended', endOf(diagnosis.ended)) : []),
    ...(code === null && diagnosis.severity === 'error' && diagnosis.likelyCodes.length > 0
      ? row('code', `none in these logs; the user most likely saw ${listed(diagnosis.likelyCodes, 'or')}`)
      : []),
    ...row(
      'more',
      `zoomlog explain ${code ?? failure}${others > 0 ? ` (${counted(others, shown.length > 0 ? 'more step' : 'step')})` : ''}`,
    ),
  ];
}

/** What ended it, and when. */
const endOf = ({ title, time }: Ending): string => (time === null ? title : `${title}, ${formatSpan(time, time)}`);

/** How often, when, and how well the patterns are known. */
function seen(diagnosis: Diagnosis): string {
  const { first, last } = diagnosis;
  const span = first.time === null ? '' : `, ${formatSpan(first.time, last.time ?? first.time)}`;
  return `${frequencyOf(diagnosis)}${span}; ${provenanceOf(diagnosis)}`;
}

/** `5003, 104101 or 2026`. */
function listed(items: readonly string[], conjunction: string): string {
  const head = items.slice(0, -1).join(', ');
  return head ? `${head} ${conjunction} ${items.at(-1)}` : (items[0] ?? '');
}
