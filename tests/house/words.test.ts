/** Whatever a person reads is plain American English: turns that are not are listed here, with what to write instead. */
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parseArguments } from '../../packages/cli/src/args/args.ts';
import { allCodes } from '../../packages/parser/src/codes/index.ts';
import { collectCommands } from '../../packages/parser/src/knowledge/commands/index.ts';
import { allFixes } from '../../packages/parser/src/knowledge/fixes/index.ts';
import { readDeclarations } from '../../scripts/declarations.ts';
import { root } from '../helpers/places.ts';

interface Banned {
  readonly turn: RegExp;
  readonly why: string;
}

/** British spellings and their American forms; the endings of `-ise` verbs follow below. */
const british =
  /\b(?:(?:colou|favou|behaviou|neighbou|honou|labou)r\w*|licen[c]e|cent(?:re)s?|grey|catalogue|dialogue|judgement\w*|whilst|amongst|analyse[ds]?|artefacts?)\b/i;
const ise =
  /\b(?:recogn|synchron|organ|author|initial|normal|summar|minim|maxim|serial|standard|util|categor|optim|final|prior|unrecogn)is(?:e[ds]?|ing|ation\w*)\b/i;

const banned: readonly Banned[] = [
  { turn: /\bstands?\b|\bstood\b/i, why: 'things do not stand: is, appears, is listed' },
  { turn: /\b(?:says|said|tells?|told)\b/i, why: 'things do not speak: shows, reports, states' },
  { turn: /\bon (?:the|its|their) way\b/i, why: 'a path, a route, a device in between' },
  { turn: /\bnobody\b/i, why: 'no one' },
  { turn: /\bwants?\b/i, why: 'things do not want: needs, requires' },
  { turn: /\b(?:goes|go|went) on\b/i, why: 'continues' },
  { turn: /\bdear to\b/i, why: 'expensive, slow' },
  { turn: /\bw(?:rote|rites|ritten) down\b/i, why: 'logs, records' },
  { turn: /\bof (?:its|their|our|your|one's) own\b/i, why: 'own error, not an error of its own' },
  { turn: /\banew\b/i, why: 'again, re-' },
  { turn: /\bfor ever\b/i, why: 'forever' },
  { turn: /\bmost probably\b/i, why: 'most likely' },
  { turn: /\bgives? itself away\b/i, why: 'is recognized by' },
  { turn: /(?<!\bthere )\b(?:is|are) no (?!longer|more|one)\w/i, why: 'is not a' },
  { turn: /\bconfidence (?:high|medium|low)\b/i, why: 'high confidence' },
  { turn: /\bnot assessable\b/i, why: 'not enough evidence' },
  { turn: /\bfirst suspect\b/i, why: 'most often' },
  { turn: /\bdoes not (?:know|understand) '/i, why: "unknown value 'x', cannot parse 'x'" },
  {
    turn: /\b(?:netstat|registry|services?|firewall|event log|clock) of (?:Windows|macOS|Linux)\b/,
    why: 'Windows netstat',
  },
  { turn: /[’‘“”]/, why: 'straight quotes' },
  { turn: british, why: 'American spelling' },
  { turn: ise, why: 'American spelling: -ize' },
];

/** What is wrong with a text; quoted names in code spans and fences are not ours. */
function objections(text: string): string[] {
  const own = text.replace(/^( *)(`{3,})[\s\S]*?^\1\2/gm, '').replace(/(`+)[^`]+\1/g, '``');
  return banned.flatMap(({ turn, why }) => {
    const found = turn.exec(own);
    return found
      ? [`"${own.slice(Math.max(0, found.index - 30), found.index + 40).replaceAll('\n', ' ')}": ${why}`]
      : [];
  });
}

const wrongIn = (texts: Iterable<readonly [place: string, text: string]>): string[] =>
  [...texts].flatMap(([place, text]) => objections(text).map((objection) => `${place}: ${objection}`));

/**
 * The literals of a source file that read like prose: of two words at least. Comments and regular expressions are
 * left out, and so are the values of a template.
 */
function* proseOf(
  path: string,
  source = readFileSync(join(root, path), 'utf8'),
): Generator<readonly [place: string, text: string]> {
  const token =
    /\/\*[\s\S]*?\*\/|\/\/[^\n]*|(?<=[=(,:?&|!{[\n>] ?)\/(?![*/ ])(?:\\.|\[(?:\\.|[^\]\\\n])*\]|[^/\\\n[])+\/[a-z]*|'((?:\\.|[^'\\\n])*)'|"((?:\\.|[^"\\\n])*)"|`((?:\\.|\$\{(?:[^{}`]|\{[^{}]*\}|`[^`]*`)*\}|[^`\\])*)`/g;
  for (const match of source.matchAll(token)) {
    const literal = match[1] ?? match[2] ?? match[3];
    if (literal === undefined) continue;
    const text = literal.replace(/\$\{(?:[^{}`]|\{[^{}]*\}|`[^`]*`)*\}/g, 'x').replace(/\\(['"`])/g, '$1');
    const line = source.slice(0, match.index).split('\n').length;
    if (/\p{L}{2,} \p{L}/u.test(text)) yield [`${path}:${line}`, text];
  }
}

const files = (...patterns: string[]): string[] =>
  globSync(patterns, { cwd: root, exclude: (path) => path.includes('node_modules') })
    .map((path) => path.replaceAll('\\', '/'))
    .sort();

describe('plain English', () => {
  test('in the texts of the faces, the editor and the parser', () => {
    // Most literals of these are log text; what a person reads of them is checked by value, below.
    const isDeclaration = /\/knowledge\/(?:failures|facts|formats|wordings)\//;
    const paths = files('packages/{cli,vscode,parser}/src/**/*.ts', 'scripts/{docs,extension,fuzz,gate}/*.ts').filter(
      (path) => !isDeclaration.test(path),
    );
    expect(wrongIn(paths.flatMap((path) => [...proseOf(path)]))).toEqual([]);
  });

  test('in the help of every command', () => {
    const surroundings = { now: new Date(0), width: 100, version: '0', platform: 'linux' } as const;
    const helps = ['', 'scan', 'watch', 'explain', 'list'].map((command) => {
      const asked = parseArguments([...(command ? [command] : []), '--help'], surroundings);
      return [`zoomlog ${command} --help`, asked.command === 'print' ? asked.text : ''] as const;
    });
    expect(helps.every(([, text]) => text.includes('Usage: zoomlog'))).toBe(true);
    expect(wrongIn(helps)).toEqual([]);
  });

  test('in the guides', () => {
    const guides = files('*.md', 'docs/**/*.md', 'packages/vscode/*.md', 'packages/vscode/walkthrough/*.md');
    expect(guides.length).toBeGreaterThan(10);
    expect(wrongIn(guides.map((path) => [path, readFileSync(join(root, path), 'utf8')] as const))).toEqual([]);
  });

  test('in the declarations: what they call things, why and what to do', async () => {
    const { formats, failures, facts } = await readDeclarations();
    const place = (path: string) => `packages/parser/src/knowledge/${path}`;
    const texts = [
      ...formats.map(({ path, value }) => [place(`formats/${path}`), value.title] as const),
      ...failures.flatMap(({ path, value }) =>
        [
          value.title,
          value.cause,
          value.remedy,
          ...(value.alternatives ?? []).map(({ why }) => why),
          ...(value.misses ?? []).map(({ why }) => why),
        ].map((text) => [place(`failures/${path}`), text] as const),
      ),
      ...facts.flatMap(({ path, value }) =>
        [value.title, value.because].map((text) => [place(`facts/${path}`), text] as const),
      ),
      ...allFixes.map(({ id, title, undo }) => [place(`fixes/${id}`), `${title}\n${undo ?? ''}`] as const),
      ...collectCommands.map(({ what }) => [place('fixes/collect'), what] as const),
      ...allCodes.map(({ namespace, code, meaning }) => [`${namespace} ${code}`, meaning] as const),
    ];
    expect(texts.length).toBeGreaterThan(500);
    expect(wrongIn(texts)).toEqual([]);
  });
});

describe('the list itself', () => {
  test.each([
    'No known failure stands in what was read',
    'The log says so',
    'Something on the way closes it',
    'Nobody answered the prompt',
    'A port that Zoom wants is taken',
    'The firewall wrote down that it dropped it',
    'The client gave up on an error of its own',
    "'x' is no class",
    'confidence high',
    'the services of Windows',
    'an unrecognised licence',
    'Zoom’s servers',
    "--format does not know 'xml'",
  ])('catches: %s', (text) => {
    expect(objections(text)).not.toEqual([]);
  });

  test.each([
    'No known failure was found in these logs',
    'There is no proxy, and there is no route',
    'It is no longer there, and no one noticed',
    'I understand a standard, standalone server',
    'The state `unrecognised` keeps its name, and so does ```color says```',
    'Before\n```text\nWindows says: nobody stands on the way\n```\nafter',
    "Zoom's own error, with high confidence",
    'Otherwise it advises a precise exercise',
  ])('leaves alone: %s', (text) => {
    expect(objections(text)).toEqual([]);
  });

  test('reads literals, and neither comments nor patterns', () => {
    const source = [
      '/** Nobody reads this. */',
      "import { a } from 'no prose';",
      `const b = { c: /nobody is \\/ here/, d: \`of \${e(\`x\`)} \${f} nobody\` }; // nobody at all`,
      `const g = 'it isn\\'t so' + "one more";`,
    ].join('\n');
    expect([...proseOf('a.ts', source)]).toEqual([
      ['a.ts:2', 'no prose'],
      ['a.ts:3', 'of x x nobody'],
      ['a.ts:4', "it isn't so"],
      ['a.ts:4', 'one more'],
    ]);
  });
});
