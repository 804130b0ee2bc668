/** judge: what was found in all sources to one report. Pure and order-free: run it again whenever a source changes. */

import { finishReport } from '../masking/redact.ts';
import {
  type Confidence,
  confidences,
  type Diagnosis,
  type FailureClass,
  type Os,
  type Report,
  type Source,
  type SourceFindings,
} from '../model.ts';
import type { Knowledge } from '../reading/classify.ts';
import { compareDiagnoses, diagnose } from './diagnose.ts';
import { groupMachines, type JudgedMachine, splitByComputer } from './machines.ts';
import { giveVerdicts } from './verdicts.ts';

export interface JudgeOptions {
  /** Version of the tool, for the report. */
  readonly version: string;
  /** Overrides the evidence's system for the choice of fixes. */
  readonly os?: Os | null;
  /** `+01:00` or an IANA name: the zone of local times. */
  readonly timezone?: string | null;
  /** Masks secrets; default true. */
  readonly redact?: boolean;
  // Filters of diagnoses. Verdicts are never filtered.
  readonly classes?: readonly FailureClass[] | null;
  readonly minConfidence?: Confidence;
  /** ISO 8601. A diagnosis last seen before `since` or first seen after `until` is left out; an undated one stays. */
  readonly since?: string | null;
  readonly until?: string | null;
}

/** The report on `sources`: the same for any order of them. */
export function judge(knowledge: Knowledge, sources: readonly SourceFindings[], options: JudgeOptions): Report {
  const split = sources.map((source) => splitByComputer(source));
  const listed = new Set(split.map(([first]) => first));
  const machines = groupMachines(split.flat(), { os: options.os ?? null, timezone: options.timezone ?? null });
  const diagnoses = withOwnIds(machines.flatMap((machine) => diagnose(machine, knowledge)).toSorted(compareDiagnoses));
  const report: Report = {
    schemaVersion: 2,
    tool: { name: 'zoomlog', version: options.version },
    machines: machines.map(({ machine }) => machine),
    sources: machines
      .flatMap((machine) =>
        machine.sources.filter((source) => listed.has(source)).map((source) => toSource(source, machine)),
      )
      .sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0)),
    diagnoses: diagnoses.filter((one) => isWanted(one, machines, options)),
    verdicts: giveVerdicts(machines, diagnoses, knowledge),
  };
  return finishReport(report, { mask: options.redact ?? true });
}

/**
 * The same line can lead two diagnoses (two machines' copies of one log, two codes on one line): the later machine's, or
 * the higher code's, then carries both in its id, whatever the order of the report.
 */
function withOwnIds(diagnoses: readonly Diagnosis[]): Diagnosis[] {
  const rank = ({ machine, code, failure }: Diagnosis): string => `${machine}-${code ?? failure}`;
  const first = new Map<string, string>();
  for (const one of diagnoses) {
    const known = first.get(one.id);
    if (known === undefined || rank(one) < known) first.set(one.id, rank(one));
  }
  return diagnoses.map((one) => (first.get(one.id) === rank(one) ? one : { ...one, id: `${one.id}-${rank(one)}` }));
}

function toSource(source: SourceFindings, { machine }: JudgedMachine): Source {
  return {
    path: source.path,
    machine: machine.id,
    modified: source.modified,
    ...(source.sha256 === null ? {} : { sha256: source.sha256 }),
    format: source.format,
    state: source.state,
    complete: source.complete,
    bytes: source.bytes,
    lines: source.lines,
    passedOver: source.passedOver,
    first: source.first?.text ?? null,
    last: source.last?.text ?? null,
    timeBasis: source.timeBasis,
    note: source.note,
  };
}

function isWanted(diagnosis: Diagnosis, machines: readonly JudgedMachine[], options: JudgeOptions): boolean {
  if (options.classes && !options.classes.includes(diagnosis.class)) return false;
  if (confidences.indexOf(diagnosis.confidence) < confidences.indexOf(options.minConfidence ?? 'low')) return false;
  const { clock } = machines.find(({ machine }) => machine.id === diagnosis.machine)!;
  const since = clock.parse(options.since ?? null);
  const until = clock.parse(options.until ?? null);
  const last = clock.parse(diagnosis.last.time);
  const first = clock.parse(diagnosis.first.time);
  return !((since !== null && last !== null && last < since) || (until !== null && first !== null && first > until));
}
