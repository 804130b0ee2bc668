/** Which failures belong together: symptoms with their causes, causes with their consequences. */
import { type Explaining, explainingOf } from '../codes/explaining.ts';
import { isFailure } from '../define.ts';
import type { FailureClass } from '../model.ts';
import { doubtsOf, joinSuspects, type Suspect, sharesContext, strengths, strengthWith } from './suspects.ts';
import type { Join } from './window.ts';

/** A failure that belongs to a diagnosis, and how it came to it. */
export interface Member {
  readonly suspect: Suspect;
  readonly join: Join;
}

export interface Cluster {
  readonly symptom: Suspect | null;
  /** The cause that the diagnosis names; null when none was found. */
  readonly cause: Suspect | null;
  readonly members: readonly Member[];
  /** Causes of other classes that were seen in the same window and lost. */
  readonly losers: readonly Suspect[];
  /** What speaks against a cause that stands alone: something, or another cause, which is shown as well; else null. */
  readonly doubt: 'some' | 'other cause' | null;
  /** Something on the machine speaks against the cause, whether it stands alone or not. */
  readonly isDoubted: boolean;
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

/**
 * Every symptom and every cause, each in exactly one cluster (a cause also with each symptom that it explains), and every
 * state that belongs to none of them.
 */
export function clusterSuspects(all: readonly Suspect[]): Cluster[] {
  const symptoms = all.filter(({ failure }) => failure.role === 'symptom');
  const causes = all.filter(({ failure }) => failure.role === 'cause');
  const supports = all.filter(({ failure }) => failure.role === 'support');
  const used = new Set<Suspect>();
  const clusters: Cluster[] = [];

  for (const symptom of symptoms) {
    const candidates = causes
      .filter((suspect) => canExplain(suspect, symptom, all))
      .map((suspect) => ({ suspect, join: joinSuspects(suspect, symptom) }))
      .filter(({ join }) => join !== 'apart');
    const named = pickCause(withoutLast(candidates, symptom), supports);
    if (!named) {
      clusters.push({
        symptom,
        cause: null,
        members: [{ suspect: symptom, join: 'joined' }],
        losers: [],
        doubt: null,
        isDoubted: false,
      });
      continue;
    }
    const own = candidates.filter(
      ({ suspect }) => suspect.failure.class === named.suspect.failure.class || explains(named.suspect, suspect),
    );
    const rest = candidates.filter((candidate) => !own.includes(candidate));
    const losers = rest.map(({ suspect }) => suspect).filter((suspect) => suspect.strength !== 'proof');
    // A proof stands by itself as well where its tie to the symptom is less sure than it is. So does every cause beside a
    // symptom that is in doubt itself, and what a log file shows beside one that is only heard.
    for (const member of candidates) {
      const { strength, isHeard } = member.suspect;
      const isFirm = strength === 'proof' || (strength === 'strong' && symptom.isHeard && !isHeard);
      if (!isDoubtful(symptom) && (!isFirm || (own.includes(member) && isTied(member, symptom))))
        used.add(member.suspect);
    }
    clusters.push({
      symptom,
      cause: named.suspect,
      members: [
        named,
        ...own.filter((member) => member !== named),
        { suspect: symptom, join: 'joined' },
        ...joinSupports(supports, named.suspect, symptom),
      ],
      losers,
      doubt: null,
      isDoubted: doubtsOf(named.suspect, all).length > 0,
    });
  }

  const alone = causes.filter((suspect) => !used.has(suspect));
  const absorbed = new Set<Suspect>();
  for (const cause of alone)
    for (const other of alone)
      if (cause !== other && explains(cause, other) && joinSuspects(cause, other) !== 'apart') absorbed.add(other);
  for (const cause of alone.filter((suspect) => !absorbed.has(suspect))) {
    const doubt = doubtOf(cause, all);
    const consequences = alone
      .filter((other) => absorbed.has(other) && explains(cause, other))
      .map((suspect) => ({ suspect, join: joinSuspects(cause, suspect) }))
      .filter(({ join }) => join !== 'apart');
    clusters.push({
      symptom: null,
      cause,
      members: [{ suspect: cause, join: 'joined' }, ...consequences, ...joinSupports(supports, cause, cause)],
      losers: [],
      doubt,
      isDoubted: doubt !== null,
    });
  }
  return [...clusters, ...informing(supports, clusters)];
}

/** States that no cause needed: a proxy that is set, a clock without a source. They are told as what they are. */
function informing(supports: readonly Suspect[], clusters: readonly Cluster[]): Cluster[] {
  const used = new Set(clusters.flatMap(({ members }) => members.map(({ suspect }) => suspect)));
  return supports
    .filter((suspect) => suspect.failure.standing === true && !used.has(suspect))
    .map((suspect) => ({
      symptom: null,
      cause: suspect,
      members: [{ suspect, join: 'joined' }],
      losers: [],
      doubt: null,
      isDoubted: false,
    }));
}

function doubtOf(cause: Suspect, all: readonly Suspect[]): Cluster['doubt'] {
  const doubts = doubtsOf(cause, all);
  if (doubts.length === 0) return null;
  return doubts.some(({ known }) => isFailure(known) && known.role === 'cause') ? 'other cause' : 'some';
}

/** True for a symptom that nobody is sure to have seen. */
export const isDoubtful = ({ strength }: Suspect): boolean => strength === 'weak';

/**
 * True when a cause belongs to its symptom beyond doubt: by a common clock, not as the last that could explain it, not where
 * only one of them stands in a log file, and to one that is beyond doubt itself.
 */
export const isTied = ({ suspect, join }: Member, symptom: Suspect): boolean =>
  join === 'joined' && !isLast(suspect, symptom) && !isDoubtful(symptom) && suspect.isHeard === symptom.isHeard;

/** What is only heard makes no consequence of what a log file shows. */
const explains = (cause: Suspect, other: Suspect): boolean =>
  cause.strength !== 'weak' &&
  (other.isHeard || !cause.isHeard) &&
  sharesContext(cause, other) &&
  (cause.failure.explains?.some((id) => id === other.failure.id) ?? false);

/** The classes whose causes may explain a symptom: its code decides, else the failure says it. */
const explainingClasses = ({ code, failure }: Suspect): Pick<Explaining, 'classes' | 'lastly'> =>
  (code === null ? null : explainingOf(code)) ?? { classes: failure.explainedBy ?? [], lastly: [] };

/** Explains the symptom's code only where nothing else does, and then hardly. */
export const isLast = ({ failure }: Suspect, symptom: Suspect): boolean =>
  explainingClasses(symptom).lastly.includes(failure.class);

/** A clock that is off explains a failure only when other evidence makes it proof; weak evidence is no last resort. */
function canExplain(suspect: Suspect, symptom: Suspect, all: readonly Suspect[]): boolean {
  const isLastly = isLast(suspect, symptom);
  if (!isLastly && !explainingClasses(symptom).classes.includes(suspect.failure.class)) return false;
  const strength = strengthWith(suspect, all);
  if (suspect.failure.when?.explains === 'proof') return strength === 'proof';
  return strength !== 'weak' || !isLastly;
}

/** What explains a code only lastly does so only alone. */
function withoutLast(candidates: readonly Member[], symptom: Suspect): readonly Member[] {
  const others = candidates.filter(({ suspect }) => !isLast(suspect, symptom));
  return others.length > 0 ? others : candidates;
}

/** Strength, a log file before a document, then the rank of its class, then the cause that explains the other. */
function pickCause(candidates: readonly Member[], supports: readonly Suspect[]): Member | undefined {
  const others = [...candidates.map(({ suspect }) => suspect), ...supports];
  const proofed = new Map(candidates.map(({ suspect }) => [suspect, strengths.indexOf(strengthWith(suspect, others))]));
  return candidates.toSorted(
    (a, b) =>
      proofed.get(b.suspect)! - proofed.get(a.suspect)! ||
      Number(a.suspect.isHeard) - Number(b.suspect.isHeard) ||
      classRank[a.suspect.failure.class] - classRank[b.suspect.failure.class] ||
      Number(explains(b.suspect, a.suspect)) - Number(explains(a.suspect, b.suspect)) ||
      Number(a.join === 'loose') - Number(b.join === 'loose'),
  )[0];
}

const joinSupports = (supports: readonly Suspect[], cause: Suspect, anchor: Suspect): Member[] =>
  supports
    .filter(
      ({ failure }) =>
        failure.class === cause.failure.class || cause.failure.when?.proof?.with?.some((id) => id === failure.id),
    )
    .map((suspect) => ({ suspect, join: joinSuspects(suspect, anchor) }))
    .filter(({ join }) => join !== 'apart');
