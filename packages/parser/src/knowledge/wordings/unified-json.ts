/** A record of the macOS unified log as JSON: its time, its message and its process. */
import type { Entry, Time } from '../../model.ts';
import { withFields } from '../../reading/entry.ts';
import { stringStart, stringUnder } from '../../reading/framings/json-lines.ts';
import { readMessage } from '../../reading/grammar/message.ts';
import { zonedTime } from '../../reading/time.ts';

/** `2026-03-06 09:14:01.000100+0100` */
const stamp = /^(\d{4})-(\d\d)-(\d\d) (\d\d):(\d\d):(\d\d)(?:\.(\d+))?([+-]\d{4})$/;

export function recordTime(entry: Entry): Time | null {
  const text = stringUnder(entry, 'timestamp');
  const [, year, month, day, hour, minute, second, digits = '', zone = ''] = stamp.exec(text ?? '') ?? [];
  const parts = {
    year: Number(year),
    month: Number(month),
    day: Number(day),
    hour: Number(hour),
    minute: Number(minute),
    second: Number(second),
    digits,
  };
  return zone === '' ? null : zonedTime(parts, zone);
}

/** The record with the fields of its message. */
export function prepareRecord(entry: Entry): Entry {
  const raw = entry.pieces[0]!.text;
  const message = stringStart(raw, 'eventMessage');
  return message === null ? entry : withFields(entry, (fields) => readMessage(raw, message, 0, fields));
}

export const processOf = (entry: Entry): string | null =>
  stringUnder(entry, 'processImagePath')?.split('/').at(-1) ?? null;
