/** Clusters of failures to diagnoses: what broke, how sure that is, where it says so, what to do. */

import { type CodePrior, codePrior } from '../codes/prior.ts';
import { resolveCode } from '../codes/resolve.ts';
import type { Code } from '../define.ts';
import {
  type Alternative,
  type Attempt,
  type Confidence,
  compareText,
  confidences,
  type Diagnosis,
  type DiagnosisSubject,
  type Ending,
  type Evidence,
  failureClasses,
  type Place,
  type Severity,
  type SourceFindings,
  type Spell,
  type Subject,
  severities,
} from '../model.ts';
import type { Knowledge } from '../reading/classify.ts';
import { fixesOf, whoOf } from './advice.ts';
import { afterSuccess } from './aftermath.ts';
import type { Clock } from './clock.ts';
import { type Cluster, classRank, clusterSuspects, isDoubtful, isLast, isTied } from './cluster.ts';
import { listEvidence, sightsOf } from './evidence.ts';
import { stableId } from './identity.ts';
import type { JudgedMachine } from './machines.ts';
import type { Stretch } from './spells.ts';
import { gatherSuccesses, type Success } from './success.ts';
import { gatherSuspects, isUnaltered, type Suspect, sharesContext, strengths, strengthWith } from './suspects.ts';
import type { Sighting } from './window.ts';

/** The diagnoses of one machine, not yet in report order. */
export function diagnose(machine: JudgedMachine, knowledge: Knowledge): Diagnosis[] {
  const all = gatherSuspects(machine, knowledge);
  const clusters = clusterSuspects(all);
  const successes = gatherSuccesses(machine, knowledge);
  return clusters.map((cluster) => toDiagnosis(cluster, machine, successes));
}

function toDiagnosis(cluster: Cluster, machine: JudgedMachine, successes: readonly Success[]): Diagnosis {
  const { symptom, cause, members } = cluster;
  const lead = symptom ?? cause!;
  const named = (cause ?? symptom!).failure;
  const readings = readingsOf(lead);
  const reading = lead.code === null ? null : codePrior(lead.code, readings);
  const prior = cause === null ? reading : null;
  const [first, last] = extremes(lead);
  const code = symptom?.code ?? cause?.code ?? null;
  // What breaks by a cause that stands by itself as well is no worse than the symptom that is in doubt.
  const rated = symptom && isDoubtful(symptom) ? [symptom] : members.map(({ suspect }) => suspect);
  const told = rated.filter(({ failure }) => failure.role !== 'support').map(({ failure }) => failure.severity);
  const severity = leastOf(
    worst(told),
    cluster.doubt === null ? 'error' : cluster.doubt === 'some' ? 'warning' : 'info',
  );
  const fixes = fixesOf([named, ...members.map(({ suspect }) => suspect.failure)], named, machine);
  const aftermath = afterSuccess(severity, cluster, successes);
  return {
    id: stableId(lead.failure.id, first.attempt.first),
    machine: machine.machine.id,
    failure: named.id,
    class: prior?.class ?? named.class,
    code,
    likelyCodes: [...new Set([...(code === null ? [] : [code]), ...(named.likelyCodes ?? [])])],
    subject: subjectOf(cause ?? symptom!),
    title: named.title,
    cause: prior ? `${meaningOf(lead.code!, readings)}${named.cause}` : named.cause,
    remedy: named.remedy,
    severity: aftermath.severity,
    confidence: confidenceOf(cluster),
    count: members.flatMap(({ suspect }) => suspect.observations).reduce((sum, { finding }) => sum + finding.count, 0),
    occurrences: lead.observations.reduce((sum, { finding }) => Math.max(sum, finding.attemptCount), 0),
    first: placeOf(first.source.path, first.attempt, 'first'),
    last: placeOf(last.source.path, last.attempt, 'last'),
    phase: aftermath.phase,
    ended: aftermath.phase === 'ended' && aftermath.success ? endingOf(aftermath.success) : null,
    spells: aftermath.spells.slice(0, mostSpells).map(toSpell),
    evidence: [...listEvidence(members.map(({ suspect }) => suspect)), ...successEvidence(aftermath.success)],
    alternatives: alternativesOf(cluster, prior?.alternatives ?? otherReadings(reading, cluster)),
    who: whoOf(fixes),
    fixes,
  };
}

/** The subject that was seen most, the first by its text among equals. */
function subjectOf({ observations }: Suspect): DiagnosisSubject | null {
  const counts = new Map<string, { subject: Subject; count: number }>();
  for (const { finding } of observations) {
    if (finding.subject === null) continue;
    const known = counts.get(finding.subject.text);
    counts.set(finding.subject.text, { subject: finding.subject, count: (known?.count ?? 0) + finding.count });
  }
  const [most, ...others] = [...counts.values()].toSorted(
    (a, b) => b.count - a.count || compareText(a.subject.text, b.subject.text),
  );
  return most === undefined ? null : { ...most.subject, others: others.length };
}

const mostSpells = 20;

const toSpell = ({ first, last, end }: Stretch): Spell => ({
  first: placeOf(first.path, first.attempt, 'first'),
  last: placeOf(last.path, last.attempt, 'last'),
  end: end && toEnding(end.success, end.sighting),
});

const toEnding = ({ fact, title, isMending }: Success, { path, attempt }: Sighting): Ending => ({
  fact,
  title,
  how: isMending ? 'mended' : 'passed',
  ...placeOf(path, attempt, 'last'),
});

/** Where and when the success was seen last that ended a failure. */
function endingOf(success: Success): Ending {
  const { finding, source } = success.observation;
  return toEnding(success, { path: source.path, attempt: finding.attempts.at(-1)! });
}

/** Where the success stands that lowered a diagnosis: its last sight, under the id of the fact. */
const successEvidence = (success: Success | null): Evidence[] =>
  success ? sightsOf(success.observation, 'support', { id: success.fact, title: success.title }).slice(-1) : [];

/** What the code can mean where it was read. */
function readingsOf({ code, failure }: Suspect): readonly Code[] {
  const all = code === null ? [] : resolveCode(code);
  const own = all.filter(({ symbol }) => failure.readings?.test(symbol ?? ''));
  return own.length > 0 ? own : all;
}

/** What the code's own source says, before what is said of every code of its kind. */
function meaningOf(code: string, readings: readonly Code[]): string {
  const reading = readings.find(({ namespace }) => namespace.startsWith('zoom-'));
  return reading ? `${code}: ${reading.meaning}. ` : '';
}

const leastOf = (a: Severity, b: Severity): Severity => (severities.indexOf(a) < severities.indexOf(b) ? a : b);

const worst = (all: readonly Severity[]): Severity =>
  all.reduce((most, one) => (severities.indexOf(one) > severities.indexOf(most) ? one : most), 'info');

/**
 * proof → high; two strong of different kinds from different sources → high; strong → medium; else low.
 * Where cause and symptom have no common clock, the symptom is in doubt, one is only quoted, or the cause was seen only in what
 * its manifest does not know so, at most medium; low where the cause is the last that could explain the code.
 */
function confidenceOf({ symptom, cause, members, isDoubted: isOpposed }: Cluster): Confidence {
  if (cause === null) return 'low';
  // A state is told as itself: that it is so is what was read.
  const isFirm = members.some(({ suspect }) => suspect.failure.class === cause.failure.class && isUnaltered(suspect));
  if (cause.failure.role === 'support') return cause.isHeard || !isFirm ? 'medium' : 'high';
  const all = members.map((member) => member.suspect);
  const causes = members.filter(
    ({ suspect: { failure } }) => failure.role === 'cause' && failure.class === cause.failure.class,
  );
  const strong = causes.filter(
    ({ suspect, join }) => suspect.strength !== 'weak' && join === 'joined' && !suspect.isHeard,
  );
  const isIndependent = strong.some((a) =>
    strong.some(
      (b) =>
        a.suspect.failure.id !== b.suspect.failure.id &&
        !sharesSource(a.suspect, b.suspect) &&
        sharesContext(a.suspect, b.suspect),
    ),
  );
  const proven = isOpposed ? 'weak' : strengthWith(cause, all);
  // What speaks against the cause outweighs what it would be without.
  const isDoubted = cause.strength !== 'weak' && proven === 'weak';
  const isProved =
    proven === 'proof' || (!isDoubted && (isIndependent || causes.some(({ suspect }) => suspect.strength === 'proof')));
  const confidence = isProved ? 'high' : confidences[strengths.indexOf(proven)]!;
  if (symptom !== null && isLast(cause, symptom)) return 'low';
  const isLoose = symptom !== null && !members.some((member) => member.suspect === cause && isTied(member, symptom));
  return (isLoose || !isFirm) && confidence === 'high' ? 'medium' : confidence;
}

/** What the code would mean first, where the last that could explain it was named. */
function otherReadings(reading: CodePrior | null, { symptom, cause }: Cluster): readonly Alternative[] {
  if (!reading || !symptom || !cause || !isLast(cause, symptom)) return [];
  return [{ class: reading.class, why: reading.why }];
}

function sharesSource(a: Suspect, b: Suspect): boolean {
  return a.observations.some((one) => b.observations.some((other) => one.source.path === other.source.path));
}

function alternativesOf({ cause, losers }: Cluster, prior: readonly Alternative[]): Alternative[] {
  const lost = losers.map(({ failure }) => ({
    class: failure.class,
    why: `also seen at the same time: ${failure.title}`,
  }));
  const declared = cause?.failure.alternatives ?? [];
  const all = [...lost, ...prior, ...declared];
  return all.filter((one, i) => all.findIndex((other) => other.class === one.class) === i);
}

interface PlacedAttempt {
  readonly source: SourceFindings;
  readonly attempt: Attempt;
}

/** The earliest and the latest attempt of a failure; without a common clock by path and line. */
function extremes({ observations, clock }: Suspect): [PlacedAttempt, PlacedAttempt] {
  const all = observations
    .flatMap(({ finding, source }) => finding.attempts.map((attempt) => ({ source, attempt })))
    .sort((a, b) => compareText(a.source.path, b.source.path) || a.attempt.first.line - b.attempt.first.line);
  let [first, last] = [all[0]!, all[0]!];
  for (const one of all) {
    if (isBefore(clock, one, first, 'first')) first = one;
    if (isBefore(clock, last, one, 'last')) last = one;
  }
  return [first, last];
}

function isBefore(clock: Clock, a: PlacedAttempt, b: PlacedAttempt, edge: 'first' | 'last'): boolean {
  const [left, right] = [a.attempt[edge], b.attempt[edge]];
  const gap = left.time && right.time ? clock.difference(left.time, right.time, a.source === b.source) : null;
  if (gap !== null && gap !== 0) return gap < 0;
  return a.source === b.source && left.line < right.line;
}

function placeOf(path: string, attempt: Attempt, edge: 'first' | 'last'): Place {
  const sight = attempt[edge];
  return { path, line: sight.line, time: sight.time?.text ?? null };
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
