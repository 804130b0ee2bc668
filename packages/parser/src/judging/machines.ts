/** Sources to machines: a bundle is one machine, unless its sources name different computers or systems. */
import type { Machine, MachineTraits, Os, SourceFindings } from '../model.ts';
import type { SourceBundle } from './bundles.ts';
import { areAtOdds, type Clock, clockOf } from './clock.ts';
import { isUnnamed, openNames, shortName } from './computers.ts';

export interface JudgedMachine {
  readonly machine: Machine;
  readonly sources: readonly SourceFindings[];
  /** By which its times are compared. */
  readonly clock: Clock;
}

interface Group {
  /** System and name, each empty where it is not known. */
  key: string;
  /** Numbers of the bundles that its sources are from, from 1. */
  readonly bundles: number[];
  readonly sources: SourceFindings[];
}

interface MachineOptions {
  readonly os: Os | null;
  readonly timezone: string | null;
}

/**
 * The machines of all bundles, in the order of the bundles. Evidence crosses bundles only where two keys agree: the name
 * of the computer and one that no other computer has. Names that come with a system are no names.
 */
export function groupMachines(bundles: readonly SourceBundle[], options: MachineOptions): JudgedMachine[] {
  const groups: Group[] = [];
  for (const [at, { sources }] of bundles.entries())
    for (const group of groupOf(sources, at + 1)) {
      const same = groups.find((other) => isSameMachine(other, group));
      if (same) {
        same.sources.push(...group.sources);
        same.bundles.push(at + 1);
      } else groups.push(group);
    }
  return groups.map((group, at) => describe(group, at + 1, options));
}

const namesOf = ({ sources }: Group): string[] =>
  sources.flatMap(({ machine: { computer } }) => (computer === null ? [] : [shortName(computer)]));

function isSameMachine(a: Group, b: Group): boolean {
  const names = new Set(namesOf(a).filter((name) => !isUnnamed(name)));
  const keys = new Set(a.sources.flatMap(({ machine }) => machine.keys));
  return (
    namesOf(b).some((name) => names.has(name)) &&
    b.sources.some(({ machine }) => machine.keys.some((key) => keys.has(key)))
  );
}

/** Names as a bundle tells computers apart: `pc01` in two domains is two. */
function namesIn(sources: readonly SourceFindings[]): (computer: string) => string {
  const whole = sources.flatMap(({ machine: { computer } }) =>
    computer?.includes('.') ? [computer.toLowerCase()] : [],
  );
  const byShort = Map.groupBy(new Set(whole), shortName);
  return (computer) =>
    computer.includes('.') && (byShort.get(shortName(computer))?.length ?? 0) > 1
      ? computer.toLowerCase()
      : shortName(computer);
}

/** The folders of a path, each with those above it, from the root on: the first one is none. */
function foldersOf(path: string): string[] {
  const found = [''];
  for (const name of path.split(/[\\/]|!\//).slice(0, -1)) found.push(`${found.at(-1)}${name}/`);
  return found;
}

interface Folders {
  /** Those of the groups of which a file lies nearest to that path, in their order, and how many folders they share with it. */
  nearestTo(
    path: string,
    isMeant?: (group: Group) => boolean,
  ): { readonly groups: readonly Group[]; readonly shared: number };
}

/** Each folder is looked up: comparing each source with each other takes minutes for ten thousand of them. */
function openFolders(groups: readonly Group[]): Folders {
  const byFolder = new Map<string, Set<Group>>();
  for (const group of groups)
    for (const { path } of group.sources)
      for (const folder of foldersOf(path)) byFolder.set(folder, (byFolder.get(folder) ?? new Set()).add(group));
  return {
    nearestTo(path, isMeant = () => true) {
      const own = foldersOf(path);
      for (let shared = own.length - 1; shared >= 0; shared--) {
        const near = [...(byFolder.get(own[shared]!) ?? [])].filter(isMeant);
        if (near.length > 0) return { groups: near, shared };
      }
      return { groups: [], shared: 0 };
    },
  };
}

/**
 * Groups sources by the computer and the system they name. A source that names neither belongs to the only machine
 * there is, or else to the one whose files lie nearest to it.
 */
function groupOf(sources: readonly SourceFindings[], bundle: number): Group[] {
  const ordered = [...sources].sort(byPath);
  const nameOf = namesIn(sources);
  const groups: Group[] = [];
  const computersBySystem = new Map<string, Set<string>>();
  // A quotation may be of another computer: it names one only where no log file does.
  const named = new Set(
    ordered.flatMap(({ machine: { os, computer }, isHearsay }) => (computer && !isHearsay ? [os] : [])),
  );
  for (const { machine, isHearsay } of ordered) {
    const system = machine.os ?? '';
    if (machine.computer === null || (isHearsay && named.has(machine.os))) continue;
    computersBySystem.set(system, (computersBySystem.get(system) ?? new Set()).add(nameOf(machine.computer)));
  }
  const undecided: SourceFindings[] = [];
  const ofNoSystem: SourceFindings[] = [];
  for (const source of ordered) {
    const { os, computer } = source.machine;
    if (os === null) {
      (computer === null ? undecided : ofNoSystem).push(source);
      continue;
    }
    const computers = computersBySystem.get(os) ?? new Set();
    // A file that names no computer is the only computer's of its system; with several, it goes to the nearest.
    const name = computer === null ? (computers.size === 1 ? [...computers][0]! : '') : nameOf(computer);
    if (name === '' && computers.size > 1) {
      undecided.push(source);
      continue;
    }
    addTo(groups, `${os} ${name}`, source, bundle);
  }
  addNamed(groups, ofNoSystem, nameOf, bundle);
  addUndecided(groups, undecided, bundle);
  return groups
    .map((group) => ({ ...group, sources: group.sources.toSorted(byPath) }))
    .sort((a, b) => byPath(a.sources[0]!, b.sources[0]!));
}

/**
 * What names no computer, where there are several: it is of the one whose name its path has, or else of the one whose files
 * lie nearest. What is of one as well as of another is of a machine without a name.
 */
function addUndecided(groups: Group[], undecided: readonly SourceFindings[], bundle: number): void {
  const known = [...groups];
  const folders = openFolders(known);
  const ofSystem = (os: Os | null) => {
    const isFitting = ({ key }: Group): boolean => os === null || key.startsWith(`${os} `);
    const byName = Map.groupBy(known.filter(isFitting), nameOfGroup);
    const namedIn = openNames([...byName.keys()].filter((name) => name.length > 2));
    return (source: SourceFindings): Group | undefined => {
      const named = namedIn(source.path);
      return named === null
        ? nearestTo(source, folders.nearestTo(source.path, isFitting).groups)
        : byName.get(named)![0];
    };
  };
  const owners: (Group | undefined)[] = [];
  for (const [os, own] of Map.groupBy([...undecided.entries()], ([, { machine }]) => machine.os)) {
    const ownerOf = ofSystem(os);
    for (const [at, source] of own) owners[at] = ownerOf(source);
  }
  const nobodys = undecided.filter((_, at) => owners[at] === undefined);
  const systemsOf = new Set(nobodys.flatMap(({ machine: { os } }) => os ?? []));
  const [only] = systemsOf.size === 1 ? systemsOf : [];
  for (const [at, source] of undecided.entries()) {
    const owner = owners[at];
    if (owner) owner.sources.push(source);
    else addTo(groups, `${source.machine.os ?? only ?? ''} `, source, bundle);
  }
}

const nameOfGroup = ({ key }: Group): string => shortName(key.slice(key.indexOf(' ') + 1));

/** Of the groups whose files lie nearest the only one; none where several lie as near. */
function nearestTo(source: SourceFindings, nearest: readonly Group[]): Group | undefined {
  if (nearest.length === 1) return nearest[0]!;
  if (source.findings.length > 0) return undefined;
  // A file that nothing was read of makes no machine, nor does what is left of one whose findings all went to the computers that it names.
  if (source.format === null) return nearest[0];
  return nearest.find(({ sources }) => sources.some(({ path }) => path === source.path));
}

/** Computers that a log of any system names: the only one that is nearest to files of Linux or macOS without a name is theirs. */
function addNamed(
  groups: Group[],
  sources: readonly SourceFindings[],
  nameOf: (computer: string) => string,
  bundle: number,
): void {
  const isOf = (name: string) => (group: Group) => group.key.endsWith(` ${name}`);
  const byName = Map.groupBy(sources, ({ machine }) => nameOf(machine.computer!));
  const unknown = [...byName].filter(([name]) => !groups.some(isOf(name)));
  for (const group of groups.filter(({ key }) => key === 'linux ' || key === 'macos ')) {
    const folders = openFolders([group]);
    const near = unknown.map(([name, own]) => ({
      name,
      near: Math.max(...own.map(({ path }) => folders.nearestTo(path).shared)),
    }));
    const most = Math.max(...near.map((one) => one.near));
    const nearest = near.filter((one) => one.near === most);
    if (nearest.length === 1 && !groups.some(isOf(nearest[0]!.name))) group.key += nearest[0]!.name;
  }
  for (const [name, own] of byName)
    for (const source of own) addTo(groups, groups.find(isOf(name))?.key ?? ` ${name}`, source, bundle);
}

const byVersion = (a: string, b: string): number => a.localeCompare(b, 'en', { numeric: true });
const byPath = (a: SourceFindings, b: SourceFindings): number => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0);

function addTo(groups: Group[], key: string, source: SourceFindings, bundle: number): void {
  const known = groups.find((group) => group.key === key);
  if (known) known.sources.push(source);
  else groups.push({ key, bundles: [bundle], sources: [source] });
}

function describe({ sources, bundles }: Group, id: number, options: MachineOptions): JudgedMachine {
  // What a document quotes tells of the machine only where no log does.
  const isRead = sources.some(({ state }) => state === 'read');
  const traits = sources.filter(({ isHearsay }) => !isRead || !isHearsay).map(({ machine }) => machine);
  const times = traits.flatMap(({ collected }) =>
    Number.isNaN(Date.parse(collected ?? '')) ? [] : Date.parse(collected!),
  );
  const at = times.length === 0 ? null : Math.max(...times);
  const timezone = options.timezone ?? zoneOf(traits, at);
  return {
    sources,
    clock: clockOf({ timezone }, options.timezone === null ? at : null),
    machine: {
      id,
      bundles,
      name: traits.find(({ computer }) => computer !== null)?.computer ?? null,
      os: options.os ?? traits.find(({ os }) => os !== null)?.os ?? null,
      osVersion: traits.find(({ osVersion }) => osVersion !== null)?.osVersion ?? null,
      zoomVersions: [...new Set(traits.flatMap(({ zoomVersions }) => zoomVersions))].sort(byVersion),
      timezone,
      managed: traits.find(({ managed }) => managed !== null)?.managed ?? null,
    },
  };
}

/** The zone that is stated; none where two are whose clocks differ. */
function zoneOf(traits: readonly MachineTraits[], at: number | null): string | null {
  const [first = null, ...others] = new Set(traits.flatMap(({ timezone }) => timezone ?? []));
  return first !== null && others.some((other) => areAtOdds(first, other, at)) ? null : first;
}
