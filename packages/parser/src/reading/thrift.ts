/**
 * How much of what was found is kept, so that memory stays bounded whatever is read. Where it would be too much, each step
 * of thrift halves the attempts that are kept of each finding, and then the findings. What is kept follows from the final
 * step alone: the first and the last attempts, the first findings.
 */
import type { Attempt, Finding, Sight, SourceFindings } from '../model.ts';
import { joinNotes } from './notes.ts';

/** UTF-16 units that the findings of one source, and of all sources together, may hold. */
export const mostOfSource = 8 << 20;
const mostOfAll = 32 << 20;
/** Attempts kept at either end; those between are only counted. */
const mostAttempts = 32;
/** Different findings of one source (ids × codes × subjects); a port scan must not fill the memory. */
const mostFindings = 4000;
/** A sight without its text, counted as units. */
const sightSize = 200;
/** From this step on the findings are halved, too. */
const lastAttempt = 5;

/** The step at which one attempt of one finding is left. */
export const mostThrift = 17;

export const attemptsAt = (thrift: number): number => Math.max(1, mostAttempts >> thrift);
export const findingsAt = (thrift: number): number =>
  Math.max(1, mostFindings >> Math.max(0, Math.min(thrift, mostThrift) - lastAttempt));

const sizeOfSight = ({ text }: Sight): number => text.length + sightSize;
export const sizeOf = ({ first, last, beside }: Attempt): number =>
  sizeOfSight(first) +
  (first === last ? 0 : sizeOfSight(last)) +
  beside.reduce((sum, sight) => sum + sizeOfSight(sight), 0);
export const sizeOfAttempts = (attempts: readonly Attempt[]): number =>
  attempts.reduce((sum, attempt) => sum + sizeOf(attempt), 0);
const sizeOfSource = ({ findings, quoted }: SourceFindings): number =>
  findings.reduce((sum, { attempts }) => sum + sizeOfAttempts(attempts), 0) +
  quoted.reduce((sum, source) => sum + sizeOfSource(source), 0);

/** The first and the last of the attempts. */
export function spareAttempts(attempts: readonly Attempt[], thrift: number): readonly Attempt[] {
  const kept = attemptsAt(thrift);
  return attempts.length <= 2 * kept ? attempts : [...attempts.slice(0, kept), ...attempts.slice(-kept)];
}

/** What a source says that lost findings. */
export const overflow = 'too many different findings to keep them all';

/** A source with less of its findings. */
function spareSource(source: SourceFindings, thrift: number): SourceFindings {
  const kept = findingsAt(thrift);
  const findings = source.findings
    .slice(0, kept)
    .map((finding): Finding => ({ ...finding, attempts: spareAttempts(finding.attempts, thrift) }));
  const spared = { ...source, findings, quoted: source.quoted.map((one) => spareSource(one, thrift)) };
  if (source.findings.length <= kept || source.note?.includes(overflow)) return spared;
  return { ...spared, complete: false, note: joinNotes([source.note, overflow]) };
}

/** Keeps the findings of all sources together within bounds. */
export interface Ledger {
  /** Takes one more source; all as they are kept now. */
  add(source: SourceFindings): void;
  sources(): SourceFindings[];
  /** The step of thrift that was needed so far. */
  thrift(): number;
}

export function openLedger(most = mostOfAll): Ledger {
  let thrift = 0;
  let sources: SourceFindings[] = [];
  let size = 0;
  return {
    add(source) {
      const spared = thrift === 0 ? source : spareSource(source, thrift);
      sources.push(spared);
      size += sizeOfSource(spared);
      while (size > most && thrift < mostThrift) {
        thrift++;
        sources = sources.map((one) => spareSource(one, thrift));
        size = sources.reduce((sum, one) => sum + sizeOfSource(one), 0);
      }
    },
    sources: () => sources,
    thrift: () => thrift,
  };
}
