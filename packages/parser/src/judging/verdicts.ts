/** The ten verdicts: confirmed, suspected, resolved, ruled out, or not assessable with what would decide. */

import { type Cause, classCauses } from '../define.ts';
import type { Diagnosis, Evidence, FailureClass, Os, SourceFindings, Verdict } from '../model.ts';
import { failureClasses, type Missing } from '../model.ts';
import type { Knowledge } from '../reading/classify.ts';
import { askedText } from './asked-text.ts';
import { sightsOf } from './evidence.ts';
import type { JudgedMachine } from './machines.ts';
import { missingFor } from './missing.ts';
import { homeOf, tieOf } from './ties.ts';

/** Causes that a system does not have: Windows asks nobody for leave to share the screen. */
const absent: Readonly<Partial<Record<Os, readonly Cause[]>>> = { windows: ['screen permission'] };

/** What can make a class fail on the machine. */
const causesOn = ({ machine: { os } }: JudgedMachine, failureClass: FailureClass): readonly Cause[] =>
  classCauses[failureClass].filter((cause: Cause) => os === null || !absent[os]?.includes(cause));

/** Ten verdicts for each machine, from every diagnosis of the scan (before any filter); ten of nothing where there is none. */
export function giveVerdicts(
  machines: readonly JudgedMachine[],
  diagnoses: readonly Diagnosis[],
  knowledge: Knowledge,
): Verdict[] {
  if (machines.length === 0) return judgeMachine(null, [], knowledge);
  return machines.flatMap((one) =>
    judgeMachine(
      one,
      diagnoses.filter(({ machine }) => machine === one.machine.id),
      knowledge,
    ),
  );
}

function judgeMachine(machine: JudgedMachine | null, diagnoses: readonly Diagnosis[], knowledge: Knowledge): Verdict[] {
  return failureClasses.map((failureClass) => {
    const own = diagnoses.filter((one) => one.class === failureClass && one.severity !== 'info');
    const { cleared, evidence } = clearedCauses(machine, failureClass, knowledge);
    const base = {
      machine: machine?.machine.id ?? null,
      class: failureClass,
      cleared,
      diagnoses: own.map(({ id }) => id),
    };
    const open = own.filter(({ ended }) => ended === null);
    const confirmed = open.find(({ confidence }) => confidence === 'high');
    const named = confirmed ?? open[0];
    if (named)
      return {
        ...base,
        state: confirmed ? 'confirmed' : 'suspected',
        proof: confirmed ? 'confirmed' : 'suspected',
        phase: named.phase,
        because: confirmed
          ? `${named.title}: the evidence proves it.`
          : `${named.title}: the evidence points to it but does not prove it.`,
        evidence: named.evidence.slice(0, 3).map((one) => ({ ...one, mark: [...one.mark] })),
        missing: confirmed ? [] : missingFor(failureClass, machine, knowledge),
      };
    const resolved = own.find(({ confidence }) => confidence === 'high');
    if (resolved)
      return {
        ...base,
        state: 'resolved',
        proof: 'confirmed',
        phase: resolved.phase,
        because: `${resolved.title}; the evidence proves this, and also that it is over: ${resolved.ended!.title}.`,
        evidence: resolved.evidence.slice(0, 3).map((one) => ({ ...one, mark: [...one.mark] })),
        missing: [],
      };
    // Where nothing was read nothing is excluded.
    if (machine && causesOn(machine, failureClass).every((cause) => cleared.includes(cause)))
      return {
        ...base,
        state: 'ruled-out',
        proof: null,
        phase: null,
        because: `Every known cause is excluded: ${cleared.join(', ')}.`,
        evidence,
        missing: [],
      };
    const missing = missingFor(failureClass, machine, knowledge);
    return {
      ...base,
      state: 'not-assessable',
      proof: own[0] ? 'suspected' : null,
      phase: own[0]?.phase ?? null,
      because: own[0]
        ? `${own[0].title}; this was suspected, but it is over: ${own[0].ended!.title}.`
        : reasonOpen(machine, cleared, missing),
      evidence,
      missing,
    };
  });
}

function reasonOpen(machine: JudgedMachine | null, cleared: readonly string[], missing: readonly Missing[]): string {
  const sources = machine?.sources ?? [];
  const excluded = cleared.length > 0 ? `Excluded: ${cleared.join(', ')}. ` : '';
  if (!sources.some(({ state }) => state === 'read' || state === 'quoted'))
    return sources.some(({ state }) => state === 'encrypted')
      ? 'The client log is encrypted: only Zoom can open it; it proves nothing either way.'
      : 'No log in a known format was read.';
  if (missing.length > 0 && missing.every(({ asked }) => asked !== null && asked.state !== 'skipped')) {
    const [first] = missing;
    const rest = missing.length > 1 ? `, and ${missing.length - 1} more` : '';
    return `${excluded}What could decide it was asked for and is not there: ${first!.what} (${askedText(first!.asked!)})${rest}.`;
  }
  return `${excluded}These logs neither show nor exclude it.`;
}

/** Causes that evidence excludes on the machine. */
function clearedCauses(
  machine: JudgedMachine | null,
  failureClass: FailureClass,
  knowledge: Knowledge,
): { cleared: Cause[]; evidence: Evidence[] } {
  if (machine === null) return { cleared: [], evidence: [] };
  const { os } = machine.machine;
  // What is only quoted clears nothing.
  const sources = machine.sources.filter(({ isHearsay }) => !isHearsay);
  const evidence: Evidence[] = [];
  const byUser = usersOf(sources).map((own) => {
    const cleared = new Set<Cause>(os === null ? [] : absent[os]);
    const seen = new Set(own.flatMap(({ findings }) => findings.map(({ id }) => id)));
    for (const source of own)
      for (const finding of source.findings) {
        const fact = finding.kind === 'fact' ? knowledge.factById.get(finding.id) : undefined;
        if (fact?.effect !== 'rules-out' || fact.class !== failureClass) continue;
        if (!(fact.needs ?? []).every((id) => seen.has(id)) || fact.unless?.some((id) => seen.has(id))) continue;
        for (const cause of fact.clears ?? []) cleared.add(cause);
        evidence.push(...sightsOf({ finding, source }, 'support', fact).slice(-1));
      }
    return cleared;
  });
  return {
    cleared: causesOn(machine, failureClass).filter((cause) => byUser.every((cleared) => cleared.has(cause))),
    evidence: evidence.slice(0, 5),
  };
}

/** The sources of each user with those of the machine: what one user is allowed says nothing of another. */
function usersOf(sources: readonly SourceFindings[]): (readonly SourceFindings[])[] {
  // Of a home with thousands of files one tells whose they are.
  const homes = [...Map.groupBy(sources, homeOf).values()];
  const areApart = ([a]: readonly SourceFindings[], [b]: readonly SourceFindings[]): boolean =>
    tieOf(a!, b!) === 'apart';
  const owned = homes.filter((home) => homes.some((other) => areApart(home, other)));
  const users: (readonly SourceFindings[])[] = [];
  for (const home of owned) if (users.every((user) => areApart(home, user))) users.push(home);
  return users.length === 0 ? [sources] : users.map((user) => homes.filter((other) => !areApart(user, other)).flat());
}
