/**
 * A key of the Windows registry with its values, as `reg export` or `reg query` writes it: what the Internet Settings
 * and the privacy consents (CapabilityAccessManager) of a machine say. Other keys are passed over.
 */
import type { Carry, Chain } from '../../define.ts';
import type { Entry, Field } from '../../model.ts';
import { addField, makeEntry, textOf } from '../../reading/entry.ts';
import { zoomProgram } from '../zoom-identity.ts';

/** Under which the key that is being read stands in the carry. */
const openKey = 'registry key';

/** Under which the user of HKEY_USERS stands in the carry: his SID, or `several`. */
const usersKey = 'registry users';

/** The path of a key's own line: `[HKEY_…]` of an export, bare as `reg query` prints it, `-HKEY_…` of a key to be deleted. */
function pathOf(text: string): string | null {
  const match = /^(?:\[(-?HKEY_[A-Z_]+\\.+)\]|(HKEY_[A-Z_]+\\.+))$/i.exec(text.trimEnd());
  return match?.[1] ?? match?.[2] ?? null;
}

/** The hive of the user, under his own name for it or under that of all users. */
const user = String.raw`HKEY_(?:CURRENT_USER|USERS\\S-1-5-21-[\d-]{1,60})`;
const settings = new RegExp(
  String.raw`^${user}\\Software\\Microsoft\\Windows\\CurrentVersion\\Internet Settings(\\Connections)?$`,
  'i',
);
/** A policy can make one setting hold for all users of the machine. */
const policy = /^HKEY_LOCAL_MACHINE\\Software\\Policies\\Microsoft\\Windows\\CurrentVersion\\Internet Settings$/i;
/** The policies by which an organization denies apps a device: `LetAppsAccessCamera`, 2 is Force Deny; `AllowCamera`, 0 is off. */
const appPrivacy =
  /^HKEY_(?:(?:LOCAL_MACHINE|CURRENT_USER)\\Software\\Policies\\Microsoft\\(?:Windows\\AppPrivacy|Camera)|LOCAL_MACHINE\\Software\\Microsoft\\PolicyManager\\current\\device\\(?:Privacy|Camera))$/i;
const consents =
  /^HKEY_(LOCAL_MACHINE|CURRENT_USER|USERS\\S-1-5-21-[\d-]{1,60})\\Software\\Microsoft\\Windows\\CurrentVersion\\CapabilityAccessManager\\ConsentStore\\(webcam|microphone)(?:\\(.+))?$/i;

const valueNames = [
  'ProxyEnable',
  'ProxyServer',
  'AutoConfigURL',
  'DefaultConnectionSettings',
  'ProxySettingsPerUser',
  'Value',
  'LastUsedTimeStart',
  'LastUsedTimeStop',
  'LetAppsAccessCamera',
  'LetAppsAccessMicrophone',
  'AllowCamera',
];
const isWanted = new Set(valueNames.map((name) => name.toLowerCase()));

interface Value {
  /** Lower-cased. */
  readonly name: string;
  /** A FILETIME does not fit a double, a blob is its bytes; null is a type that nothing here is written in. */
  readonly data: string | bigint | readonly number[] | null;
}

/** One line of a value. Of a wrapped one only the first line is read: what matters here stands in its first bytes. */
function readValue(text: string): Value | null {
  const [, exported, written = ''] = /^"([^"\\]{1,255})"=(.*)$/.exec(text) ?? [];
  if (exported) return { name: exported.toLowerCase(), data: exportedData(written.trimEnd()) };
  const [, queried, type, shown = ''] = /^ {4}(\S{1,255})(?: {4}|\t)(REG_[A-Z_]{1,30})(?![A-Z_])(.*)$/.exec(text) ?? [];
  return queried && type ? { name: queried.toLowerCase(), data: queriedData(type, shown.trim()) } : null;
}

function exportedData(written: string): Value['data'] {
  const string = /^"(.*)"$/.exec(written)?.[1];
  if (string !== undefined) return string.replace(/\\(["\\])/g, '$1');
  const double = /^dword:([0-9a-f]{1,8})$/i.exec(written)?.[1];
  if (double) return BigInt(`0x${double}`);
  const bytes = /^hex(?:\(b\))?:((?:[0-9a-f]{2},?){1,40})\\?$/i.exec(written)?.[1];
  return bytes ? readBytes(bytes.match(/[0-9a-f]{2}/gi)!) : null;
}

/** Whether a value is written as bytes, and is not: cut in the middle, or overwritten. */
export const isDamaged = (text: string): boolean =>
  /^"[^"]{1,255}"=hex(?:\([0-9a-f]{1,8}\))?:/i.test(text) &&
  !/^"[^"]{1,255}"=hex(?:\([0-9a-f]{1,8}\))?:(?:[0-9a-f]{2}(?:,[0-9a-f]{2})*(?:,?\\)?|\\)?\s*$/i.test(text);

function queriedData(type: string, shown: string): Value['data'] {
  if (type === 'REG_SZ') return shown;
  if (/^REG_[DQ]WORD$/.test(type) && /^0x[0-9a-f]{1,16}$/i.test(shown)) return BigInt(shown);
  return type === 'REG_BINARY' && /^(?:[0-9a-f]{2}){1,4000}$/i.test(shown)
    ? readBytes(shown.slice(0, 80).match(/../g)!)
    : null;
}

/** Up to eight bytes are a number, least first; more are a blob. */
const readBytes = (bytes: readonly string[]): bigint | number[] =>
  bytes.length <= 8 ? BigInt(`0x${bytes.toReversed().join('')}`) : bytes.map((byte) => Number.parseInt(byte, 16));

/** The lines of one key. A value belongs to the key that stands last before it. */
export const registryKey: Chain = {
  has: ['HKEY_', ...valueNames],
  by(entry, carry) {
    const path = pathOf(textOf(entry));
    if (path !== null) {
      const sid = /^HKEY_USERS\\(S-1-5-21-[\d-]{1,60})\\/i.exec(path)?.[1];
      if (sid !== undefined) carry.names.set(usersKey, (carry.names.get(usersKey) ?? sid) === sid ? sid : 'several');
      if ([settings, policy, consents, appPrivacy].some((known) => known.test(path)))
        carry.names.set(openKey, path.toLowerCase());
      else carry.names.delete(openKey);
    } else if (!isWanted.has(readValue(textOf(entry))?.name ?? '')) return null;
    return carry.names.get(openKey) ?? null;
  },
  begins: (entry) => pathOf(textOf(entry)) !== null,
  ends: () => false,
};

/**
 * What a key says. Internet Settings: `manual_proxy` (on, off), `proxy_script` (set), `connection` (direct, detect: the
 * system looks for a script by itself). A policy: `settings_of` (machine, user). A consent: `capability` (camera,
 * microphone), `scope` (device, user, desktop-apps, some-user, zoom, app), `consent` (Allow, Deny), and of a program `app` and
 * `held` (yes: it began to use the device, and had not stopped when this was written: a state, so without a time).
 * Null when the lines are of no such key.
 */
export function nameKey(entry: Entry, carry: Carry): Entry | null {
  const path = pathOf(textOf(entry));
  if (path === null || entry.pieces.length < 2) return null;
  const read = new Map<string, { readonly data: NonNullable<Value['data']>; readonly place: Omit<Field, 'value'> }>();
  for (const [piece, { text }] of entry.pieces.entries()) {
    const value = readValue(text);
    if (value === null || value.data === null) continue;
    const start = text.search(/\S/);
    read.set(value.name, { data: value.data, place: { piece, start, end: text.trimEnd().length } });
  }
  const fields = new Map<string, Field[]>();
  // Under HKEY_USERS stand all users; with several of them it is not said which has the trouble.
  const isOfOne =
    !/^HKEY_LOCAL_MACHINE/i.test(path) &&
    // The built-in administrator and guest are hardly ever who uses Zoom.
    !/^HKEY_USERS\\S-1-5-21-[\d-]{1,60}-50[01]\\/i.test(path) &&
    (!/^HKEY_USERS/i.test(path) || carry.names.get(usersKey) !== 'several');
  const add = (key: string, value: string, place: Omit<Field, 'value'> | undefined): void =>
    addField(fields, key, { value, ...(place ?? { piece: 0, start: 0, end: textOf(entry).trimEnd().length }) });

  const [, hive, device, below] = consents.exec(path) ?? [];
  const [began, stopped] = [read.get('lastusedtimestart'), read.get('lastusedtimestop')];
  const isHeld = typeof began?.data === 'bigint' && began.data !== 0n && stopped?.data === 0n;
  if (hive && device) {
    const consent = read.get('value');
    if (typeof consent?.data === 'string') add('consent', consent.data, consent.place);
    if (stopped) add('held', isHeld ? 'yes' : 'no', stopped.place);
    add('capability', /^webcam$/i.test(device) ? 'camera' : 'microphone', undefined);
    add('scope', scopeOf(hive, below, isOfOne), undefined);
    if (below) add('app', below, undefined);
  } else if (appPrivacy.test(path)) {
    for (const device of ['camera', 'microphone']) {
      const access = read.get(`letappsaccess${device}`);
      if (access?.data === 2n) add(`${device}_policy`, 'deny', access.place);
    }
    const isAllowed = read.get('allowcamera');
    if (isAllowed?.data === 0n) add('camera_policy', 'deny', isAllowed.place);
  } else if (settings.exec(path)?.[1]) {
    // The ninth byte says how the connection goes out (Internet Explorer's own format, told by many administrators).
    const blob = read.get('defaultconnectionsettings');
    const flags = Array.isArray(blob?.data) ? (blob.data[8] ?? 0) : 0;
    const { place } = blob ?? {};
    if (flags === direct && isOfOne) add('connection', 'direct', place);
    if (flags & manual) add('manual_proxy', 'on', place);
    if (flags & byScript) add('proxy_script', 'set', place);
    if (flags & detected) add('connection', 'detect', place);
  } else {
    const perUser = read.get('proxysettingsperuser');
    if (policy.test(path) && typeof perUser?.data === 'bigint')
      add('settings_of', perUser.data === 0n ? 'machine' : 'user', perUser.place);
    const [enable, server, script] = ['proxyenable', 'proxyserver', 'autoconfigurl'].map((name) => read.get(name));
    if (enable?.data === 0n && isOfOne) add('manual_proxy', 'off', enable.place);
    else if (typeof enable?.data === 'bigint' && server?.data) add('manual_proxy', 'on', server.place);
    if (script?.data) add('proxy_script', 'set', script.place);
  }
  const { fields: _, ...parts } = entry;
  return makeEntry(parts, () => fields);
}

/** Flags of the ninth byte of DefaultConnectionSettings. */
const [direct, manual, byScript, detected] = [1, 2, 4, 8] as const;

/** For whom a consent holds, by its place under `webcam` or `microphone`. A program's path has `#` for `\`. */
function scopeOf(hive: string, below: string | undefined, isOfOne: boolean): string {
  if (below === undefined && /^LOCAL_MACHINE$/i.test(hive)) return 'device';
  const isOfPrograms = below === undefined || /^NonPackaged$/i.test(below);
  if (isOfPrograms && !isOfOne && !/^LOCAL_MACHINE$/i.test(hive)) return 'some-user';
  if (below === undefined) return 'user';
  if (isOfPrograms) return 'desktop-apps';
  return zoomProgram.test(below.replaceAll('#', '\\')) ? 'zoom' : 'app';
}
