/** Changes inside a line that keep its shape: another number, date, quote, key, tag or entity in the place of one. */
import type { Chance } from '../chance.ts';

// biome-ignore format: a table
const numbers = [
  '0', '-0', '-1', '1', '00000000000000000001', '2147483647', '2147483648', '-2147483649', '4294967295', '4294967296',
  '9007199254740993', '18446744073709551615', '99999999999999999999999999', '1e999', '1e-999', '0x', '0xFFFFFFFF',
  '0x80070005', '-10013', '104103', '407', '5003', 'NaN', 'Infinity', '1,000,000', '٤٢', '１２', '0.1.2.3', '',
];
// biome-ignore format: a table
const dates = [
  '0000-00-00', '9999-12-31', '99999-99-99', '2024-02-30', '1969-12-31', '2038-01-19', '12/31/9999', '00/00/0000',
  '31.02.2025', 'Feb 30', 'Feb 29', '2025-13-45', '275760-09-13', '-271821-04-20', '1601-01-01',
];
const clocks = [
  '00:00:00',
  '24:00:00',
  '23:59:60',
  '99:99:99',
  '25:61:61.999999999',
  '12:00:00 AM',
  '0:0:0',
  '10：20：00',
];
const zones = ['Z', '+14:00', '-12:00', '+99:99', '-00:00', '+0530', ' UTC', ' CEST', '+01', '+24:00', ''];
// biome-ignore format: a table
const marks = [
  '"', "'", '`', '“', '«', '\\', '\\"', '&quot;', '&amp;', '&#0;', '&#x202E;', '&#55296;', '&x;', '<', '>', '</', '/>', '<!--', '-->', '<![CDATA[',
  ']]>', '<!DOCTYPE a [<!ENTITY b "bb"><!ENTITY c "&b;&b;&b;">]>', '<?xml version="1.1"?>', '{', '}', '[', ']', '(', ')', ':', '=', ',', ';', '|', '\t', '\r',
  '%', '%00', '%%14593', '$(x)', '../', '__proto__', 'constructor', 'toString', '<email-1>', '[label](command:x)', '**', '\u2028',
];
// biome-ignore format: a table
const controls = [
  '\0', '\x07', '\x08', '\x1b[31m', '\x1b]0;t\x07', '\x7f', '\x85', '\x9b31m', '\u200b', '\u200e', '\u202e', '\u2066', '\u2069', '\ufeff', '\u2029', '\ud800', '\udc00',
  '😀', 'e\u0301\u0301\u0301', '\u{e0041}', '\ufffd', '\uffff', 'ﷺ', 'ß', 'ı',
];
// biome-ignore format: a table
const secrets = [
  'alice@example.com', 'pwd=hunter2hunter2', 'Bearer abc.def.ghi', '00:1a:2b:3c:4d:5e', '/home/alice/x', 'C:\\Users\\alice\\x', '+49 30 1234567',
  'meeting id 123 456 789', 'token="a', 'password:',
];

/** What is replaced, and by what. */
const kinds: readonly (readonly [RegExp, readonly string[]])[] = [
  [/\d+/g, numbers],
  [/0x[\da-f]+|\d+/gi, numbers],
  [/\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}|[A-Z][a-z]{2} [ \d]\d/g, dates],
  [/\d{1,2}:\d\d(?::\d\d)?(?:[.:,]\d+)?/g, clocks],
  [/(?<=\d)(?:Z|[+-]\d\d:?\d\d)|(?<=:\d\d(?:\.\d+)?)(?= )/g, zones],
  [/["'<>=:,;()[\]{}&\\/|]/g, marks],
  [/\b/g, controls],
  [/\b\w+\b/g, secrets],
  [/<[^<>]{1,80}>/g, [...marks, '<System>', '</System>', '<Event>', '</Event>', '<Data Name="x">', '<!--t-->', '']],
  [/"[^"\n]{0,80}"/g, ['""', '"', 'null', '[]', '{}', '"\\ud800"', '"\\u0000"', '1e400', 'true', '"__proto__":1']],
  [/\s+/g, [' ', '', '\n', '\r\n', '\t', '\u00a0', '\u3000', ' '.repeat(500)]],
];

function matches(text: string, pattern: RegExp, chance: Chance): RegExpExecArray | null {
  // Somewhere in a long text, and not always at its start.
  pattern.lastIndex = chance.below(text.length);
  const found = pattern.exec(text);
  if (found) return found;
  pattern.lastIndex = 0;
  return pattern.exec(text);
}

export function changeTokens(text: string, chance: Chance): string {
  const [pattern, values] = chance.pick(kinds);
  let changed = text;
  for (let left = chance.between(1, 3); left > 0; left--) {
    const found = matches(changed, pattern, chance);
    if (!found) break;
    const end = found.index + found[0].length;
    const value = chance.happens(0.05) ? chance.pick(values).repeat(chance.between(2, 3000)) : chance.pick(values);
    changed = changed.slice(0, found.index) + value + changed.slice(end);
  }
  return changed;
}

/** One unit is changed, doubled, left out. */
export function changeUnits(text: string, chance: Chance): string {
  const [from, to] = chance.places(2, text.length) as [number, number];
  const choice = chance.below(5);
  if (choice === 0) return text.slice(0, from);
  if (choice === 1) return text.slice(from);
  if (choice === 2) return text.slice(0, from) + text.slice(Math.min(to, from + 40));
  if (choice === 3)
    return (
      text.slice(0, from) + text.slice(from, Math.min(to, from + 400)).repeat(chance.between(2, 12)) + text.slice(to)
    );
  return text.slice(0, from) + chance.pick([...marks, ...controls]) + text.slice(from + 1);
}

const opened = ['{"a":', '[', '[{"a":', '<a>', '<Event>', '<Events><Event>', '(', '{\n', '<a b="', '\\"', '&#'];

/** Something opens again and again, and ends nowhere. */
export function nest(text: string, chance: Chance): string {
  const at = chance.below(text.length + 1);
  return text.slice(0, at) + chance.pick(opened).repeat(chance.pick([2, 20, 200, 2000])) + text.slice(at);
}

const stretched = [
  ' ',
  '\t',
  '\n',
  ' \n',
  '\r',
  '0',
  '1.',
  'a',
  'a ',
  'a=',
  'a:',
  '"',
  '<',
  '(',
  '[',
  '-',
  ':',
  ',',
  '\\',
  '/',
  '&',
  '@',
  '%',
  'é',
];

/** One sign again and again, somewhere between two words: what searches it twice takes long. */
export function stretch(text: string, chance: Chance): string {
  const sign = chance.pick(stretched);
  const from = chance.below(text.length);
  const place = from + Math.max(0, text.slice(from).search(/\b/));
  return text.slice(0, place) + sign.repeat(Math.ceil(60_000 / sign.length)) + text.slice(place);
}
