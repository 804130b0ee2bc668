/** Names of computers: what is one, which are the same, and whose findings a source of several holds. */
import type { Finding, SourceFindings } from '../model.ts';

/** What a system is called before anyone names it. */
const unnamed =
  /^(?:localhost|localhost\.localdomain|ubuntu|debian|fedora|raspberrypi|macbook(?:-pro|-air)?|imac|desktop|pc|computer|minwinpc)$/;

/** What setup calls a system until it is given its name: what was logged before that is of the same one. */
const setup = /^win-[a-z\d]{11}$/i;

/** True for such a name: it is no name. */
export const isUnnamed = (computer: string): boolean => unnamed.test(shortName(computer));

/** A computer is named with and without its domain (`PC01`, `pc01.example.com`): the first part tells. An address is whole. */
export const shortName = (computer: string): string => {
  const name = computer.toLowerCase();
  return /^[\d.:]+$/.test(name) ? name : name.split('.')[0]!;
};

/** Tells of paths which of these names the file, or else the nearest of its folders, has as a word: `DESK-2_System.evtx`, `PC01/`. */
export function openNames(names: readonly string[]): (path: string) => string | null {
  const isWordOf = (part: string) => (name: string) => {
    for (let at = part.indexOf(name); at >= 0; at = part.indexOf(name, at + 1))
      if (!/[a-z\d]/.test(part.charAt(at - 1)) && !/[a-z\d]/.test(part.charAt(at + name.length))) return true;
    return false;
  };
  const namedBy = (part: string): string | null => {
    const found = new Set(names.filter(isWordOf(part)));
    const whole = [...found].filter((name) => ![...found].some((other) => other !== name && isWordOf(other)(name)));
    return whole.length === 1 ? whole[0]! : null;
  };
  /** Many files lie in the same folders, and are called the same. */
  const known = new Map<string, string | null>();
  return (path) => {
    for (const part of path
      .toLowerCase()
      .split(/[\\/]|!\//)
      .reverse()) {
      const name = known.has(part) ? known.get(part)! : namedBy(part);
      known.set(part, name);
      if (name !== null) return name;
    }
    return null;
  };
}

/**
 * A source of several computers' events as one source for each: what one of them shows says nothing of another. Where all of
 * it is one computer's, the source is that one's; a file that holds others tells what was shown on one of another.
 */
export function splitByComputer(source: SourceFindings): SourceFindings[] {
  const own = source.machine.computer;
  const isOfSetup = (computer: string): boolean => own !== null && !setup.test(own) && setup.test(computer);
  const hostOf = ({ computer }: Finding): string | null =>
    computer === null || isUnnamed(computer) || isOfSetup(computer) ? null : shortName(computer);
  const isOwn = (finding: Finding): boolean =>
    hostOf(finding) === null || (own !== null && hostOf(finding) === shortName(own));
  const others = Map.groupBy(
    source.findings.filter((finding) => !isOwn(finding)),
    hostOf,
  );
  if (others.size === 0) return [source];
  const isHolder = source.formats.length > 1;
  const [name] = source.findings.map(({ computer }) => computer);
  if (own === null && others.size === 1 && !isHolder && !source.findings.some(isOwn))
    return [{ ...source, machine: { ...source.machine, computer: name! } }];
  const rest = { ...source, findings: source.findings.filter(isOwn) };
  const split = [...others].map(([computer, findings]) => ({
    ...source,
    machine: {
      ...source.machine,
      // What a console shows of another machine may be of another system.
      os: isHolder ? null : source.machine.os,
      computer,
      keys: [],
      addresses: [],
      osVersion: null,
      zoomVersions: [],
      timezone: null,
      managed: null,
      collected: null,
    },
    findings,
    zoomAddresses: [],
  }));
  return [rest, ...split];
}
