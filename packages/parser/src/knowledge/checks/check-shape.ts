/** Whether a declaration says everything it must, in values that exist: ours are typed, those of users are not. */
import { type Fact, type Failure, hitsOf, isFailure, type Pattern } from '../../define.ts';
import { failureClasses, severities } from '../../model.ts';
import type { Fault } from './fault.ts';

type Declared = Failure | Fact;

const roles: readonly unknown[] = ['symptom', 'cause', 'support'];
const strengths: readonly unknown[] = ['weak', 'strong', 'proof'];
const layouts: readonly unknown[] = ['captured', 'documented', 'constructed'];
const effects: readonly unknown[] = ['rules-out', 'ends', 'benign'];

/** What is missing or has a value that does not exist; with a fault here nothing else can be said. */
export function checkShape(known: Declared): readonly Fault[] {
  const texts = isFailure(known) ? ['id', 'title', 'cause', 'remedy'] : ['id', 'title', 'because'];
  const values: readonly (readonly [key: string, accepted: readonly unknown[]])[] = [
    ['class', failureClasses],
    ...(isFailure(known)
      ? ([
          ['role', roles],
          ['strength', strengths],
          ['severity', severities],
        ] as const)
      : [['effect', effects] as const]),
  ];
  const lists = ['match', ...(isFailure(known) ? ['fixes'] : [])];
  return [
    ...check(known, '', texts, values, lists),
    ...(Array.isArray(known.match) ? known.match : []).flatMap((pattern: Pattern, at) =>
      check(pattern, `pattern ${at + 1}`, ['has'], [['layout', layouts]], ['formats', 'hits']),
    ),
  ];
}

function check(
  object: object,
  where: string,
  texts: readonly string[],
  values: readonly (readonly [key: string, accepted: readonly unknown[]])[],
  lists: readonly string[],
): Fault[] {
  const has = object as Readonly<Record<string, unknown>>;
  const add = (key: string, advice: string): Fault => ({ where, what: `\`${key}\` is missing`, advice });
  return [
    ...texts
      .filter((key) => typeof has[key] !== 'string' || has[key].trim() === '')
      .map((key) => add(key, 'add it, as text')),
    ...values
      .filter(([key, accepted]) => !accepted.includes(has[key]))
      .map(([key, accepted]) =>
        has[key] === undefined
          ? add(key, `use one of ${accepted.join(', ')}`)
          : { where, what: `${key} '${has[key]}' is unknown`, advice: `use one of ${accepted.join(', ')}` },
      ),
    ...lists.filter((key) => !Array.isArray(has[key])).map((key) => add(key, 'add it, as a list')),
  ];
}

/** Words of the scaffold, in English or as an id. */
const unwritten =
  /\b(?:in a few words|in one plain sentence|almost happened|the line that shows it)\b|<[a-z -]+ here>/i;

/** An id that is none, texts that nobody has written yet, and what a declaration must name to mean anything. */
export function checkContent(known: Declared): readonly Fault[] {
  const fault = (what: string, advice: string): Fault => ({ where: '', what, advice });
  const texts = [
    known.title,
    ...(isFailure(known) ? [known.cause, known.remedy] : [known.because]),
    ...hitsOf(known),
    ...(known.misses ?? []).flatMap(({ text, why }) => [text, why]),
  ];
  return [
    ...(/^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/.test(known.id) ? [] : [fault(`id '${known.id}'`, 'write it in kebab-case')]),
    ...texts
      .filter((text) => text.trim() === '' || unwritten.test(text))
      .map((text) => fault(`'${text.slice(0, 60)}' is the scaffold's text`, 'write your own')),
    ...(known.match.length > 0 ? [] : [fault('it has no pattern', 'add one to match')]),
    ...(known.misses?.length
      ? []
      : [fault('it has no miss', 'add to misses what looks similar and must not be found')]),
    ...(isFailure(known) ? [] : checkEffect(known)),
  ];
}

function checkEffect({ effect, clears, ends, eases }: Fact): readonly Fault[] {
  const lacks = (what: string, advice: string): readonly Fault[] => [{ where: '', what, advice }];
  if (effect === 'rules-out' && !clears?.length)
    return lacks('it rules out nothing', 'name the causes that it excludes in `clears`');
  if (effect === 'ends' && !ends?.length && !eases?.length)
    return lacks('it ends nothing', 'name the failures that it ends in `ends`, or makes warnings in `eases`');
  return [];
}
