import type { Fact, Failure, Format } from '../define.ts';
import type { FailureClass } from '../model.ts';
import type { Candidate, Knowledge } from '../reading/classify.ts';
import { compileLiterals, type LiteralSet } from '../reading/search.ts';
import { lowerAscii } from '../reading/text-search.ts';
import { collectors } from './collectors/index.ts';
import { isExample } from './wordings/document.ts';

type HasPattern = Candidate['patterns'][number];

/** Declarations by the format whose entries they judge, with the literals that a search for them needs. */
export function indexKnowledge(
  formats: readonly Format[],
  failures: readonly Failure[],
  facts: readonly Fact[],
): Knowledge {
  const candidates = new Map<string, Candidate[]>();
  const add = (kind: Candidate['kind'], known: Failure | Fact): void => {
    const byFormat = new Map<string, HasPattern[]>();
    for (const pattern of known.match) {
      const one = { pattern, has: lowerAscii(pattern.has) };
      for (const format of new Set(pattern.formats)) listIn(byFormat, format).push(one);
    }
    for (const [format, patterns] of byFormat) listIn(candidates, format).push({ kind, known, patterns });
  };
  for (const fact of facts) add('fact', fact);
  for (const failure of failures) add('failure', failure);
  const formatById = new Map(formats.map((format) => [format.id, format]));
  const covered = new Map<string, ReadonlySet<FailureClass>>();
  const compiled = new Map<string, LiteralSet>();
  return {
    formats,
    failures,
    facts,
    collectors,
    failureById: new Map(failures.map((failure) => [failure.id, failure])),
    factById: new Map(facts.map((fact) => [fact.id, fact])),
    formatById,
    candidates,
    // When it is asked for: many formats embed many others, and a scan meets a few of them.
    coveredBy(id) {
      const known = covered.get(id);
      if (known) return known;
      const within = formatById.has(id) ? [id, ...(formatById.get(id)!.embeds ?? [])] : [];
      const classes = within.flatMap((one) => (candidates.get(one) ?? []).map((candidate) => candidate.known.class));
      const set = new Set(classes);
      covered.set(id, set);
      return set;
    },
    isExample,
    literals(format, sample) {
      // Each set is a quarter of a megabyte, and files of one format are much alike: the first sample serves for all.
      const key = sample ? `${format.id} sampled` : format.id;
      const known = compiled.get(key);
      if (known) return known;
      const words = new Set<string>();
      for (const id of [format.id, ...(format.embeds ?? [])]) {
        for (const { patterns } of candidates.get(id) ?? []) for (const { has } of patterns) words.add(has);
        const carried = formatById.get(id);
        // What an entry tells for later ones is read as the format of the whole file has it.
        if (id === format.id) for (const { has } of carried?.carries ?? []) words.add(lowerAscii(has));
        for (const has of [...(carried?.chain?.has ?? []), ...(carried?.hides ?? [])]) words.add(lowerAscii(has));
      }
      const set = compileLiterals([...words].sort(), sample);
      compiled.set(key, set);
      return set;
    },
  };
}

function listIn<Item>(lists: Map<string, Item[]>, key: string): Item[] {
  const known = lists.get(key);
  if (known) return known;
  const list: Item[] = [];
  lists.set(key, list);
  return list;
}
