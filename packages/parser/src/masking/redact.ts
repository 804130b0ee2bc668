/**
 * The last step before a face: secrets of a finished report become tokens, and its evidence is cut to what a face can
 * show. It changes nothing but text, so masking can never change a diagnosis.
 */
import type { Evidence, Report } from '../model.ts';
import { findLeaks, knownPattern } from './leaks.ts';
import { createMasks, type Masks, maskedPath } from './masks.ts';
import { findSecrets, replaceSecrets, type Secret, tokenPattern } from './secrets.ts';

export { findSecrets } from './secrets.ts';

/** Greatest length of an evidence text in a report, in UTF-16 units, ellipses included. */
export const textWidth = 240;

const ellipsis = '…';
/** What cutting keeps in one piece: a token, a surrogate pair. */
const wholePattern = new RegExp(`${tokenPattern.source}|[\\ud800-\\udbff][\\udc00-\\udfff]`, 'g');

// ---- masking ---------------------------------------------------------------------------------

/** The text with each secret replaced by its kind (`<email>`): the stable form from which a diagnosis's id is made. */
export function withoutSecrets(text: string): string {
  return replaceSecrets(text, findSecrets(text), ({ kind }) => `<${kind}>`);
}

/** Masks one text outside a report (a problem line on standard error, an explanation of a user's line); numbers from 1. */
export function maskText(text: string): string {
  const masks = createMasks();
  masks.hold([text]);
  return masks.text(text);
}

/** The same for one path. */
export function pathWithoutSecrets(path: string): string {
  return maskedPath(path, null, ({ kind }) => `<${kind}>`);
}

// ---- the report ------------------------------------------------------------------------------

type Marked = Pick<Evidence, 'text' | 'mark'>;

type Range = Pick<Secret, 'start' | 'end'>;

/** The mark moves with its text; where it touches a secret it covers the whole token. */
const maskedEvidence = <Found extends Range>(
  { text, mark }: Marked,
  secrets: readonly Found[],
  token: (secret: Found) => string,
): Marked => {
  const moved = (at: number, edge: 'start' | 'end') => {
    let shift = 0;
    for (const secret of secrets) {
      if (secret.start >= at) break;
      const { length } = token(secret);
      if (secret.end > at) return secret.start + shift + (edge === 'end' ? length : 0);
      shift += length - (secret.end - secret.start);
    }
    return at + shift;
  };
  return { text: replaceSecrets(text, secrets, token), mark: [moved(mark[0], 'start'), moved(mark[1], 'end')] };
};

/**
 * At most `textWidth` units, with the mark in the middle where it can be; a mark longer than the room is cut at its end.
 * Neither a token nor a surrogate pair is cut in two.
 */
const cutEvidence = ({ text, mark }: Marked): Marked => {
  if (text.length <= textWidth) return { text, mark };
  const wholes = [...text.matchAll(wholePattern)].map(({ 0: whole, index }) => [index, index + whole.length] as const);
  const around = (at: number) => wholes.find(([start, end]) => start < at && at < end) ?? [at, at];
  const start = around(mark[0])[0];
  const end = around(mark[1])[1];

  const room = textWidth - 2 * ellipsis.length;
  const before = Math.max(0, Math.floor((room - (end - start)) / 2));
  let from = Math.min(Math.max(0, start - before), text.length - room);
  let to = from + room;
  // An ellipsis never stands for a single unit: there it has its own place to give.
  if (from <= ellipsis.length) [from, to] = [0, textWidth - ellipsis.length];
  else if (to >= text.length - ellipsis.length) [from, to] = [text.length - textWidth + ellipsis.length, text.length];
  from = around(from)[1];
  to = around(to)[0];

  const lead = from > 0 ? ellipsis : '';
  const trail = to < text.length ? ellipsis : '';
  const shift = lead.length - from;
  return { text: lead + text.slice(from, to) + trail, mark: [start + shift, Math.min(end, to) + shift] };
};

/** A report with each of its texts, pieces of evidence and paths rewritten, in report order. */
interface Rewriting {
  readonly text: (text: string) => string;
  readonly evidence: (evidence: Marked) => Marked;
  readonly path: (path: string) => string;
}

export interface Finishing {
  readonly mask: boolean;
  /** Masks users and e-mail addresses in paths, too: for what is handed on. */
  readonly maskPaths?: boolean;
  /** Those of former reports, so that a secret keeps its token. */
  readonly masks?: Masks;
}

/**
 * Masks every text of a report, numbering secrets in report order (diagnoses, verdicts, notes of the sources, then paths),
 * looks once more for what is left, and cuts the texts of its evidence around their marks. With `mask: false` it only
 * cuts. The report given stays as it is.
 */
export function finishReport(report: Report, { mask, maskPaths = false, masks = createMasks() }: Finishing): Report {
  const path = maskPaths ? masks.path : (as: string) => as;
  if (maskPaths) masks.hold(pathsOf(report));
  if (!mask) return rewritten(report, { text: (text) => text, evidence: cutEvidence, path });
  masks.hold(textsOf(report));
  const masked = rewritten(report, {
    text: masks.text,
    evidence: (one) => maskedEvidence(one, masks.find(one.text), masks.token),
    path: (as) => as,
  });
  if (maskPaths) masks.learn(pathsOf(report));
  const names = new Set(report.machines.flatMap(({ name }) => name?.toLowerCase() ?? []));
  const known = knownPattern(masks.secrets(), { kept: names });
  const leakIn = (text: string) => (leak: Range) => masks.leak(text.slice(leak.start, leak.end).toLowerCase());
  return rewritten(masked, {
    text: (text) => replaceSecrets(text, findLeaks(text, known), leakIn(text)),
    evidence: (one) => cutEvidence(maskedEvidence(one, findLeaks(one.text, known), leakIn(one.text))),
    path,
  });
}

function textsOf(report: Report): string[] {
  const texts: string[] = [];
  const note = (text: string): string => {
    texts.push(text);
    return text;
  };
  rewritten(report, { text: note, evidence: (one) => ({ ...one, text: note(one.text) }), path: (path) => path });
  return texts;
}

function pathsOf(report: Report): string[] {
  const paths: string[] = [];
  const note = (path: string): string => {
    paths.push(path);
    return path;
  };
  rewritten(report, { text: (text) => text, evidence: (one) => one, path: note });
  return paths;
}

function rewritten(report: Report, { text, evidence, path }: Rewriting): Report {
  const placed = <Placed extends { readonly path: string }>(one: Placed): Placed => ({ ...one, path: path(one.path) });
  const shown = (one: Evidence): Evidence => placed({ ...one, ...evidence(one) });
  const diagnoses = report.diagnoses.map((diagnosis) => ({
    ...diagnosis,
    subject: diagnosis.subject && { ...diagnosis.subject, text: text(diagnosis.subject.text) },
    evidence: diagnosis.evidence.map(shown),
    first: placed(diagnosis.first),
    last: placed(diagnosis.last),
    ended: diagnosis.ended && placed(diagnosis.ended),
    spells: diagnosis.spells.map(({ first, last, end }) => ({
      first: placed(first),
      last: placed(last),
      end: end && placed(end),
    })),
  }));
  const verdicts = report.verdicts.map((verdict) => ({
    ...verdict,
    because: text(verdict.because),
    evidence: verdict.evidence.map(shown),
    missing: verdict.missing.map(({ asked, ...one }) => ({
      ...one,
      asked: asked && { ...asked, error: asked.error === null ? null : text(asked.error) },
    })),
  }));
  const sources = report.sources.map((source) => ({
    ...placed(source),
    note: source.note === null ? null : text(source.note),
  }));
  const listed = <Listing extends { readonly sources: readonly string[] }>(one: Listing) => ({
    ...one,
    sources: one.sources.map(path),
  });
  return {
    ...report,
    run: report.run && { ...report.run, paths: report.run.paths.map(path) },
    ...(report.containers ? { containers: report.containers.map((one) => ({ ...one, path: path(one.path) })) } : {}),
    bundles: report.bundles.map((bundle) => ({ ...bundle, path: bundle.path === null ? null : path(bundle.path) })),
    sources,
    coverage: report.coverage.map(listed),
    asked: report.asked.map(listed),
    diagnoses,
    verdicts,
  };
}
