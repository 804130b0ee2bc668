/** What macOS logs of its USB ports: which device was set up or left, and which port gave up or drew too much. */
import type { Carried, Carry } from '../../define.ts';
import type { Entry } from '../../model.ts';
import { addField, textOf, withFields } from '../../reading/entry.ts';

/** `HS03@14300000: `: the port, where the line names it. */
const portName = /([\w-]{1,40}@[0-9a-f]{6,8}): /i;
/** `enumerated 0x046d/082d/0011 (Desk Cam / 5) at 480 Mbps`, `destroying … (Desk Cam): connect change`. */
const arrival =
  /\b(enumerated|destroying) 0x[0-9a-f]{4}(?:\\?\/[0-9a-f]{4}){2} \((.{0,120}?)(?: \/ \d{1,4})?\)(?: at |: )/i;
const gaveUp = /persistent enumeration failures|failed to address device, disabling port/;
const overCurrent = /overcurrent (?:detected with port status|at) 0x[0-9a-f]{1,8}/;

/** A port that gives up so soon after a device has left is taken for the one that it left. */
const soonMs = 120_000;

/** Another writer's line about a port is no part of what the system says of it. */
const isOfSystem = ({ witness }: Entry): boolean => witness === undefined || witness === 'kernel' || witness === 'usbd';

function kindOf(name: string): string {
  if (/\b(?:web)?cam(?:era)?\b|webcam|\bUVC\b|FaceTime/i.test(name)) return 'camera';
  if (/headset|microphone|\bmic\b|speakerphone|\baudio\b|headphone/i.test(name)) return 'audio';
  return /\bhub\b|keyboard|mouse|trackpad|receiver|storage|\bdisk\b|\bdrive\b|printer|card reader|\bLAN\b|ethernet|iPhone|iPad/i.test(
    name,
  )
    ? 'unrelated'
    : 'other';
}

const place = (text: string): string => portName.exec(text)?.[1]?.toLowerCase() ?? '';

/** Notes which device is on a port, and which one left last. */
function note(entry: Entry, { names }: Carry): void {
  const text = textOf(entry);
  const [, what, name = ''] = arrival.exec(text) ?? [];
  if (what === undefined || !isOfSystem(entry) || names.size > 2000) return;
  const port = place(text);
  const kind = kindOf(name);
  if (port !== '') names.set(`port ${port}`, kind);
  if (/^destroying$/i.test(what)) names.set('port left', `${kind} ${entry.time?.ms ?? ''}`);
  else names.delete('port left');
}

export const appleUsb: readonly Carried[] = ['enumerated 0x', 'destroying 0x'].map((has) => ({ has, read: note }));

/** The kind of device on a port: as it was set up there, else the one that left a moment ago. */
function deviceOn(entry: Entry, port: string, { names }: Carry): { readonly kind: string; readonly isKnown: boolean } {
  const known = port === '' ? undefined : names.get(`port ${port}`);
  if (known !== undefined) return { kind: known, isKnown: true };
  const [kind = '', ms = ''] = names.get('port left')?.split(' ') ?? [];
  const { time } = entry;
  const isSoon = kind !== '' && (time === null || ms === '' || Math.abs(time.ms - Number(ms)) <= soonMs);
  return { kind: isSoon ? kind : 'other', isKnown: false };
}

/**
 * Adds to a line about a USB port of macOS `enumeration` (failed, works) or `current` (over), `device` (camera, audio, unrelated,
 * other), `port`, and `tied`: `port`, where the device is known to have been on it; `time`, where one left just before; `no`.
 */
export function nameUsbPort(entry: Entry, carry: Carry): Entry {
  const text = textOf(entry);
  const arrived = arrival.exec(text);
  const told = gaveUp.exec(text) ?? overCurrent.exec(text) ?? arrived;
  if (!told || !isOfSystem(entry) || /^destroying/i.test(arrived?.[1] ?? '')) return entry;
  const port = place(text);
  const { kind, isKnown } = arrived ? { kind: kindOf(arrived[2] ?? ''), isKnown: true } : deviceOn(entry, port, carry);
  const mark = { piece: 0, start: told.index, end: told.index + told[0].length };
  return withFields(entry, (fields) => {
    if (overCurrent.test(told[0])) addField(fields, 'current', { value: 'over', ...mark });
    else addField(fields, 'enumeration', { value: arrived ? 'works' : 'failed', ...mark });
    addField(fields, 'device', { value: kind, ...mark });
    addField(fields, 'tied', { value: isKnown ? 'port' : kind === 'other' ? 'no' : 'time', ...mark });
    if (port !== '') addField(fields, 'port', { value: port, ...mark });
  });
}
