import type { FactId, FailureId, FormatId } from '../../../packages/parser/src/define.ts';

/** One sign that evidence can hold: by what it is read and known, or why nothing is made of it. */
export type EvidenceRow = {
  /** What the evidence shows; completes "A file in which stands …". */
  readonly sign: string;
  readonly formats: readonly FormatId[];
} & ({ readonly shows: readonly (FailureId | FactId)[] } | { readonly nothing: string });

/** Each failure or fact shows in each of the formats, which generating the page checks. */
export const covered = (
  formats: readonly FormatId[],
  sign: string,
  ...shows: readonly (FailureId | FactId)[]
): EvidenceRow => ({ sign, formats, shows });

export const left = (formats: readonly FormatId[], sign: string, nothing: string): EvidenceRow => ({
  sign,
  formats,
  nothing,
});
