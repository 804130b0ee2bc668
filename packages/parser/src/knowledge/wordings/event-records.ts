/** Records of Windows events as other tools write them, in JSON or in rows, under the names that the XML of an event has. */
import type { Carry } from '../../define.ts';
import type { Entry, Field, Piece, Time } from '../../model.ts';
import { addField, locate, makeEntry } from '../../reading/entry.ts';
import { parseObject } from '../../reading/framings/json-lines.ts';
import { epochTime, isoTime } from '../../reading/time.ts';
import { nameComputer } from './event-computer.ts';
import { providerOf, valuesIn } from './timeline-rows.ts';
import { readEventMessage } from './windows-event-message.ts';

type Json = Readonly<Record<string, unknown>>;

interface EventRecord {
  readonly provider: string;
  readonly id: number;
  readonly time: Time | null;
  readonly computer: string | null;
  /** Values by their names, or `data1`, `data2`, …. */
  readonly values: readonly (readonly [key: string, value: string])[];
}

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const at = (value: unknown, ...keys: readonly string[]): unknown =>
  keys.reduce<unknown>((inner, key) => (isObject(inner) ? inner[key] : undefined), value);
const first = (value: unknown, ...names: readonly string[]): unknown =>
  names.map((name) => at(value, ...name.split('/'))).find((one) => one !== undefined && one !== null);
const text = (value: unknown): string | null =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : null;

const mostValues = 200;
const deepest = 5;

/** Seconds since 1970 (Velociraptor), or a stamp in UTC where it names no zone. */
function timeOf(value: unknown): Time | null {
  if (typeof value === 'number') return epochTime(Math.round(value * 1000));
  return typeof value === 'string' ? isoTime(value.replace(/ (?=[+-]\d\d:?\d\d$)/, ''), 'utc') : null;
}

/** Flattens what an event holds; of `Data` without names each is `data1`, `data2`, …. */
function valuesOf(data: unknown, found: [string, string][] = [], key = '', depth = 0): [string, string][] {
  if (found.length >= mostValues || depth > deepest) return found;
  if (Array.isArray(data)) {
    for (const [i, one] of data.entries()) {
      const name = text(at(one, '@Name') ?? at(one, '#attributes', 'Name'));
      if (name === null) valuesOf(one, found, `data${i + 1}`, depth + 1);
      else valuesOf(at(one, '#text'), found, name.toLowerCase(), depth + 1);
    }
  } else if (isObject(data)) {
    for (const [name, inner] of Object.entries(data))
      if (!/^[@#](?!text$)|^xmlns/.test(name))
        valuesOf(inner, found, /^(?:#text|Data)$/.test(name) ? key : name.toLowerCase(), depth + 1);
  } else {
    const value = text(data);
    // EvtxECmd strings values without names together.
    if (value !== null && key === '')
      for (const [i, part] of value.split(', ').entries()) found.push([`data${i + 1}`, part]);
    else if (value !== null) found.push([key, value]);
  }
  return found;
}

/** How tools that write a record flat name the parts of its head. */
const flat = {
  provider: ['Provider', 'ProviderName', 'SourceName', 'Event.System.Provider', 'provider_name', 'source_name'],
  id: ['EventId', 'EventID', 'Event ID', 'event_id'],
  time: ['@timestamp', 'TimeCreated', 'EventTime', 'timestamp', 'Timestamp', 'time_created'],
  computer: ['Computer', 'Hostname', 'ComputerName', 'computer_name'],
  message: ['Message', 'message'],
} as const;
const head: readonly string[] = Object.values(flat).flat();

/** Chainsaw writes the values of an event as a text, one a line; those without names as a list. */
function listed(data: unknown): Json | null {
  if (typeof data !== 'string') return null;
  const named = Array.from(data.matchAll(/^[ \t]{0,8}([\w -]{1,60}): (.{0,2000})$/gm), ([, name, value]) => [
    name,
    value,
  ]);
  const plain = Array.from(data.matchAll(/^[ \t]{0,8}- (.{0,2000})$/gm), ([, value]) => value);
  return { ...Object.fromEntries(named), ...(plain.length > 0 ? { Data: plain } : {}) };
}

/** Numbers that the XML of an event has in hexadecimal. */
const inHexadecimal: readonly string[] = ['problem'];
const asWritten = ([key, value]: readonly [string, string]): [string, string] => [
  key,
  inHexadecimal.includes(key) && /^\d{1,10}$/.test(value) ? `0x${Number(value).toString(16).toUpperCase()}` : value,
];

/** What else than its head a flat record holds, and what its message tells that it does not. */
function flatValues(object: Json, provider: string, id: number): [string, string][] {
  const named = Object.entries(object).filter(([name, value]) => !head.includes(name) && text(value) !== null);
  const values = named.map(([name, value]): [string, string] => [name.toLowerCase(), text(value)!]);
  const message = text(first(object, ...flat.message)) ?? '';
  const told = readEventMessage(provider, id, message.replace(/\r\n?/g, '\n'));
  return [
    ...values,
    ...told
      .filter(({ key }) => !values.some(([name]) => name === key))
      .map(({ key, value }): [string, string] => [key, String(value)]),
  ];
}

/** What a time line shows of an event: Hayabusa in one or two columns. */
function shownValues(object: Json): [string, string][] {
  return ['Details', 'ExtraFieldInfo', 'AllFieldInfo'].flatMap((name) => {
    const shown = object[name];
    if (typeof shown === 'string') return valuesIn(shown);
    return valuesOf(shown ?? []).flatMap(([key, value]) => valuesIn(`${namesIn(shown, key)}: ${value}`));
  });
}

/** The name of a value as it is written. */
const namesIn = (shown: unknown, key: string): string =>
  (isObject(shown) ? Object.keys(shown).find((name) => name.toLowerCase() === key) : undefined) ?? key;

/**
 * What Chainsaw found stands in a frame of its own. Velociraptor, evtx_dump and Winlogbeat have the parts of an event below
 * their names, EvtxECmd its values in a cell; NXLog and others write all of it flat.
 */
function readObject(object: Json): EventRecord | null {
  const framed = at(object, 'document', 'data');
  if (isObject(framed)) return readObject(framed);
  const event = isObject(object.Event) ? object.Event : object;
  const system = isObject(event.System) ? event.System : null;
  const beat = isObject(object.winlog) ? object.winlog : null;
  const provider =
    text(first(system, 'Provider/Name', 'Provider/#attributes/Name', 'Provider_attributes/Name')) ??
    text(first(beat, 'provider_name')) ??
    text(first(object, ...flat.provider)) ??
    providerOf(text(object.Channel) ?? '', text(first(object, ...flat.id)) ?? '');
  const id =
    text(first(system, 'EventID/Value', 'EventID/#text', 'EventID')) ??
    text(first(beat, 'event_id')) ??
    text(first(object, ...flat.id));
  if (provider === null || id === null || !/^\d{1,6}$/.test(id)) return null;
  const time =
    timeOf(
      first(
        system,
        'TimeCreated/SystemTime',
        'TimeCreated/#attributes/SystemTime',
        'TimeCreated_attributes/SystemTime',
      ),
    ) ?? timeOf(first(object, ...flat.time));
  const payload = typeof object.Payload === 'string' ? parseObject(object.Payload) : null;
  const data =
    first(event, 'EventData') ?? first(payload, 'EventData') ?? first(beat, 'event_data') ?? object['Event Data'] ?? [];
  const values = [
    ...valuesOf(listed(data) ?? data),
    ...valuesOf(first(event, 'UserData') ?? first(payload, 'UserData') ?? first(beat, 'user_data') ?? []),
    ...shownValues(object),
  ];
  return {
    provider,
    id: Number(id),
    time,
    computer:
      text(first(system, 'Computer')) ?? text(first(beat, 'computer_name')) ?? text(first(object, ...flat.computer)),
    values: (values.length === 0 ? flatValues(object, provider, Number(id)) : values).map(asWritten),
  };
}

/** Cells of a row, with quotes around those that need them. */
const cellsOf = (row: string): string[] =>
  [...row.matchAll(/(?<=^|,)(?:"((?:[^"]|"")*)"|([^,"]*))(?=,|$)/g)].map(
    ([, quoted, plain = '']) => quoted?.replaceAll('""', '"') ?? plain,
  );

/** The names above the rows of EvtxECmd, Hayabusa and Chainsaw, in whatever order. */
const names =
  /^(?=.{0,600}(?:EventId|EventID|Event ID)\b)(?=.{0,600}(?:Provider|RuleTitle|Channel))(?=.{0,600}(?:TimeCreated|[Tt]imestamp)\b)\uFEFF?(?:"?[\w@. -]{1,40}"?,){3,40}"?[\w@. -]{1,40}"?\s{0,4}$/;

/** A row below them. */
function readRow(row: string, carry: Carry): EventRecord | null {
  if (names.test(row)) {
    carry.columns = cellsOf(row.replace(/^\uFEFF/, '').trimEnd());
    return null;
  }
  if (carry.columns.length === 0) return null;
  const cells = cellsOf(row.trimEnd());
  return readObject(Object.fromEntries(carry.columns.map((name, i) => [name, cells[i] ?? ''])));
}

/** One record as an entry of `format`, whose fields are those of the event's XML; null when it is none. */
export function readEventRecord(format: string, piece: Piece, carry: Carry): Entry | null {
  // Syslog may stand before it.
  const start = /^[^{"]{0,200}(?=\{)/.exec(piece.text)?.[0].length;
  const object = start === undefined ? null : parseObject(piece.text.slice(start));
  const record = object ? readObject(object) : readRow(piece.text, carry);
  if (!record) return null;
  nameComputer(carry, record.computer);
  return makeEntry({ format, pieces: [piece], time: record.time, level: null, messageStart: 0 }, () => {
    const fields = new Map<string, Field[]>();
    const add = (key: string, value: string): void => {
      const escaped = object ? JSON.stringify(value).slice(1, -1) : value.replaceAll('"', '""');
      const written = piece.text.includes(escaped) ? escaped : JSON.stringify(escaped).slice(1, -1);
      const plain = /^\d{1,15}$/.test(value) ? Number(value) : value;
      addField(fields, key, { value: plain, piece: 0, ...locate(piece.text, written === '' ? '{' : written) });
    };
    add('provider', record.provider);
    add('eventid', String(record.id & 0xffff));
    if (record.computer !== null) add('computer', record.computer);
    for (const [key, value] of record.values) if (value !== '') add(key, value);
    return fields;
  });
}
