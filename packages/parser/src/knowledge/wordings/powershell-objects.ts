/** Objects as PowerShell shows them: a table below a line of dashes, or a list of `Name : value`. Their names are English in every language. */

export interface Shown {
  /** By the names of the columns or properties, in lower case. */
  readonly values: ReadonlyMap<string, string>;
  /** Where the row, or the list, stands in the text. */
  readonly start: number;
  readonly end: number;
}

/** Characters that take two places of a row. */
const wide = /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/g;
const filler = '\0';
const mostRows = 2000;

/** A column begins where its dashes do, or, where its values stand to the right, behind the last blank before. */
export function cellsOf(row: string, starts: readonly number[]): string[] {
  const filled = row.replace(wide, `$&${filler}`);
  const cuts = starts.map((start) => {
    let cut = Math.min(start, filled.length);
    while (cut > 0 && filled[cut - 1] !== ' ') cut--;
    return cut;
  });
  return starts.map((_, i) =>
    filled
      .slice(i === 0 ? 0 : cuts[i], cuts[i + 1])
      .replaceAll(filler, '')
      .trim(),
  );
}

/** Rows of the tables, and the lists, of a block of output. */
export function shownObjects(text: string): Shown[] {
  const lines = text.split('\n');
  const found: Shown[] = [];
  const list = new Map<string, string>();
  let columns: readonly string[] = [];
  let starts: readonly number[] = [];
  let key = '';
  let offset = 0;
  for (const [i, line] of lines.entries()) {
    const start = offset;
    offset += line.length + 1;
    const property = /^(\w{1,60}) {0,60}: ?(.*)$/.exec(line);
    if (/^ {0,40}-{2,}(?: +-{2,})* *\r?$/.test(line) && i > 0) {
      starts = Array.from(line.matchAll(/-+/g), ({ index }) => index);
      columns = cellsOf(lines[i - 1]!, starts).map((name) => name.toLowerCase());
    } else if (starts.length > 0) {
      if (line.trim() === '') starts = [];
      else if (found.length < mostRows && columns.length > 1) {
        const cells = cellsOf(line.trimEnd(), starts);
        const values = new Map(columns.map((name, at) => [name, cells[at] ?? '']));
        found.push({ values, start, end: start + line.trimEnd().length });
      }
    } else if (property) {
      key = property[1]!.toLowerCase();
      list.set(key, property[2]!.trim());
    } else if (key !== '' && /^ {8,}\S/.test(line)) list.set(key, `${list.get(key)}${line.trim()}`);
  }
  return list.size > 1 ? [...found, { values: list, start: 0, end: text.trimEnd().length }] : found;
}

/** The objects of `ConvertTo-Json` that hold plain values. */
const jsonObjects = (text: string): Shown[] =>
  Array.from(text.matchAll(/\{[^{}]{1,8000}\}/g), ({ 0: whole, index }) => ({
    values: new Map(
      Array.from(
        whole.matchAll(/"(\w{1,60})":[ \t]{0,8}(?:"((?:[^"\\\n]|\\.){0,2000})"|([\w.-]{1,40}))/g),
        ([, name, text = '', plain]): [string, string] => [name!.toLowerCase(), plain ?? text.replace(/\\(.)/g, '$1')],
      ),
    ),
    start: index,
    end: index + whole.length,
  }));

/** The rows of `Export-Csv`, below their names. */
function csvObjects(text: string): Shown[] {
  const found: Shown[] = [];
  let columns: readonly string[] = [];
  for (const { 0: line, index } of text.matchAll(/^"[^\n]{2,8000}$/gm)) {
    const cells = Array.from(line.matchAll(/"((?:[^"]|""){0,4000})"|(?<=[,;])(?=[,;]|$)/g), ([, cell = '']) => cell);
    if (columns.length === 0) columns = cells.map((name) => name.toLowerCase());
    else if (found.length < mostRows)
      found.push({
        values: new Map(columns.map((name, i) => [name, cells[i] ?? ''])),
        start: index,
        end: index + line.length,
      });
  }
  return found;
}

/** The same objects, shown or exported. */
export const shownAnyhow = (text: string): Shown[] =>
  /^\uFEFF?\s{0,8}[[{]/.test(text)
    ? jsonObjects(text)
    : /^"\w{1,60}"[,;]"/m.test(text)
      ? csvObjects(text)
      : shownObjects(text);
