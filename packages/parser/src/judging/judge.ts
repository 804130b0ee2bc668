/** judge: what was found in all sources to one report. Pure and order-free: run it again whenever a source changes. */

import type { Masks } from '../masking/masks.ts';
import { finishReport } from '../masking/redact.ts';
import {
  type Confidence,
  type Container,
  compareText,
  confidences,
  type Diagnosis,
  type FailureClass,
  type Hidden,
  type Os,
  type Report,
  type Run,
  type Source,
  type SourceFindings,
} from '../model.ts';
import type { Knowledge } from '../reading/classify.ts';
import { type AskedTime, meets, tellWindow, type Window, windowOf } from './asked.ts';
import { splitBundles } from './bundles.ts';
import { readCollections } from './collections.ts';
import { splitByComputer } from './computers.ts';
import { listCoverage } from './coverage.ts';
import { compareDiagnoses, diagnose } from './diagnose.ts';
import { unrepeated, withQuoted } from './hearsay.ts';
import { groupMachines, type JudgedMachine } from './machines.ts';
import { asOfMoment } from './moment.ts';
import { withoutDisproved } from './same-process.ts';
import { attributeToSenders } from './senders.ts';
import { giveVerdicts } from './verdicts.ts';

export interface JudgeOptions extends AskedTime {
  /** Version of the tool, for the report. */
  readonly version: string;
  /** Overrides the evidence's system for the choice of fixes. */
  readonly os?: Os | null;
  /** `+01:00` or an IANA name: the zone of local times. */
  readonly timezone?: string | null;
  /** What was asked to be read, as reports write it; empty or absent: one bundle. */
  readonly given?: readonly string[];
  /** Takes everything for one bundle. */
  readonly together?: boolean;
  /** Passed on to the report. */
  readonly run?: Run | null;
  /** Passed on to the report. */
  readonly containers?: readonly Container[];
  /** Masks secrets; default true. */
  readonly redact?: boolean;
  /** Masks users and e-mail addresses in paths, too; default false: a path must open. */
  readonly redactPaths?: boolean;
  /** Those of the judgments before, so that secrets and paths keep their tokens. */
  readonly masks?: Masks;
  // Filters of diagnoses, beside `since` and `until`. Verdicts are never filtered.
  readonly classes?: readonly FailureClass[] | null;
  readonly minConfidence?: Confidence;
}

/** The report on `sources`: the same for any order of them. */
export function judge(knowledge: Knowledge, sources: readonly SourceFindings[], options: JudgeOptions): Report {
  const read = unrepeated(sources.flatMap(withQuoted));
  const { told, rootOf } = readCollections(read, knowledge);
  const asked = { given: options.given ?? [], together: options.together ?? false };
  const bundles = splitBundles(told, asked, knowledge, rootOf);
  const split = bundles.map((bundle) => bundle.sources.map((source) => splitByComputer(source)));
  const bundleOf = new Map(split.flatMap((files, at) => files.map(([first]) => [first!, at + 1] as const)));
  const grouped = groupMachines(
    bundles.map(({ path }, at) => ({ path, sources: split[at]!.flat() })),
    { os: options.os ?? null, timezone: options.timezone ?? null },
  );
  const attributed = attributeToSenders(grouped, knowledge);
  const machines = grouped.map((machine, at): Examined => {
    const whole = withoutDisproved(attributed[at]!, knowledge);
    const window = windowOf(machine, options);
    const judged = window?.isMoment ? asOfMoment(whole, window, knowledge) : whole;
    const diagnoses = diagnose(judged, knowledge);
    // What another moment shows is hidden as well.
    const others = judged === whole ? [] : diagnose(whole, knowledge);
    return { machine, window, judged, diagnoses, others };
  });
  const diagnoses = withOwnIds(machines.flatMap((one) => one.diagnoses).toSorted(compareDiagnoses));
  const shown = diagnoses.filter((one) => isWanted(one, machines, options));
  const known = new Set(diagnoses.map(({ failure, code, machine }) => `${machine} ${failure} ${code}`));
  const unseen = machines
    .flatMap(({ others }) => others)
    .filter(({ failure, code, machine }) => !known.has(`${machine} ${failure} ${code}`));
  const report: Report = {
    schemaVersion: 2,
    tool: { name: 'zoomlog', version: options.version },
    run: options.run ?? null,
    bundles: bundles.map(({ path }, at) => ({ id: at + 1, path })),
    machines: machines.map(({ machine }) => machine.machine),
    ...(options.containers ? { containers: options.containers.toSorted((a, b) => compareText(a.path, b.path)) } : {}),
    sources: machines
      .flatMap(({ machine: { machine, sources: held } }) =>
        held.flatMap((source) => {
          const bundle = bundleOf.get(source);
          return bundle === undefined ? [] : [toSource(source, machine.id, bundle)];
        }),
      )
      .sort((a, b) => compareText(a.path, b.path)),
    coverage: listCoverage(
      machines.map(({ machine }) => machine),
      knowledge,
    ),
    asked: machines.flatMap(({ machine, window }) => (window ? [tellWindow(machine, window)] : [])),
    diagnoses: shown,
    hidden: tellHidden([...diagnoses.filter((one) => !shown.includes(one)), ...unseen]),
    verdicts: giveVerdicts(
      machines.map(({ judged }) => judged),
      diagnoses,
      knowledge,
    ),
  };
  return finishReport(report, {
    mask: options.redact ?? true,
    maskPaths: options.redactPaths ?? false,
    ...(options.masks ? { masks: options.masks } : {}),
  });
}

/** A machine and what was asked of it. */
interface Examined {
  readonly machine: JudgedMachine;
  readonly window: Window | null;
  /** The machine as of the moment that was asked about. */
  readonly judged: JudgedMachine;
  readonly diagnoses: readonly Diagnosis[];
  /** What all of its evidence shows, whenever it was; empty where no moment was asked about. */
  readonly others: readonly Diagnosis[];
}

function tellHidden(hidden: readonly Diagnosis[]): Hidden {
  const times = hidden.flatMap(({ first, last }) => [first.time, last.time]).filter((time) => time !== null);
  const sorted = times.toSorted(compareText);
  return { count: hidden.length, first: sorted[0] ?? null, last: sorted.at(-1) ?? null };
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

function toSource(source: SourceFindings, machine: number, bundle: number): Source {
  return {
    bundle,
    path: source.path,
    machine,
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

function isWanted(diagnosis: Diagnosis, machines: readonly Examined[], options: JudgeOptions): boolean {
  if (options.classes && !options.classes.includes(diagnosis.class)) return false;
  if (confidences.indexOf(diagnosis.confidence) < confidences.indexOf(options.minConfidence ?? 'low')) return false;
  const { window } = machines.find(({ machine }) => machine.machine.id === diagnosis.machine)!;
  if (window === null || window.isMoment) return true;
  const [from, to] = [window.place(diagnosis.first.time), window.place(diagnosis.last.time)];
  return from === null || to === null || meets(window, from, to);
}
