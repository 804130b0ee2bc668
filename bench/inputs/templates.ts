/**
 * Kinds of lines, one template each. `{host}` is replaced by a new value each time, `{n 40}` by a number below 40,
 * `{n 100 900}` by one from 100 to 899, and `{a|b|c}` by one of those.
 */
import type { Random } from './random.ts';
import { names, nouns, verbs, words } from './words.ts';

export type Template = (random: Random) => string;

type Slot = (random: Random, first: number, second: number) => string;

const capital = (word: string): string => word[0]!.toUpperCase() + word.slice(1);

function several(random: Random, from: number, to: number): string {
  let text = random.pick(words);
  for (let left = from + random.below(to - from) - 1; left > 0; left--) text += ` ${random.pick(words)}`;
  return text;
}

const slots: Readonly<Record<string, Slot>> = {
  n: (random, first, second) =>
    String(Number.isNaN(second) ? random.below(first) : first + random.below(second - first)),
  hex: (random, digits) => random.hex(digits),
  upper: (random, digits) => random.hex(digits).toUpperCase(),
  ptr: (random) => `0x${random.hex(random.chance(0.5) ? 8 : 12)}`,
  float: (random, limit) => (random.below(limit * 1000) / 1000).toFixed(3),
  ms: (random) => String(random.below(1000)).padStart(3, '0'),
  guid: (random) => `${random.hex(8)}-${random.hex(4)}-4${random.hex(3)}-a${random.hex(3)}-${random.hex(12)}`,
  id: (random) =>
    `${random.hex(8)}-${random.hex(4)}-4${random.hex(3)}-A${random.hex(3)}-${random.hex(12)}`.toUpperCase(),
  ip: (random) =>
    `${random.pick(['192.0.2', '198.51.100', '203.0.113', '192.168.1', '10.20.30'])}.${random.below(256)}`,
  ip6: (random) => `2001:db8:${random.hex(4)}::${random.hex(4)}`,
  mac: (random) => Array.from({ length: 6 }, () => random.hex(2)).join(':'),
  host: (random) => `${random.pick(nouns)}${random.below(90)}.example.com`,
  port: (random) => random.pick(['80', '443', '8801', '8802', '3478', '5353', String(1024 + random.below(64000))]),
  url: (random) => `https://${random.pick(nouns)}.example.com/${random.pick(words)}/${random.hex(8)}`,
  word: (random) => random.pick(words),
  noun: (random) => random.pick(nouns),
  verb: (random) => random.pick(verbs),
  Noun: (random) => capital(random.pick(nouns)),
  Verb: (random) => capital(random.pick(verbs)),
  name: (random) => random.pick(names),
  words: (random, from, to) => several(random, from, to),
  Words: (random, from, to) => capital(several(random, from, to)),
  path: (random) =>
    `/${random.pick(['usr/lib', 'usr/share', 'var/lib', 'home/alice', 'opt', 'run/user/1000'])}/${random.pick(nouns)}/${random.pick(words)}-${random.below(40)}.${random.pick(['so', 'conf', 'db', 'png', 'log', 'json'])}`,
  winpath: (random) =>
    `C:\\${random.pick(['Program Files\\Example', 'Windows\\System32', 'Users\\alice\\AppData\\Local', 'ProgramData'])}\\${capital(random.pick(nouns))}\\${capital(random.pick(words))}${random.below(40)}.${random.pick(['dll', 'exe', 'dat', 'xml', 'tmp'])}`,
  bundle: (random) => `com.example.${random.pick(nouns)}.${random.pick(words)}`,
};

const mark = /\{(?:([A-Za-z]\w*)(?: (\d+))?(?: (\d+))?|([^{}]*\|[^{}]*))\}/g;

/** @throws for a slot that nothing fills. */
function compile(text: string): Template {
  const parts: (string | Template)[] = [];
  let end = 0;
  for (const found of text.matchAll(mark)) {
    const [whole, name, first, second, choices] = found;
    if (name !== undefined && !(name in slots)) throw new Error(`no slot is named ${whole}`);
    parts.push(text.slice(end, found.index));
    end = found.index + whole.length;
    if (choices !== undefined) {
      const items = choices.split('|');
      parts.push((random) => random.pick(items));
    } else {
      const slot = slots[name!]!;
      const [one, two] = [Number(first), Number(second)];
      parts.push((random) => slot(random, one, two));
    }
  }
  parts.push(text.slice(end));
  return (random) => {
    let line = '';
    for (const part of parts) line += typeof part === 'string' ? part : part(random);
    return line;
  };
}

/** A template for each line of `text`. */
export function templatesOf(text: string): readonly Template[] {
  return text
    .trim()
    .split('\n')
    .map((line) => compile(line));
}
