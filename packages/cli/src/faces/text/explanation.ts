import {
  type Code,
  type CodeExplanation,
  codeSummary,
  confidenceName,
  type Explanation,
  effectNames,
  type FactExplanation,
  type FailureExplanation,
  meaningOf,
  type Os,
  type PossibleCause,
} from '@zoomlog/parser';
import { prose } from '../../terminal/escape.ts';
import { table, wrap } from '../../terminal/layout.ts';
import { painterOf, type Style } from '../../terminal/style.ts';
import { drawCollect } from './collect.ts';
import { drawAddresses, drawRow, factIndent, proseWidth, rowIndent } from './row.ts';
import { drawSteps, type Step } from './steps.ts';
import { drawTitle } from './title.ts';

type Block = readonly string[];

const commandsShown = 2;
/** Of every cause after the first. */
const stepsShown = 3;

/** The page on a code, a failure or a fact. `os` is the system of its commands; null: all. */
export function drawExplanation(explanation: Explanation, os: Os | null, style: Style): string {
  const drawn = blocksOf(explanation, os, style)
    .filter((block) => block.length > 0)
    .map((block) => block.join('\n'));
  return `${drawn.join('\n\n')}\n`;
}

function blocksOf(explanation: Explanation, os: Os | null, style: Style): readonly Block[] {
  switch (explanation.kind) {
    case 'code':
      return drawCode(explanation, os, style);
    case 'failure':
      return drawFailure(explanation, os, style);
    case 'fact':
      return drawFact(explanation, style);
  }
}

function drawCode(explanation: CodeExplanation, os: Os | null, style: Style): readonly Block[] {
  const { code, readings, ambiguous, causes, confidence, failures } = explanation;
  const [first] = causes;
  const meanings = readings.map((reading) => [`  ${reading.namespace}`, prose(readingOf(reading), style.unicode)]);
  return [
    drawHeading(codeSummary(code, first?.class ?? null, confidence), style),
    [
      ...drawHeading(ambiguous ? 'Meaning (the number alone does not decide which)' : 'Meaning', style),
      ...table(meanings, proseWidth(style)),
    ],
    ...causes.map((cause, at) => drawCause(cause, at, os, style)),
    failures.length === 0
      ? []
      : [
          ...drawHeading('Failures that show this code to the user', style),
          ...failures.flatMap(({ id, title }) => drawCollect(title, `zoomlog explain ${id}`, 2, style)),
        ],
  ];
}

const readingOf = (code: Code): string => `${meaningOf(code)} (${confidenceName(code.confidence)}; ${code.source})`;

function drawCause(
  { class: name, why, evidence, fixes }: PossibleCause,
  at: number,
  os: Os | null,
  style: Style,
): Block {
  const steps = at === 0 ? fixes : fixes.slice(0, stepsShown);
  return [
    ...drawHeading(`Cause ${at + 1}, ${name}: ${why}`, style),
    ...evidence
      .slice(0, commandsShown)
      .flatMap(({ what, collect }) => drawCollect(`To check: ${what}`, collect, 2, style)),
    ...drawFixes(steps, fixes.length - steps.length, 2, os, style),
  ];
}

/** One row for each text, the label before the first only. */
const rowsOf =
  (indent: number, style: Style) =>
  (label: string, ...texts: readonly string[]): Block =>
    texts.flatMap((text, at) => drawRow(at === 0 ? label : '', prose(text, style.unicode), indent, style));

function drawFailure(failure: FailureExplanation, os: Os | null, style: Style): readonly Block[] {
  const rows = rowsOf(rowIndent, style);
  const { id, severity, title, role, codes, alternatives, formats, see, evidence, fixes } = failure;
  return [
    [
      ...drawTitle(severity, title, [id, failure.class, role], style),
      ...rows('why', failure.cause),
      ...rows('do', failure.remedy),
      ...drawFixes(fixes, 0, rowIndent, os, style),
      ...rows('else', ...alternatives.map((other) => `${other.class}: ${other.why}`)),
      ...rows('code', ...codes.map(({ code, meaning }) => (meaning === null ? code : `${code}: ${meaning}`))),
      ...rows('in', formats.join(', ')),
      ...drawAddresses('see', see, rowIndent, style),
    ],
    drawEvidence(evidence, style),
  ];
}

function drawFact(fact: FactExplanation, style: Style): readonly Block[] {
  const rows = rowsOf(factIndent, style);
  const { id, title, effect, because, clears, needs, unless, ends, eases, formats, see, evidence } = fact;
  const list = (label: string, items: readonly string[]): Block =>
    items.length === 0 ? [] : rows(label, items.join(', '));
  return [
    [
      ...drawTitle('fact', title, [id, fact.class, effectNames[effect]], style),
      ...rows('why', because),
      ...list('clears', clears),
      ...list('needs', needs),
      ...list('unless', unless),
      ...list('ends', ends),
      ...list('eases', eases),
      ...list('in', formats),
      ...drawAddresses('see', see, factIndent, style),
    ],
    drawEvidence(evidence, style),
  ];
}

const drawEvidence = (evidence: FailureExplanation['evidence'], style: Style): Block =>
  evidence.length === 0
    ? []
    : [
        ...drawHeading('What decides, read-only', style),
        ...evidence.flatMap(({ what, collect }) => drawCollect(what, collect, 2, style)),
      ];

function drawFixes(steps: readonly Step[], others: number, indent: number, os: Os | null, style: Style): Block {
  const lines = drawSteps(steps, os, proseWidth(style) - indent, style);
  const more = others > 0 ? [`+${others} more with --format json`] : [];
  return [...lines, ...more].map((line) => ' '.repeat(indent) + line);
}

const drawHeading = (text: string, style: Style): Block =>
  wrap(prose(text, style.unicode), proseWidth(style)).map((line) => painterOf(style)('bold', line));
