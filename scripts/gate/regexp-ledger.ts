/**
 * What was judged of every RegExp, so that the same one is not judged each time: recheck takes ten minutes for all of them.
 * Written by `npm run generate`, and held against the sources by tests/house/regexps.test.ts.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../declarations.ts';
import { allRegExps, type KnownRegExp, keyOf } from './all-regexps.ts';
import { type Judgement, judgeRegExp } from './judge-regexp.ts';
import type { NamedRegExp } from './slow-regexps.ts';

export interface Judged extends Judgement {
  readonly source: string;
  readonly flags: string;
}

const path = join(root, 'scripts/gate/regexps.tsv');

export function readLedger(): ReadonlyMap<string, Judged> {
  const lines = readFileSync(path, 'utf8').trimEnd().split('\n');
  return new Map(
    lines.map((line) => {
      const [verdict, flags, source, attacks = '[]'] = line.split('\t') as [Judged['verdict'], string, string, string?];
      const one: Judged = { verdict, flags, source, attacks: JSON.parse(attacks) };
      return [keyOf(one), one];
    }),
  );
}

function writeLedger(judged: readonly Judged[]): void {
  const lines = judged.map((one) =>
    [one.verdict, keyOf(one), ...(one.attacks.length > 0 ? [JSON.stringify(one.attacks)] : [])].join('\t'),
  );
  writeFileSync(path, `${lines.sort().join('\n')}\n`);
}

/** Judges what is new, and leaves out what is gone. */
export async function updateLedger(): Promise<readonly (Judged & Pick<KnownRegExp, 'places'>)[]> {
  const known = readLedger();
  const { all } = await allRegExps();
  const judged = new Map<string, Judged>();
  const fresh: (Judged & KnownRegExp)[] = [];
  for (const one of all) {
    const key = keyOf(one);
    const before = known.get(key);
    if (before) judged.set(key, before);
    else {
      const { source, flags, places } = one;
      const found = { ...(await judgeRegExp(one)), source, flags, places };
      fresh.push(found);
      judged.set(key, found);
    }
  }
  if (fresh.length > 0 || known.size !== judged.size) writeLedger([...judged.values()]);
  return fresh;
}

/** Those that are slow: as the ledger knows, and what it does not know is judged. */
export async function slowRegExps(regExps: readonly NamedRegExp[]): Promise<readonly string[]> {
  const known = readLedger();
  const found: string[] = [];
  for (const { name, value } of regExps) {
    const { verdict, why = 'slow', attacks } = known.get(keyOf(value)) ?? (await judgeRegExp(value));
    const pumps = attacks[0]?.map(([prefix, pump]) => prefix + pump).join('') ?? '';
    if (verdict === 'slow') found.push(`${name}: ${why} on repeats of ${JSON.stringify(pumps.slice(0, 60))}`);
  }
  return found;
}
