/** A change of the system's time, as events record it. */

import type { Entry } from '../../model.ts';
import { addField, fieldText, withFields } from '../../reading/entry.ts';
import { isoTime } from '../../reading/time.ts';

/** Adds `step`, by how many seconds the clock was set, to an event that tells the time before and after. */
export function nameStep(entry: Entry): Entry {
  const before = fieldText(entry, 'oldtime') ?? fieldText(entry, 'previoustime');
  const [field] = entry.fields.get('newtime') ?? [];
  if (before === null || !field) return entry;
  const [from, to] = [isoTime(before, 'utc'), isoTime(String(field.value), 'utc')];
  if (!from || !to) return entry;
  return withFields(entry, (fields) => addField(fields, 'step', { ...field, value: Math.abs(to.ms - from.ms) / 1000 }));
}
