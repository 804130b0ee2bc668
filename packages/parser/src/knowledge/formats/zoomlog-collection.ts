import { type Carry, defineFormat } from '../../define.ts';
import { collectedStates, type Entry, systems } from '../../model.ts';
import { textOf } from '../../reading/entry.ts';
import { json } from '../../reading/framings/json.ts';
import { parseObject } from '../../reading/framings/json-lines.ts';
import { isoTime } from '../../reading/time.ts';

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

function learnMachine(head: string, carry: Carry): void {
  const os = systems.find((one) => one === statedIn(head, 'os'));
  const zone = statedIn(head, 'timezone');
  carry.os ??= os ?? null;
  carry.osVersion ??= statedIn(head, 'osVersion');
  carry.computer ??= statedIn(head, 'host');
  carry.collected ??= isoTime(statedIn(head, 'ended') ?? '', 'utc')?.text ?? null;
  if (zone !== null && /^(?:[+-]\d\d:\d\d|[A-Za-z]\w{1,30}(?:\/[\w+-]{1,30}){0,2})$/.test(zone))
    carry.timezone ??= zone;
}

/** PowerShell 5 writes an array of one element as the element, and an empty one as nothing. */
const listIn = (value: unknown): readonly unknown[] =>
  Array.isArray(value) ? value : typeof value === 'object' && value !== null ? [value] : [];

function takeItem(entry: Entry, carry: Carry): void {
  const item = parseObject(textOf(entry));
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
  const state = collectedStates.find((one) => one === item.state);
  const place = command === null ? textIn(item.place, longestCommand) : null;
  if ((command ?? place) === null || state === undefined || carry.questions.length >= mostQuestions) return;
  const error = typeof item.error === 'string' ? item.error.slice(0, longestError).trim() : '';
  const outputs = paths.slice(0, 20).map((path) => path.split('/').at(-1)!);
  carry.questions.push({ command, place, outputs, state, error: error === '' ? null : error });
}

export default defineFormat({
  id: 'zoomlog-collection',
  title: 'Manifest of zoomlog collect',
  origin: 'zoomlog',
  isInventory: true,
  isRecord: true,
  framing: json({ elements: ['items'] }),
  names: ['collection.json'],
  recognise: { starts: /^\s{0,40}\{[^{}[\]]{0,2000}"kind"[ \t]{0,8}:[ \t]{0,8}"zoomlog-collection"/ },
  learn: learnMachine,
  carries: [{ has: '"state"', read: takeItem }],
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
