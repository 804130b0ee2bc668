/**
 * What collectors took, root by root: each holds the evidence of one machine, and the collector states what the evidence does
 * not: whose it is, of which system, in which zone, and when it was taken.
 */
import type { Collected, Collector } from '../define.ts';
import { compareText, type SourceFindings } from '../model.ts';
import type { Knowledge } from '../reading/classify.ts';
import { type CollectedPlace, nameOf, placeOf, recordPlace } from '../reading/collected.ts';
import type { RootOf } from './bundles.ts';
import { isUnnamed, shortName } from './computers.ts';

interface Collection {
  readonly root: string;
  readonly collector: Collector;
  /** Told apart from another run's in the same place: by the host that the record states. */
  readonly key: string;
  readonly sources: SourceFindings[];
  /** What its records list, from its root on; null where all that lies below its root is its own. */
  readonly listed: ReadonlySet<string> | null;
}

/** What collectors took, and what only lies beside it. */
export interface Collections {
  readonly told: readonly SourceFindings[];
  readonly rootOf: RootOf;
}

/** The sources with what their collections state of the machine, in the same order. */
export function readCollections(sources: readonly SourceFindings[], knowledge: Knowledge): Collections {
  const { collections, strays } = findCollections(sources, knowledge);
  const stated = new Map(
    collections.flatMap((one) => {
      const known = stateOf(one, knowledge);
      return one.sources.map((source) => [source, { place: one, known }] as const);
    }),
  );
  const places = new Map<SourceFindings, ReturnType<RootOf>>([...strays].map((source) => [source, 'beside']));
  const told = sources.map((source) => {
    const its = stated.get(source);
    if (!its) return source;
    const filled = tell(source, its.known);
    places.set(filled, its.place);
    return filled;
  });
  return { told, rootOf: (source) => places.get(source) ?? null };
}

function findCollections(
  given: readonly SourceFindings[],
  knowledge: Knowledge,
): { readonly collections: readonly Collection[]; readonly strays: ReadonlySet<SourceFindings> } {
  const { collectors, formatById } = knowledge;
  // The first of several that state the same counts, whatever the order in which they were read.
  const sources = given.toSorted((a, b) => compareText(a.path, b.path));
  const own = new Map(sources.map((source) => [source, ownPlace(source, collectors)] as const));
  const byRoot = new Map<string, Collection[]>();
  const records = new Map<SourceFindings, Collection>();
  for (const source of sources) {
    const isRecord = source.format !== null && formatById.get(source.format)?.isRecord === true;
    const record = isRecord ? recordPlace(source.path, collectors) : null;
    const place = own.get(source) ?? record;
    if (!place) continue;
    const { root, collector } = place;
    const known = byRoot.get(root) ?? [];
    byRoot.set(root, known);
    const isList = record !== null && record.collector.holds !== undefined && record.root === root;
    const host = isList ? shortName(source.machine.computer ?? '') : '';
    const lists = isList ? source.listed.map(({ path }) => path) : [];
    const same = known.find(({ key, listed }) => (isList ? listed !== null && key === host : true));
    if (isList && same) records.set(source, same);
    if (same) for (const path of lists) (same.listed as Set<string> | null)?.add(path);
    if (same && (!isList || same.listed !== null)) continue;
    const one = { root, collector, key: host, sources: [], listed: isList ? new Set(lists) : null };
    // What a root was taken for by its layout alone, its record tells more of.
    known.splice(0, isList && known[0]?.listed === null ? 1 : 0, one);
    if (isList) records.set(source, one);
  }
  if (byRoot.size === 0) return { collections: [], strays: new Set() };
  const strays = new Map<SourceFindings, readonly Collection[]>();
  for (const source of sources) {
    const holders = [...rootsAbove(source, own.get(source)?.root ?? null, byRoot)];
    const owner = records.get(source) ?? holders.map((there) => ownerOf(source, there)).find((one) => one !== null);
    if (owner) owner.sources.push(source);
    else if (holders.length > 0) strays.set(source, holders[0]!);
  }
  const left = Map.groupBy(strays.keys(), (source) => strays.get(source)!);
  const beside = [...left].flatMap(([there, all]) => adopt(there, all));
  return { collections: [...byRoot.values()].flat(), strays: new Set(beside) };
}

/** The collections of the roots in which a source lies, the nearest first. */
function* rootsAbove(
  { path }: SourceFindings,
  own: string | null,
  byRoot: ReadonlyMap<string, readonly Collection[]>,
): Generator<readonly Collection[]> {
  if (own !== null && byRoot.has(own)) yield byRoot.get(own)!;
  for (let root = enclosing(path, byRoot); root !== null; root = root === '' ? null : enclosing(root, byRoot))
    if (root !== own) yield byRoot.get(root)!;
}

/** The one of the collections of a root that took a source; null where it only lies there, or may be of several. */
function ownerOf({ path }: SourceFindings, there: readonly Collection[]): Collection | null {
  const [first] = there;
  if (first!.listed === null) return first!;
  const below = path.slice(first!.root === '' ? 0 : first!.root.length).replace(/^!?\//, '');
  const file = below.split('!/')[0]!.replace(/#L\d+(?:-\d+)?$/, '');
  const listing = there.filter(({ listed }) => listed!.has(file));
  if (listing.length > 0) return listing.length === 1 ? listing[0]! : null;
  return there.length === 1 && first!.collector.holds?.test(below) ? first! : null;
}

/** Evidence beside a collection is of its machine where it names that machine and no other. What is left. */
function adopt(there: readonly Collection[], beside: readonly SourceFindings[]): readonly SourceFindings[] {
  const names = new Set(beside.flatMap(namesIn).map(shortName));
  const [name] = names;
  const owner = names.size === 1 ? there.find(({ key }) => isSameName(key, name!)) : undefined;
  if (!owner) return beside;
  owner.sources.push(...beside);
  return [];
}

/** The computers that a source names, itself or of its events. */
const namesIn = ({ machine, findings, isHearsay }: SourceFindings): string[] =>
  isHearsay
    ? []
    : [machine.computer, ...findings.map(({ computer }) => computer)].filter(
        (computer): computer is string => computer !== null && !isUnnamed(computer),
      );

/** A watch judges the same sources again and again: a path is looked at once. */
const places = new WeakMap<SourceFindings, CollectedPlace | null>();

function ownPlace(source: SourceFindings, collectors: readonly Collector[]): CollectedPlace | null {
  const known = places.get(source);
  if (known !== undefined) return known;
  const place = placeOf(source.path, collectors);
  places.set(source, place);
  return place;
}

/** The nearest of the roots in which a path lies. */
function enclosing(path: string, roots: ReadonlyMap<string, unknown>): string | null {
  for (let end = path.lastIndexOf('/'); end >= 0; end = path.lastIndexOf('/', end - 1)) {
    const folder = path.slice(0, end).replace(/!$/, '');
    if (roots.has(folder)) return folder;
    if (end === 0) break;
  }
  return roots.has('') && !path.startsWith('/') ? '' : null;
}

interface Stated extends Collected {
  /** The collector itself states the host, and no one who named a folder. */
  readonly isSure: boolean;
}

function stateOf({ root, collector, sources }: Collection, { formatById }: Knowledge): Stated {
  const isRecord = ({ format }: SourceFindings): boolean =>
    format !== null && formatById.get(format)?.isRecord === true;
  const records = sources.filter(isRecord).map(({ machine }) => machine);
  const name = nameOf(root, collector) ?? {};
  const pick = <T>(values: readonly (T | null | undefined)[]): T | undefined =>
    values.find((one) => one != null) ?? undefined;
  const surely = pick([...records.map(({ computer }) => computer), collector.isLabel ? null : name.host]);
  const inside = sources.filter((one) => !isRecord(one)).flatMap(namesIn);
  const host = hostOf(surely ?? null, name.host ?? null, inside);
  const os = pick([name.os, collector.os, ...records.map((one) => one.os)]);
  // What a program of the machine prints knows its zone by name.
  const timezone = sources.some((one) => !isRecord(one) && one.machine.timezone !== null)
    ? undefined
    : pick([name.timezone, ...records.map((one) => one.timezone)]);
  const times = [name.at, ...records.map(({ collected }) => collected)].filter((time) => time != null);
  const at = times.toSorted((a, b) => Date.parse(a) - Date.parse(b)).at(-1);
  return {
    ...(host === null ? {} : { host }),
    ...(os ? { os } : {}),
    ...(timezone ? { timezone } : {}),
    ...(at ? { at } : {}),
    isSure: surely !== undefined,
  };
}

/** The name of the machine: as its evidence spells it. A label counts only where the evidence names none. */
function hostOf(stated: string | null, label: string | null, inside: readonly string[]): string | null {
  const names = [...new Map(inside.map((name) => [shortName(name), name])).values()];
  if (stated !== null) return names.find((name) => isSameName(name, stated)) ?? stated;
  return names.length === 0 ? label : names.length === 1 ? names[0]! : null;
}

/** NetBIOS cuts a name after fifteen characters. */
const isSameName = (a: string, b: string): boolean => {
  const [one, other] = [shortName(a), shortName(b)];
  return one === other || (one.slice(0, 15) === other.slice(0, 15) && Math.min(one.length, other.length) === 15);
};

/** Adds what the source does not tell of itself. What another system wrote is of another machine; so may be what is quoted. */
function tell(source: SourceFindings, { host, os, timezone, at, isSure }: Stated): SourceFindings {
  const { machine } = source;
  if (source.isHearsay || (os !== undefined && machine.os !== null && machine.os !== os)) return source;
  const isNameless = machine.computer === null || (isSure && isUnnamed(machine.computer));
  return {
    ...source,
    machine: {
      ...machine,
      os: machine.os ?? os ?? null,
      computer: isNameless ? (host ?? machine.computer) : machine.computer,
      timezone: machine.timezone ?? timezone ?? null,
      collected: machine.collected ?? at ?? null,
    },
  };
}
