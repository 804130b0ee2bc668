/** From one evidence to the next, through all sources of a bundle. */
import { compareText, type Evidence } from '@zoomlog/parser';
import { whole } from '../source-uri.ts';
import { uriIn } from './bundle.ts';
import { type Context, findShown, rangeIn } from './shown.ts';

/** `line` from 0, as in the text. After the last evidence comes the first; null without any. */
export function evidenceFrom(context: Context, uri: string, line: number, step: 1 | -1) {
  const shown = findShown(context, uri);
  if (!shown) return null;
  const at = shown.first + line;
  const all = uniqueLines(shown.bundle.report.diagnoses.flatMap(({ evidence }) => evidence));
  const isBefore = (one: Evidence): boolean => compare(one, { path: shown.path, line: at }) < 0;
  const isAfter = (one: Evidence): boolean => compare(one, { path: shown.path, line: at }) > 0;
  const next = step > 0 ? (all.find(isAfter) ?? all[0]) : (all.findLast(isBefore) ?? all.at(-1));
  if (!next) return null;
  // Within a window it stays in the window.
  const here = next.path === shown.path ? rangeIn(shown, next) : null;
  const range = here ?? rangeIn(whole, next);
  return range ? { uri: here ? uri : uriIn(shown.bundle, next.path), range } : null;
}

const compare = (a: Pick<Evidence, 'path' | 'line'>, b: Pick<Evidence, 'path' | 'line'>): number =>
  compareText(a.path, b.path) || a.line - b.line;

const uniqueLines = (evidence: readonly Evidence[]): Evidence[] =>
  [...new Map(evidence.map((one) => [`${one.line} ${one.path}`, one])).values()].sort(compare);
