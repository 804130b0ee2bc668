/** Finds secrets in log text, by the rules in secrets/rules.ts. */
import { type Expression, type KeyedSecret, type SecretKind, secretKinds, stateWords } from './secrets/patterns.ts';
import { rulesFor } from './secrets/rules-for.ts';

export type { SecretKind } from './secrets/patterns.ts';

export interface Secret {
  /** `[start, end)` in UTF-16 units. */
  readonly start: number;
  readonly end: number;
  readonly kind: SecretKind;
  /** The secret in one spelling: equal secrets have equal values, however the text writes them. */
  readonly value: string;
}

/** A secret wherever it is. */
export type Known = Pick<Secret, 'kind' | 'value'>;

/** What stands in a masked text for a secret: `<email-1>`, `<email>`. Global. */
export const tokenPattern = new RegExp(`<(?:${[...secretKinds, 'leak'].join('|')})(?:-\\d{1,9})?>`, 'g');

type Range = readonly [start: number, end: number];

const openingQuote = /(\\{0,3})(["'])/y;

/** Where a quoted value ends: at the next such quote that is escaped no deeper than the opening one, else with the line. */
const closingQuote = (text: string, from: number, depth: number, quote: string): number => {
  let slashes = 0;
  for (let at = from; at < text.length; at++) {
    const unit = text[at];
    if (unit === '\n' || unit === '\r') return at;
    if (unit === quote && (depth === 0 ? slashes % 2 === 0 : slashes <= depth)) return depth === 0 ? at : at - slashes;
    slashes = unit === '\\' ? slashes + 1 : 0;
  }
  return text.length;
};

const matchLength = (sticky: Expression, text: string, at: number): number => {
  sticky.lastIndex = at;
  return sticky.exec(text)?.[0].length ?? 0;
};

/** The range without white space at its ends. */
const trimmed = (text: string, [start, end]: Range): Range => {
  const inner = text.slice(start, end);
  return [end - inner.trimStart().length, start + inner.trimEnd().length];
};

const valueRange = ({ value, shaped }: KeyedSecret, text: string, at: number): Range => {
  openingQuote.lastIndex = at;
  const opening = openingQuote.exec(text);
  const start = at + (opening?.[0].length ?? 0);
  if (opening && !shaped) return trimmed(text, [start, closingQuote(text, start, opening[1]!.length, opening[2]!)]);
  let end = start + matchLength(value, text, start);
  if (!shaped) while (end > start && ').:,;'.includes(text[end - 1]!)) end--;
  return trimmed(text, [start, end]);
};

const nextKey = /[a-z_]{1,24}=(?!=)/y;

/** Whether a key has no value: `logname= uid=0`. */
const isUnset = (key: string, text: string, at: number): boolean =>
  /=[ \t]{1,4}$/.test(key.slice(-5)) && matchLength(nextKey, text, at) > 0;

const keyedRanges = (rule: KeyedSecret, text: string): Range[] => {
  const { after, keeps } = rule;
  const ranges: Range[] = [];
  let end = 0;
  after.lastIndex = 0;
  for (let found = after.exec(text); found; found = after.exec(text)) {
    const at = after.lastIndex;
    if (found[0] === '') after.lastIndex++;
    // A key inside a value has none of its own: a line made of keys only would cost the square of its length.
    if (at < end) continue;
    if ((rule.kind === 'account' || !rule.shaped) && isUnset(found[0], text, at)) continue;
    const range = valueRange(rule, text, at);
    const value = text.slice(...range);
    if (value === '' || stateWords.test(value) || keeps?.test(value)) continue;
    ranges.push(range);
    end = range[1];
  }
  return ranges;
};

/**
 * Each is looked for in what follows the one before, as if a token stood there: of secrets that are glued together each would
 * else come to light only when its neighbor is masked.
 */
const shapedRanges = (shape: Expression, text: string): Range[] => {
  const ranges: Range[] = [];
  for (let from = 0, found = execAt(shape, text, from); found; found = execAt(shape, text, from)) {
    ranges.push([from + found.index, from + found.index + found[0].length]);
    from += found.index + found[0].length;
  }
  return ranges;
};

const execAt = (shape: Expression, text: string, from: number): RegExpExecArray | null => {
  shape.lastIndex = 0;
  return shape.exec(from === 0 ? text : text.slice(from));
};

/**
 * Names of participants in what Qt says of a sentence with a placeholder too few: `QString::arg: Argument missing: You
 * are viewing NAME's screen, NAME`. The sentence is in the user's language and other output may be glued to the line's
 * end, so the name is known by this alone: it stands in the sentence and again behind a comma.
 */
const qtNames = (text: string): Range[] =>
  [...text.matchAll(/(QString::arg: Argument missing: )([^\r\n]{1,320})/g)].flatMap((match) => {
    const body = match[2]!;
    let [first, again, length] = [0, 0, 1];
    for (let comma = body.indexOf(', '); comma !== -1; comma = body.indexOf(', ', comma + 2)) {
      const sentence = body.slice(0, comma);
      const behind = body.slice(comma + 2);
      for (let longer = length + 1; longer <= behind.length && sentence.includes(behind.slice(0, longer)); longer++) {
        [first, again, length] = [sentence.indexOf(behind.slice(0, longer)), comma + 2, longer];
      }
    }
    const from = match.index + match[1]!.length;
    return again === 0 ? [] : [first, again].map((start) => trimmed(text, [from + start, from + start + length]));
  });

/** The twelve digits of a hardware address in any notation; of a link-local address, those that it is made of. */
const oneMac = (written: string): string => {
  const interfaceId = /^([0-9a-f]{1,4}):([0-9a-f]{0,2})ff:fe([0-9a-f]{2}):([0-9a-f]{1,4})$/.exec(written);
  if (interfaceId) {
    const [first, second, third, last] = interfaceId.slice(1) as [string, string, string, string];
    const vendor = (Number.parseInt(first, 16) ^ 0x200).toString(16).padStart(4, '0');
    return vendor + second.padStart(2, '0') + third + last.padStart(4, '0');
  }
  const groups = written.replaceAll('0x', '').match(/[0-9a-f]+/g) ?? [];
  return groups.map((group) => (groups.length === 6 ? group.padStart(2, '0') : group)).join('');
};

/** Escapes undone, and whatever else a kind may vary without meaning another secret. */
const oneSpelling = (kind: SecretKind, written: string): string => {
  const plain = written
    .replace(/\\{1,2}\//g, '/')
    .replace(/%(?:25)?([2-7][0-9A-F])/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  switch (kind) {
    case 'jid':
      return plain.toLowerCase().replace(/(?!^)@.*$/s, '');
    case 'email':
    case 'account':
    case 'sid':
      return plain.toLowerCase();
    case 'mac':
      return oneMac(plain.toLowerCase());
    case 'phone':
    case 'meeting':
    case 'card':
      return plain.replace(/[\s()+.-]/g, '');
    default:
      return plain;
  }
};

/** Secrets that one reading of the text sees, in order, not overlapping; tokens that stand in it already are none. */
const readSecrets = (text: string): Secret[] => {
  const free = 0;
  const takenByLooks = 1;
  const takenByKey = 2;
  const taken = new Uint8Array(text.length);
  for (const { 0: token, index } of text.matchAll(tokenPattern)) taken.fill(takenByLooks, index, index + token.length);

  const secrets: Secret[] = [];
  const claim = (kind: SecretKind, range: Range, by: number) => {
    const [start, end] = trimmed(text, range);
    const written = text.slice(start, end);
    taken.fill(by, start, end);
    if (/[\p{L}\p{N}]/u.test(written)) secrets.push({ start, end, kind, value: oneSpelling(kind, written) });
  };
  /** Around an address in it, the rest of a keyed value is secret too; but an earlier key has judged the whole value. */
  const claimFree = (kind: SecretKind, [start, end]: Range) => {
    if (taken[start] === takenByKey) return;
    for (let from = start, at = start; at <= end; at++) {
      if (at < end && taken[at] === free) continue;
      if (from < at) claim(kind, [from, at], takenByKey);
      from = at + 1;
    }
  };

  for (const rule of rulesFor(text)) {
    if ('after' in rule) {
      for (const range of keyedRanges(rule, text)) claimFree(rule.kind, range);
      continue;
    }
    for (const range of shapedRanges(rule.shape, text)) {
      if (taken.subarray(...range).every((by) => by === free)) claim(rule.kind, range, takenByLooks);
    }
  }
  for (const range of qtNames(text)) claimFree('name', range);
  return secrets.sort((a, b) => a.start - b.start);
};

/** The text with a token in the place of each secret. */
export function replaceSecrets<Found extends Pick<Secret, 'start' | 'end'>>(
  text: string,
  secrets: readonly Found[],
  token: (secret: Found) => string,
): string {
  let replaced = '';
  let at = 0;
  for (const secret of secrets) {
    replaced += text.slice(at, secret.start) + token(secret);
    at = secret.end;
  }
  return replaced + text.slice(at);
}

/** Readings of one text at most: what is glued to its neighbours comes to light when they are tokens. */
const maxReadings = 8;

/**
 * Secrets of a text, in order, not overlapping. Tokens that stand in it already are none, and with a token for each
 * secret the text has no more. Never throws; linear time.
 */
export function findSecrets(text: string): Secret[] {
  const kindOnly = ({ kind }: Secret) => `<${kind}>`;
  let secrets = readSecrets(text);
  for (let reading = 2; reading <= maxReadings && secrets.length > 0; reading++) {
    const more = readSecrets(replaceSecrets(text, secrets, kindOnly));
    if (more.length === 0) break;
    const known = secrets.values();
    let next = known.next();
    let shift = 0;
    const moved = more.map((secret) => {
      while (!next.done && next.value.start + shift < secret.start) {
        shift += kindOnly(next.value).length - (next.value.end - next.value.start);
        next = known.next();
      }
      return { ...secret, start: secret.start - shift, end: secret.end - shift };
    });
    secrets = [...secrets, ...moved].sort((a, b) => a.start - b.start);
  }
  return secrets;
}
