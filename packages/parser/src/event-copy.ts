/** Windows events as people copy them: what stands before the message, and where the message begins. */
import { bareMessage, guessEvent } from './event-message.ts';
import type { DateOrder } from './time.ts';

/** `Log Name: System`, then source, date and number, a line each: the labels are translated, their order is not. */
const channel = '(?:System|Application|Security|Setup|Microsoft-Windows-[^\\n:：/]{1,100}/[^\\n:：]{1,40})';
const label = '[ \\t]*[^\\n:：]{1,40}[:：][ \\t]*';
const viewerLine = new RegExp(`^${label}${channel}[ \\t]*$`);
const viewer = new RegExp(
  `^${label}${channel}[ \\t]*\\n\\s*${label}([^\\n]{1,120}?)[ \\t]*\\n\\s*${label}([^\\n]{4,60}?)[ \\t]*\\n\\s*${label}(\\d{1,5})[ \\t]*$`,
  'm',
);
/** PowerShell's list of properties: their names are English in every language. */
const property = /^(Index|EventID|Message|TimeCreated|Id|ProviderName|LogName|Source|InstanceId|TimeGenerated)[ \t]*: /;
const list =
  /^(?:TimeCreated|ProviderName|InstanceId|EntryType)[ \t]*: (?:[^\n]*\n){1,60}?(?:Message|Source|ProviderName)[ \t]*: /m;
/** dcdiag: the number in hexadecimal, with its qualifiers. */
const diagnosed = /EventID: 0x([\dA-F]{8})/;

/** A row that the Event Viewer saves: level, date, source, number, category, then the message; commas or tabs between. */
const savedRow =
  /^"?[^,\t\n"]{1,40}"?[,\t]"?([^,\t\n"]{8,40})"?[,\t]"?([^,\t\n"]{2,120})"?[,\t]"?(\d{1,5})"?[,\t]"?[^,\t\n"]{0,80}"?[,\t]"?/;
/** Such a row below the row of names, whose words are translated. */
const savedTable =
  /^(?:[^,\t\n]{1,60}[,\t]){4}[^,\t\n]{1,60}\n"?[^,\t\n"]{1,40}"?[,\t]"?[^,\t\n"]{8,40}"?[,\t]"?[^,\t\n"]{2,120}"?[,\t]"?\d{1,5}"?[,\t]/m;
/** The row of names that Export-Csv begins with. */
const csvHeader =
  /^(?=[^\n]{0,2000}"Message")(?=[^\n]{0,2000}"(?:ProviderName|Source)")(?=[^\n]{0,2000}"(?:Id|EventID|InstanceId)")(?:"\w{1,40}"[,;]?){3,60}\s*$/m;

export interface EventCopy {
  readonly provider: string;
  readonly id: number;
  readonly date: string | null;
  readonly order: DateOrder | null;
  readonly computer: string | null;
  /** Where the message stands in the text. */
  readonly start: number;
  readonly end: number;
}

/** Lines between the number and the message, in every language: category, level, keywords, user, computer. */
const linesOfHead = 9;

function readViewer(text: string): EventCopy | null {
  const match = viewer.exec(text);
  if (!match) return null;
  const [, provider = '', date = '', id] = match;
  let start = match.index + match[0].length;
  let computer: string | null = null;
  const lines = new RegExp(`^${label}([^\\n]*?)[ \\t]*$`, 'gm');
  lines.lastIndex = match.index;
  for (let i = 0, line = lines.exec(text); line && i < 14; i++, line = lines.exec(text)) {
    const value = line[1]!;
    start = line.index + line[0].length - value.length;
    if (i >= linesOfHead && (value === '' || /\s/.test(value))) break;
    if (i >= linesOfHead - 1) computer = value;
    start += value.length;
  }
  return { provider, id: Number(id), date, order: null, computer: computer || null, start, end: text.length };
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
  return {
    provider: get('ProviderName', 'Source') ?? '',
    // An instance id carries the severity in its upper half.
    id: Number(id) & 0xffff,
    date: get('TimeCreated', 'TimeGenerated', 'TimeWritten'),
    order: null,
    computer: get('MachineName'),
    start: message.start,
    end: message.end,
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

function readCsvRow(text: string, columns: readonly string[]): EventCopy | null {
  if (columns.length === 0 || !text.startsWith('"')) return null;
  const cells = [...text.matchAll(/"((?:[^"]|"")*)"|(?<=[,;])(?=[,;]|$)/g)];
  const cell = (...names: readonly string[]) =>
    names.map((name) => cells[columns.indexOf(name)]).find((one) => one?.[1] !== undefined && one[1] !== '');
  const [id, message] = [cell('Id', 'EventID', 'InstanceId')?.[1], cell('Message')];
  if (id === undefined || !message) return null;
  const start = message.index + 1;
  return {
    provider: cell('ProviderName', 'Source')?.[1] ?? '',
    id: Number(id) & 0xffff,
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

/** The event that a text is a copy of, or null. */
export const readEventCopy = (text: string, columns: readonly string[]): EventCopy | null =>
  readCsvRow(text, columns) ??
  readViewer(text) ??
  readList(text) ??
  readDiagnosed(text) ??
  readSavedRow(text) ??
  readBare(text);

/** How a copy of each shape gives itself away. */
export const eventCopy = new RegExp(
  [viewer, list, diagnosed, csvHeader, savedTable, bareMessage].map(({ source }) => source).join('|'),
  'im',
);

const isHead = (line: string): boolean => viewerLine.test(line) || diagnosed.test(line) || property.test(line);

/** Whether a line begins another event than that of the lines before it. */
export function beginsEvent(line: string, before: readonly string[]): boolean {
  if (/^\s*Event\[\d+\]/.test(line) || diagnosed.test(line)) return true;
  if (savedRow.test(line)) return true;
  if (line.startsWith('"') && /^(?:"|#TYPE )/.test(before[0] ?? '')) return areQuotesClosed(before);
  if (viewerLine.test(line)) return before.some((other) => !/^\s*(?:Event\[\d+\]:?\s*)?$/.test(other));
  if (before.at(-1)?.trim() !== '') return false;
  const name = property.exec(line)?.[1];
  if (name !== undefined) return before.some((other) => property.exec(other)?.[1] === name);
  return bareMessage.test(line) && !before.some(isHead);
}

/** Lines of one row of a table; a longer one is hostile. */
const longestRow = 200;

const areQuotesClosed = (lines: readonly string[]): boolean =>
  lines.length > longestRow || lines.reduce((count, line) => count + line.split('"').length - 1, 0) % 2 === 0;
