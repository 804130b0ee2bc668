/** Evidence to try a judge on: the hits of all declarations, the siblings, the fixtures; read, shifted in time and mixed. */
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  type Entry,
  type Fact,
  type Failure,
  facts,
  failures,
  hitsOf,
  type JudgeOptions,
  judge,
  knowledge,
  openSource,
  type Report,
  type SourceFindings,
  type Time,
} from '@zoomlog/parser';
import fc from 'fast-check';
import { siblings } from '../parser/siblings/index.ts';
import { root } from './places.ts';
import { shiftClocks } from './shift-clocks.ts';

/** Path to text. */
export type Evidence = Readonly<Record<string, string>>;

export interface Sample {
  readonly known: Failure | Fact;
  readonly text: string;
  /** As it is recognised. */
  readonly source: SourceFindings;
}

const encoder = new TextEncoder();

export function readText(path: string, text: string, onEntry?: (entry: Entry) => void): SourceFindings {
  const pipe = openSource(knowledge, path, onEntry ? { everyPiece: true, onEntry } : {});
  pipe.push(encoder.encode(text));
  return pipe.end();
}

/** Files as they were read: most evidence comes again, with something else beside it. */
const known = new Map<string, SourceFindings>();
const mostKnown = 2000;

function readAgain(path: string, text: string): SourceFindings {
  const key = `${path}\0${text}`;
  const source = known.get(key) ?? readText(path, text);
  if (known.size >= mostKnown) known.clear();
  known.set(key, source);
  return source;
}

export const readAll = (evidence: Evidence): SourceFindings[] =>
  Object.entries(evidence).map(([path, text]) => readAgain(path, text));

/** Unmasked: what is held of secrets is no matter of judgement, and finding them takes half of the time. */
export const report = (evidence: Evidence, options: Partial<JudgeOptions> = {}): Report =>
  judge(knowledge, readAll(evidence), { version: 'test', redact: false, ...options });

/** How a counterexample shows it. */
const shownAs = (text: string) => ({ [fc.toStringMethod]: () => text });

const samplesOf = (known: Failure | Fact): Sample[] =>
  hitsOf(known).flatMap((text) => {
    const source = readText('evidence/sample.log', text);
    return source.findings.some(({ id }) => id === known.id)
      ? [{ known, text, source, ...shownAs(`${known.id}: ${text}`) }]
      : [];
  });

export const failureSamples: readonly Sample[] = failures.flatMap(samplesOf);
export const factSamples: readonly Sample[] = facts.flatMap(samplesOf);
export const samples: readonly Sample[] = [...failureSamples, ...factSamples];

/** What looks alike and is none of it. */
export const misses: readonly Evidence[] = [...failures, ...facts].flatMap(({ misses = [] }) =>
  misses.map(({ text }) => ({ 'evidence/miss.log': text })),
);

const textOf = (bytes: Buffer): string =>
  bytes[0] === 0xff && bytes[1] === 0xfe ? bytes.subarray(2).toString('utf16le') : bytes.toString('utf8');

/** Each fixture whose evidence is text, and each sibling. */
const fixtureNames = globSync('*/evidence', { cwd: join(root, 'fixtures') }).map((path) => path.split(/[\\/]/)[0]!);
const fixtures: readonly Evidence[] = fixtureNames.map((name) => {
  const cwd = join(root, 'fixtures', name);
  const paths = globSync('evidence/**/*', { cwd, withFileTypes: true })
    .filter((one) => one.isFile() && !/\.(?:zip|zenc|bin|db)$/.test(one.name))
    .map((one) => join(one.parentPath, one.name));
  return Object.fromEntries(
    paths.map((path) => [path.slice(cwd.length + 1).replaceAll('\\', '/'), textOf(readFileSync(path))]),
  );
});
export const incidents: readonly Evidence[] = [
  ...Object.values(siblings).flatMap((ones) =>
    ones.map(({ evidence }) =>
      Object.fromEntries(Object.entries(evidence).map(([path, text]) => [`evidence/${path}`, text])),
    ),
  ),
  ...fixtures,
].filter((evidence) => Object.keys(evidence).length > 0);

/** Files of lines, which can be put together into one. */
export const hasLines = (format: string | null): boolean =>
  format !== null && knowledge.formatById.get(format)?.framing.searched === true;

const isDated = (time: Time | null): time is Time => time !== null && /^(?:utc|offset|local|no-year)$/.test(time.basis);

/** When a source begins: milliseconds since 1970, or of a leap year; null when its times have no date. */
export const startOf = ({ first, findings }: SourceFindings): number | null => {
  const time = [first, ...findings.map(({ attempts }) => attempts[0]!.first.time)].find(isDated);
  if (!time) return null;
  return time.basis === 'no-year' ? Date.UTC(2024, 0, 1) + time.ms : time.ms;
};

/** When most of the evidence happens that is shifted at all. */
export const noon = Date.UTC(2025, 10, 3, 12);

/** The text shifted so that it begins so many seconds from noon, whatever its clock is; as it is where it has no date. */
export function atNoon({ text, source }: Pick<Sample, 'text' | 'source'>, seconds: number): string {
  const start = startOf(source);
  if (start === null) return text;
  const year = source.first?.basis === 'no-year' || source.timeBasis === 'no-year' ? Date.UTC(2024, 10, 3, 12) : noon;
  return shiftClocks(text, Math.floor((year - start) / 1000) * 1000 + seconds * 1000);
}

/** All times that a source states, in its order. */
export const timesOf = ({ first, last, findings }: SourceFindings): (Time | null)[] => [
  first,
  last,
  ...findings.flatMap(({ attempts }) => attempts.flatMap((one) => [one.first.time, one.last.time])),
];
