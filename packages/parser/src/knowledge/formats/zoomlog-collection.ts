import { type Carry, defineFormat } from '../../define.ts';
import { collectedStates, type Entry, type Question, systems } from '../../model.ts';
import { addField, textOf, withFields, withTime } from '../../reading/entry.ts';
import { json } from '../../reading/framings/json.ts';
import { parseObject } from '../../reading/framings/json-lines.ts';
import { isoTime } from '../../reading/time.ts';
import { isKnownZone } from '../../reading/zones.ts';
import { clockContext } from '../wordings/context.ts';

/** Of one manifest. */
const mostQuestions = 1_000;
const mostListed = 20_000;
const longestPath = 1_024;
const longestCommand = 4_000;
const longestError = 500;

const textIn = (value: unknown, longest: number): string | null =>
  typeof value === 'string' && value !== '' && value.length <= longest ? value : null;

/** The value of a key of the document itself: its items and its files have none of these keys. */
function statedIn(head: string, key: string): string | null {
  const quoted = new RegExp(`"${key}"[ \\t]{0,8}:[ \\t]{0,8}("(?:[^"\\\\\\n]|\\\\.){0,300}")`).exec(head)?.[1];
  if (quoted === undefined) return null;
  try {
    return textIn(JSON.parse(quoted), 300);
  } catch {
    return null;
  }
}

/** What a later version of the product means by the rest, this one does not know. */
const newer = 'schema is newer';
const isNewer = ({ names }: Carry): boolean => names.has(newer);

function learnMachine(head: string, carry: Carry): void {
  const os = systems.find((one) => one === statedIn(head, 'os'));
  carry.os ??= os ?? null;
  carry.computer ??= statedIn(head, 'host');
  const version = /"schemaVersion"[ \t]{0,8}:[ \t]{0,8}(\d{1,9})/.exec(head)?.[1];
  if (version !== undefined && Number(version) !== 1) {
    carry.names.set(newer, version);
    carry.remark = 'of a newer zoomlog: only its host and system are used';
    return;
  }
  const zone = statedIn(head, 'timezone');
  carry.osVersion ??= statedIn(head, 'osVersion');
  carry.collected ??= isoTime(statedIn(head, 'ended') ?? '', 'utc')?.text ?? null;
  if (zone !== null && /^(?:[+-]\d\d:\d\d|[A-Za-z]\w{1,30}(?:\/[\w+-]{1,30}){0,2})$/.test(zone) && isKnownZone(zone))
    carry.timezone ??= zone;
}

/** PowerShell 5 writes an array of one element as the element, and an empty one as nothing. */
const listIn = (value: unknown): readonly unknown[] =>
  Array.isArray(value) ? value : typeof value === 'object' && value !== null ? [value] : [];

const zoomsServer = /^(?:https?:\/\/)?(?:[\w-]{1,63}\.){0,4}zoom\.us\/?$/i;
/** Seconds; no clock is off by more, and no answer that is worth a measurement takes longer. */
const largestOffset = 50 * 31_557_600;
const largestError = 60;
const hasOffset = (entry: Entry): boolean => textOf(entry).includes('"offset"');

/** The clock that was measured, as far as it can be true. */
function clockIn(entry: Entry): { readonly offset: number; readonly error: number } | null {
  // Of the items there may be very many, and their fields are read only when they are asked for.
  if (!hasOffset(entry)) return null;
  const { offset, error, server } = parseObject(textOf(entry)) ?? {};
  if (typeof offset !== 'number' || typeof error !== 'number' || typeof server !== 'string') return null;
  const isPlausible = Math.abs(offset) <= largestOffset && error >= 0 && error <= largestError;
  return isPlausible && zoomsServer.test(server) ? { offset, error } : null;
}

/** Without an offset that cannot be true, and with how far off the clock is even where all of the error is in its favor. */
function withSurely(entry: Entry): Entry {
  const [told] = (hasOffset(entry) && entry.fields.get('offset')) || [];
  if (told === undefined) return entry;
  const clock = clockIn(entry);
  return withFields(entry, (fields) => {
    if (clock === null) for (const key of ['offset', 'error', 'server']) fields.delete(key);
    else addField(fields, 'surely_off', { ...told, value: Math.max(0, Math.abs(clock.offset) - clock.error) });
  });
}

/** Of Zoom's own places, those of logs. */
const logPlace = /logs?\b|installer\.txt|DiagnosticReports/i;
/** Commands that read a log of events. */
const logCommand = /\b(?:wevtutil|Get-WinEvent|journalctl|log show)\b/;
const cutWords = /\bover \d{1,5} MB|would exceed|too large|too many files|the collection has \d/i;
const refusedWords = /not allowed|permission denied|denies read access|PermissionDenied|UnauthorizedAccess/i;
/** What an item says of a log that was not taken, or not whole; null where it lost none. */
function lossOf({ command, place, state, error }: Pick<Question, 'command' | 'place' | 'state'> & { error: string }) {
  const refused = 'logs that the collector was refused';
  if (!(command === null ? logPlace.test(place ?? '') : logCommand.test(command))) return null;
  if (state === 'not-allowed') return refused;
  if (state === 'timed-out') return 'logs that took the collector too long';
  if (command !== null || (state !== 'ran' && state !== 'failed')) return null;
  if (cutWords.test(error)) return 'places whose logs were left out in part, too large';
  return refusedWords.test(error) ? refused : null;
}

function takeItem(entry: Entry, carry: Carry): void {
  const item = isNewer(carry) ? null : parseObject(textOf(entry));
  if (item === null) return;
  const paths: string[] = [];
  for (const one of listIn(item.files)) {
    const { path: given, bytes, sha256 } = (one ?? {}) as Readonly<Record<string, unknown>>;
    const path = textIn(given, longestPath);
    if (path === null) continue;
    paths.push(path);
    if (carry.listed.length >= mostListed) continue;
    carry.listed.push({
      path,
      bytes: typeof bytes === 'number' ? bytes : null,
      sha256: /^[\da-f]{64}$/i.exec(textIn(sha256, 64) ?? '')?.[0].toLowerCase() ?? null,
    });
  }
  const command = textIn(item.command, longestCommand);
  const told = collectedStates.find((one) => one === item.state);
  const place = command === null ? textIn(item.place, longestCommand) : null;
  if ((command ?? place) === null || told === undefined || carry.questions.length >= mostQuestions) return;
  const error = typeof item.error === 'string' ? item.error.slice(0, longestError).trim() : '';
  // journalctl answers with what the account may read; its own messages are all that `--user` asks for.
  const isPartial =
    command !== null &&
    told === 'ran' &&
    !/ --user\b/.test(command) &&
    /not seeing messages from other users/i.test(error);
  const state = isPartial ? 'not-allowed' : told;
  const loss = isPartial ? null : lossOf({ command, place, state, error });
  if (loss !== null) carry.lost.set(loss, (carry.lost.get(loss) ?? 0) + 1);
  const outputs = paths.slice(0, 20).map((path) => path.split('/').at(-1)!);
  carry.questions.push({ command, place, outputs, state, error: error === '' ? null : error });
}

export default defineFormat({
  id: 'zoomlog-collection',
  title: 'Manifest of zoomlog collect',
  origin: 'zoomlog',
  isInventory: true,
  isRecord: true,
  framing: json({ elements: ['items'], mayBeEmpty: true }),
  names: ['collection.json'],
  recognise: { starts: /^\s{0,40}\{[^{}[\]]{0,2000}"kind"[ \t]{0,8}:[ \t]{0,8}"zoomlog-collection"/ },
  learn: learnMachine,
  carries: [{ has: '"state"', read: takeItem }],
  /** The clock was so when the evidence was taken. */
  prepare: (entry, carry) =>
    isNewer(carry)
      ? null
      : clockIn(entry) === null || carry.collected === null
        ? entry
        : withTime(entry, isoTime(carry.collected, 'utc')),
  context: (entry) => {
    const { offset, error } = clockIn(entry) ?? { offset: 0, error: 0 };
    return clockContext(Math.abs(offset) <= error ? null : offset > 0 ? 'ahead' : 'behind');
  },
  derives: ['surely_off'],
  /** `surely_off`: seconds by which the clock is off at least, whatever the error of the measurement. */
  derive: withSurely,
  samples: [
    {
      text: '{\n  "kind": "zoomlog-collection",\n  "schemaVersion": 1,\n  "host": "loft",\n  "os": "linux",\n  "timezone": "Europe/Berlin",\n  "clock": null,\n  "items": [\n    { "what": "cameras", "command": "v4l2-ctl --list-devices", "place": null, "state": "absent", "exit": 127, "error": "v4l2-ctl is not installed", "files": [] }\n  ]\n}',
      entry: { time: null, fields: { what: 'cameras', state: 'absent', exit: 127 } },
    },
    {
      text: '{\n    "kind":  "zoomlog-collection",\n    "schemaVersion":  1,\n    "host":  "PC01",\n    "os":  "windows",\n    "items":  [\n\n              ],\n    "clock":  {\n                  "offset":  -0.25,\n                  "error":  1.04,\n                  "server":  "zoom.us"\n              }\n}',
      entry: { time: null, fields: { offset: '-0.25', error: '1.04', server: 'zoom.us' } },
    },
  ],
});
