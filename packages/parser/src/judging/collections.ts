/**
 * What collectors took, root by root: each holds the evidence of one machine, and the collector states what the evidence does
 * not: whose it is, of which system, in which zone, and when it was taken.
 */
import type { Collected, Collector } from '../define.ts';
import { compareText, type SourceFindings } from '../model.ts';
import type { Knowledge } from '../reading/classify.ts';
import { type CollectedPlace, nameOf, placeOf, recordPlace } from '../reading/collected.ts';
import type { RootOf } from './bundles.ts';
import { isUnnamed, shortName } from './machines.ts';

interface Collection {
  readonly root: string;
  readonly collector: Collector;
  readonly sources: SourceFindings[];
}

/** The sources with what their collections state of the machine, in the same order. */
export function readCollections(
  sources: readonly SourceFindings[],
  knowledge: Knowledge,
): { readonly told: readonly SourceFindings[]; readonly rootOf: RootOf } {
  const collections = findCollections(sources, knowledge);
  const stated = new Map(
    collections.flatMap((one) => {
      const known = stateOf(one, knowledge);
      return one.sources.map((source) => [source, { root: one.root, known }] as const);
    }),
  );
  const roots = new Map<SourceFindings, string>();
  const told = sources.map((source) => {
    const its = stated.get(source);
    if (!its) return source;
    const filled = tell(source, its.known);
    roots.set(filled, its.root);
    return filled;
  });
  return { told, rootOf: (source) => roots.get(source) ?? null };
}

function findCollections(given: readonly SourceFindings[], { collectors, formatById }: Knowledge): Collection[] {
  // The first of several that state the same counts, whatever the order in which they were read.
  const sources = given.toSorted((a, b) => compareText(a.path, b.path));
  const own = new Map(sources.map((source) => [source, ownPlace(source, collectors)] as const));
  const byRoot = new Map<string, Collection>();
  const found = sources.flatMap((source) => {
    const isRecord = source.format !== null && formatById.get(source.format)?.isRecord === true;
    return own.get(source) ?? (isRecord ? recordPlace(source.path, collectors) : null) ?? [];
  });
  for (const { root, collector } of found) if (!byRoot.has(root)) byRoot.set(root, { root, collector, sources: [] });
  if (byRoot.size === 0) return [];
  for (const source of sources) {
    const root = own.get(source)?.root ?? enclosing(source.path, byRoot);
    if (root !== null) byRoot.get(root)!.sources.push(source);
  }
  return [...byRoot.values()];
}

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
function enclosing(path: string, roots: ReadonlyMap<string, Collection>): string | null {
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
  const inside = sources
    .filter((one) => !isRecord(one) && !one.isHearsay)
    .flatMap(({ machine, findings }) => [machine.computer, ...findings.map(({ computer }) => computer)])
    .filter((computer) => computer !== null && !isUnnamed(computer)) as string[];
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
