/** Which rules can find anything in a text: most of them need a word that it does not have. */
import { secretLiterals } from './literals.ts';
import type { SecretRule } from './patterns.ts';
import { secretRules } from './rules.ts';

const literalsOf = new Map<SecretRule, readonly string[] | null>();
for (const [at, rule] of secretRules.entries()) literalsOf.set(rule, secretLiterals[at] ?? null);

/** In their order. Linear time. */
export function rulesFor(text: string): SecretRule[] {
  const small = text.toLowerCase();
  const looked = new Map<string, boolean>();
  const stands = (literal: string): boolean => {
    const known = looked.get(literal) ?? small.includes(literal);
    looked.set(literal, known);
    return known;
  };
  return secretRules.filter((rule) => literalsOf.get(rule)?.some(stands) ?? true);
}
