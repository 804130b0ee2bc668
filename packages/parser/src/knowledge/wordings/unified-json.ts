/** A record of the macOS unified log as JSON: its time, its message and its process. */
import type { Entry, Time } from '../../model.ts';
import { textOf, withFields } from '../../reading/entry.ts';
import { stringStart, stringUnder } from '../../reading/framings/json-lines.ts';
import { readMessage } from '../../reading/grammar/message.ts';
import { zonedTime } from '../../reading/time.ts';

/** `2026-03-06 09:14:01.000100+0100` */
const stamp = /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(?:\.\d+)?[+-]\d{4}$/;

export function recordTime(entry: Entry): Time | null {
  const text = stringUnder(entry, 'timestamp');
  if (text === null || !stamp.test(text)) return null;
  // By its places: groups of the expression cost more than the rest.
  const zoneAt = text.length - 5;
  const parts = {
    year: Number(text.slice(0, 4)),
    month: Number(text.slice(5, 7)),
    day: Number(text.slice(8, 10)),
    hour: Number(text.slice(11, 13)),
    minute: Number(text.slice(14, 16)),
    second: Number(text.slice(17, 19)),
    digits: text.slice(20, Math.max(20, zoneAt)),
  };
  return zonedTime(parts, text.slice(zoneAt));
}

/** The record with the fields of its message. */
export const prepareRecord = (entry: Entry): Entry =>
  withFields(entry, (fields) => {
    const raw = textOf(entry);
    const message = stringStart(raw, 'eventMessage');
    if (message !== null) readMessage(raw, message, 0, fields);
  });

export const processOf = (entry: Entry): string | null => {
  const path = stringUnder(entry, 'processImagePath');
  return path === null ? null : path.slice(path.lastIndexOf('/') + 1);
};
