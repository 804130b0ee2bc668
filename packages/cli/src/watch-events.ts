/** What has happened to the diagnoses between one judgement and the next. */
import { type Diagnosis, knowledge, type Report } from '@zoomlog/parser';
import { severities } from './exit-status.ts';

export interface WatchEvent {
  readonly event: 'opened' | 'changed' | 'closed';
  readonly diagnosis: Diagnosis;
}

/** What of a diagnosis a watcher wants to hear of when it changes. */
const standing = ({ failure, class: name, code, confidence, severity }: Diagnosis): string =>
  [failure, name, code, confidence, severity].join('\0');

const isLower = (one: Diagnosis, other: Diagnosis): boolean =>
  severities.indexOf(one.severity) < severities.indexOf(other.severity);

/** A success stands in the evidence under the id of its fact. */
const hasSuccess = ({ evidence }: Diagnosis): boolean =>
  evidence.some(({ failure }) => knowledge.factById.has(failure));

/** A cause that turned out to explain what the user saw leads a diagnosis of another id: its first line is evidence there. */
const goesOnIn = (gone: Diagnosis, now: Diagnosis): boolean =>
  now.evidence.some(({ path, line }) => path === gone.first.path && line === gone.first.line);

/**
 * The events that lead from what was known to a new report, in the report's order; `known` (by id) is brought up to date.
 * A diagnosis is closed when a success lowers it. One whose lines are gone (a file deleted, or truncated) is forgotten
 * without a word: nothing says that the trouble is over.
 */
export function eventsBetween(known: Map<string, Diagnosis>, { diagnoses }: Report): WatchEvent[] {
  const present = new Set(diagnoses.map(({ id }) => id));
  const gone = [...known.values()].filter(({ id }) => !present.has(id));
  const events = diagnoses.flatMap((diagnosis): WatchEvent[] => {
    const before = known.get(diagnosis.id) ?? gone.find((one) => goesOnIn(one, diagnosis));
    if (!before) return [{ event: 'opened', diagnosis }];
    if (isLower(diagnosis, before) && hasSuccess(diagnosis)) return [{ event: 'closed', diagnosis }];
    return standing(before) === standing(diagnosis) ? [] : [{ event: 'changed', diagnosis }];
  });
  known.clear();
  for (const diagnosis of diagnoses) known.set(diagnosis.id, diagnosis);
  return events;
}
