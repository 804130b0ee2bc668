/** How a failure or a fact counts beside others, as sentences: what the judging does with its relations. */
import { type Fact, type Failure, isFailure } from '../define.ts';

export interface Relation {
  /** The sentence; with names, they follow it after a colon. */
  readonly says: string;
  /** Failures and facts by id, classes, or causes. */
  readonly names: readonly string[];
}

const relation = (says: string, names: readonly string[] | undefined): readonly Relation[] =>
  names?.length ? [{ says, names }] : [];
const statement = (holds: boolean | undefined, says: string): readonly Relation[] =>
  holds ? [{ says: `${says}.`, names: [] }] : [];

export const relationsOf = (known: Failure | Fact): readonly Relation[] => [
  ...(isFailure(known) ? ofFailure(known) : ofFact(known)),
  ...statement(
    known.ofSender,
    'Another machine may log it: it counts only for the one whose address the packet came from',
  ),
  ...statement(known.zoomAddress, 'It counts only for an address that the evidence of the same machine ties to Zoom'),
];

const ofFailure = (failure: Failure): readonly Relation[] => [
  ...relation('Causes in these classes can explain it', failure.explainedBy),
  ...relation('When one of these appears together with it, that one is only a consequence', failure.explains),
  ...relation('It is proof together with one of', failure.when?.proof?.with),
  ...statement(failure.when?.proof?.twice, 'It counts as proof when log formats of two different origins show it'),
  ...relation('It is weak together with one of', failure.when?.weak?.with),
  ...relation('It is weak, unless it is proof by itself, together with one of', failure.when?.bypassed?.with),
  ...relation('This does not hold together with one of', failure.when?.bypassed?.without),
  ...statement(failure.when?.explains === 'proof', 'It explains a failure only where other evidence proves it'),
  ...relation('It counts only on a machine that shows one of', failure.when?.nothing?.without),
  ...relation('It does not count on a machine that shows one of', failure.when?.nothing?.with),
  ...relation('It does not count where the same process shows one of', failure.when?.nothing?.sameProcess),
  ...statement(
    failure.standing,
    'It describes a lasting state, not an event at one point in time, and may explain a failure at any time',
  ),
  ...relation('When it appears after one of these, that failure has ended', failure.mends),
  ...relation('What was measured counts back only to the last of', failure.when?.after),
  ...statement(failure.lasting, 'It is a change that holds from then on, and may explain what comes later'),
];

const ofFact = (fact: Fact): readonly Relation[] => [
  ...relation('It rules out as the cause', fact.clears),
  ...relation('It does so only on a machine that also shows', fact.needs),
  ...relation('It has no effect on a machine that shows one of', fact.unless),
  ...relation('When it appears after one of these, that failure has ended', fact.ends),
  ...relation('When one of these appears at the same time, it is only a warning', fact.eases),
  ...statement(fact.effect === 'benign', 'It is harmless: no failure is reported for a line that shows it'),
  ...statement(fact.standing, 'It describes a lasting state, not an event at one point in time'),
];
