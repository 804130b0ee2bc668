/** Findings of one machine to diagnoses: symptoms joined with their causes, causes with their consequences. */
import type { Knowledge } from '../classify.ts';
import { codePrior } from '../codes/prior.ts';
import type { Failure } from '../define.ts';
import { fixById } from '../fixes/index.ts';
import {
  type Alternative,
  type Attempt,
  type Confidence,
  type Diagnosis,
  type FailureClass,
  type Finding,
  type FixStep,
  failureClasses,
  type Place,
  type Severity,
  type SourceFindings,
  type Strength,
} from '../model.ts';
import { listEvidence } from './evidence.ts';
import { stableId } from './identity.ts';
import type { JudgedMachine } from './machines.ts';
import { comesAfter, difference, type Join, joinSightings } from './window.ts';

/** One finding and the source it was made in. */
export interface Observation {
  readonly finding: Finding;
  readonly source: SourceFindings;
}

/** A failure (with a code: that failure under that code) and all its findings on one machine. */
export interface Seen {
  readonly failure: Failure;
  readonly code: string | null;
  readonly observations: readonly Observation[];
  readonly strength: Strength;
}

/** A failure that belongs to a diagnosis, and how it came to it. */
interface Member {
  readonly seen: Seen;
  readonly join: Join;
}

interface Cluster {
  readonly symptom: Seen | null;
  /** The cause that the diagnosis names; null when none was found. */
  readonly cause: Seen | null;
  readonly members: readonly Member[];
  /** Causes of other classes that were seen in the same window and lost. */
  readonly losers: readonly Seen[];
}

/** CODES §3.2: which cause is named when several stand in one window; the first breaks the others. */
const classRank: Readonly<Record<FailureClass, number>> = {
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

const strengths: readonly Strength[] = ['weak', 'strong', 'proof'];
const severities: readonly Severity[] = ['info', 'warning', 'error'];
const confidences: readonly Confidence[] = ['low', 'medium', 'high'];

const strongest = (all: readonly Strength[]): Strength =>
  all.reduce((best, one) => (strengths.indexOf(one) > strengths.indexOf(best) ? one : best), 'weak');

/** The diagnoses of one machine, not yet in report order. */
export function diagnose(machine: JudgedMachine, knowledge: Knowledge): Diagnosis[] {
  const all = gatherSeen(machine, knowledge);
  const clusters = clusterSeen(all, machine.zone);
  const successes = gatherSuccesses(machine, knowledge);
  return clusters.map((cluster) => toDiagnosis(cluster, machine, successes));
}

function gatherSeen({ sources }: JudgedMachine, knowledge: Knowledge): Seen[] {
  const zoomAddresses = new Set(sources.flatMap((source) => source.zoomAddresses));
  const groups = new Map<string, { failure: Failure; code: string | null; observations: Observation[] }>();
  for (const source of sources) {
    for (const finding of source.findings) {
      const failure = finding.kind === 'failure' ? knowledge.failureById.get(finding.id) : undefined;
      if (!failure) continue;
      if (failure.zoomAddress && !(finding.subject !== null && zoomAddresses.has(finding.subject))) continue;
      const key = `${failure.id}\0${finding.code ?? ''}`;
      const group = groups.get(key);
      if (group) group.observations.push({ finding, source });
      else groups.set(key, { failure, code: finding.code, observations: [{ finding, source }] });
    }
  }
  return [...groups.values()]
    .map((group) => ({ ...group, strength: strongest(group.observations.map(({ finding }) => finding.strength)) }))
    .sort((a, b) => compareText(a.failure.id, b.failure.id) || compareText(a.code ?? '', b.code ?? ''));
}

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** The closest relation between any attempt of a cause and any of a symptom. */
function joinSeen(cause: Seen, symptom: Seen, zone: string | null): Join {
  if (cause.failure.standing || symptom.failure.standing) return 'joined';
  let best: Join = 'apart';
  for (const a of cause.observations)
    for (const b of symptom.observations)
      for (const left of a.finding.attempts)
        for (const right of b.finding.attempts) {
          const join = joinSightings(
            { path: a.source.path, attempt: left },
            { path: b.source.path, attempt: right },
            zone,
          );
          if (join === 'joined') return join;
          if (join === 'loose') best = join;
        }
  return best;
}

function clusterSeen(all: readonly Seen[], zone: string | null): Cluster[] {
  const symptoms = all.filter(({ failure }) => failure.role === 'symptom');
  const causes = all.filter(({ failure }) => failure.role === 'cause');
  const supports = all.filter(({ failure }) => failure.role === 'support');
  const used = new Set<Seen>();
  const clusters: Cluster[] = [];

  for (const symptom of symptoms) {
    const candidates = causes
      .filter((seen) => symptom.failure.explainedBy?.includes(seen.failure.class) && canExplain(seen, all, zone))
      .map((seen) => ({ seen, join: joinSeen(seen, symptom, zone) }))
      .filter(({ join }) => join !== 'apart');
    const named = pickCause(candidates, supports, zone);
    if (!named) {
      clusters.push({ symptom, cause: null, members: [{ seen: symptom, join: 'joined' }], losers: [] });
      continue;
    }
    const own = candidates.filter(
      ({ seen }) => seen.failure.class === named.seen.failure.class || explains(named.seen, seen),
    );
    const rest = candidates.filter((candidate) => !own.includes(candidate));
    const losers = rest.map(({ seen }) => seen).filter((seen) => seen.strength !== 'proof');
    for (const { seen } of [...own, ...rest.filter(({ seen: { strength } }) => strength !== 'proof')]) used.add(seen);
    clusters.push({
      symptom,
      cause: named.seen,
      members: [
        named,
        ...own.filter((member) => member !== named),
        { seen: symptom, join: 'joined' },
        ...joinSupports(supports, named.seen, symptom, zone),
      ],
      losers,
    });
  }

  const alone = causes.filter((seen) => !used.has(seen));
  const absorbed = new Set<Seen>();
  for (const cause of alone)
    for (const other of alone)
      if (cause !== other && explains(cause, other) && joinSeen(cause, other, zone) !== 'apart') absorbed.add(other);
  for (const cause of alone.filter((seen) => !absorbed.has(seen))) {
    const consequences = alone
      .filter((other) => absorbed.has(other) && explains(cause, other))
      .map((seen) => ({ seen, join: joinSeen(cause, seen, zone) }))
      .filter(({ join }) => join !== 'apart');
    clusters.push({
      symptom: null,
      cause,
      members: [{ seen: cause, join: 'joined' }, ...consequences, ...joinSupports(supports, cause, cause, zone)],
      losers: [],
    });
  }
  return clusters;
}

const explains = (cause: Seen, other: Seen): boolean => cause.failure.explains?.includes(other.failure.id) ?? false;

/** What is only a warning by itself (a clock that is off) explains an error only when other evidence makes it proof. */
const canExplain = (seen: Seen, all: readonly Seen[], zone: string | null): boolean =>
  seen.failure.severity === 'error' || strengthWith(seen, all, zone) === 'proof';

/** CODES §3.3: a device or a permission explains a connection's code only when nothing of the connection does. */
const isOfConnection = ({ failure }: Seen): boolean => classRank[failure.class] <= classRank.service;

/** Connection before device, then strength, then the rank of its class, then the cause that explains the other. */
function pickCause(candidates: readonly Member[], supports: readonly Seen[], zone: string | null): Member | undefined {
  const others = [...candidates.map(({ seen }) => seen), ...supports];
  const proofed = new Map(candidates.map(({ seen }) => [seen, strengths.indexOf(strengthWith(seen, others, zone))]));
  return candidates.toSorted(
    (a, b) =>
      Number(isOfConnection(b.seen)) - Number(isOfConnection(a.seen)) ||
      proofed.get(b.seen)! - proofed.get(a.seen)! ||
      classRank[a.seen.failure.class] - classRank[b.seen.failure.class] ||
      Number(explains(b.seen, a.seen)) - Number(explains(a.seen, b.seen)) ||
      Number(a.join === 'loose') - Number(b.join === 'loose'),
  )[0];
}

/** A cause's strength, given what else was seen: some are proof only together. */
function strengthWith(seen: Seen, others: readonly Seen[], zone: string | null): Strength {
  const proven = others.some(
    (other) =>
      seen.failure.provenWith?.includes(other.failure.id) &&
      seen.strength !== 'weak' &&
      joinSeen(seen, other, zone) === 'joined',
  );
  return proven ? 'proof' : seen.strength;
}

const joinSupports = (supports: readonly Seen[], cause: Seen, anchor: Seen, zone: string | null): Member[] =>
  supports
    .filter(({ failure }) => failure.class === cause.failure.class || cause.failure.provenWith?.includes(failure.id))
    .map((seen) => ({ seen, join: joinSeen(seen, anchor, zone) }))
    .filter(({ join }) => join !== 'apart');

/** Facts that end failures, with the failures they end. */
interface Success {
  readonly ends: readonly string[];
  readonly observation: Observation;
}

function gatherSuccesses({ sources }: JudgedMachine, knowledge: Knowledge): Success[] {
  return sources.flatMap((source) =>
    source.findings.flatMap((finding) => {
      const fact = finding.kind === 'fact' ? knowledge.factById.get(finding.id) : undefined;
      return fact?.effect === 'ends' ? [{ ends: fact.ends ?? [], observation: { finding, source } }] : [];
    }),
  );
}

function toDiagnosis(cluster: Cluster, machine: JudgedMachine, successes: readonly Success[]): Diagnosis {
  const { symptom, cause, members } = cluster;
  const lead = symptom ?? cause!;
  const named = (cause ?? symptom!).failure;
  const prior = cause === null && lead.code !== null ? codePrior(lead.code) : null;
  const [first, last] = extremes(lead, machine.zone);
  const code = symptom?.code ?? cause?.code ?? null;
  const severity = worst(
    members.filter(({ seen }) => seen.failure.role !== 'support').map(({ seen }) => seen.failure.severity),
  );
  const ended = hasEnded(cluster, machine.zone, successes);
  return {
    id: stableId(lead.failure.id, first.attempt.first),
    machine: machine.machine.id,
    failure: named.id,
    class: prior?.class ?? named.class,
    code,
    likelyCodes: [...new Set([...(code === null ? [] : [code]), ...(named.likelyCodes ?? [])])],
    title: named.title,
    cause: named.cause,
    remedy: named.remedy,
    severity: ended && severity === 'error' ? 'warning' : severity,
    confidence: confidenceOf(cluster, machine.zone),
    count: members.flatMap(({ seen }) => seen.observations).reduce((sum, { finding }) => sum + finding.count, 0),
    occurrences: lead.observations.reduce((sum, { finding }) => Math.max(sum, finding.attemptCount), 0),
    first: placeOf(first.source, first.attempt, 'first'),
    last: placeOf(last.source, last.attempt, 'last'),
    evidence: listEvidence(members.map(({ seen }) => seen)),
    alternatives: alternativesOf(cluster, prior?.alternatives ?? []),
    fixes: fixesOf([named, ...members.map(({ seen }) => seen.failure)], named, machine),
  };
}

const worst = (all: readonly Severity[]): Severity =>
  all.reduce((most, one) => (severities.indexOf(one) > severities.indexOf(most) ? one : most), 'info');

/**
 * proof → high; two strong of different kinds from different sources → high; strong → medium; else low.
 * A join without a common clock is at most medium, unless the cause is proved whatever the symptom.
 */
function confidenceOf({ cause, members }: Cluster, zone: string | null): Confidence {
  if (cause === null) return 'low';
  const seen = members.map((member) => member.seen);
  const proven = strengthWith(cause, seen, zone);
  if (proven === 'proof') return 'high';
  const strong = members.filter(
    (member) =>
      member.seen.failure.role === 'cause' &&
      member.seen.failure.class === cause.failure.class &&
      member.seen.strength !== 'weak' &&
      member.join === 'joined',
  );
  const independent = strong.some((a) =>
    strong.some((b) => a.seen.failure.id !== b.seen.failure.id && !sharesSource(a.seen, b.seen)),
  );
  const someProof = seen.some(
    (one) => one.failure.role === 'cause' && one.failure.class === cause.failure.class && one.strength === 'proof',
  );
  if (independent || someProof) return 'high';
  return confidences[strengths.indexOf(proven)]!;
}

function sharesSource(a: Seen, b: Seen): boolean {
  return a.observations.some((one) => b.observations.some((other) => one.source.path === other.source.path));
}

function alternativesOf({ cause, losers }: Cluster, prior: readonly Alternative[]): Alternative[] {
  const seen = losers.map(({ failure }) => ({
    class: failure.class,
    why: `also seen in the same window: ${failure.title}`,
  }));
  const declared = cause?.failure.alternatives ?? [];
  const all = [...seen, ...prior, ...declared];
  return all.filter((one, i) => all.findIndex((other) => other.class === one.class) === i);
}

function fixesOf(failures: readonly Failure[], named: Failure, { machine }: JudgedMachine): FixStep[] {
  const ids = new Set([
    ...named.fixes,
    ...failures.filter((one) => one.class === named.class).flatMap((one) => one.fixes),
  ]);
  const order = { check: 0, change: 1, 'last-resort': 2 } as const;
  return [...ids]
    .flatMap((id) => fixById(id) ?? [])
    .filter(({ os }) => machine.os === null || os.includes(machine.os))
    .toSorted((a, b) => order[a.kind] - order[b.kind])
    .map(({ id, os, title, command, admin, destructive, restart, undo, who, source }) => ({
      id,
      os: [...os],
      title,
      command,
      admin,
      destructive,
      restart,
      undo,
      who,
      source,
    }));
}

interface Sighted {
  readonly source: SourceFindings;
  readonly attempt: Attempt;
}

/** The earliest and the latest attempt of a failure; without a common clock by path and line. */
function extremes(seen: Seen, zone: string | null): [Sighted, Sighted] {
  const all = seen.observations
    .flatMap(({ finding, source }) => finding.attempts.map((attempt) => ({ source, attempt })))
    .sort((a, b) => compareText(a.source.path, b.source.path) || a.attempt.first.line - b.attempt.first.line);
  let [first, last] = [all[0]!, all[0]!];
  for (const one of all) {
    if (isBefore(one, first, 'first', zone)) first = one;
    if (isBefore(last, one, 'last', zone)) last = one;
  }
  return [first, last];
}

function isBefore(a: Sighted, b: Sighted, edge: 'first' | 'last', zone: string | null): boolean {
  const [left, right] = [a.attempt[edge], b.attempt[edge]];
  const gap = left.time && right.time ? difference(left.time, right.time, zone, a.source === b.source) : null;
  if (gap !== null && gap !== 0) return gap < 0;
  return a.source === b.source && left.line < right.line;
}

function placeOf(source: SourceFindings, attempt: Attempt, edge: 'first' | 'last'): Place {
  const sight = attempt[edge];
  return { path: source.path, line: sight.line, time: sight.time?.text ?? null };
}

/** True when a success of the same kind is known to come after the last sign of the failure. */
function hasEnded({ symptom, cause, members }: Cluster, zone: string | null, successes: readonly Success[]): boolean {
  const leads = [symptom, cause].filter((seen) => seen !== null);
  const relevant = successes.filter(({ ends }) => leads.some(({ failure }) => ends.includes(failure.id)));
  if (relevant.length === 0) return false;
  const signs = members
    .filter(({ seen }) => seen.failure.role !== 'support' && !seen.failure.standing)
    .flatMap(({ seen }) => seen.observations);
  return signs.every((sign) =>
    relevant.some(
      ({ observation }) =>
        (observation.finding.subject === null ||
          sign.finding.subject === null ||
          observation.finding.subject === sign.finding.subject) &&
        comesAfter(
          { path: observation.source.path, attempt: observation.finding.attempts.at(-1)! },
          { path: sign.source.path, attempt: sign.finding.attempts.at(-1)! },
          zone,
        ),
    ),
  );
}

/** Report order: severity; has a code; confidence; rank of the class; last seen, newest first (none last); path; line. */
export function compareDiagnoses(a: Diagnosis, b: Diagnosis): number {
  return (
    severities.indexOf(b.severity) - severities.indexOf(a.severity) ||
    Number(b.code !== null) - Number(a.code !== null) ||
    confidences.indexOf(b.confidence) - confidences.indexOf(a.confidence) ||
    classRank[a.class] - classRank[b.class] ||
    compareText(b.last.time ?? '', a.last.time ?? '') ||
    compareText(a.first.path, b.first.path) ||
    a.first.line - b.first.line ||
    failureClasses.indexOf(a.class) - failureClasses.indexOf(b.class) ||
    compareText(a.failure, b.failure) ||
    compareText(a.code ?? '', b.code ?? '')
  );
}
