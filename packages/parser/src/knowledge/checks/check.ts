/**
 * The gates that a failure or a fact passes before it is part of the product, one's own or a user's. What is wrong is said
 * with the pattern, the format and what to do about it.
 */
import { classCauses, type Fact, type Failure, formatsOf, hitsOf, isFailure, type Pattern } from '../../define.ts';
import type { Entry } from '../../model.ts';
import { classify, type Knowledge } from '../../reading/classify.ts';
import { lowerAscii } from '../../reading/text-search.ts';
import { fixById } from '../fixes/index.ts';
import { checkContent, checkShape } from './check-shape.ts';
import type { Fault } from './fault.ts';
import { entriesOf, readAs, readSample, recognised } from './read-sample.ts';

type Declared = Failure | Fact;

/** All that is wrong with a declaration, given what else is known; empty when nothing is. */
export function check(known: Declared, knowledge: Knowledge): readonly Fault[] {
  const shape = checkShape(known);
  if (shape.length > 0) return shape;
  const told = [...checkContent(known), ...checkReferences(known, knowledge)];
  // What names no format cannot be read.
  if (formatsOf(known).some((id) => !knowledge.formatById.has(id))) return told;
  return [
    ...told,
    ...known.match.flatMap((pattern, at) => checkPattern(known, pattern, at, knowledge)),
    ...checkSubject(known, knowledge),
    ...checkOthers(known, knowledge),
    ...checkMisses(known, knowledge),
  ];
}

function checkReferences(known: Declared, knowledge: Knowledge): Fault[] {
  const isKnown = (id: string): boolean => knowledge.failureById.has(id) || knowledge.factById.has(id);
  const unknown = (kind: string, ids: readonly string[] | undefined, exists: (id: string) => boolean): Fault[] =>
    (ids ?? [])
      .filter((id) => !exists(id))
      .map((id) => ({ where: '', what: `${kind} '${id}' does not exist`, advice: 'correct it or leave it out' }));
  const formats = unknown('format', formatsOf(known), (id) => knowledge.formatById.has(id));
  if (!isFailure(known)) {
    const { clears, needs, unless, ends, eases } = known;
    const causes: readonly string[] = classCauses[known.class] ?? [];
    return [
      ...formats,
      ...unknown(`cause of ${known.class}`, clears, (cause) => causes.includes(cause)),
      ...unknown(
        'fact or failure',
        [needs, unless, ends, eases].flatMap((ids) => ids ?? []),
        isKnown,
      ),
    ];
  }
  const { explains, mends, fixes, when: { nothing, weak, bypassed, proof, after } = {} } = known;
  const relations = [
    explains,
    mends,
    nothing?.with,
    nothing?.without,
    nothing?.sameProcess,
    weak?.with,
    bypassed?.with,
    bypassed?.without,
    proof?.with,
    after,
  ].flatMap((ids) => ids ?? []);
  const kinds = fixes.map((id) => ['check', 'change', 'last-resort'].indexOf(fixById(id)?.kind ?? 'check'));
  const isOrdered = kinds.every((kind, at) => at === 0 || kinds[at - 1]! <= kind);
  return [
    ...formats,
    ...unknown('failure', relations, isKnown),
    ...unknown('fix', fixes, (id) => fixById(id) !== null),
    ...(isOrdered
      ? []
      : [
          {
            where: '',
            what: 'its fixes are out of order',
            advice: 'checks first, then changes, last resorts at the end',
          },
        ]),
  ];
}

// ---- patterns and their hits -----------------------------------------------------------------

/** Each pattern is earned, in each format that it names, by a hit of its own; each hit earns something. */
function checkPattern(known: Declared, pattern: Pattern, at: number, knowledge: Knowledge): Fault[] {
  const where = `pattern ${at + 1}, has ${JSON.stringify(pattern.has)}`;
  const faults: Fault[] = [];
  const earning = new Set<string>();
  for (const format of pattern.formats) {
    const found = pattern.hits.filter((hit) => isEarned(known, pattern, format, hit, knowledge));
    for (const hit of found) earning.add(hit);
    if (found.length === 0)
      faults.push({
        where: `${where}, ${format}`,
        what: 'no hit of this pattern is found in this format',
        advice: pattern.hits.length === 0 ? 'add a hit' : whyNot(pattern, format, knowledge),
      });
    for (const hit of found)
      if (!lowerAscii(hit).includes(lowerAscii(pattern.has)) && !pattern.has.includes('"'))
        faults.push({
          where: `${where}, ${format}`,
          what: 'its literal is not in the hit that it earns',
          advice: 'choose a literal that every such log line contains as it is written',
        });
  }
  for (const hit of pattern.hits)
    if (!earning.has(hit) && faults.length === 0)
      faults.push({ where, what: `a hit earns nothing: ${excerpt(hit)}`, advice: 'leave it out or mend it' });
  return [...faults, ...checkSources(pattern, where)];
}

/** Who claims that a wording is documented says where: the types ask for it of our own, this of everybody's. */
function checkSources({ layout, see = [] }: Pattern, where: string): Fault[] {
  const broken = see.filter((address) => !/^https?:\/\/[^\s<>]+$/.test(address));
  return [
    ...(layout === 'documented' && see.length === 0
      ? [
          {
            where,
            what: 'it is documented, but no page is named',
            advice: 'name the page, or call the pattern constructed',
          },
        ]
      : []),
    ...broken.map((address) => ({
      where,
      what: `${excerpt(address)} is not a web address`,
      advice: 'write it in full, with https://',
    })),
  ];
}

/** What the closest hit lacks, in the order in which a pattern is held against an entry. */
function whyNot(pattern: Pattern, format: string, knowledge: Knowledge): string {
  const seen = pattern.hits.map((hit) => ({ hit, entries: entriesOf(hit, format, knowledge) }));
  const entries = seen.flatMap((one) => one.entries);
  if (entries.length === 0) {
    const others = [...new Set(pattern.hits.map((hit) => recognised(hit, knowledge) ?? 'no format'))];
    return `no hit is in the layout of ${format} (recognized: ${others.join(', ')}): add one, or leave the format out`;
  }
  const withLiteral = entries.filter(({ pieces, plain }) =>
    lowerAscii([...pieces.map(({ text }) => text), plain ?? ''].join('\n')).includes(lowerAscii(pattern.has)),
  );
  if (withLiteral.length === 0) return `the literal is not in what ${format} reads: ${excerpt(pattern.hits[0]!)}`;
  for (const [key, matcher] of Object.entries(pattern.fields ?? {})) {
    const values = withLiteral.flatMap((entry) => entry.fields.get(key) ?? []).map(({ value }) => value);
    const alone = { ...pattern, fields: { [key]: matcher } };
    const holds = withLiteral.some((entry) => classify(entry, only(alone, format, knowledge)).length > 0);
    if (holds) continue;
    return values.length === 0
      ? `the entry has no field '${key}'; it has ${fieldNames(withLiteral)}`
      : `field '${key}' is ${values.map((value) => JSON.stringify(value)).join(' or ')}`;
  }
  return 'its text matches no line of the entry';
}

const excerpt = (text: string): string => JSON.stringify(text.length > 80 ? `${text.slice(0, 80)}…` : text);

function isEarned(known: Declared, pattern: Pattern, format: string, hit: string, knowledge: Knowledge): boolean {
  const alone = only(pattern, format, knowledge, known);
  return entriesOf(hit, format, knowledge).some((entry) => classify(entry, alone).length > 0);
}

/** Knowledge of one pattern, so that no other can earn a hit for it. */
function only(pattern: Pattern, format: string, knowledge: Knowledge, known?: Declared): Knowledge {
  const owner = (known ?? { id: 'pattern', class: 'network', match: [] }) as Declared;
  const candidate = {
    kind: isFailure(owner) ? ('failure' as const) : ('fact' as const),
    known: { ...owner, match: [pattern] },
    patterns: [{ pattern, has: lowerAscii(pattern.has) }],
  };
  return { ...knowledge, candidates: new Map([[format, [candidate]]]) };
}

/** A subject that no hit names is misspelled. */
function checkSubject(known: Declared, knowledge: Knowledge): Fault[] {
  if (!known.subject) return [];
  const entries = known.match.flatMap(({ formats, hits }) =>
    formats.flatMap((format) => hits.flatMap((hit) => entriesOf(hit, format, knowledge))),
  );
  const { fields: named = [], text } = known.subject;
  const isRead = !text || entries.some(({ pieces }) => pieces.some((piece) => text.test(piece.text)));
  return [
    ...(isRead
      ? []
      : [{ where: '', what: 'no hit names a subject', advice: "the expression of 'subject' matches in none" }]),
    ...named
      .filter((key) => !entries.some(({ fields }) => fields.has(key)))
      .map((key) => ({
        where: '',
        what: `no hit has the field '${key}' that it names as its subject`,
        advice: `use a field that they have: ${fieldNames(entries)}`,
      })),
  ];
}

const fieldNames = (entries: readonly Entry[]): string =>
  [...new Set(entries.flatMap(({ fields }) => [...fields.keys()]))].slice(0, 30).join(', ');

// ---- what else is found ----------------------------------------------------------------------

/** A hit is found as this declaration, and as no other failure that counts for itself. */
function checkOthers(known: Declared, knowledge: Knowledge): Fault[] {
  if (!isFailure(known) || known.role === 'support') return [];
  return hitsOf(known).flatMap((hit) => {
    const others = new Set(
      readAs(hit, known, knowledge)
        .flatMap((format) => readSample(hit, format, knowledge).findings)
        .map(({ id }) => knowledge.failureById.get(id))
        .filter((other) => other !== undefined && other.id !== known.id && other.role !== 'support')
        .filter((other) => !neverMeet(known, other!) && !known.explains?.some((id) => id === other!.id))
        .map((other) => other!.id),
    );
    return [...others].map((id) => ({
      where: '',
      what: `its hit is found as '${id}', too: ${excerpt(hit)}`,
      advice: `narrow one of the two, or say that it explains '${id}'`,
    }));
  });
}

function checkMisses(known: Declared, knowledge: Knowledge): Fault[] {
  return (known.misses ?? [])
    .filter(({ text }) =>
      readAs(text, known, knowledge).some((format) =>
        readSample(text, format, knowledge).findings.some(({ id }) => id === known.id),
      ),
    )
    .map(({ text, why }) => ({
      where: '',
      what: `a miss is found (${why}): ${excerpt(text)}`,
      advice: 'narrow the pattern that finds it',
    }));
}

/** One counts only with what the other never counts with. */
const neverMeet = (a: Failure, b: Failure): boolean =>
  [
    [a.when?.nothing?.without, b.when?.nothing?.with],
    [b.when?.nothing?.without, a.when?.nothing?.with],
  ].some(([needed, never]) => needed !== undefined && never !== undefined && needed.every((id) => never.includes(id)));
