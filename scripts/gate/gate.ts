/** `npm run gate -- ID…`: what is wrong with failures, facts and formats, with the pattern, the format, and what to do. */
import {
  check,
  type Fact,
  type Failure,
  type Fault,
  type Format,
  hitsOf,
  indexKnowledge,
  suggest,
} from '@zoomlog/parser';
import { checkFormat } from '../../packages/parser/src/knowledge/checks/check-format.ts';
import { createHeadReader, declaredHeads } from '../../packages/parser/src/reading/grammar/head.ts';
import { readDeclarations } from '../declarations.ts';
import { slowRegExps } from './regexp-ledger.ts';
import { slowReadings } from './slow-reading.ts';
import { hanging, hostileTexts, regExpsIn } from './slow-regexps.ts';
import { faultOfThrown } from './thrown.ts';

const ids = process.argv.slice(2);
const declared = await readDeclarations().catch((error: Error) => fail(error.message));
const values = <T>(list: readonly { readonly value: T }[]): T[] => list.map(({ value }) => value);
const [formats, failures, facts] = [values(declared.formats), values(declared.failures), values(declared.facts)];
// From the files, so that what was just added is known before its index is generated.
const knowledge = indexKnowledge(formats, failures, facts);
const all: readonly (Failure | Fact | Format)[] = [...failures, ...facts, ...formats];

if (ids.length === 0) fail('usage: npm run gate -- ID…   (of failures, facts and formats)');
let count = 0;
for (const id of ids) {
  const one = all.find((known) => known.id === id);
  if (!one) {
    const [near] = suggest(
      id,
      all.map((known) => known.id),
    );
    fail(`'${id}' is not a failure, fact or format${near ? ` (did you mean '${near}'?)` : ''}`);
  }
  const faults = await faultsOf(one!);
  count += faults.length;
  console.log(
    faults.length === 0 ? `${id}: passes` : `${id}: ${faults.length === 1 ? '1 fault' : `${faults.length} faults`}`,
  );
  for (const { where, what, advice } of faults)
    console.log(`  ${where === '' ? '' : `${where}: `}${what}\n    → ${advice}`);
}
process.exitCode = count === 0 ? 0 : 1;

async function faultsOf(one: Failure | Fact | Format): Promise<readonly Fault[]> {
  const isFormat = 'samples' in one;
  const regExps = regExpsIn(one.id, isFormat ? one.recognise : one.match);
  const sample = (isFormat ? one.samples[0]?.text : hitsOf(one)[0]) ?? '';
  const slow = await slowRegExps(regExps);
  const texts = hostileTexts(sample, isFormat ? '' : (one.match[0]?.has ?? ''));
  const stuck = slow.length > 0 ? [] : await hanging(regExps.map((regExp) => ({ ...regExp, texts })));
  const bad = [...slow, ...stuck].map((what) => ({
    where: '',
    what,
    advice: 'bound its quantifiers, and let no two parts match the same text',
  }));
  // What may never end is not tried.
  if (bad.length > 0) return bad;
  const faults = tryTo(() => {
    // A scan leaves out what Chevrotain makes sure of: it costs a third of making a head.
    if (isFormat) for (const head of declaredHeads) createHeadReader(head, false);
    return isFormat ? checkFormat(one, knowledge) : check(one, knowledge);
  });
  if (!isFormat || faults.length > 0) return faults;
  return (await slowReadings([{ format: one.id }])).map((what) => ({
    where: '',
    what,
    advice: 'bound the quantifiers in its head, in what it carries and in what it derives',
  }));
}

/** What a declaration throws is its fault, too. */
function tryTo(run: () => readonly Fault[]): readonly Fault[] {
  try {
    return run();
  } catch (error) {
    return [faultOfThrown(error as Error)];
  }
}

function fail(text: string): never {
  console.error(`gate: ${text}`);
  process.exit(2);
}
