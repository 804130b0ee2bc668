/** Sources that are judged together: one log, a folder or archive that was scanned, or places that are watched. */
import {
  type Diagnosis,
  documentOf,
  judge,
  knowledge,
  type Report,
  type Source,
  type SourceFindings,
} from '@zoomlog/parser';
import type { Following } from '@zoomlog/parser/node';
import manifest from '../../package.json' with { type: 'json' };
import type { BundleSummary } from '../protocol.ts';
import { plainPath, uriOfSource } from '../source-uri.ts';
import type { Settings } from './settings.ts';

export interface Bundle {
  readonly id: number;
  readonly name: string;
  readonly kind: BundleSummary['kind'];
  /** What it was made of; the same again is the same bundle. */
  readonly roots: string;
  /** What was read once, by path. */
  readonly read: Map<string, SourceFindings>;
  /** What is followed, by the path that it was opened under; '' for what a watch follows. */
  readonly live: Map<string, Following>;
  /** By path, as they were last judged. */
  sources: ReadonlyMap<string, SourceFindings>;
  /** Without what the settings switch off. */
  report: Report;
  /** The same by path. */
  diagnoses: ReadonlyMap<string, readonly Diagnosis[]>;
  reported: ReadonlyMap<string, Source>;
  /** Diagnoses that the settings switch off. */
  muted: number;
  /** The report a watch last notified of, with nothing muted; null while it still reads what was there before. */
  told: Report | null;
  judged: Report;
}

/** A page of a server that was started again must not show another's bundle. */
let created = process.pid * 1000;

/** A bundle of the paths; none: the Zoom folders of this machine. */
export function createBundle(
  kind: Bundle['kind'],
  paths: readonly string[],
  sources: readonly SourceFindings[] = [],
): Bundle {
  const empty = judge(knowledge, [], { version: manifest.version });
  return {
    id: ++created,
    name: paths.length === 0 ? 'this machine' : paths.map((path) => nameOf(plainPath(path))).join(', '),
    kind,
    roots: rootsOf(paths),
    read: new Map(sources.map((source) => [plainPath(source.path), source])),
    live: new Map(),
    sources: new Map(),
    report: empty,
    diagnoses: new Map(),
    reported: new Map(),
    muted: 0,
    told: null,
    judged: empty,
  };
}

export const rootsOf = (paths: readonly string[]): string =>
  paths
    .map((path) => plainPath(path))
    .toSorted()
    .join('\0');
export const nameOf = (path: string): string => path.split('/').at(-1) || path;

/** Judges what is there now. */
export function judgeBundle(bundle: Bundle, settings: Settings): void {
  const sources = new Map<string, SourceFindings>();
  const add = (source: SourceFindings): void => {
    const path = plainPath(source.path);
    sources.set(path, { ...source, path });
  };
  for (const source of bundle.read.values()) add(source);
  for (const [path, following] of bundle.live) {
    sources.delete(path);
    for (const source of following.sources()) add(source);
  }
  const said = judge(knowledge, [...sources.values()], {
    version: manifest.version,
    os: settings.os,
    timezone: settings.timezone,
    classes: settings.classes,
    minConfidence: settings.minConfidence,
    redact: settings.maskSecrets,
  });
  const judged = inDocuments(said);
  const diagnoses = judged.diagnoses.filter(({ failure }) => settings.severity.get(failure) !== 'off');
  bundle.sources = sources;
  bundle.judged = judged;
  bundle.muted = judged.diagnoses.length - diagnoses.length;
  bundle.report = { ...judged, diagnoses };
  bundle.reported = new Map(judged.sources.map((source) => [source.path, source]));
  const byPath = new Map<string, Diagnosis[]>();
  for (const diagnosis of diagnoses)
    for (const path of new Set(diagnosis.evidence.map((one) => one.path)))
      byPath.set(path, [...(byPath.get(path) ?? []), diagnosis]);
  bundle.diagnoses = byPath;
}

/** The report with the lines that documents quote where the editor shows them: in the documents. */
function inDocuments(report: Report): Report {
  const quoted = new Set(report.sources.filter(({ state }) => state === 'quoted').map(({ path }) => path));
  if (quoted.size === 0) return report;
  const placed = <Placed extends { path: string }>(one: Placed): Placed =>
    quoted.has(one.path) ? { ...one, path: documentOf(one.path) } : one;
  return {
    ...report,
    diagnoses: report.diagnoses.map((one) => ({
      ...one,
      first: placed(one.first),
      last: placed(one.last),
      ended: one.ended && placed(one.ended),
      evidence: one.evidence.map(placed),
    })),
    verdicts: report.verdicts.map((one) => ({ ...one, evidence: one.evidence.map(placed) })),
  };
}

export async function closeBundle(bundle: Bundle): Promise<void> {
  const followings = [...bundle.live.values()];
  bundle.live.clear();
  await Promise.all(followings.map((following) => following.close()));
}

/** Ends following and keeps everything seen; while the rest is read, what was seen so far is shown. */
export async function freeze(bundle: Bundle, key: string): Promise<void> {
  const following = bundle.live.get(key);
  if (!following) return;
  bundle.live.delete(key);
  // What is gone from the disk must not come back.
  bundle.read.delete(key);
  const keep = (sources: readonly SourceFindings[]): void => {
    // A watch over all of it knows better, and so does one that has begun since.
    if (bundle.live.has('') || bundle.live.has(key)) return;
    for (const source of sources) bundle.read.set(plainPath(source.path), source);
  };
  keep(following.sources());
  keep(await following.close());
}

/** The diagnoses that have evidence in a source, in the report's order. */
export const diagnosesIn = ({ diagnoses }: Bundle, path: string): readonly Diagnosis[] => diagnoses.get(path) ?? [];

/** The most important evidence: the first cause, else the first line. */
export const leadOf = ({ evidence }: Diagnosis): Diagnosis['evidence'][number] | undefined =>
  evidence.find(({ role }) => role === 'cause') ?? evidence[0];

export const uriIn = ({ sources, reported }: Bundle, path: string): string => {
  const shown = reported.get(path)?.state === 'quoted' ? documentOf(path) : path;
  return uriOfSource(shown, sources.get(shown)?.packed ?? false);
};
