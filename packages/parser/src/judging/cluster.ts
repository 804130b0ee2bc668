/** Which failures belong together: symptoms with their causes, causes with their consequences. */
import type { FailureClass } from '../model.ts';
import { joinSeen, type Seen, strengths, strengthWith } from './seen.ts';
import type { Join } from './window.ts';

/** A failure that belongs to a diagnosis, and how it came to it. */
export interface Member {
  readonly seen: Seen;
  readonly join: Join;
}

export interface Cluster {
  readonly symptom: Seen | null;
  /** The cause that the diagnosis names; null when none was found. */
  readonly cause: Seen | null;
  readonly members: readonly Member[];
  /** Causes of other classes that were seen in the same window and lost. */
  readonly losers: readonly Seen[];
}

/** CODES §3.2: which cause is named when several stand in one window; the first breaks the others. */
export const classRank: Readonly<Record<FailureClass, number>> = {
  'tls-clock': 0,
  proxy: 1,
  network: 2,
  firewall: 3,
  service: 4,
  permissions: 5,
  'device-usb': 6,
  install: 7,
  crash: 8,
  account: 9,
};

/** Every symptom and every cause, each in exactly one cluster (a cause also with each symptom that it explains). */
export function clusterSeen(all: readonly Seen[]): Cluster[] {
  const symptoms = all.filter(({ failure }) => failure.role === 'symptom');
  const causes = all.filter(({ failure }) => failure.role === 'cause');
  const supports = all.filter(({ failure }) => failure.role === 'support');
  const used = new Set<Seen>();
  const clusters: Cluster[] = [];

  for (const symptom of symptoms) {
    const candidates = causes
      .filter((seen) => symptom.failure.explainedBy?.includes(seen.failure.class) && canExplain(seen, all))
      .map((seen) => ({ seen, join: joinSeen(seen, symptom) }))
      .filter(({ join }) => join !== 'apart');
    const named = pickCause(candidates, supports);
    if (!named) {
      clusters.push({ symptom, cause: null, members: [{ seen: symptom, join: 'joined' }], losers: [] });
      continue;
    }
    const own = candidates.filter(
      ({ seen }) => seen.failure.class === named.seen.failure.class || explains(named.seen, seen),
    );
    const rest = candidates.filter((candidate) => !own.includes(candidate));
    const losers = rest.map(({ seen }) => seen).filter((seen) => seen.strength !== 'proof');
    // A proof stands by itself as well where its tie to the symptom is less sure than it is.
    for (const member of candidates)
      if (member.seen.strength !== 'proof' || (own.includes(member) && isTied(member))) used.add(member.seen);
    clusters.push({
      symptom,
      cause: named.seen,
      members: [
        named,
        ...own.filter((member) => member !== named),
        { seen: symptom, join: 'joined' },
        ...joinSupports(supports, named.seen, symptom),
      ],
      losers,
    });
  }

  const alone = causes.filter((seen) => !used.has(seen));
  const absorbed = new Set<Seen>();
  for (const cause of alone)
    for (const other of alone)
      if (cause !== other && explains(cause, other) && joinSeen(cause, other) !== 'apart') absorbed.add(other);
  for (const cause of alone.filter((seen) => !absorbed.has(seen))) {
    const consequences = alone
      .filter((other) => absorbed.has(other) && explains(cause, other))
      .map((seen) => ({ seen, join: joinSeen(cause, seen) }))
      .filter(({ join }) => join !== 'apart');
    clusters.push({
      symptom: null,
      cause,
      members: [{ seen: cause, join: 'joined' }, ...consequences, ...joinSupports(supports, cause, cause)],
      losers: [],
    });
  }
  return clusters;
}

/** True when a cause belongs to its symptom beyond doubt: by a common clock, and not a device's cause for a connection's code. */
export const isTied = ({ seen, join }: Member): boolean =>
  join === 'joined' && seen.failure.class !== 'permissions' && seen.failure.class !== 'device-usb';

const explains = (cause: Seen, other: Seen): boolean =>
  cause.strength !== 'weak' && (cause.failure.explains?.some((id) => id === other.failure.id) ?? false);

/**
 * A clock that is off explains a failure only when other evidence makes it proof, and weak evidence of a device or a
 * permission never explains a connection's code (CODES §3.3).
 */
function canExplain(seen: Seen, all: readonly Seen[]): boolean {
  const strength = strengthWith(seen, all);
  if (seen.failure.onlyProven) return strength === 'proof';
  return strength !== 'weak' || isOfConnection(seen);
}

/** CODES §3.3: a device or a permission explains a connection's code only when nothing of the connection does. */
const isOfConnection = ({ failure }: Seen): boolean => classRank[failure.class] <= classRank.service;

/** Connection before device, then strength, then the rank of its class, then the cause that explains the other. */
function pickCause(candidates: readonly Member[], supports: readonly Seen[]): Member | undefined {
  const others = [...candidates.map(({ seen }) => seen), ...supports];
  const proofed = new Map(candidates.map(({ seen }) => [seen, strengths.indexOf(strengthWith(seen, others))]));
  return candidates.toSorted(
    (a, b) =>
      Number(isOfConnection(b.seen)) - Number(isOfConnection(a.seen)) ||
      proofed.get(b.seen)! - proofed.get(a.seen)! ||
      classRank[a.seen.failure.class] - classRank[b.seen.failure.class] ||
      Number(explains(b.seen, a.seen)) - Number(explains(a.seen, b.seen)) ||
      Number(a.join === 'loose') - Number(b.join === 'loose'),
  )[0];
}

const joinSupports = (supports: readonly Seen[], cause: Seen, anchor: Seen): Member[] =>
  supports
    .filter(
      ({ failure }) =>
        failure.class === cause.failure.class || cause.failure.provenWith?.some((id) => id === failure.id),
    )
    .map((seen) => ({ seen, join: joinSeen(seen, anchor) }))
    .filter(({ join }) => join !== 'apart');
