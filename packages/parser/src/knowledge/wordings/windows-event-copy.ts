/** Windows events as people copy them: what stands before the message, and where the message begins. */

import type { Carry } from '../../define.ts';
import type { Time } from '../../model.ts';
import { type DateOrder, provenOrder, shownTime } from '../../reading/time.ts';
import { unwrap } from './console-wrapping.ts';
import { bareMessage, guessEvent, providerOf } from './windows-event-message.ts';
import { beginsEventRow, eventTable, readEventRow } from './windows-event-tables.ts';

/** `Log Name: System`, then source, date and number, a line each: the labels are translated, their order is not. */
const channel = '(?:System|Application|Security|Setup|Microsoft-Windows-[^\\n:：/]{1,100}/[^\\n:：]{1,40})';
const label = '[^\\s:：][^\\n:：]{0,40}[:：][ \\t]{0,40}';
const viewerLine = new RegExp(`^ {0,2}${label}${channel}[ \\t]{0,40}$`);
/** The end of a line, and what some copies put before the next one: blank lines, and a few blanks. */
const next = '[ \\t]{0,40}\\n(?:[ \\t]{0,20}\\n){0,3}[ \\t]{0,20}';
const viewer = new RegExp(
  `^[ \\t]{0,20}${label}${channel}${next}${label}([^\\s][^\\n]{0,119}?)${next}${label}([^\\s][^\\n]{3,59}?)${next}${label}(\\d{1,5})[ \\t]{0,40}$`,
  'm',
);
/** PowerShell's list of properties: their names are English in every language. */
const property = /^(Index|EventID|Message|TimeCreated|Id|ProviderName|LogName|Source|InstanceId|TimeGenerated)[ \t]*: /;
const list =
  /^(?:TimeCreated|ProviderName|InstanceId|EntryType|Message)[ \t]{0,40}: (?:.{0,2000}\n){1,60}?(?:Message|Source|ProviderName)[ \t]{0,40}: /m;
/** dcdiag: the number in hexadecimal, with its qualifiers. */
const diagnosed = /EventID: 0x([\dA-F]{8})/;

/** A row that the Event Viewer saves: level, date, source, number, category, then the message; commas or tabs between. */
const savedRow =
  /^"?[^,\t\n"]{1,40}"?[,\t]"?([^,\t\n"]{8,40})"?[,\t]"?([^,\t\n"]{2,120})"?[,\t]"?(\d{1,5})"?[,\t]"?[^,\t\n"]{0,80}"?[,\t]"?/;
/** Such a row below the row of names, whose words are translated. */
const savedTable =
  /^(?:[^,\t\n]{1,60}[,\t]){4}[^,\t\n]{1,60}\n"?[^,\t\n"]{1,40}"?[,\t]"?\d{1,4}[./-] ?\d{1,2}[./-] ?\d{1,4}[^,\t\n"]{3,30}"?[,\t]"?[^,\t\n"]{2,120}"?[,\t]"?\d{1,5}"?[,\t]/m;
/** `   ProviderName: Schannel`, above the rows that PowerShell shows by itself; it cuts their messages. */
const tableHead = /^ {3}ProviderName: ([^\n]{2,120}?)[ \t]{0,120}$/m;
const tableRow = /^(\d[^\n]{10,26}?\d\d(?: \S{1,5})?) {2,}(\d{1,5}) (\S{1,30}) +(?=\S)/;
/** The row of names that Export-Csv begins with. */
const csvHeader =
  /^(?=.{0,2000}"Message")(?=.{0,2000}"(?:ProviderName|Source|TimeCreated|TimeGenerated)")(?=.{0,2000}"(?:Id|EventID|InstanceId)")(?:"\w{1,40}"[,;]?){3,60}[ \t\r]{0,8}$/m;

export interface EventCopy {
  readonly provider: string;
  readonly id: number;
  readonly date: string | null;
  readonly order: DateOrder | null;
  readonly computer: string | null;
  /** Where the message stands in the text. */
  readonly start: number;
  readonly end: number;
  /** The message, where the text has it wrapped. */
  readonly message?: string;
}

/** Lines between the number and the message, in every language: category, level, keywords, user, computer; wevtutil has a few more. */
const [linesOfHead, mostLinesOfHead] = [9, 14];

function readViewer(text: string): EventCopy | null {
  const match = viewer.exec(text);
  if (!match) return null;
  const [, provider = '', date = '', id] = match;
  let start = match.index + match[0].length;
  let computer: string | null = null;
  const lines = new RegExp(`^[ \\t]{0,20}${label}([^\\n]*)$`, 'gm');
  lines.lastIndex = match.index;
  for (let i = 0, line = lines.exec(text); line && i < mostLinesOfHead; i++, line = lines.exec(text)) {
    const value = line[1]!.trim();
    if (i >= linesOfHead && value === '') {
      start = line.index + line[0].length;
      break;
    }
    computer = i >= linesOfHead - 1 && /^[\w.-]{1,255}$/.test(value) && !/^S-1-/.test(value) ? value : null;
  }
  return { provider, id: Number(id), date, order: null, computer, start, end: text.length };
}

function readList(text: string): EventCopy | null {
  if (!list.test(text)) return null;
  const values = new Map<string, { value: string; start: number; end: number }>();
  const lines = /^(\w{1,40})[ \t]*: ?([^\n]*(?:\n(?:[ \t][^\n]*)?)*)/gm;
  for (const match of text.matchAll(lines)) {
    const start = match.index + match[0].length - match[2]!.length;
    values.set(match[1]!, { value: match[2]!.trim(), start, end: start + match[2]!.length });
  }
  const get = (...names: readonly string[]): string | null =>
    names.map((name) => values.get(name)?.value).find((value) => value) ?? null;
  const [id, message] = [get('Id', 'EventID', 'InstanceId'), values.get('Message')];
  if (id === null || !message) return null;
  const unwrapped = unwrap(text.slice(message.start, message.end), text);
  return {
    provider: get('ProviderName', 'Source') ?? providerOf(Number(id) & 0xffff, unwrapped),
    // An instance id carries the severity in its upper half.
    id: Number(id) & 0xffff,
    date: get('TimeCreated', 'TimeGenerated', 'TimeWritten'),
    order: null,
    computer: get('MachineName'),
    start: message.start,
    end: message.end,
    message: unwrapped,
  };
}

function readDiagnosed(text: string): EventCopy | null {
  const id = diagnosed.exec(text)?.[1];
  const label = /Event String: ?\s*/.exec(text);
  if (id === undefined || !label) return null;
  const start = label.index + label[0].length;
  const date = /Time Generated: ([\d/]+\s+[\d:]+)/.exec(text)?.[1] ?? null;
  const { provider = '' } = guessEvent(text.slice(start)) ?? {};
  // dcdiag writes the month first, whatever the language.
  return {
    provider,
    id: Number(`0x${id}`) & 0xffff,
    date,
    order: 'month-first',
    computer: null,
    start,
    end: text.length,
  };
}

function readSavedRow(text: string): EventCopy | null {
  const match = savedRow.exec(text);
  if (!match) return null;
  const [head, date = '', provider = '', id] = match;
  return { provider, id: Number(id), date, order: null, computer: null, start: head.length, end: text.length };
}

/** The names of a row of names, null when it is none. */
export const columnsOf = (text: string): string[] | null =>
  csvHeader.test(text) ? [...text.matchAll(/"(\w{1,40})"/g)].map(([, name]) => name!) : null;

/** The provider that a table's rows come from, null where a line names none. */
export const tableProvider = (text: string): string | null => tableHead.exec(text)?.[1] ?? null;

/** A row of a table whose columns were chosen. */
function readChosenRow(text: string, head: string | null): EventCopy | null {
  const told = head === null ? null : readEventRow(text, head);
  if (!told) return null;
  const get = (...names: readonly string[]) => names.map((name) => told.values.get(name)).find((value) => value);
  const [id, message] = [get('id', 'eventid', 'instanceid'), get('message')];
  if (id === undefined || !/^\d{1,10}$/.test(id) || message === undefined) return null;
  const number = Number(id) & 0xffff;
  return {
    provider: get('providername', 'source') ?? providerOf(number, message),
    id: number,
    date: get('timecreated', 'timegenerated', 'timewritten') ?? null,
    order: null,
    computer: get('machinename') ?? null,
    start: told.start,
    end: text.length,
    message: unwrap(message, text),
  };
}

function readTableRow(text: string, provider: string | null): EventCopy | null {
  const match = provider === null ? null : tableRow.exec(text);
  if (!match || provider === null) return null;
  const [head, date = '', id] = match;
  return { provider, id: Number(id), date, order: null, computer: null, start: head.length, end: text.length };
}

function readCsvRow(text: string, columns: readonly string[]): EventCopy | null {
  if (columns.length === 0 || !text.startsWith('"')) return null;
  const cells = [...text.matchAll(/"((?:[^"]|"")*)"|(?<=[,;])(?=[,;]|$)/g)];
  const cell = (...names: readonly string[]) =>
    names.map((name) => cells[columns.indexOf(name)]).find((one) => one?.[1] !== undefined && one[1] !== '');
  const [id, message] = [cell('Id', 'EventID', 'InstanceId')?.[1], cell('Message')];
  if (id === undefined || !message) return null;
  const start = message.index + 1;
  const number = Number(id) & 0xffff;
  return {
    provider: cell('ProviderName', 'Source')?.[1] ?? providerOf(number, message[1]!),
    id: number,
    date: cell('TimeCreated', 'TimeGenerated', 'TimeWritten')?.[1] ?? null,
    order: null,
    computer: cell('MachineName')?.[1] ?? null,
    start,
    end: start + message[1]!.length,
  };
}

function readBare(text: string): EventCopy | null {
  const event = guessEvent(text);
  return event && { ...event, date: null, order: null, computer: null, start: 0, end: text.length };
}

/** The event that a text is a copy of, or null. `columns`, `head` and `provider`: of the table in which it stands. */
export const readEventCopy = (
  text: string,
  columns: readonly string[],
  head: string | null,
  provider: string | null,
): EventCopy | null =>
  readCsvRow(text, columns) ??
  readTableRow(text, provider) ??
  readChosenRow(text, head) ??
  readViewer(text) ??
  readList(text) ??
  readDiagnosed(text) ??
  readSavedRow(text) ??
  readBare(text);

/** How a copy of each shape gives itself away. */
export const eventCopy = new RegExp(
  [viewer, list, diagnosed, csvHeader, savedTable, tableHead, eventTable, bareMessage]
    .map(({ source }) => source)
    .join('|'),
  'im',
);

const isHead = (line: string): boolean => viewerLine.test(line) || diagnosed.test(line) || property.test(line);

/** Whether a line begins another event than that of the lines before it. */
export function beginsEvent(line: string, before: readonly string[]): boolean {
  if (/^\s*Event\[\d+\]/.test(line) || diagnosed.test(line)) return true;
  if (savedRow.test(line) || tableHead.test(line) || tableRow.test(line)) return true;
  if (beginsEventRow(line, before)) return true;
  if (line.startsWith('"') && /^(?:"|#TYPE )/.test(before[0] ?? '')) return areQuotesClosed(before);
  if (viewerLine.test(line) && !property.test(line))
    return before.some((other) => !/^\s*(?:Event\[\d+\]:?\s*)?$/.test(other));
  if (before.at(-1)?.trim() !== '') return false;
  const name = property.exec(line)?.[1];
  if (name !== undefined) return before.some((other) => property.exec(other)?.[1] === name);
  return bareMessage.test(line) && !before.some(isHead);
}

/** Lines of one row of a table; a longer one is hostile. */
const longestRow = 200;

const areQuotesClosed = (lines: readonly string[]): boolean =>
  lines.length > longestRow || lines.reduce((count, line) => count + line.split('"').length - 1, 0) % 2 === 0;

/** Under which the order of day and month stands in the carry, once a date has given it away. */
const orderKey = 'date order';

/** When an event was shown to have happened. A date that gives its order away tells it of the file's other dates. */
export function readShownTime(shown: string, order: DateOrder | null, carry: Carry): Time | null {
  const proven = provenOrder(shown);
  if (proven && order === null) carry.names.set(orderKey, proven);
  return shownTime(shown, order ?? (carry.names.get(orderKey) as DateOrder | undefined) ?? null);
}

/** Takes the order of day and month from whichever date near the start of a file proves it: the first ones may not. */
export function learnOrder(head: string, carry: Carry): void {
  for (const [date] of head.matchAll(/(?<![\d./-])\d{1,2}[./-]\d{1,2}[./-]\d{4}(?![\d./-])/g)) {
    const proven = provenOrder(date);
    if (proven) carry.names.set(orderKey, proven);
    if (proven) return;
  }
}
