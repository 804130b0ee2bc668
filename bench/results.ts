/** What the runs of a case give, and how they are shown. */
import type { Run } from './measure.ts';

export interface Result {
  readonly case: string;
  readonly title: string;
  /** Bytes that were read, as they are on the disk. */
  readonly bytes: number;
  readonly contender: string;
  /** Seconds. */
  readonly wall: Spread;
  readonly cpu: Spread;
  /** Bytes; null where the system does not tell. */
  readonly peak: number | null;
  /** Its time divided by the yardstick's, round by round; null for want of one. */
  readonly ratio: Spread | null;
}

export interface Spread {
  readonly least: number;
  readonly median: number;
  readonly most: number;
}

export function spreadOf(numbers: readonly number[]): Spread {
  const sorted = numbers.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  const median = sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
  return { least: sorted[0]!, median, most: sorted.at(-1)! };
}

/** The runs of one contender, and those of the yardstick in the same rounds. */
export function resultOf(
  about: Pick<Result, 'case' | 'title' | 'bytes' | 'contender'>,
  runs: readonly Run[],
  held: readonly Run[] | null,
): Result {
  const peaks = runs.flatMap(({ peak }) => peak ?? []);
  return {
    ...about,
    wall: spreadOf(runs.map(({ wall }) => wall)),
    cpu: spreadOf(runs.map(({ cpu }) => cpu)),
    peak: peaks.length === 0 ? null : Math.max(...peaks),
    ratio: held && spreadOf(runs.map(({ wall }, i) => wall / Math.max(held[i]!.wall, 0.001))),
  };
}

const seconds = (value: number): string => value.toFixed(value < 10 ? 2 : 1);
const megabytes = (bytes: number | null): string => (bytes === null ? '-' : (bytes / 1e6).toFixed(bytes < 1e7 ? 1 : 0));
const times = ({ median, least, most }: Spread): string => `${seconds(median)} [${seconds(least)}-${seconds(most)}]`;

const columns = ['', 'wall s', 'spread', 'cpu s', 'peak MB', 'MB/s', 'x rg'];
const widths = [12, 9, 16, 9, 9, 9, 24];

const row = (cells: readonly string[]): string =>
  cells.map((cell, i) => (i === 0 ? cell.padEnd(widths[i]!) : cell.padStart(widths[i]!))).join('');

/** Lines of at most 100 columns. */
export function textOf(results: readonly Result[]): string {
  const [{ case: name, title, bytes }] = results as [Result];
  const lines = results.map(({ contender, wall, cpu, peak, ratio }) =>
    row([
      contender,
      seconds(wall.median),
      `${seconds(wall.least)}-${seconds(wall.most)}`,
      seconds(cpu.median),
      megabytes(peak),
      megabytes(bytes / Math.max(wall.median, 0.001)),
      ratio === null ? '-' : times(ratio),
    ]),
  );
  return [`${name}: ${title}, ${megabytes(bytes)} MB on disk`, row(columns), ...lines].join('\n');
}

/** A table in Markdown: a row for each case, of the command and the yardstick. */
export function markdownOf(results: readonly Result[], yardstick: string): string {
  const own = results.filter(({ contender }) => contender === 'zoomlog');
  const rows = own.map((result) => {
    const held = results.find((one) => one.case === result.case && one.contender === yardstick);
    return `| ${result.title} | ${megabytes(result.bytes)} | ${seconds(result.wall.median)} | ${seconds(result.cpu.median)} | ${megabytes(result.peak)} | ${held ? seconds(held.wall.median) : '-'} | ${result.ratio ? seconds(result.ratio.median) : '-'} |`;
  });
  return [
    '| Input | MB | seconds | CPU seconds | peak MB | `rg` seconds | × `rg` |',
    '| ----- | -: | ------: | ----------: | ------: | -----------: | -----: |',
    ...rows,
  ].join('\n');
}
