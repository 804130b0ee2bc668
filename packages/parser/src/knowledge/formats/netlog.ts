import { type Carry, defineFormat, type Format } from '../../define.ts';
import type { Entry, Field, Os } from '../../model.ts';
import { addField, locate, makeEntry, withFields } from '../../reading/entry.ts';
import { json } from '../../reading/framings/json.ts';
import { parseObject, readJson } from '../../reading/framings/json-lines.ts';
import type { JsonPiece } from '../../reading/json/piece.ts';
import { epochTime } from '../../reading/time.ts';
import { blockedByHeader } from '../wordings/block-page.ts';
import { type Glance, glanceAt, lookAt } from '../wordings/netlog-event.ts';
import { zoomHost } from '../zoom-identity.ts';

/** Number-to-name tables that a NetLog brings with it: the numbers change from version to version. */
const tables = { logEventTypes: 'type', logSourceType: 'source' } as const;

/** Event types worth keeping; a request has dozens of others. */
const kept =
  /^(?:REQUEST_ALIVE|URL_REQUEST_START_JOB|CORS_REQUEST|FAILED|CANCELLED|SSL_.*|CERT_VERIFIER.*|HTTP_TRANSACTION_.*HEADERS|HTTP_PROXY_.*|TCP_CONNECT.*|HTTP_STREAM_JOB.*|HOST_RESOLVER.*|PROXY_.*|SOCKET_ALIVE)$/;

/** Over HTTPS, and no redirection to somebody else: a hotel that wants a login answers in place of every site. */
function isZoomsAnswer(entry: Entry): boolean {
  const url = entry.fields.get('params.url')?.at(-1);
  if (url && !/^(?:https|wss):/i.test(String(url.value))) return false;
  const to = entry.pieces
    .flatMap(({ text }) => /\blocation: (https?:\/\/[^\s"\\]{1,300})/i.exec(text)?.[1] ?? [])
    .at(-1);
  return to === undefined || zoomHost.test(hostOf(to) ?? '');
}

export default defineFormat({
  id: 'netlog',
  title: 'Chromium network log (NetLog)',
  framing: json({ elements: ['events'], read: readEvent }),
  names: ['*net-export*.json', '*netlog*.json'],
  recognise: { starts: /"logEventTypes"\s*:\s*\{/, marks: ['"logSourceType"', '"netError"'], atLeast: 2 },
  chain: {
    has: ['"source"'],
    by: (entry) => entry.link?.key ?? null,
    ends: (entry) => entry.link?.isLast ?? false,
  },
  // Of a host of Zoom's, whose name may stand in escapes.
  needs: ['zoom', ...['4', '5', '6', '7'].map((digit) => `\\u00${digit}`)],
  derives: ['last_status', 'answered'],
  /** `last_status`: the last tunnel answer counts, since a proxy login normally begins with a 407. */
  derive: (entry) => {
    const answers = entry.fields.get('tunnel_status') ?? entry.fields.get('http_status');
    const last = answers?.at(-1);
    return withFields(entry, (fields) => {
      if (last) addField(fields, 'last_status', last);
      const status = fields.get('http_status')?.at(-1);
      if (status && isZoomsAnswer(entry)) addField(fields, 'answered', { ...status, value: 'by the host' });
    });
  },
  samples: [
    {
      text: '{"constants":{"logEventTypes":{"REQUEST_ALIVE":2},"logSourceType":{"URL_REQUEST":1},"netError":{"ERR_TIMED_OUT":-7},"timeTickOffset":1700000000000},\n"events": [\n{"params":{"url":"https://zoom.us/test"},"phase":1,"source":{"id":7,"type":1},"time":"1500","type":2},\n{"params":{"net_error":-7},"phase":2,"source":{"id":7,"type":1},"time":"1900","type":2}]}',
      entry: { time: '2023-11-14T22:13:21.900Z', fields: { host: 'zoom.us', net_error: -7, event: 'REQUEST_ALIVE' } },
    },
  ],
});

const isKept = ({ type, source, hasError }: Pick<Glance, 'type' | 'source' | 'hasError'>): boolean =>
  source !== 'NETWORK_QUALITY_ESTIMATOR' && (type === null || kept.test(type) || hasError);

/** The constants teach the carry; every event gets its names, its time, and a place in the chain of its source. */
function readEvent(format: Format, piece: JsonPiece, carry: Carry): Entry | null {
  const look = lookAt(piece.text, piece.keys, carry);
  if (look && !isKept({ ...look, hasError: false })) return null;
  const value = parseObject(piece.text);
  if (value === null) return null;
  const plain = (): Entry => readJson(format, piece)!;
  const glance = glanceAt(value, piece.mostValues, plain, carry);
  if (glance === null) readConstants(value, carry);
  if (glance === null || !isKept(glance)) return null;
  const { type, source, id, phase, tick, event } = glance;
  const isLast = phase === 2 && /^(?:REQUEST_ALIVE|SOCKET_ALIVE)$/.test(event ?? type ?? '');
  const time = tick === null || carry.tickOffset === null ? null : epochTime(tick + carry.tickOffset);
  const parts = { format: format.id, pieces: [piece], time, level: null, messageStart: 0 };
  return makeEntry({ ...parts, link: { key: id, isLast } }, () => fieldsOf(plain(), type, source));
}

/** The fields of an event, with what it and its parts are called. */
function fieldsOf(event: Entry, type: string | null, source: string | null): Map<string, Field[]> {
  const { text } = event.pieces[0]!;
  const fields = new Map([...event.fields].map(([key, values]) => [key, [...values]]));
  const at = (needle: string) => ({ piece: 0, ...locate(text, needle) });
  if (type !== null) addField(fields, 'event', { value: type, ...at('"type"') });
  if (source !== null) addField(fields, 'source', { value: source, ...at('"source"') });
  for (const key of ['params.url', 'params.host', 'params.group_id', 'params.line']) {
    const field = fields.get(key)?.[0];
    const host = field ? hostOf(String(field.value)) : null;
    if (field && host !== null) addField(fields, 'host', { ...field, value: host });
  }
  for (const field of fields.get('params.net_error') ?? []) addField(fields, 'net_error', field);
  for (const field of fields.get('params.cert_status') ?? []) addField(fields, 'cert_status', field);
  const status = /HTTP\/[\d.]+ (\d{3})\b[^"]*/.exec(text);
  const blocked = Number(status?.[1]) >= 400 ? blockedByHeader(text) : null;
  if (blocked && /TRANSACTION_READ_RESPONSE_HEADERS$/.test(type ?? ''))
    addField(fields, 'outcome', { value: blocked.outcome, piece: 0, start: blocked.start, end: blocked.end });
  else if (status && /RESPONSE_HEADERS$/.test(type ?? ''))
    addField(fields, /TUNNEL/.test(type ?? '') ? 'tunnel_status' : 'http_status', {
      value: Number(status[1]),
      piece: 0,
      start: status.index,
      end: status.index + status[0].length,
    });
  return fields;
}

function readConstants(constants: Readonly<Record<string, unknown>>, carry: Carry): void {
  if (!('logEventTypes' in constants)) return;
  const maps = new Map<string, ReadonlyMap<number, string>>();
  for (const [table, name] of Object.entries(tables)) {
    const rows = Object.entries((constants[table] ?? {}) as Record<string, unknown>);
    maps.set(name, new Map(rows.map(([symbol, number]) => [Number(number), symbol])));
  }
  carry.constants = maps;
  const { os_type: system, os } = (constants.clientInfo ?? {}) as Record<string, unknown>;
  for (const name of [system, os]) if (typeof name === 'string') carry.os ??= osOfBrowser(name);
  const { timeTickOffset: offset } = constants;
  carry.tickOffset = typeof offset === 'number' || typeof offset === 'string' ? finite(offset) : null;
}

const finite = (value: number | string): number | null => (Number.isFinite(Number(value)) ? Number(value) : null);

/** `Windows NT: 10.0.22631 (x86_64)`, `Mac OS X: …`, `Linux: …` */
function osOfBrowser(text: string): Os | null {
  if (/^Windows/.test(text)) return 'windows';
  if (/^Mac/.test(text)) return 'macos';
  return /^Linux/.test(text) ? 'linux' : null;
}

/** The host of a URL, a `CONNECT host:port` line or a socket pool's group. */
function hostOf(text: string): string | null {
  const match = /^(?:[a-z]+:\/\/|CONNECT )?([A-Za-z0-9.-]+\.[A-Za-z]{2,})(?=[:/? \s]|$)/.exec(text);
  return match?.[1]?.toLowerCase() ?? null;
}
