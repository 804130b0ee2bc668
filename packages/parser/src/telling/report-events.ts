/** What changed in sources and diagnoses between two reports. */
import { knowledge } from '../knowledge/index.ts';
import { type Diagnosis, type Report, type Source, severities } from '../model.ts';

/** One thing that happened: what `watch --format ndjson` prints on a line. */
export type WatchEvent = DiagnosisEvent | SourceEvent;

export interface DiagnosisEvent {
  /** opened: it is new. changed: its code, cause, confidence or severity is. closed: a success lowered it. */
  event: 'opened' | 'changed' | 'closed';
  /** When it was noticed: ISO 8601, UTC. */
  time: string;
  /** As it is now. */
  diagnosis: Diagnosis;
}

export interface SourceEvent {
  /** A source that is followed from now on, or is no longer there. */
  event: 'source-added' | 'source-lost';
  /** When it was noticed: ISO 8601, UTC. */
  time: string;
  /** As it is now, or was last. */
  source: Source;
}

/** The parts of a diagnosis whose change is an event. */
const standing = ({ failure, class: name, code, confidence, severity }: Diagnosis): string =>
  [failure, name, code, confidence, severity].join('\0');

const isLower = (one: Diagnosis, other: Diagnosis): boolean =>
  severities.indexOf(one.severity) < severities.indexOf(other.severity);

/** A success is listed in the evidence under the id of its fact. */
const hasSuccess = ({ evidence }: Diagnosis): boolean =>
  evidence.some(({ failure }) => knowledge.factById.has(failure));

/** A cause that turned out to explain a symptom is now evidence in a diagnosis with another id. */
const continuesIn = (gone: Diagnosis, now: Diagnosis): boolean =>
  now.evidence.some(({ path, line }) => path === gone.first.path && line === gone.first.line);

/**
 * The events between one report (null: none yet) and the next, sources first, each in the report's order. A diagnosis is
 * closed when a success lowers it. One whose lines are gone (a file was deleted or truncated) is dropped without an event:
 * nothing shows that the trouble is over.
 */
export function eventsBetween(before: Report | null, now: Report, at: Date): WatchEvent[] {
  const time = at.toISOString();
  const events: WatchEvent[] = [];
  const formerSources = before?.sources ?? [];
  const hadPath = new Set(formerSources.map(({ path }) => path));
  const hasPath = new Set(now.sources.map(({ path }) => path));
  for (const source of formerSources)
    if (!hasPath.has(source.path)) events.push({ event: 'source-lost', time, source });
  for (const source of now.sources) if (!hadPath.has(source.path)) events.push({ event: 'source-added', time, source });

  const known = new Map((before?.diagnoses ?? []).map((diagnosis) => [diagnosis.id, diagnosis]));
  const present = new Set(now.diagnoses.map(({ id }) => id));
  const gone = [...known.values()].filter(({ id }) => !present.has(id));
  for (const diagnosis of now.diagnoses) {
    const former = known.get(diagnosis.id) ?? gone.find((one) => continuesIn(one, diagnosis));
    if (!former) events.push({ event: 'opened', time, diagnosis });
    else if (isLower(diagnosis, former) && hasSuccess(diagnosis)) events.push({ event: 'closed', time, diagnosis });
    else if (standing(former) !== standing(diagnosis)) events.push({ event: 'changed', time, diagnosis });
  }
  return events;
}
