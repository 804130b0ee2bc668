/**
 * How long a RegExp can take. `linear`: recheck finds no text on which it is slow. `bounded`: it is not linear by recheck,
 * which counts steps and not seconds, or gives up; but no quantifier without an end makes it slow, and the worst texts that
 * recheck knows take no time in a real engine. `slow` is all else.
 */
import { type Diagnostics, type Parameters, check as recheck } from 'recheck';
import { hasQuantifier, withoutEnds, withSmallCounts } from './counts.ts';
import { hanging } from './slow-regexps.ts';

/** A text that is drawn out to any length. */
export type Attack = readonly (readonly [prefix: string, pump: string])[];

export interface Judgement {
  readonly verdict: 'linear' | 'bounded' | 'slow';
  readonly attacks: readonly Attack[];
  /** Of a slow one. */
  readonly why?: string;
}

interface Plain {
  readonly source: string;
  readonly flags: string;
}

/** Quadratic time on a text of this length is minutes. */
export const attackSize = 1 << 18;

/** By the steps of recheck's own engine alone: its seconds depend on the machine. */
const bySteps = { attackTimeout: null, incubationTimeout: null } as const;

/** The flag v changes how classes are written, d what a match tells: neither changes how long it takes. */
const examine = (source: string, flags: string, params: Parameters): Promise<Diagnostics> =>
  recheck(source, flags.replace('v', 'u').replace('d', ''), params);

const attackOf = (found: Diagnostics): readonly Attack[] =>
  found.status === 'vulnerable' ? [found.attack.pumps.map(({ prefix, pump }) => [prefix, pump])] : [];

/** The text of an attack, drawn out, and repeated as a whole. */
const drawnOut = (attack: Attack, size: number): readonly string[] => {
  const count = Math.ceil(size / attack.reduce((sum, [, pump]) => sum + pump.length, 0));
  const draw = (times: number): string => attack.map(([prefix, pump]) => prefix + pump.repeat(times)).join('');
  const short = `${draw(20)}\0`;
  return [`${draw(count)}\0`, `${draw(count)}\n`, short.repeat(Math.ceil(size / short.length))];
};

/** Repeats of what it looks for, and of what is often repeated. */
const ownTexts = (source: string, size: number): readonly string[] => {
  const literals = source.match(/[A-Za-z][\w :="-]{2,40}/g) ?? [];
  const units = [
    ...new Set(literals),
    ' ',
    '\n',
    '\t\n',
    'a',
    '0',
    'a-',
    '0.',
    '"',
    '<',
    '[',
    '\\',
    '/',
    'a: ',
    'a=0,',
  ];
  return units.map((unit) => unit.repeat(Math.ceil(size / unit.length)));
};

/** What holds for it when it is not linear: null, or the text on which it hangs. */
export async function hangsOn(
  { source, flags }: Plain,
  attacks: readonly Attack[],
  size: number,
): Promise<string | null> {
  const texts = [...attacks.flatMap((attack) => drawnOut(attack, size)), ...ownTexts(source, size)];
  // Behind each match the search goes on, but for a token, which stands in one place.
  const value = new RegExp(source, flags.includes('y') ? flags : [...new Set(`${flags}g`)].join(''));
  return (await hanging([{ name: `/${source.slice(0, 60)}/${flags}`, value, texts }], 10_000))[0] ?? null;
}

export async function judgeRegExp(one: Plain, timeout = 4_000): Promise<Judgement> {
  const { source, flags } = one;
  if (!hasQuantifier(source)) return { verdict: 'linear', attacks: [] };
  const small = await examine(withSmallCounts(source), flags, { ...bySteps, timeout });
  if (small.status === 'vulnerable') return slow(attackOf(small), small.complexity.summary);
  // What is slow by its seconds is no more than a text to try.
  const found = withSmallCounts(source) === source ? small : await examine(source, flags, { timeout });
  if (found.status === 'safe') return { verdict: 'linear', attacks: [] };
  const endless = await examine(withoutEnds(source), flags, { timeout });
  // What its fuzzer takes for exponential is a text to try, too.
  const exponential = [found, endless].find(
    (one) => one.status === 'vulnerable' && one.complexity.type === 'exponential' && !one.complexity.isFuzz,
  );
  if (exponential) return slow(attackOf(exponential), 'exponential time');
  const attacks = [...attackOf(found), ...attackOf(endless)];
  const text = await hangsOn(one, attacks, attackSize);
  return text === null ? { verdict: 'bounded', attacks } : slow(attacks, text);
}

const slow = (attacks: readonly Attack[], why: string): Judgement => ({ verdict: 'slow', attacks, why });
