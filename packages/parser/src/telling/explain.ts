/** What a code, a failure or a fact means, as data: the terminal and the editor draw it. */
import { codePrior } from '../codes/prior.ts';
import { readCode } from '../codes/resolve.ts';
import { type Code, type Fact, type Failure, type Fix, formatsOf, seeOf } from '../define.ts';
import { type CollectCommand, collectCommands } from '../knowledge/commands/index.ts';
import { fixById, fixesOf } from '../knowledge/fixes/index.ts';
import type { Alternative, Confidence, FailureClass, Os, Role, Severity } from '../model.ts';
import { type Relation, relationsOf } from './relations.ts';

/** One class that can be behind a code, with how to check it and what to do about it. */
export interface PossibleCause {
  readonly class: FailureClass;
  /** Why this class, in one sentence. */
  readonly why: string;
  /** Read-only commands whose output would confirm or exclude it, the most useful first. */
  readonly evidence: readonly CollectCommand[];
  /** Checks first, then reversible changes, then last resorts. */
  readonly fixes: readonly Fix[];
}

export interface CodeExplanation {
  readonly kind: 'code';
  /** Canonical: `5003`, `-201`, `0x8889000A`; or the symbol that was asked for. */
  readonly code: string;
  /** All that the number can mean, the likeliest first; never empty. */
  readonly readings: readonly Code[];
  /** The number alone does not show which of several namespaces it comes from. */
  readonly ambiguous: boolean;
  /** The classes to look at, in that order; empty when no reading points to a failure. */
  readonly causes: readonly PossibleCause[];
  /** How far the code alone supports the first cause; null without one. */
  readonly confidence: Confidence | null;
  /** The failures that most likely show this code to the user. */
  readonly failures: readonly { readonly id: string; readonly class: FailureClass; readonly title: string }[];
}

export interface FailureExplanation {
  readonly kind: 'failure';
  readonly id: string;
  readonly class: FailureClass;
  readonly role: Role;
  readonly severity: Severity;
  readonly title: string;
  readonly cause: string;
  readonly remedy: string;
  /** What the user most likely saw. */
  readonly codes: readonly { readonly code: string; readonly meaning: string | null }[];
  /** Formats whose files can show it. */
  readonly formats: readonly string[];
  /** Read-only commands that gather evidence of its class. */
  readonly evidence: readonly CollectCommand[];
  /** In the order to try them. */
  readonly fixes: readonly Fix[];
  readonly alternatives: readonly Readonly<Alternative>[];
  /** How it counts beside others. */
  readonly relations: readonly Relation[];
  /** Public pages that document it. */
  readonly see: readonly string[];
}

export interface FactExplanation {
  readonly kind: 'fact';
  readonly id: string;
  readonly class: FailureClass;
  readonly effect: Fact['effect'];
  readonly title: string;
  readonly because: string;
  /** What it rules out, ends or eases, and when. */
  readonly relations: readonly Relation[];
  /** Formats in whose files it is found. */
  readonly formats: readonly string[];
  /** Read-only commands that gather evidence of its class. */
  readonly evidence: readonly CollectCommand[];
  /** Public pages that document it. */
  readonly see: readonly string[];
}

export type Explanation = CodeExplanation | FailureExplanation | FactExplanation;

export interface ExplainOptions {
  /** The system of evidence and fixes, whose error numbers come first; null for all. */
  readonly os: Os | null;
  readonly failures: readonly Failure[];
  /** Absent where only codes and failures are asked for. */
  readonly facts?: readonly Fact[];
}

/**
 * Explains the id of a failure (`proxy-auth-required`) or a fact (`clock-right`), a code in any spelling of `parseCode`, or a
 * symbol. Null when the query is none of them, or a number with no known meaning. Never throws.
 */
export const explain = (query: string, { os, failures, facts = [] }: ExplainOptions): Explanation | null => {
  const id = query.trim().toLowerCase();
  const failure = failures.find((known) => known.id === id);
  if (failure) return explainFailure(failure, os);
  const fact = facts.find((known) => known.id === id);
  return fact ? explainFact(fact, os) : explainCode(query, os, failures);
};

const explainFailure = (failure: Failure, os: Os | null): FailureExplanation => ({
  kind: 'failure',
  id: failure.id,
  class: failure.class,
  role: failure.role,
  severity: failure.severity,
  title: failure.title,
  cause: failure.cause,
  remedy: failure.remedy,
  codes: (failure.likelyCodes ?? []).map((code) => ({ code, meaning: readCode(code)?.readings[0]?.meaning ?? null })),
  formats: formatsOf(failure),
  evidence: evidenceOf(failure.class, os),
  fixes: onSystem(
    failure.fixes.map(fixById).filter((fix) => fix !== null),
    os,
  ),
  alternatives: failure.alternatives ?? [],
  relations: relationsOf(failure),
  see: seeOf(failure),
});

const explainFact = (fact: Fact, os: Os | null): FactExplanation => ({
  kind: 'fact',
  id: fact.id,
  class: fact.class,
  effect: fact.effect,
  title: fact.title,
  because: fact.because,
  relations: relationsOf(fact),
  formats: formatsOf(fact),
  evidence: evidenceOf(fact.class, os),
  see: seeOf(fact),
});

const explainCode = (query: string, asked: Os | null, failures: readonly Failure[]): CodeExplanation | null => {
  const onAsked = readCode(query, { os: asked });
  const resolution = onAsked?.readings.length ? onAsked : readCode(query);
  if (resolution === null || resolution.readings.length === 0) return null;
  const { code, readings, ambiguous } = resolution;
  const os = systemFor(readings, asked);
  const prior = codePrior(code, readings);
  return {
    kind: 'code',
    code,
    readings,
    ambiguous,
    causes: (prior === null ? [] : [prior, ...prior.alternatives]).map(({ class: name, why }) => ({
      class: name,
      why,
      evidence: evidenceOf(name, os),
      fixes: onSystem(fixesOf(name), os),
    })),
    confidence: prior?.confidence ?? null,
    failures: failures
      .filter(({ likelyCodes }) => likelyCodes?.includes(code))
      .map(({ id, class: name, title }) => ({ id, class: name, title })),
  };
};

/** A code of another system than the one asked for is explained for that system. */
const systemFor = (readings: readonly Code[], asked: Os | null): Os | null => {
  if (readings.some(({ os }) => os.length === 0 || (asked !== null && os.includes(asked)))) return asked;
  const systems = new Set(readings.flatMap(({ os }) => os));
  return systems.size === 1 ? [...systems][0]! : null;
};

const evidenceOf = (name: FailureClass, os: Os | null): readonly CollectCommand[] =>
  collectCommands.filter((command) => command.class === name && (os === null || command.os === os));

const onSystem = (fixes: readonly Fix[], os: Os | null): readonly Fix[] =>
  fixes.filter((fix) => os === null || fix.os.includes(os));
