/** What collectors write about their own work: of which machine, in which zone and when they took what lies beside it. */
import type { Carry, Collected } from '../../define.ts';
import { remember } from '../../reading/entry.ts';
import { epochTime, isoTime, zoneOffset } from '../../reading/time.ts';

/** `20260102`, `030405` in UTC. */
export const compactTime = (date: string, clock: string): string =>
  `${date.replace(/^(\d{4})(\d\d)(\d\d)$/, '$1-$2-$3')}T${clock.replace(/^(\d\d)(\d\d)(\d\d)$/, '$1:$2:$3')}Z`;

/** A system as programs for Unix name it; nothing for one that Zoom's client does not run on. */
export function systemNamed(name: string): Pick<Collected, 'os'> {
  const os = ({ windows: 'windows', linux: 'linux', darwin: 'macos', macos: 'macos' } as const)[name.toLowerCase()];
  return os ? { os } : {};
}

interface RecordKind {
  readonly starts: RegExp;
  tell?(text: string): Collected & { readonly key?: string };
}

const written = (text: string, pattern: RegExp): string => pattern.exec(text)?.[1]?.trim() ?? '';
/** The value of a name in a JSON text, which may be cut. */
const jsonValue = (text: string, names: string): string =>
  written(text, new RegExp(`"(?:${names})"\\s{0,4}:\\s{0,4}"?([^",}\\n]{1,255})`));
const named = (host: string): Pick<Collected, 'host'> => (host === '' ? {} : { host });
const taken = (time: string | null | undefined): Pick<Collected, 'at'> => (time ? { at: time } : {});
const isoZone = (minutes: number): string =>
  `${minutes < 0 ? '-' : '+'}${new Date(Math.abs(minutes) * 60_000).toISOString().slice(11, 16)}`;

/** The first line of UAC's log: its time has the zone of the machine. */
const uacLine =
  /^(\d{4}-\d\d-\d\d) (\d\d:\d\d:\d\d) ([+-]\d\d)(\d\d) (?:INF|INFO|DBG|DEBUG|CMD|COMMAND|ERR|ERROR|WARNING) /;

const kinds: readonly RecordKind[] = [
  // Intune: what it was to take, and how that ended.
  { starts: /^\uFEFF?(?:<\?xml[^>]{0,80}>\s{0,4})?<Collection HRESULT="-?\d{1,12}">/ },
  {
    // KAPE, times in UTC.
    starts: /^\uFEFF?CopiedTimestamp,SourceFile,DestinationFile,/,
    tell: (text) => taken(isoTime(written(text, /\n(\d{4}-\d\d-\d\d \d\d:\d\d:\d\d)/), 'utc')?.text),
  },
  { starts: /^\uFEFF?SourceFile,(?:SourceFileSha1,)?Reason\r?\n/ },
  {
    starts: /^(?:[^\n]{0,200}\n){0,6}[^\n]{0,60}KAPE (?:version \d|directory: )/,
    tell: (text) => named(written(text, /Machine name: ([^,\s]{1,63}),/)),
  },
  {
    // Velociraptor's `info()`, then the record of a client on its server.
    starts:
      /^\s{0,4}\[?\s{0,4}\{\s{0,8}"(?:Hostname|client_id|hostname)"\s{0,4}:[^{}]{0,4000}"(?:KernelVersion|Fqdn|fqdn|mac_addresses|os_info)"/,
    tell: (text) => {
      const [boot, up] = [Number(jsonValue(text, 'BootTime')), Number(jsonValue(text, 'Uptime'))];
      const offset = jsonValue(text, 'LocalTZOffset');
      const id = jsonValue(text, 'HostID');
      return {
        ...named(jsonValue(text, 'Hostname|hostname')),
        ...systemNamed(jsonValue(text, 'OS|system')),
        ...(/^-?\d{1,6}$/.test(offset) ? { timezone: isoZone(Number(offset) / 60) } : {}),
        ...(boot > 0 && up > 0 ? taken(epochTime((boot + up) * 1000)?.text) : {}),
        ...(/^[0-9A-Fa-f-]{32,36}$/.test(id) ? { key: `host ${id.toLowerCase()}` } : {}),
      };
    },
  },
  {
    // Of a collection; microseconds, or nanoseconds.
    starts:
      /^\s{0,4}\{\s{0,8}"(?:session_id|context|request|client_id|create_time)"[^\n]{0,4000}\n?[\s\S]{0,4000}"(?:create_time|start_time|collected_artifacts|artifacts_with_results)"/,
    tell: (text) => {
      const time = Number(jsonValue(text, 'create_time|start_time'));
      return time > 1e14 ? taken(epochTime(Math.round(time / (time > 1e17 ? 1e6 : 1e3)))?.text) : {};
    },
  },
  { starts: /^\{"Timestamp":"?[^",]{1,40}"?,"started":"[^"]{1,60}","vfs_path":/ },
  { starts: /^\{"_ts":\d{1,20},"client_time":\d{1,20},"level":"[A-Z]{1,20}","message":/ },
  {
    // UAC: the log of its work, and the one beside its archive.
    starts: new RegExp(`${uacLine.source}(?:Unix-like Artifacts Collector|UAC )`),
    tell: (text) => {
      const [, date, clock, hours, minutes] = uacLine.exec(text) ?? [];
      const timezone = `${hours}:${minutes}`;
      return {
        ...named(written(text, /^.{30,40}Hostname: ([^\s]{1,255})$/m)),
        ...systemNamed(written(text, /^.{30,40}Operating system: (\w{1,20})$/m)),
        ...(zoneOffset(timezone) === null ? {} : { timezone, ...taken(`${date}T${clock}${timezone}`) }),
      };
    },
  },
  {
    starts: /^Created by UAC \(Unix-like Artifacts Collector\)/,
    tell: (text) => ({
      ...named(written(text, /^Hostname: ([^\s]{1,255})\s{0,4}$/m)),
      ...systemNamed(written(text, /^Operating System: (\w{1,20})\s{0,4}$/m)),
    }),
  },
  // A body file of The Sleuth Kit, and lists of hashes: names of files, and never what is in them.
  { starts: /^(?:0|[0-9a-f]{32})\|[^|\n]{1,2000}\|[\d-]{1,30}\|[-a-z/]{0,24}\|\d{1,10}\|\d{1,10}\|\d{1,20}\|/ },
  { starts: /^(?:[0-9a-f]{32}|[0-9a-f]{40}|[0-9a-f]{64}) [ *](?:[./[]|live_response|[A-Za-z]:)[^\n]{1,2000}\n/ },
];

/** Each of them begins like this. */
export const recordSign = new RegExp(kinds.map(({ starts }) => `(?:${starts.source})`).join('|'));

/** Takes from the start of a record what it states of the machine. */
export function learnRecord(text: string, carry: Carry): void {
  const { host, os, timezone, at, key } = kinds.find(({ starts }) => starts.test(text))?.tell?.(text) ?? {};
  carry.computer ??= host ?? null;
  carry.os ??= os ?? null;
  carry.timezone ??= timezone ?? null;
  carry.collected ??= at ?? null;
  if (key) remember(carry.keys, key);
}
