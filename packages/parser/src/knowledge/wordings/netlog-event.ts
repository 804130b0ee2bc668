/** What an event of a NetLog is, without reading its fields: of most events no more is wanted. */
import type { Carry } from '../../define.ts';
import type { Entry } from '../../model.ts';
import { fieldNumber, fieldText } from '../../reading/entry.ts';
import { mostValues } from '../../reading/framings/json-lines.ts';

/** The numbers are those of the file's own tables. */
export interface Glance {
  readonly type: string | null;
  readonly source: string | null;
  readonly id: string;
  readonly phase: number | null;
  readonly tick: number | null;
  readonly hasError: boolean;
  /** What it calls itself, which no event of Chromium does. */
  readonly event: string | null;
}

type Values = Readonly<Record<string, unknown>>;

const eventKeys = new Set(['params', 'phase', 'source', 'time', 'type']);
const sourceKeys = new Set(['id', 'start_time', 'type']);
const errorKey = 'net_error';

const nameOf = (carry: Carry, table: 'type' | 'source', number: number | null): string | null =>
  number === null ? null : (carry.constants.get(table)?.get(number) ?? null);

/** An event of no more than so many values, by them or, where they are not as Chromium writes them, by its fields; null when it is none. */
export function glanceAt(value: Values, values: number, read: () => Entry, carry: Carry): Glance | null {
  const { phase, source, time, type, params } = value;
  const isKnown = isValues(source) && (params === undefined || isValues(params));
  if (!isKnown || values >= mostValues || !isPlain(value)) return byFields(read(), carry);
  const error = numberIn(params?.[errorKey]);
  return {
    type: nameOf(carry, 'type', numberIn(type)),
    source: nameOf(carry, 'source', numberIn(source.type)),
    id: String(source.id),
    phase: numberIn(phase),
    tick: numberIn(time),
    hasError: error !== null,
    event: null,
  };
}

function byFields(entry: Entry, carry: Carry): Glance | null {
  const id = fieldText(entry, 'source.id');
  if (id === null) return null;
  return {
    type: nameOf(carry, 'type', fieldNumber(entry, 'type')),
    source: nameOf(carry, 'source', fieldNumber(entry, 'source.type')),
    id,
    phase: fieldNumber(entry, 'phase'),
    tick: fieldNumber(entry, 'time'),
    hasError: fieldNumber(entry, `params.${errorKey}`) !== null,
    event: fieldText(entry, 'event'),
  };
}

/** Its fields would say what its values do: no key stands twice but for its case. */
function isPlain(value: Values): boolean {
  const { source, params } = value;
  if (!isValues(source) || source.id === undefined || source.id === null) return false;
  for (const key in value)
    if (!eventKeys.has(key) || (key !== 'source' && key !== 'params' && !isOne(value[key]))) return false;
  for (const key in source) if (!sourceKeys.has(key) || !isOne(source[key])) return false;
  if (params !== undefined && (!isValues(params) || !isOne(params[errorKey]))) return false;
  for (const key in params)
    if (key.length === errorKey.length && key !== errorKey && key.toLowerCase() === errorKey) return false;
  return true;
}

const isValues = (value: unknown): value is Values =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isOne = (value: unknown): boolean => typeof value !== 'object' || value === null;

/** As a field of that value is a number. */
function numberIn(value: unknown): number | null {
  if (value === undefined || value === null || value === '') return null;
  const number = Number(String(value));
  return Number.isFinite(number) ? number : null;
}

/** The end of an event as Chromium writes it, its keys in order. */
const ending =
  /"phase":\d,"source":\{"id":\d{1,15},(?:"start_time":"\d{1,20}",)?"type":(\d{1,5})\},"time":"\d{1,20}","type":(\d{1,5})\}$/y;
const longestEnding = 150;
/** An error, or a key that may be one. */
const mayHoldError = /net_error|\\u00[4-7]/i;

/** Type and source of an event that has no other keys than Chromium gives it, and no error, by the look of its text; null when it may be another. */
export function lookAt(text: string, keys: number, carry: Carry): Pick<Glance, 'type' | 'source'> | null {
  const from = text.indexOf('"phase":', text.length - longestEnding);
  if (!(from === 1 ? keys === 4 : keys === 5 && text.startsWith('{"params":'))) return null;
  ending.lastIndex = from;
  const [, source, type] = ending.exec(text) ?? [];
  if (type === undefined || mayHoldError.test(text)) return null;
  return { type: nameOf(carry, 'type', Number(type)), source: nameOf(carry, 'source', Number(source)) };
}
