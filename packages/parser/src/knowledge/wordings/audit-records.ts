/**
 * What the audit system records of a program: what a policy denied it, and that it ended abnormally. The same records stand
 * in its own log, in the kernel's messages (`type=1400 audit(…): …`) and in the journal (`audit[4021]: AVC …`).
 * Sources: audit-userspace's auparse and ausearch, the kernel's `audit_log_task` and `dump_common_audit_data`.
 */
import type { Entry } from '../../model.ts';
import { addField, withFields } from '../../reading/entry.ts';
import { ownerOfLinuxProgram, zoomKernelName, zoomProfile } from '../zoom-identity.ts';

/** `key="value"` or `key=value`; in JSON the quotation marks have a backslash. */
const keyed = (key: string): RegExp =>
  new RegExp(String.raw`(?:^|[\s(\x1d"'])${key}=(?:\\?"([^"\\\n]{0,400})|([^\s"'\\]{1,400}))`);
const comm = keyed('comm');
const exe = keyed('exe');
const profile = keyed('profile');
const file = keyed('(?:name|path)');
const pid = keyed('pid');

/** A name with blanks or other bytes that the log must not hold is written in hexadecimal, without quotation marks. */
function plain(value: string): string {
  if (!/^(?:[0-9A-F]{2}){4,200}$/.test(value)) return value;
  const bytes = value.match(/../g) ?? [];
  return new TextDecoder().decode(Uint8Array.from(bytes.map((byte) => Number.parseInt(byte, 16))));
}

function told(key: RegExp, text: string): string | null {
  const [, quoted, bare] = key.exec(text) ?? [];
  return quoted ?? (bare === undefined ? null : plain(bare));
}

/** What a denial is about, by the file; the sequencer of music programs is none of it. */
export function deviceOf(path: string): 'camera' | 'sound' | null {
  if (/^(?:\/dev\/)?video\d{1,3}$/.test(path)) return 'camera';
  if (/^(?:\/dev\/)?(?:snd\/)?(?:pcm|control)[\w-]{1,40}$|^\/run\/user\/\d{1,10}\/pipewire-0$/.test(path))
    return 'sound';
  return null;
}

/** `zoom`, by the file of its program; `likely`, by its name alone; `thread`, by a name that any browser's thread has, too. */
type Asker = 'zoom' | 'likely' | 'thread';

function askerOf(denial: string, texts: readonly string[]): Asker | null {
  if (/apparmor=/i.test(denial)) return zoomProfile.test(told(profile, denial) ?? '') ? 'zoom' : null;
  const name = told(comm, denial) ?? '';
  const path = texts.flatMap((text) => told(exe, text) ?? [])[0];
  if (path !== undefined) {
    const owner = ownerOfLinuxProgram(path);
    return owner === 'other' ? null : owner;
  }
  if (new RegExp(`^${zoomKernelName}$`).test(name)) return 'likely';
  return /^(?:VideoCapture|AudioThread)/.test(name) ? 'thread' : null;
}

/** Blocked: not a policy that only notes, nor an old kernel's record, which does not tell which of both it was. */
const isDenied = (text: string): boolean =>
  /apparmor=\\?"?DENIED/i.test(text) || (/\bavc: {1,2}denied /.test(text) && /\bpermissive=0(?!\d)/.test(text));

/** Adds `asker`, who was denied a device, and `denied`, which kind of it (camera, sound), where a record says so. */
export function nameDenial(entry: Entry): Entry {
  const at = entry.pieces.findIndex(({ text }) => isDenied(text));
  if (at < 0) return entry;
  const { text } = entry.pieces[at]!;
  const named = file.exec(text);
  const device = named && deviceOf(plain(named[1] ?? named[2] ?? ''));
  if (!named || !device) return entry;
  const asker = askerOf(
    text,
    entry.pieces.map((piece) => piece.text),
  );
  if (asker === null) return entry;
  const place = { piece: at, start: named.index + 1, end: named.index + named[0].length };
  return withFields(entry, (fields) => {
    addField(fields, 'asker', { value: asker, ...place });
    addField(fields, 'denied', { value: device, ...place });
  });
}

export interface Abend {
  readonly pid: string;
  readonly owner: 'zoom' | 'likely' | 'other';
  readonly start: number;
  readonly end: number;
}

/** A program that a signal ended, as `ANOM_ABEND` or record 1701 tells. */
export function readAbend(text: string): Abend | null {
  const record = /\bANOM_ABEND\b|\btype=1701\b/.exec(text);
  const signal = record && /\bsig=(?:4|5|6|7|8|11|31|SIG(?:ILL|TRAP|ABRT|BUS|FPE|SEGV|SYS))(?!\w)/.exec(text);
  const number = signal && told(pid, text);
  if (!number) return null;
  const path = told(exe, text);
  const owner = path ? ownerOfLinuxProgram(path) : ownerOfLinuxProgram(told(comm, text) ?? '');
  const found = exe.exec(text) ?? comm.exec(text);
  const start = found ? found.index + 1 : record.index;
  return { pid: number, owner, start, end: Math.max(start, signal.index + signal[0].length) };
}
