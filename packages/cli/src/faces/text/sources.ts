import {
  type Asked,
  compareText,
  counted,
  formatCount,
  formatRange,
  formatSpan,
  type Hidden,
  type Report,
  type Source,
} from '@zoomlog/parser';
import { prose } from '../../terminal/escape.ts';
import { painterOf, type Style } from '../../terminal/style.ts';
import type { Outcome } from './outcome.ts';
import { drawPaths, drawRow, endingIndent, type NotedPath } from './row.ts';

const encryptedMeans = 'only Zoom can open it; it proves nothing either way; the commands below collect other evidence';

/** What was read and what was not, grouped by state and format; what needs attention is listed by path. */
export function drawSources(report: Report, { problems, looked, filters }: Outcome, style: Style): readonly string[] {
  const { sources } = report;
  const groups = Object.groupBy(sources, ({ state }) => state);
  const {
    read = [],
    quoted = [],
    encrypted = [],
    binary = [],
    empty = [],
    unreadable = [],
    unrecognised = [],
  } = groups;
  const passedOver = read.reduce((sum, source) => sum + source.passedOver, 0);
  const lines = read.reduce((sum, source) => sum + source.lines, 0) - passedOver;
  const missing = problems.filter(({ kind }) => kind === 'missing');
  const cut = sources.filter(({ complete, state }) => !complete && state !== 'unreadable');
  const noted = read.filter(({ complete, note }) => complete && note !== null);

  const row = (label: string, text: string) => drawRow(label, prose(text, style.unicode), endingIndent, style);
  const some = (group: readonly Source[], label: string, text: string) => (group.length > 0 ? row(label, text) : []);
  const each = (label: string, paths: readonly NotedPath[]) => drawPaths(label, paths, endingIndent, style);
  return [
    painterOf(style)('bold', 'Sources'),
    ...row('read', read.length > 0 ? `${counted(lines, 'line')}: ${byFormat(read)}` : 'none'),
    ...some(quoted, 'quoted', quotedText(quoted)),
    ...each(
      '',
      quoted.map(({ path }) => ({ path, note: null })),
    ),
    ...(passedOver > 0
      ? row('passed over', `${counted(passedOver, 'line')} from before the watch; --from-start reads them, too`)
      : []),
    ...some(encrypted, 'encrypted', `${byFormat(encrypted)}: ${encryptedMeans}`),
    ...each('unreadable', unreadable),
    ...each(
      'missing',
      missing.map(({ path }) => ({ path, note: null })),
    ),
    ...each(
      'incomplete',
      cut.map(({ path, note }) => ({ path, note: note ?? 'truncated: counts are minimums' })),
    ),
    ...each(
      'unrecognized',
      unrecognised.map(({ path, note }) => ({ path, note })),
    ),
    ...some(binary, 'binary', `${counted(binary.length, 'binary file')} next to the logs`),
    ...each('', readable(binary)),
    ...some(empty, 'empty', counted(empty.length, 'file')),
    ...each('note', noted),
    ...(filters.length > 0 ? row('filters', filters.join('; ')) : []),
    ...report.asked.flatMap((one, at) => row(at === 0 ? 'time' : '', tellAsked(one, report.machines.length > 1))),
    ...(report.hidden.count > 0 ? row('hidden', tellHidden(report.hidden)) : []),
    ...each('searched', sources.length > 0 ? [] : (looked ?? []).map(({ pattern }) => ({ path: pattern, note: null }))),
  ];
}

/** Binary files of which something could be read once they are converted: one of each kind, with what to do. */
function readable(binary: readonly Source[]): NotedPath[] {
  const kinds = Map.groupBy(binary, ({ note }) => note);
  return [...kinds].flatMap(([note, [first, ...others]]) => {
    // What to do stands behind a colon.
    if (!first || !note?.includes(': ')) return [];
    return [{ path: first.path, note: others.length > 0 ? `${note} (${others.length} more like it)` : note }];
  });
}

/** `2026-03-06 09:04:00 to 09:24:00 (UTC), covered by 2 sources`. */
function tellAsked({ machine, since, until, zone, isZoneAssumed, count }: Asked, isOneOfSeveral: boolean): string {
  const edge = (time: string) => formatRange(time, time, 'utc', null);
  const span =
    since !== null && until !== null
      ? formatRange(since, until, 'utc', null)
      : since !== null
        ? `since ${edge(since)}`
        : until !== null
          ? `until ${edge(until)}`
          : 'not to be placed: no source states a time';
  const covering = count === 0 ? 'no source covers it' : `covered by ${counted(count, 'source')}`;
  const assumed =
    isZoneAssumed && zone !== null ? `; times without a zone are read as ${zone}, this computer's zone` : '';
  return `${isOneOfSeveral ? `machine ${machine}: ` : ''}${span}, ${covering}${assumed}`;
}

/** `2 diagnoses, seen 2026-03-05 11:20:01`. */
function tellHidden({ count, first, last }: Hidden): string {
  const when = first === null ? '' : `, seen ${formatSpan(first, last ?? first)}`;
  return `${counted(count, 'diagnosis', 'diagnoses')}${when}`;
}
/** What was quoted, and what all of it is worth: one note serves for all. */
const quotedText = (sources: readonly Source[]): string =>
  `${counted(
    sources.reduce((sum, { lines }) => sum + lines, 0),
    'line',
  )}: ${byFormat(sources)} (${sources[0]?.note})`;

/** `2 zoom-memlog, 1 zoom-installer`, the most frequent first; sources of no format at all are just counted. */
function byFormat(sources: readonly Source[]): string {
  const groups = Array.from(
    Map.groupBy(sources, ({ format }) => format),
    ([format, { length }]) => ({ format, length }),
  );
  groups.sort((a, b) => b.length - a.length || compareText(String(a.format), String(b.format)));
  return groups
    .map(({ format, length }) => (format ? `${formatCount(length)} ${format}` : counted(length, 'source')))
    .join(', ');
}
