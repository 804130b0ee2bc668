/** The ten verdicts: confirmed, suspected, resolved, ruled out, or not assessable with what would decide. */

import { type Cause, classCauses } from '../define.ts';
import { collectCommands } from '../knowledge/fixes/collect.ts';
import type { Diagnosis, Evidence, FailureClass, Missing, Os, Verdict } from '../model.ts';
import { failureClasses } from '../model.ts';
import type { Knowledge } from '../reading/classify.ts';
import { sightsOf } from './evidence.ts';
import type { JudgedMachine } from './machines.ts';

/** Causes that a system does not have: Windows asks nobody for leave to share the screen. */
const absent: Readonly<Partial<Record<Os, readonly Cause[]>>> = { windows: ['screen permission'] };

/** What can make a class fail on one of the machines. */
const causesOn = (machines: readonly JudgedMachine[], failureClass: FailureClass): readonly Cause[] =>
  classCauses[failureClass].filter((cause: Cause) =>
    machines.some(({ machine: { os } }) => os === null || !absent[os]?.includes(cause)),
  );

/** All ten verdicts, from every diagnosis of the scan (before any filter). */
export function giveVerdicts(
  machines: readonly JudgedMachine[],
  diagnoses: readonly Diagnosis[],
  knowledge: Knowledge,
): Verdict[] {
  return failureClasses.map((failureClass) => {
    const own = diagnoses.filter((one) => one.class === failureClass && one.severity !== 'info');
    const { cleared, evidence } = clearedCauses(machines, failureClass, knowledge);
    const base = { class: failureClass, cleared, diagnoses: own.map(({ id }) => id) };
    const open = own.filter(({ ended }) => ended === null);
    const confirmed = open.find(({ confidence }) => confidence === 'high');
    const named = confirmed ?? open[0];
    if (named)
      return {
        ...base,
        state: confirmed ? 'confirmed' : 'suspected',
        because: confirmed
          ? `${named.title}: the evidence proves it.`
          : `${named.title}: the evidence points to it but does not prove it.`,
        evidence: named.evidence.slice(0, 3).map((one) => ({ ...one, mark: [...one.mark] })),
        missing: confirmed ? [] : missingFor(failureClass, machines),
      };
    const resolved = own.find(({ confidence }) => confidence === 'high');
    if (resolved)
      return {
        ...base,
        state: 'resolved',
        because: `${resolved.title}; the evidence proves this, and also that it is over: ${resolved.ended!.title}.`,
        evidence: resolved.evidence.slice(0, 3).map((one) => ({ ...one, mark: [...one.mark] })),
        missing: [],
      };
    // Where nothing was read nothing is excluded.
    if (machines.length > 0 && causesOn(machines, failureClass).every((cause) => cleared.includes(cause)))
      return {
        ...base,
        state: 'ruled-out',
        because: `Every known cause is excluded: ${cleared.join(', ')}.`,
        evidence,
        missing: [],
      };
    return {
      ...base,
      state: 'not-assessable',
      because: own[0]
        ? `${own[0].title}; this was suspected, but it is over: ${own[0].ended!.title}.`
        : reasonOpen(machines, cleared),
      evidence,
      missing: missingFor(failureClass, machines),
    };
  });
}

function reasonOpen(machines: readonly JudgedMachine[], cleared: readonly string[]): string {
  const sources = machines.flatMap((machine) => machine.sources);
  const excluded = cleared.length > 0 ? `Excluded: ${cleared.join(', ')}. ` : '';
  if (!sources.some(({ state }) => state === 'read'))
    return sources.some(({ state }) => state === 'encrypted')
      ? 'The client log is encrypted: only Zoom can open it; it proves nothing either way.'
      : 'No log in a known format was read.';
  return `${excluded}These logs neither show nor exclude it.`;
}

/** Causes that evidence excludes on every machine of the scan. */
function clearedCauses(
  machines: readonly JudgedMachine[],
  failureClass: FailureClass,
  knowledge: Knowledge,
): { cleared: Cause[]; evidence: Evidence[] } {
  const evidence: Evidence[] = [];
  const byMachine = machines.map(({ machine, sources }) => {
    const cleared = new Set<Cause>(machine.os === null ? [] : absent[machine.os]);
    const seen = new Set(sources.flatMap(({ findings }) => findings.map(({ id }) => id)));
    for (const source of sources)
      for (const finding of source.findings) {
        const fact = finding.kind === 'fact' ? knowledge.factById.get(finding.id) : undefined;
        if (fact?.effect !== 'rules-out' || fact.class !== failureClass) continue;
        if (!(fact.needs ?? []).every((id) => seen.has(id)) || fact.unless?.some((id) => seen.has(id))) continue;
        for (const cause of fact.clears ?? []) cleared.add(cause);
        evidence.push(...sightsOf({ finding, source }, 'support', fact.id).slice(-1));
      }
    return cleared;
  });
  const isCleared = (cause: Cause): boolean => byMachine.length > 0 && byMachine.every((cleared) => cleared.has(cause));
  return { cleared: causesOn(machines, failureClass).filter(isCleared), evidence: evidence.slice(0, 5) };
}

function missingFor(failureClass: FailureClass, machines: readonly JudgedMachine[]): Missing[] {
  const known = new Set<Os>(machines.flatMap(({ machine }) => machine.os ?? []));
  return collectCommands
    .filter((one) => one.class === failureClass && (known.size === 0 || known.has(one.os)))
    .map(({ what, collect }) => ({ what, collect }));
}
