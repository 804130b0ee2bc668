/** What is written in place of each secret: in one report, or in all reports of a watch. */
import { knownPattern } from './leaks.ts';
import { noAccounts, systemHomes } from './secrets/system-accounts.ts';
import { findSecrets, type Known, replaceSecrets, type Secret, type SecretKind, tokenPattern } from './secrets.ts';

export interface Masks {
  /** The secrets of a text: a report holds some texts often, and one that is made again holds the same ones. */
  find(text: string): readonly Secret[];
  /** The token of a secret: numbered per kind as they come, equal ones alike. */
  token(secret: Known): string;
  /** The token of what only the last check found. */
  leak(value: string): string;
  /** A token that the texts hold already is given to no secret. */
  hold(texts: readonly string[]): void;
  /** A text outside the report, such as what an error is about. */
  text(text: string): string;
  /** Learns the users that paths name, so that the others of them are masked with them. */
  learn(paths: readonly string[]): void;
  /** A path without its users and e-mail addresses. Two paths never become one. */
  path(path: string): string;
  /** Every secret that has a token. */
  secrets(): readonly Known[];
  /** How many secrets only the last check found. */
  leaks(): number;
}

/** Texts whose secrets are kept. */
const mostFound = 2000;

export function createMasks(): Masks {
  const found = new Map<string, readonly Secret[]>();
  const held = new Set<string>();
  const given = new Map<string, { readonly token: string; readonly secret: Known }>();
  const counts = new Map<SecretKind | 'leak', number>();
  const leaked = new Map<string, string>();
  const paths = new Map<string, string>();
  const written = new Set<string>();

  const next = (kind: SecretKind | 'leak'): string => {
    let count = counts.get(kind) ?? 0;
    let token: string;
    do token = `<${kind}-${++count}>`;
    while (held.has(token));
    counts.set(kind, count);
    return token;
  };
  const hold = (texts: readonly string[]): void => {
    for (const text of texts) for (const token of text.match(tokenPattern) ?? []) held.add(token);
  };
  const token = ({ kind, value }: Known): string => {
    const key = `${kind} ${value}`;
    const known = given.get(key);
    if (known) return known.token;
    const fresh = { token: next(kind), secret: { kind, value } };
    given.set(key, fresh);
    return fresh.token;
  };
  const find = (text: string): readonly Secret[] => {
    const known = found.get(text) ?? findSecrets(text);
    if (found.size >= mostFound) found.clear();
    found.set(text, known);
    return known;
  };
  const secrets = () => Array.from(given.values(), ({ secret }) => secret);
  return {
    find,
    token,
    hold,
    secrets,
    leaks: () => leaked.size,
    leak(value) {
      const known = leaked.get(value) ?? next('leak');
      leaked.set(value, known);
      return known;
    },
    text: (text) => replaceSecrets(text, find(text), token),
    learn(all) {
      hold(all);
      for (const path of all) if (!paths.has(path)) maskedPath(path, null, token);
    },
    path(path) {
      const known = paths.get(path);
      if (known !== undefined) return known;
      hold([path]);
      const users = knownPattern(secrets().filter(isUser), { inPaths: true });
      let masked = maskedPath(path, users, token);
      // On some systems `Bob` and `bob` are two: then each has a token of its own.
      if (written.has(masked))
        masked = maskedPath(path, users, (secret, as) => token({ kind: secret.kind, value: `${secret.value} ${as}` }));
      paths.set(path, masked);
      written.add(masked);
      return masked;
    },
  };
}

const isUser = ({ kind, value }: Known): boolean => kind === 'account' && value.length > 2 && !noAccounts.test(value);

type PathNaming = (secret: Known, as: string) => string;

/** What stays of a path: where an archive ends, and which lines of a document are meant. */
const joints = /(!\/|#L\d{1,9}-\d{1,9}$)/;

/** A path with each user and secret in it named; `users` finds those that are known from elsewhere. */
export const maskedPath = (path: string, users: RegExp | null, token: PathNaming): string =>
  path
    .split(joints)
    .map((part, at) => (at % 2 === 1 || part === '' ? part : maskedPart(part, users, token)))
    .join('');

/** Homes by their parents, and by what is in each of them. */
const homes = /((?:^|\/)(?:users|homes?|profiles?)\/)([^/<>]{1,64}(?=\/)|[^/<>.]{1,64}$)/gi;
const owners =
  /((?:^|\/)(?!(?:evidence|bundle|logs?|windows|win|macos|mac|linux|zoom|files?|data|collected|export|desktop|root|system|library|default|public|shared|~|[a-z]:)\/))([^/<>]{1,64})(?=\/(?:AppData|Library\/(?:Logs|Application Support)|\.zoom|\.config|\.var\/app)\/)/gi;

function maskedPart(part: string, users: RegExp | null, token: PathNaming): string {
  // The rules know homes by the slash before them, which a relative path may lack.
  const isRelative = !/^[\\/~]|^[A-Za-z]:/.test(part);
  const text = isRelative ? `/${part}` : part;
  const asUser = (user: string): string =>
    systemHomes.test(user) || tokenPattern.test(user)
      ? user
      : token({ kind: 'account', value: user.toLowerCase() }, user);
  const whole = (_: string, before: string, user: string): string => before + asUser(user);
  // The whole name of a folder first: the rules know it up to a blank.
  const owned = text.replace(homes, whole).replace(owners, whole);
  const masked = replaceSecrets(owned, findSecrets(owned), (secret) =>
    token(secret, owned.slice(secret.start, secret.end)),
  );
  const known = users === null ? masked : outsideTokens(masked, (free) => free.replace(users, asUser));
  return isRelative && known.startsWith('/') ? known.slice(1) : known;
}

/** The text with what is between its tokens rewritten. */
function outsideTokens(text: string, rewrite: (free: string) => string): string {
  let rewritten = '';
  let at = 0;
  for (const { 0: token, index } of text.matchAll(tokenPattern)) {
    rewritten += rewrite(text.slice(at, index)) + token;
    at = index + token.length;
  }
  return rewritten + rewrite(text.slice(at));
}
