import {
  type Diagnosis,
  documentOf,
  type Evidence,
  errnoName,
  facts,
  failures,
  formatCount,
  netErrorName,
  roleNames,
} from '@zoomlog/parser';
import { printable, printablePath } from '../../terminal/escape.ts';
import { cutStart, wrap } from '../../terminal/layout.ts';
import { glyphsOf, painterOf, type Style } from '../../terminal/style.ts';
import { widthOf } from '../../terminal/width.ts';
import { excerptOf } from './excerpt.ts';
import { severityColors } from './severity-colors.ts';

const shownAtMost = 4;

/** Columns of the line numbers; a blank and the bar follow. Rows of a diagnosis start in the column of the log text. */
const gutter = 5;

/** The log lines behind a diagnosis, by file, each with a caret under the match. */
export function drawEvidence(diagnosis: Diagnosis, style: Style): readonly string[] {
  const shown = choose(diagnosis);
  const paths = [...new Set(shown.map(({ path }) => path))];
  const widest = Math.max(gutter, ...shown.map(({ line }) => String(line).length + 1));
  const lines = paths.flatMap((path) => {
    const here = shown.filter((evidence) => evidence.path === path).sort((a, b) => a.line - b.line);
    return [
      drawPlace(here[0]!, widest, style),
      ...here.flatMap((evidence) => drawLine(evidence, diagnosis, widest, style)),
    ];
  });
  const others = diagnosis.evidence.length - shown.length;
  if (others > 0) lines.push(`${' '.repeat(widest)} ${glyphsOf(style).bar} +${formatCount(others)} more`);
  return lines;
}

/** What the user saw, the cause, then other failures, one line each; in the report's order. */
function choose({ failure, evidence }: Diagnosis): readonly Evidence[] {
  const firsts = evidence.filter((each, at) => evidence.findIndex((other) => other.failure === each.failure) === at);
  const rank = (each: Evidence) => {
    if (each.failure === failure) return 0;
    if (factIds.has(each.failure)) return 1;
    return { symptom: 1, cause: 2, support: 3 }[each.role];
  };
  const chosen = firsts.toSorted((a, b) => rank(a) - rank(b)).slice(0, shownAtMost);
  return firsts.filter((each) => chosen.includes(each));
}

function drawPlace({ path, line, column }: Evidence, widest: number, style: Style): string {
  const { arrow, ellipsis } = glyphsOf(style);
  const indent = `${' '.repeat(widest + 2 - arrow.length)}${arrow} `;
  const position = `:${line}:${column}`;
  const room = style.width - widthOf(indent) - position.length;
  const place = cutStart(printablePath(documentOf(path), style.platform, style.unicode), room, ellipsis);
  return painterOf(style)('blueBright', indent) + place + position;
}

function drawLine(evidence: Evidence, diagnosis: Diagnosis, widest: number, style: Style): readonly string[] {
  const paint = painterOf(style);
  const { bar, ellipsis } = glyphsOf(style);
  const room = style.width - widest - 3;
  const { before, marked, after } = excerptOf(evidence.text, evidence.mark, room, style.unicode, ellipsis);
  const color = evidence.failure === diagnosis.failure ? severityColors[diagnosis.severity] : 'blueBright';
  const margin = (text: string) => paint('blueBright', `${text.padStart(widest)} ${bar} `);
  const start = widthOf(before);
  const caret = '^'.repeat(Math.max(1, widthOf(marked)));
  const label = printable(labelOf(evidence, diagnosis), style.unicode);
  const line = margin(String(evidence.line)) + before + paint([color, 'bold'], marked) + after;
  const carets = margin('') + ' '.repeat(start) + paint([color, 'bold'], caret);
  if (start + caret.length + 1 + widthOf(label) <= room) return [line, `${carets} ${paint(color, label)}`];
  const width = widthOf(label);
  const indent = ' '.repeat(Math.max(0, Math.min(start, room - width)));
  return [line, carets, ...wrap(label, room).map((part) => margin('') + indent + paint(color, part))];
}

/** Titles by id: failures, and facts that show a later success. */
const titles = new Map([...failures, ...facts].map(({ id, title }) => [id, title]));
const factIds = new Set(facts.map(({ id }) => id));

function labelOf({ role, failure, text, mark }: Evidence, diagnosis: Diagnosis): string {
  const symbol = symbolOf(text.slice(...mark));
  const what =
    failure === diagnosis.failure
      ? roleNames[role]
      : `${factIds.has(failure) ? 'later' : roleNames[role]}: ${titles.get(failure) ?? failure}`;
  return symbol === null ? what : `${what}, ${symbol}`;
}

/** The name of the marked number: `ENETUNREACH` for `errno = 51`, `ERR_TUNNEL_CONNECTION_FAILED` for `net_error -111`. */
function symbolOf(marked: string): string | null {
  const [, key, number] = /(errno\w{0,20}|net_error)\W{1,20}?(-?\d{1,20})$/.exec(marked) ?? [];
  if (key === undefined) return null;
  return key === 'net_error' ? netErrorName(Number(number)) : errnoName(Number(number), null);
}
