/** Changes to the lines of a text: cut, repeated, moved, put together from two seeds, pushed down. */
import type { Chance } from '../chance.ts';

export interface LineMaterial {
  /** A text of any format. */
  other(): string;
  /** A text of the same format, where there is one. */
  alike(): string;
}

type Change = (lines: string[], chance: Chance, material: LineMaterial) => string[];

const runOf = (lines: readonly string[], chance: Chance): string[] => {
  const [from, to] = chance.places(2, lines.length);
  return lines.slice(from, to! + 1);
};

const inserted = (lines: readonly string[], at: number, more: readonly string[]): string[] => [
  ...lines.slice(0, at),
  ...more,
  ...lines.slice(at),
];

const banners = [
  '=== Some wrapper greets you ===',
  'Warning: Permanently added host to the list of known hosts.',
  '#'.repeat(72),
  'C:\\> type the.log',
  'user@desk:~$ cat the.log',
  '> quoted by a mail program',
  '```',
  '2026-01-02T03:04:05Z something else begins',
];

const changes: readonly Change[] = [
  (lines, chance) => runOf(lines, chance),
  (lines, chance) => lines.filter(() => !chance.happens(0.2)),
  (lines, chance) => {
    const at = chance.below(lines.length);
    return inserted(lines, at, Array<string>(chance.between(1, 40)).fill(lines[at] ?? ''));
  },
  (lines, chance) => {
    const [a, b] = [chance.below(lines.length), chance.below(lines.length)];
    const swapped = [...lines];
    [swapped[a], swapped[b]] = [lines[b]!, lines[a]!];
    return swapped;
  },
  (lines) => lines.toReversed(),
  (lines, chance, { alike }) => inserted(lines, chance.below(lines.length + 1), runOf(alike().split('\n'), chance)),
  (lines, chance, { other }) => inserted(lines, chance.below(lines.length + 1), runOf(other().split('\n'), chance)),
  // The head of one line before the message of another.
  (lines, chance, { alike, other }) => {
    const stranger = chance.pick((chance.happens(0.5) ? alike() : other()).split('\n'));
    const at = chance.below(lines.length);
    const own = lines[at] ?? '';
    const spliced = own.slice(0, chance.below(own.length + 1)) + stranger.slice(chance.below(stranger.length + 1));
    return lines.with(at, spliced);
  },
  (lines, chance) =>
    inserted(
      lines,
      chance.below(lines.length + 1),
      Array<string>(chance.between(1, 300)).fill(chance.pick(['', '', ' ', '\r', '\t'])),
    ),
  (lines, chance) => inserted(lines, 0, Array<string>(chance.between(1, 6)).fill(chance.pick(banners))),
  (lines, chance) => {
    const at = chance.below(lines.length);
    const own = lines[at] ?? '';
    const part = own.slice(-chance.between(1, 20)) || ' ';
    return lines.with(at, own + part.repeat(chance.happens(0.1) ? 2000 : chance.between(1, 100)));
  },
  // As a mail, a ticket or a program's source quotes them.
  (lines, chance) => {
    const quote = chance.pick(['> ', '    ', '| ', '"', '\t', '// ', '+', '- ']);
    return lines.map((line) => quote + line);
  },
  (lines, chance) => [
    'Hello, this is what I see:',
    '',
    ...(chance.happens(0.5) ? ['```', ...lines, '```'] : lines),
    '',
    'Thanks, Alice',
  ],
  (lines, chance) => lines.map((line) => (chance.happens(0.3) ? line.slice(0, chance.below(line.length + 1)) : line)),
];

export function changeLines(text: string, chance: Chance, material: LineMaterial): string {
  const lines = text.split('\n');
  return chance
    .pick(changes)(lines.length > 0 ? lines : [''], chance, material)
    .join('\n');
}

/** The text after so much of something else, or again and again, that it is longer than what is looked at first. */
export function enlarge(text: string, chance: Chance): string {
  const wanted = chance.happens(0.08) ? 540_000 : chance.between(60_000, 90_000);
  const filling = chance.happens(0.4) ? `${chance.pick(banners)}\n` : `${text}\n`;
  const many = filling.repeat(Math.max(1, Math.ceil(wanted / filling.length)));
  return chance.happens(0.5) ? many + text : text + many;
}
