/**
 * The last check of a report. It looks for secrets by other signs than the rules in secrets/: a secret that was masked
 * somewhere must not be anywhere else, and some look like nothing but a secret. What it finds is a layout that no rule
 * knows yet.
 */
import { isCommonWord } from './common-words.ts';
import { noAccounts } from './secrets/system-accounts.ts';
import { type Known, type SecretKind, tokenPattern } from './secrets.ts';

export interface Leak {
  /** `[start, end)` in the text. */
  readonly start: number;
  readonly end: number;
}

// ---- what is known -----------------------------------------------------------------------------

/** More are not looked for: a report that holds so many has them in few layouts. */
const mostValues = 500;

const { raw } = String;
const escaped = (value: string): string => value.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
const spaced = (value: string, between: string): string => [...value].join(between);
const isWord = (value: string): boolean => /^\p{L}+$/u.test(value);

/** What of a secret is to be looked for, as patterns: nothing where it could be anything. */
function distinctive({ kind, value }: Known): string[] {
  const least = (length: number): string[] =>
    value.length >= length && !(isWord(value) && isCommonWord(value)) ? [escaped(value)] : [];
  const byKind: Partial<Record<SecretKind, () => string[]>> = {
    account: () => (noAccounts.test(value) ? [] : least(4)),
    name: () => (/\p{L}{2} \p{L}{2}/u.test(value) ? least(7) : []),
    passcode: () => least(6),
    ssid: () => (isWord(value) ? least(8) : least(6)),
    serial: () => (/\d/.test(value) ? least(6) : []),
    phone: () => (/^\d{9,15}$/.test(value) ? [spaced(value, '[ ().-]{0,2}')] : []),
    meeting: () => (/^\d{9,11}$/.test(value) ? [spaced(value, '[ -]?')] : least(12)),
    mac: () => (/^[0-9a-f]{12}$/.test(value) ? [spaced(value, '[:.-]?')] : []),
    card: () => [spaced(value, '[ -]?')],
    credentials: () => parts(value, /[:=;,\s]+/, 6),
    token: () => parts(value, /[=;,\s]+/, 10),
  };
  return byKind[kind]?.() ?? least(8);
}

const parts = (value: string, separator: RegExp, length: number): string[] =>
  value
    .split(separator)
    .filter((part) => part.length >= length && !(isWord(part) && isCommonWord(part)))
    .map(escaped);

interface Looking {
  /** Names that are evidence, in small letters. */
  readonly kept?: ReadonlySet<string>;
  /** In `carol-logs.zip` a name has other neighbors than in a log, where `carol-laptop` is a computer. */
  readonly inPaths?: boolean;
}

/** Finds secrets that are known by value; null where there are none. */
export function knownPattern(secrets: readonly Known[], { kept, inPaths = false }: Looking = {}): RegExp | null {
  const patterns = new Set<string>();
  for (const secret of secrets) {
    if (patterns.size >= mostValues) break;
    if (!kept?.has(secret.value.toLowerCase())) for (const pattern of distinctive(secret)) patterns.add(pattern);
  }
  if (patterns.size === 0) return null;
  const any = [...patterns].sort((a, b) => b.length - a.length).join('|');
  const [before, behind] = inPaths
    ? [raw`(?<![\p{L}\p{N}])`, raw`(?![\p{L}\p{N}])`]
    : [raw`(?<![\p{L}\p{N}_.@-])`, raw`(?![\p{L}\p{N}_@-]|\.[\p{L}\p{N}])`];
  return new RegExp(`${before}(?:${any})${behind}`, 'giu');
}

// ---- what looks like nothing else --------------------------------------------------------------

/** Beginnings that only the keys of one issuer have, wherever they are. */
const issued =
  /AKIA[0-9A-Z]{16}|gh[oprsu]_[0-9A-Za-z]{30,255}|glpat-[\w-]{20,64}|xox[abeoprs]-[\w-]{10,255}|eyJ[\w-]{10,4096}\.eyJ[\w-]{4,4096}(?:\.[\w-]{1,4096})?|AIza[\w-]{35}|-----BEGIN [A-Z ]{0,32}PRIVATE KEY[^"\r\n]{9,4096}/g;

/** The address of someone at a domain of the common kinds. */
const mailbox =
  /[^\s@<>"'(),;:=\\/[\]{}|%]{1,64}@(?:[\w-]{1,63}\.){1,4}(?:com|org|net|edu|gov|info|io|de|fr|uk|es|it|nl|pl|jp|cn|eu)(?![\w.-]|:\/)/gi;

const cardNumber = /(?<![\w.-])[3-6]\d{3}(?: \d{4}){3}(?![\w.-])|(?<![\w.-])[3-6]\d{3}(?:-\d{4}){3}(?![\w.-])/g;

/** Luhn's sum, which the numbers of bank cards have. */
const isCard = (written: string): boolean => {
  const digits = [...written.replace(/\D/g, '')].reverse().map(Number);
  const sum = digits.reduce(
    (total, digit, at) => total + (at % 2 === 0 ? digit : digit > 4 ? digit * 2 - 9 : digit * 2),
    0,
  );
  return sum % 10 === 0;
};

/** Near such a word, what has no order is a secret. */
const closeWord =
  /(?:secret|token|credential|api.?key|bearer|passw|passcode|cookie|session.?key|signature)[^\r\n]{0,12}?(?<![\w+/=-])([\w+/=-]{24,512})/gi;

/** Bits per unit. */
const entropy = (text: string): number => {
  const counts = new Map<string, number>();
  for (const unit of text) counts.set(unit, (counts.get(unit) ?? 0) + 1);
  return [...counts.values()].reduce((sum, count) => sum - (count / text.length) * Math.log2(count / text.length), 0);
};

const isRandom = (text: string): boolean =>
  /[a-z]/.test(text) && /[A-Z]/.test(text) && (text.match(/\d/g)?.length ?? 0) >= 3 && entropy(text) >= 4;

// ---- both --------------------------------------------------------------------------------------

/** Leaks in a masked text, in order, apart. Linear time. */
export function findLeaks(text: string, known: RegExp | null): Leak[] {
  const found: Leak[] = [];
  for (const { 0: token, index } of text.matchAll(tokenPattern))
    found.push({ start: index, end: index + token.length });
  const tokens = found.length;
  const add = (start: number, end: number): void => {
    if (found.every((other) => end <= other.start || start >= other.end)) found.push({ start, end });
  };
  for (const pattern of [known, issued, mailbox])
    if (pattern !== null) for (const { 0: value, index } of text.matchAll(pattern)) add(index, index + value.length);
  for (const { 0: value, index } of text.matchAll(cardNumber)) if (isCard(value)) add(index, index + value.length);
  for (const { 0: all, 1: value, index } of text.matchAll(closeWord)) {
    const end = index + all.length;
    if (isRandom(value!)) add(end - value!.length, end);
  }
  return found.slice(tokens).sort((a, b) => a.start - b.start);
}
