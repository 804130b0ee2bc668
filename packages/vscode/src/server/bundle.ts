/** Sources that are judged together: one log, a folder or archive that was scanned, or places that are watched. */
import { type Diagnosis, judge, knowledge, type Report, type SourceFindings } from '@zoomlog/parser';
import type { Following } from '@zoomlog/parser/node';
import manifest from '../../package.json' with { type: 'json' };
import type { BundleSummary } from '../protocol.ts';
import type { Settings } from './settings.ts';

export interface Bundle {
  readonly id: number;
  readonly name: string;
  readonly kind: BundleSummary['kind'];
  /** What was read once, by path. */
  readonly read: Map<string, SourceFindings>;
  /** What is followed, by the path that it was opened under; '' for what a watch follows. */
  readonly live: Map<string, Following>;
  /** By path, as they were last judged. */
  sources: ReadonlyMap<string, SourceFindings>;
  report: Report;
  /** Diagnoses that the settings switch off. */
  muted: number;
}

let created = 0;

export function createBundle(name: string, kind: Bundle['kind'], sources: readonly SourceFindings[] = []): Bundle {
  return {
    id: ++created,
    name,
    kind,
    read: new Map(sources.map((source) => [source.path, source])),
    live: new Map(),
    sources: new Map(),
    report: judge(knowledge, [], { version: manifest.version }),
    muted: 0,
  };
}

/** Judges what is there now. */
export function judgeBundle(bundle: Bundle, settings: Settings): void {
  const sources = new Map(bundle.read);
  for (const [path, following] of bundle.live) {
    sources.delete(path);
    for (const source of following.sources()) sources.set(source.path, source);
  }
  const report = judge(knowledge, [...sources.values()], {
    version: manifest.version,
    os: settings.os,
    timezone: settings.timezone,
    classes: settings.classes,
    minConfidence: settings.minConfidence,
    redact: settings.maskSecrets,
  });
  const diagnoses = report.diagnoses.filter(({ failure }) => settings.severity.get(failure) !== 'off');
  bundle.sources = sources;
  bundle.muted = report.diagnoses.length - diagnoses.length;
  bundle.report = { ...report, diagnoses };
}

export async function closeBundle(bundle: Bundle): Promise<void> {
  const followings = [...bundle.live.values()];
  bundle.live.clear();
  await Promise.all(followings.map((following) => following.close()));
}

/** The diagnoses that have evidence in a source, in the report's order. */
export const diagnosesIn = ({ report }: Bundle, path: string): Diagnosis[] =>
  report.diagnoses.filter(({ evidence }) => evidence.some((one) => one.path === path));

/** The evidence that says most: the first cause, else what comes first. */
export const leadOf = ({ evidence }: Diagnosis): Diagnosis['evidence'][number] | undefined =>
  evidence.find(({ role }) => role === 'cause') ?? evidence[0];
