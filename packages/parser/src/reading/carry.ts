/** What the reading of a source starts from, and what its entries add to that. */
import type { Carried, Carry, Format } from '../define.ts';
import type { Entry, Os } from '../model.ts';
import { lowerAscii, openTextSearch, type TextSearch } from './text-search.ts';

/** The system that a path gives away: folders that exist on one system only, and the client's own file-name suffix. */
export function osOfPath(path: string): Os | null {
  if (
    /(?:^|[\\/])AppData[\\/]|(?:^|[\\/])Windows[\\/](?:System32|INF|Temp)[\\/]|(?:^|[\\/!])[A-Z]:[\\/]|_win(?:dows)?_\.log/i.test(
      path,
    )
  )
    return 'windows';
  if (/(?:^|\/)Library\/(?:Logs|Application Support|Preferences)(?:\/|$)|_mac(?:os)?_\.log/i.test(path)) return 'macos';
  if (/(?:^|\/)\.(?:zoom|zoomsdk)\/|(?:^|\/)snap\/zoom-client\/|(?:^|\/)\.var\/app\/|_linux_\.log/i.test(path))
    return 'linux';
  return null;
}

/** What a source's reading starts from. */
export function newCarry(path: string, os: Os | null): Carry {
  return {
    path,
    os,
    day: null,
    clock: null,
    launch: 0,
    open: [],
    zoomPids: new Set(),
    columns: [],
    constants: new Map(),
    names: new Map(),
    tickOffset: null,
    damaged: 0,
    isCut: false,
    remark: null,
    gaps: new Map(),
    lost: new Map(),
    osVersion: null,
    computer: null,
    collected: null,
    keys: new Set(),
    addresses: new Set(),
    timezone: null,
    managed: null,
    zoomVersions: new Set(),
    zoomAddresses: new Set(),
    questions: [],
    listed: [],
  };
}

/** A carry that can be changed without the other. */
export const copyOfCarry = (carry: Carry): Carry => ({
  ...carry,
  open: [...carry.open],
  zoomPids: new Set(carry.zoomPids),
  names: new Map(carry.names),
  gaps: new Map(carry.gaps),
  lost: new Map(carry.lost),
  keys: new Set(carry.keys),
  addresses: new Set(carry.addresses),
  zoomVersions: new Set(carry.zoomVersions),
  zoomAddresses: new Set(carry.zoomAddresses),
  questions: [...carry.questions],
  listed: [...carry.listed],
});

const carried = new WeakMap<readonly Carried[], TextSearch>();

/** Lets the format take from an entry what later ones need. */
export function carryOver(format: Format, entry: Entry, carry: Carry): void {
  if (!format.carries) return;
  let search = carried.get(format.carries);
  if (!search) {
    search = openTextSearch(format.carries.map(({ has }) => lowerAscii(has)));
    carried.set(format.carries, search);
  }
  let found: readonly number[] | null = null;
  for (let piece = 0; piece < entry.pieces.length; piece++) {
    const own = search.find(entry.pieces[piece]!.text);
    if (own !== null) found = found === null ? own : [...found, ...own];
  }
  if (found === null) return;
  for (const [at, { read }] of format.carries.entries()) if (found.includes(at)) read(entry, carry);
}
