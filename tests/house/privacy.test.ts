/**
 * Nothing private and nothing copied is committed: no person, meeting, token or machine stands in any file, and the
 * project's own logs are written fresh. Untracked files count too: they are about to be committed.
 */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, globSync, readFileSync, statSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { hitsOf } from '../../packages/parser/src/define.ts';
import { readDeclarations } from '../../scripts/declarations.ts';
import { root, shared } from '../helpers/places.ts';

const corpus = join(shared, 'corpus');
const corpusFiles = existsSync(corpus)
  ? globSync('**/*', { cwd: corpus })
      .map((path) => join(corpus, path))
      .filter((path) => statSync(path).isFile())
  : [];

interface Text {
  readonly path: string;
  readonly text: string;
}

/** Bytes as text, for searching only: UTF-16 is told by its NUL bytes. Null for a binary. */
function readText(path: string): string | null {
  const bytes = readFileSync(path);
  const head = bytes.subarray(0, 4096);
  if (!head.includes(0)) return bytes.toString('utf8');
  const isWide = head.length > 3 && (head[1] === 0 || head[3] === 0 || head[0] === 0);
  if (!isWide) return null;
  return (
    head[0] === 0xfe || head[0] === 0 ? Buffer.from(bytes.subarray(0, bytes.length & ~1)).swap16() : bytes
  ).toString('utf16le');
}

const paths = execFileSync(
  'git',
  ['-c', 'safe.directory=*', 'ls-files', '-z', '--cached', '--others', '--exclude-standard'],
  {
    cwd: root,
    encoding: 'utf8',
  },
)
  .split('\0')
  .filter((path) => path !== '' && path !== 'package-lock.json' && existsSync(join(root, path)));

const files: readonly Text[] = paths.flatMap((path) => {
  const text = readText(join(root, path));
  return text === null ? [] : [{ path, text }];
});

/** Log text of our own: the fixtures, and every sample, hit and miss of a declaration. */
const declarations = await readDeclarations();
const logs: readonly Text[] = [
  ...files.filter(({ path }) => path.startsWith('fixtures/') && !path.endsWith('.json')),
  ...declarations.formats.flatMap(({ path, value }) =>
    value.samples.map(({ text }) => ({ path: `formats/${path}`, text })),
  ),
  ...[...declarations.failures, ...declarations.facts].flatMap(({ path, value }) =>
    [...hitsOf(value), ...(value.misses ?? []).map((miss) => miss.text)].map((text) => ({ path, text })),
  ),
];

/** Every place where the pattern matches and what it caught (its first group, else all) is not allowed. */
const places = (
  texts: readonly Text[],
  pattern: RegExp,
  isAllowed: (caught: string) => boolean = () => false,
): string[] =>
  texts.flatMap(({ path, text }) =>
    [...text.matchAll(pattern)]
      .map((match) => ({ caught: match[1] ?? match[0], line: text.slice(0, match.index).split('\n').length }))
      .filter(({ caught }) => !isAllowed(caught))
      .map(({ caught, line }) => `${path}:${line} ${caught}`),
  );

test('e-mail addresses and JIDs are of example domains', () => {
  const address = /[\w.%+-]+@(?:[a-z0-9-]+\.)+[a-z]{2,}\b/gi;
  const isExample = (caught: string): boolean =>
    /[@.](?:example\.(?:com|net|org)|example|invalid|test|xmpp\d*\.zoom\.us(?:\.asyn\.enc\.db)?)$/i.test(caught) ||
    // Names of pictures and of systemd units have an @ too.
    /\.(?:png|service)$/.test(caught);
  expect(places(files, address, isExample)).toEqual([]);
});

/** Of few different digits, or a run such as 123456789: nobody takes it for a real number. */
const isInvented = (number: string): boolean => {
  const digits = number.replace(/\D/g, '');
  return (
    new Set(digits).size <= 3 || '12345678901234567890'.includes(digits) || '98765432109876543210'.includes(digits)
  );
};

test('meeting numbers are plainly invented', () => {
  const number = String.raw`(\d{9,11}|\d{3}[ -]\d{3,4}[ -]\d{4})\b`;
  const stated = new RegExp(
    String.raw`(?:/[jsw]/|/wc/|\bconf(?:no|_?number|_?id)?\W{1,4}|\bmeeting(?:[ _-]?(?:no|num|number|id))?\W{1,4})${number}`,
    'gi',
  );
  expect(places(files, stated, isInvented)).toEqual([]);
});

test('no token, key or passcode that could be real', () => {
  const tokens = [
    /\beyJ[\w-]{16,}\.[\w-]{16,}\.[\w-]{16,}/g,
    /-----BEGIN [A-Z ]*PRIVATE KEY-----\s+[A-Za-z0-9+/=]{40,}/g,
    /\b(?:gh[pousr]_\w{20,}|github_pat_\w{20,}|npm_\w{30,}|AKIA[A-Z0-9]{16}|xox[abpr]-[\w-]{20,})/g,
    /\b(?:Bearer|Basic) ([A-Za-z0-9+/_.-]{24,})/g,
    /[?&](?:pwd|tk|zak)=([\w.-]{24,})/g,
  ];
  const isExample = (caught: string): boolean =>
    /example|invented|secret|token/i.test(caught) || new Set(caught).size < 12;
  expect(tokens.flatMap((token) => places(files, token, isExample))).toEqual([]);
});

test('addresses in logs are private or set aside for documentation', () => {
  // A version such as Chrome/120.0.0.0 or "version 6.3.0.4" has the shape of an address.
  const address = /(?<![\w./-]|version[ :=["]{1,4})\d{1,3}(?:\.\d{1,3}){3}(?![\w-]|\.\d)/gi;
  const isDocumentation = (caught: string): boolean => {
    const [a = 0, b = 0, c = 0, d = 0] = caught.split('.').map(Number);
    if ([a, b, c, d].some((part) => part > 255)) return true;
    return (
      [0, 10, 127].includes(a) ||
      a >= 224 ||
      (a === 172 && b >= 16 && b < 32) ||
      (a === 192 && b === 168) ||
      (a === 169 && b === 254) ||
      (a === 100 && b >= 64 && b < 128) ||
      (a === 192 && b === 0 && c === 2) ||
      (a === 198 && b === 51 && c === 100) ||
      (a === 203 && b === 0 && c === 113)
    );
  };
  // 2000::/3 is the public part of IPv6.
  const public6 = /(?<![\w:])[23][0-9a-f]{3}:[0-9a-f:]*:[0-9a-f:]*/gi;
  const isDocumentation6 = (caught: string): boolean => /^2001:0?db8:/i.test(caught);
  expect([...places(logs, address, isDocumentation), ...places(logs, public6, isDocumentation6)]).toEqual([]);
});

test('no path of the machine it was written on', () => {
  const shared = new Set(['/', '/home', '/opt', '/root', '/srv', '/tmp', '/usr', '/usr/src', '/var', '/builds']);
  const own = [root, dirname(root), homedir()].filter((path) => !shared.has(path)).map((path) => `${path}/`);
  expect(
    own.flatMap((path) => files.filter(({ text }) => text.includes(path)).map((file) => `${file.path}: ${path}`)),
  ).toEqual([]);
  const home = /(?<![\w.])(?:\/home\/|\/Users\/|[A-Z]:\\{1,2}Users\\{1,2})([\w.-]+)/g;
  const isPlaceholder = (name: string): boolean =>
    /^(?:user|you|me|name|someone|public|shared|default|alice|bob|carol|dave|example|zoom|linuxbrew)$/i.test(name);
  expect(places(files, home, isPlaceholder)).toEqual([]);
});

/** Lines that every log of their kind has word for word. */
const boilerplate: readonly RegExp[] = [
  /^#Fields: /, // the column line of a W3C table
  /^<\/?[\w:]+(?: xmlns(?::\w+)?=(?:"[^"]*"|'[^']*'))*\/?>$/, // an XML element with nothing but its name spaces
  /^X Error of failed request: /, // the X library's own words
  /^MS Name\/IP address /, // the column line of chronyc
  /^[-=+|* ]+$/, // a rule
  /^[^:]{1,60}:$/, // a heading
  /^\[?HKEY_\w+\\Software\\Microsoft\\Windows\\CurrentVersion\\[\w\\ ]+\]?$/i, // a registry key of Windows itself
];

/** Shorter lines are the layout's own words more often than anybody's data. */
const longLine = 60;

const longLines = (text: string): string[] =>
  text
    .split(/\r\n?|\n/)
    .map((line) => line.trim())
    .filter((line) => line.length >= longLine && !boilerplate.some((known) => known.test(line)));

test.skipIf(corpusFiles.length === 0)('nothing stands in the shared corpus (skipped where that is absent)', () => {
  const hash = (path: string): string => createHash('sha256').update(readFileSync(path)).digest('hex');
  const hashes = new Set(corpusFiles.filter((path) => statSync(path).size > 0).map(hash));
  const copies = paths.filter((path) => hashes.has(hash(join(root, path))));

  const lines = new Set(corpusFiles.flatMap((path) => longLines(readText(path) ?? '')));
  const copiedLines = logs.flatMap(({ path, text }) =>
    longLines(text)
      .filter((line) => lines.has(line))
      .map((line) => `${path}: ${line}`),
  );
  expect([...copies, ...copiedLines]).toEqual([]);
});
