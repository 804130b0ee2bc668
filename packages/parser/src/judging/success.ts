/** Successes: what ends a failure, and which failures each of them can end. */

import { isFailure } from '../define.ts';
import type { Knowledge } from '../reading/classify.ts';
import type { Clock } from './clock.ts';
import type { JudgedMachine } from './machines.ts';
import { isOnOtherPort, isSameThing } from './subjects.ts';
import { type Observation, sameContext, zoomsOwn } from './suspects.ts';
import { compareContexts, tieOf } from './ties.ts';

/** A fact that ends failures, or a change that mends them, seen. */
export interface Success {
  readonly fact: string;
  readonly title: string;
  readonly ends: readonly string[];
  readonly eases: readonly string[];
  /** A recorded change. */
  readonly isMending: boolean;
  readonly ofSameProgram: boolean;
  /** Its subject is one of Zoom's addresses: which of them does not matter. */
  readonly isAnyones: boolean;
  readonly observation: Observation;
  /** That of the machine. */
  readonly clock: Clock;
}

export function gatherSuccesses(machine: JudgedMachine, knowledge: Knowledge): Success[] {
  const countsHere = zoomsOwn(machine);
  return machine.sources.flatMap((source) =>
    source.findings.flatMap((finding) => {
      const known = knowledge.factById.get(finding.id) ?? knowledge.failureById.get(finding.id);
      if (!known || !countsHere(known, { finding, source })) return [];
      const ends = isFailure(known) ? known.mends : known.ends;
      const eases = isFailure(known) ? [] : (known.eases ?? []);
      if (ends === undefined) return [];
      return [
        {
          fact: finding.id,
          title: known.title,
          ends,
          eases,
          isMending: isFailure(known) || known.mending === true,
          ofSameProgram: !isFailure(known) && known.ofSameProgram === true,
          isAnyones: known.zoomAddress === true,
          observation: { finding, source },
          clock: machine.clock,
        },
      ];
    }),
  );
}

/**
 * One device's success does not end another's failure. An address of Zoom's is as good as any other. A success that a
 * document quotes ends only what is quoted, too.
 */
export const sameSubject = (success: Success, sign: Observation): boolean => {
  const { finding, source } = success.observation;
  const { subject } = finding;
  if (source.isHearsay && !sign.source.isHearsay) return false;
  const other = sign.finding.subject;
  return success.isAnyones || subject === null || other?.kind !== subject.kind || isSameThing(subject, other);
};

/** True when a success is one of what failed, as far as both tell. */
export const isOf = (success: Success, sign: Observation): boolean =>
  (sameSubject(success, sign) || isOnOtherPort(success.observation, sign, success.clock)) &&
  (!success.ofSameProgram || programOf(success.observation) === programOf(sign)) &&
  sameContext(success.observation.finding, sign.finding) &&
  tieOf(success.observation.source, sign.source) === 'tied';

/**
 * True when a success ends what failed: by a change, or seen in the same context, or by the writer of the same kind of log.
 * What another program of another time saw only passed, in a context that is unknown.
 */
export const isCertain = ({ isMending, observation: { finding, source } }: Success, sign: Observation): boolean =>
  isMending ||
  source.path === sign.source.path ||
  (source.writer !== null && source.writer === sign.source.writer) ||
  compareContexts(finding.context, sign.finding.context) === 'same';

/** The program that saw it, where all that it saw is one finding. */
const programOf = ({ finding }: Observation): string | null => finding.attempts[0]?.last.witness ?? null;
