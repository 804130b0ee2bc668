/** Sources to machines: a bundle is one machine, unless its sources name different computers or systems. */
import type { Machine, Os, SourceFindings } from '../model.ts';
import type { SourceBundle } from './bundles.ts';
import { type Clock, clockOf } from './clock.ts';

export interface JudgedMachine {
  readonly machine: Machine;
  readonly sources: readonly SourceFindings[];
  /** By which its times are compared. */
  readonly clock: Clock;
}

interface Group {
  readonly key: string;
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

/** What a system is called before anyone names it. */
const unnamed =
  /^(?:localhost|localhost\.localdomain|ubuntu|debian|fedora|raspberrypi|macbook(?:-pro|-air)?|imac|desktop|pc|computer)$/;

const namesOf = ({ sources }: Group): string[] =>
  sources.flatMap(({ machine: { computer } }) => (computer === null ? [] : [shortName(computer)]));

function isSameMachine(a: Group, b: Group): boolean {
  const names = new Set(namesOf(a).filter((name) => !unnamed.test(name)));
  const keys = new Set(a.sources.flatMap(({ machine }) => machine.keys));
  return (
    namesOf(b).some((name) => names.has(name)) &&
    b.sources.some(({ machine }) => machine.keys.some((key) => keys.has(key)))
  );
}

/** A computer is named with and without its domain (`PC01`, `pc01.example.com`): the first part tells. An address is whole. */
const shortName = (computer: string): string => {
  const name = computer.toLowerCase();
  return /^[\d.:]+$/.test(name) ? name : name.split('.')[0]!;
};

const folders = (path: string): string[] => path.split(/[\\/]|!\//).slice(0, -1);

function sharedFolders(a: string, b: string): number {
  const [left, right] = [folders(a), folders(b)];
  let same = 0;
  while (same < left.length && left[same] === right[same]) same++;
  return same;
}

/**
 * Where the sources of a bundle name several computers, a source that does not name its own is of the one that its findings
 * name first, and of the system of that computer or the only one there is.
 */
export function nameComputers(sources: readonly SourceFindings[]): readonly SourceFindings[] {
  const firstNamed = ({ machine, findings }: SourceFindings): string | null =>
    machine.computer ?? findings.find(({ computer }) => computer !== null)?.computer ?? null;
  const names = sources.flatMap(({ machine, findings }) =>
    [machine, ...findings].flatMap(({ computer }) => (computer === null ? [] : [shortName(computer)])),
  );
  if (new Set(names).size < 2) return sources;
  const systems = new Set(sources.flatMap(({ machine: { os } }) => os ?? []));
  return sources.map((source) => {
    const computer = firstNamed(source);
    if (computer === null || source.machine.computer !== null) return source;
    const same = sources.find(
      (other) => other.machine.os !== null && shortName(firstNamed(other) ?? '') === shortName(computer),
    );
    const os = source.machine.os ?? same?.machine.os ?? (systems.size === 1 ? [...systems][0]! : null);
    return { ...source, machine: { ...source.machine, os, computer } };
  });
}

/** A source of several computers' events as one source for each: what one of them shows says nothing of another. */
export function splitByComputer(source: SourceFindings): SourceFindings[] {
  const own = source.machine.computer;
  const isOwn = (computer: string | null): boolean =>
    computer === null || own === null || shortName(computer) === shortName(own);
  const others = Map.groupBy(
    source.findings.filter(({ computer }) => !isOwn(computer)),
    ({ computer }) => shortName(computer!),
  );
  if (others.size === 0) return [source];
  const rest = { ...source, findings: source.findings.filter(({ computer }) => isOwn(computer)) };
  const split = [...others].map(([computer, findings]) => ({
    ...source,
    machine: {
      ...source.machine,
      computer,
      keys: [],
      osVersion: null,
      zoomVersions: [],
      timezone: null,
      managed: null,
    },
    findings,
    zoomAddresses: [],
  }));
  return [rest, ...split];
}

/**
 * Groups sources by the computer and the system they name. A source that names neither belongs to the only machine
 * there is, or else to the one whose files lie nearest to it.
 */
function groupOf(sources: readonly SourceFindings[], bundle: number): Group[] {
  const ordered = [...sources].sort(byPath);
  const groups: Group[] = [];
  const computersBySystem = new Map<string, Set<string>>();
  // A quotation may be of another computer: it names one only where no log file does.
  const named = new Set(
    ordered.flatMap(({ machine: { os, computer }, isHearsay }) => (computer && !isHearsay ? [os] : [])),
  );
  for (const { machine, isHearsay } of ordered) {
    const system = machine.os ?? '';
    if (machine.computer === null || (isHearsay && named.has(machine.os))) continue;
    computersBySystem.set(system, (computersBySystem.get(system) ?? new Set()).add(shortName(machine.computer)));
  }
  const undecided: SourceFindings[] = [];
  for (const source of ordered) {
    const { os, computer } = source.machine;
    if (os === null && computer === null) {
      undecided.push(source);
      continue;
    }
    const computers = computersBySystem.get(os ?? '') ?? new Set();
    // A file that names no computer is the only computer's of its system; with several, it goes to the nearest.
    const name = computer === null ? (computers.size === 1 ? [...computers][0]! : '') : shortName(computer);
    if (name === '' && computers.size > 1) {
      undecided.push(source);
      continue;
    }
    addTo(groups, `${os ?? ''} ${name}`, source, bundle);
  }
  for (const source of undecided) {
    const fitting = groups.filter(({ key }) => source.machine.os === null || key.startsWith(`${source.machine.os} `));
    const nearest =
      fitting.length > 1 ? fitting.toSorted((a, b) => nearness(b, source) - nearness(a, source))[0] : fitting[0];
    if (nearest) nearest.sources.push(source);
    else addTo(groups, `${source.machine.os ?? ''} `, source, bundle);
  }
  return groups
    .map((group) => ({ ...group, sources: group.sources.toSorted(byPath) }))
    .sort((a, b) => byPath(a.sources[0]!, b.sources[0]!));
}

const byVersion = (a: string, b: string): number => a.localeCompare(b, 'en', { numeric: true });
const byPath = (a: SourceFindings, b: SourceFindings): number => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0);

const nearness = (group: Group, source: SourceFindings): number =>
  Math.max(...group.sources.map(({ path }) => sharedFolders(path, source.path)));

function addTo(groups: Group[], key: string, source: SourceFindings, bundle: number): void {
  const known = groups.find((group) => group.key === key);
  if (known) known.sources.push(source);
  else groups.push({ key, bundles: [bundle], sources: [source] });
}

function describe({ sources, bundles }: Group, id: number, options: MachineOptions): JudgedMachine {
  // What a document quotes tells of the machine only where no log does.
  const isRead = sources.some(({ state }) => state === 'read');
  const traits = sources.filter(({ isHearsay }) => !isRead || !isHearsay).map(({ machine }) => machine);
  const timezone = options.timezone ?? traits.find(({ timezone }) => timezone !== null)?.timezone ?? null;
  return {
    sources,
    clock: clockOf({ timezone }),
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
