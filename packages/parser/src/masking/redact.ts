/**
 * The last step before a face: secrets of a finished report become tokens, and its evidence is cut to what a face can
 * show. It changes nothing but text, so masking can never change a diagnosis.
 */
import type { Evidence, Report } from '../model.ts';
import { findSecrets, replaceSecrets, type Secret, type SecretKind, tokenPattern } from './secrets.ts';

export { findSecrets } from './secrets.ts';

/** Greatest length of an evidence text in a report, in UTF-16 units, ellipses included. */
export const textWidth = 240;

const ellipsis = '…';
/** What cutting keeps in one piece: a token, a surrogate pair. */
const wholePattern = new RegExp(`${tokenPattern.source}|[\\ud800-\\udbff][\\udc00-\\udfff]`, 'g');

// ---- masking ---------------------------------------------------------------------------------

/** The token that stands for a secret. */
type Naming = (secret: Secret) => string;

/** Numbers secrets per kind as they come, equal ones alike. A token that the texts already hold is given to none. */
const numberedTokens = (texts: readonly string[]): Naming => {
  const held = new Set(texts.flatMap((text) => text.match(tokenPattern) ?? []));
  const given = new Map<string, string>();
  const counts = new Map<SecretKind, number>();
  return ({ kind, value }) => {
    const secret = `${kind} ${value}`;
    const known = given.get(secret);
    if (known !== undefined) return known;
    let count = counts.get(kind) ?? 0;
    let token: string;
    do token = `<${kind}-${++count}>`;
    while (held.has(token));
    counts.set(kind, count);
    given.set(secret, token);
    return token;
  };
};

/** The text with each secret replaced by its kind (`<email>`): the stable form from which a diagnosis's id is made. */
export function withoutSecrets(text: string): string {
  return replaceSecrets(text, findSecrets(text), ({ kind }) => `<${kind}>`);
}

/** Masks one text outside a report (a problem line on standard error, an explanation of a user's line); numbers from 1. */
export function maskText(text: string): string {
  return replaceSecrets(text, findSecrets(text), numberedTokens([text]));
}

// ---- the report ------------------------------------------------------------------------------

type Marked = Pick<Evidence, 'text' | 'mark'>;

/** The mark moves with its text; where it touches a secret it covers the whole token. */
const maskedEvidence = ({ text, mark }: Marked, token: Naming): Marked => {
  const secrets = findSecrets(text);
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

/**
 * Masks every text of a report, numbering secrets in report order (diagnoses, verdicts, notes of the sources), and cuts
 * the texts of its evidence around their marks. With `mask: false` it only cuts. The report given stays as it is.
 */
export function finishReport(report: Report, { mask }: { mask: boolean }): Report {
  const texts = [
    ...report.diagnoses.flatMap(({ evidence, subject }) => [
      ...evidence.map(({ text }) => text),
      ...(subject === null ? [] : [subject.text]),
    ]),
    ...report.verdicts.flatMap(({ because, evidence }) => [because, ...evidence.map(({ text }) => text)]),
    ...report.sources.flatMap(({ note }) => note ?? []),
  ];
  const token = numberedTokens(mask ? texts : []);
  const finishText = (text: string) => (mask ? replaceSecrets(text, findSecrets(text), token) : text);
  const finishEvidence = (evidence: Evidence): Evidence => ({
    ...evidence,
    ...cutEvidence(mask ? maskedEvidence(evidence, token) : evidence),
  });

  const diagnoses = report.diagnoses.map((diagnosis) => ({
    ...diagnosis,
    subject: diagnosis.subject && { ...diagnosis.subject, text: finishText(diagnosis.subject.text) },
    evidence: diagnosis.evidence.map(finishEvidence),
  }));
  const verdicts = report.verdicts.map((verdict) => ({
    ...verdict,
    because: finishText(verdict.because),
    evidence: verdict.evidence.map(finishEvidence),
  }));
  const sources = report.sources.map((source) => ({
    ...source,
    note: source.note === null ? null : finishText(source.note),
  }));
  return { ...report, sources, diagnoses, verdicts };
}
