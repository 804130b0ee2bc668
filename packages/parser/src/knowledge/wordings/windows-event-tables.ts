/** Windows events in a table of PowerShell: rows below a line of dashes, in which each column is as wide as its values. */
import { cellsOf } from './powershell-objects.ts';

/** The names of a table of events, which no language changes, and the dashes below them. */
export const eventTable =
  /^(?=[^\n]{0,400}\b(?:TimeCreated|TimeGenerated|TimeWritten|Time)\b)(?=[^\n]{0,400}\b(?:Id|EventID|InstanceID)\b)(?=[^\n]{0,400}\bMessage\b) {0,40}[A-Za-z]{2,30}(?: {1,200}[A-Za-z]{2,30}){2,16} {0,300}\n[ ]{0,40}-{2,40}[ -]{2,400}$/im;

/** A date near the start: behind a number, or behind words such as the level, the provider, the computer. */
const row =
  /^(?: {0,20}\d{1,9} {1,20})?(?:[^\d\s:][\w.-]{1,80}(?: [\w.-]{2,40}){0,3} {1,60}){0,3}(?: {0,20}\d{1,9} {1,20})?(?:\d{1,4}[./-] ?\d{1,2}[./-] ?\d{1,4}[ ,]|[A-Z][a-z]{2} \d\d \d\d:\d\d )/;

/** Whether a line is one of those rows, given the lines before it. */
export const beginsEventRow = (line: string, before: readonly string[]): boolean =>
  line.length < 4000 && row.test(line) && (row.test(before[0] ?? '') || eventTable.test(before.slice(-2).join('\n')));

/** The columns of a table, written as one text for the carry; null where the lines hold no table's head. */
export const tableHeadOf = (text: string): string | null => eventTable.exec(text)?.[0] ?? null;

export interface EventRow {
  readonly values: ReadonlyMap<string, string>;
  /** Where the message stands in the row. */
  readonly start: number;
}

/** The values of a row by the names of its columns in lower case; null when the line is none. */
export function readEventRow(text: string, head: string): EventRow | null {
  const [names = '', dashes = ''] = head.split('\n');
  const [first = '', ...rest] = text.split('\n');
  if (!row.test(first)) return null;
  const starts = Array.from(dashes.matchAll(/-+/g), ({ index }) => index);
  const keys = cellsOf(names, starts).map((name) => name.toLowerCase());
  const cells = cellsOf(first.trimEnd(), starts);
  const values = new Map(keys.map((key, i) => [key, cells[i] ?? '']));
  const message = values.get('message') ?? '';
  const start = message === '' ? first.length : first.lastIndexOf(message);
  // With -Wrap the message goes on below itself.
  const wrapped = rest.map((line) => line.trim()).filter((line) => line !== '');
  values.set('message', [message, ...wrapped].join('\n'));
  return { values, start };
}
