/** The house rules that a machine can check: who may import whom, how files are named, what is exported, how large a file is. */
import { globSync, readFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { join, posix } from 'node:path';
import { failureClasses } from '@zoomlog/parser';
import { describe, expect, test } from 'vitest';
import { root } from '../helpers/places.ts';

const paths = globSync('packages/*/src/**/*.ts', { cwd: root })
  .map((path) => path.replaceAll('\\', '/'))
  .sort();
const textOf = new Map(paths.map((path) => [path, readFileSync(join(root, path), 'utf8')]));

/** What a file imports or re-exports, types included: relative specifiers as paths from the root. */
function importsOf(path: string): string[] {
  const specifiers =
    /^(?:import|export)\b[^'";]*?\bfrom\s*'([^']+)'|^import\s*'([^']+)'|\bimport\(\s*'([^']+)'\s*\)|new URL\(\s*'(\.[^']+)'/gm;
  return [...textOf.get(path)!.matchAll(specifiers)].map((match) => {
    const specifier = (match[1] ?? match[2] ?? match[3] ?? match[4])!;
    return specifier.startsWith('.') ? posix.join(posix.dirname(path), specifier) : specifier;
  });
}

// ---- arrows ----------------------------------------------------------------------------------

const core = 'packages/parser/src/';

/**
 * The floors of the parser, from the ground up: a room imports lower floors, and no other room of its own. A room is a folder or a file of packages/parser/src.
 */
const floors: readonly (readonly string[])[] = [
  ['model'],
  ['define'],
  ['masking', 'codes'],
  ['reading'],
  ['knowledge'],
  ['judging', 'telling'],
  ['index'],
  ['archive'],
  ['node'],
];

/** The same inside `knowledge/`: what a declaration is made of lies below it, and a declaration stands alone. */
const shelves: readonly (readonly string[])[] = [
  ['ids', 'references', 'zoom-identity', 'zoom-ports'],
  ['wordings'],
  ['failures', 'facts', 'fixes', 'chains', 'commands', 'collectors'],
  ['formats'],
  ['indexing'],
  ['checks'],
  ['index'],
];

/** The packages that each part may import; `node:` modules where said. */
const packages: readonly { readonly of: string; readonly allowed: readonly string[]; readonly builtins: boolean }[] = [
  { of: `${core}node/`, allowed: ['chokidar', 'fflate', 'globby'], builtins: true },
  { of: `${core}archive/`, allowed: ['tar-stream', 'yauzl'], builtins: false },
  { of: core, allowed: ['chevrotain', 'saxes'], builtins: false },
  {
    of: 'packages/cli/src/',
    // A small command loads only the parts that it needs.
    allowed: ['@zoomlog/parser', '@zoomlog/parser/*', 'commander', 'get-east-asian-width'],
    builtins: true,
  },
  {
    of: 'packages/vscode/src/server/',
    allowed: [
      '@zoomlog/parser',
      '@zoomlog/parser/node',
      'vscode-languageserver',
      'vscode-languageserver/node',
      'vscode-languageserver-textdocument',
      'vscode-uri',
    ],
    builtins: true,
  },
  {
    of: 'packages/vscode/src/',
    allowed: [
      '@zoomlog/parser',
      'vscode',
      'vscode-languageclient',
      'vscode-languageclient/node',
      'vscode-languageserver-protocol',
      'vscode-uri',
    ],
    builtins: true,
  },
];

const partOf = (path: string, folder: string): string => path.slice(folder.length).split('/')[0]!.replace(/\.ts$/, '');
const roomOf = (path: string): string => partOf(path, core);
const levelOf = (levels: readonly (readonly string[])[], part: string): number =>
  levels.findIndex((parts) => parts.includes(part));

/** What is wrong with an import, null when nothing is. */
function objection(from: string, to: string): string | null {
  if (!to.startsWith('packages/')) {
    const { allowed, builtins } = packages.find(({ of }) => from.startsWith(of))!;
    const isAllowed = allowed.some((one) => (one.endsWith('/*') ? to.startsWith(one.slice(0, -1)) : one === to));
    return (isBuiltin(to) ? builtins : isAllowed) ? null : 'no package of this part';
  }
  const [, ownPackage] = from.split('/');
  if (to.split('/')[1] !== ownPackage) return 'packages meet by name only';
  if (to === `packages/${ownPackage}/package.json`) return null;
  if (!textOf.has(to)) return 'no such file';
  if (!from.startsWith(core)) return null;
  const [room, other] = [roomOf(from), roomOf(to)];
  if (room !== other) return levelOf(floors, other) >= levelOf(floors, room) ? 'upwards' : null;
  if (room !== 'knowledge') return null;
  const [shelf, below] = [partOf(from, `${core}knowledge/`), partOf(to, `${core}knowledge/`)];
  return shelf !== below && levelOf(shelves, below) >= levelOf(shelves, shelf) ? 'a declaration stands alone' : null;
}

/** Circles of imports, each as its files in order. */
function circles(): string[] {
  const found: string[] = [];
  const done = new Set<string>();
  const visit = (path: string, trail: readonly string[]): void => {
    if (trail.includes(path)) found.push([...trail.slice(trail.indexOf(path)), path].join(' → '));
    if (done.has(path) || !textOf.has(path)) return;
    done.add(path);
    for (const next of importsOf(path)) visit(next, [...trail, path]);
  };
  for (const path of paths) visit(path, []);
  return found;
}

describe('arrows', () => {
  test('every import runs along an arrow', () => {
    const wrong = paths.flatMap((from) =>
      importsOf(from).flatMap((to) => {
        const why = objection(from, to);
        return why ? [`${from} → ${to}: ${why}`] : [];
      }),
    );
    expect(wrong).toEqual([]);
  });

  test('no circles', () => {
    expect(circles()).toEqual([]);
  });

  test('each room has its floor, and each floor its rooms', () => {
    const rooms = new Set(paths.filter((path) => path.startsWith(core)).map(roomOf));
    expect([...rooms].sort()).toEqual(floors.flat().sort());
    const inKnowledge = paths.filter((path) => path.startsWith(`${core}knowledge/`));
    const parts = new Set(inKnowledge.map((path) => partOf(path, `${core}knowledge/`)));
    expect([...parts].sort()).toEqual(shelves.flat().sort());
  });

  test('a wrong arrow would be seen', () => {
    expect(objection(`${core}model.ts`, `${core}define.ts`)).toBe('upwards');
    expect(objection(`${core}define.ts`, 'node:fs')).toBe('no package of this part');
    expect(objection(`${core}reading/sniff.ts`, `${core}knowledge/index.ts`)).toBe('upwards');
    expect(objection(`${core}knowledge/fixes/crash.ts`, `${core}knowledge/facts/index.ts`)).toBe(
      'a declaration stands alone',
    );
    expect(objection('packages/cli/src/main.ts', `${core}model.ts`)).toBe('packages meet by name only');
  });
});

// ---- the disk --------------------------------------------------------------------------------

test('what the disk says about a file is asked in one place', () => {
  // Whatever else calls it gets numbers of one kind or the other, by library and by system.
  const asks =
    /\b(?:Big[iI]ntStats|Stats|l?stat(?:Sync)?|fstat(?:Sync)?)\b(?=[^;]*\bfrom 'node:fs)|\.stat\(|alwaysStat/;
  const places = paths.filter((path) => asks.test(textOf.get(path)!));
  // The editor's own file system has a function of that name.
  expect(places).toEqual([`${core}node/file-info.ts`]);
});

// ---- names, exports, sizes -------------------------------------------------------------------

/** Files of which each holds one declaration or one face, as its default export. */
const isOneThing = (path: string): boolean =>
  /^packages\/parser\/src\/(?:knowledge\/(?:formats\/[^/]+|(?:failures|facts)\/[^/]+\/[^/]+|fixes\/[^/]+)|codes\/[^/]+)\.ts$/.test(
    path,
  ) || /^packages\/cli\/src\/faces\//.test(path);

const isGenerated = (path: string): boolean =>
  /^packages\/parser\/src\/knowledge\/(?:ids|(?:formats|failures|facts)\/index)\.ts$/.test(path);

const isTable = (path: string): boolean =>
  isGenerated(path) || /^packages\/parser\/src\/(?:codes|knowledge\/fixes)\b/.test(path);

test('files and folders are kebab-case and say what they hold', () => {
  const classes = new Set(['service']); // a class of failure, not a word for anything
  const vague = /^(?:utils?|helpers?|common|misc|shared|lib|managers?|services?|base|impl)$/;
  const wrong = paths.filter((path) =>
    path
      .split('/')
      .slice(3)
      .map((part) => part.replace(/\.ts$/, ''))
      .some((part) => !/^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(part) || (vague.test(part) && !classes.has(part))),
  );
  expect(wrong).toEqual([]);
});

test('a default export is a declaration or a face', () => {
  const wrong = paths.filter(
    (path) => !isOneThing(path) && /^export default\b|\bas default\b/m.test(textOf.get(path)!),
  );
  expect(wrong).toEqual([]);
});

/** Files that read better large than split, each with its reason. */
const large: Readonly<Record<string, string>> = {
  'packages/parser/src/knowledge/failures/device-usb/device-start-failed.ts':
    'three kinds of evidence, each with its look-alikes',
  'packages/parser/src/knowledge/failures/device-usb/driver-install-failed.ts':
    'an event and two ends of a log section, each with its look-alikes',
  'packages/parser/src/knowledge/failures/crash/client-crashed-windows.ts':
    'four records of one crash, each with its look-alikes',
  'packages/parser/src/knowledge/failures/proxy/proxy-set.ts': 'three values that say it, each with its look-alikes',
  'packages/parser/src/knowledge/failures/tls-clock/certificate-date-error.ts':
    'browser, Schannel and CAPI2, each with its look-alikes',
  'packages/parser/src/knowledge/failures/tls-clock/clock-wrong.ts':
    'three measures of one offset, each with its look-alikes',
  'packages/parser/src/knowledge/facts/tls-clock/clock-right.ts':
    'four programs that measure a clock, each in its layouts',
  'packages/parser/src/knowledge/failures/tls-clock/clock-stepped.ts': 'two records of a step, in three formats each',
  'packages/parser/src/knowledge/failures/firewall/local-firewall-drop.ts':
    'the firewalls of two systems, each with its look-alikes',
  'packages/parser/src/knowledge/failures/install/library-missing.ts':
    'the linker in the words of four programs, each with its look-alikes',
  'packages/parser/src/knowledge/failures/network/dns-failed.ts':
    'the client, a browser and the tools that ask a resolver, each with its look-alikes',
  'packages/parser/src/knowledge/failures/crash/client-core-dumped.ts':
    'journals and three lists of crashes, each with its look-alikes',
  'packages/parser/src/knowledge/failures/device-usb/no-camera.ts':
    'the lists of cameras of three systems, each with its look-alikes',
  'packages/parser/src/knowledge/failures/firewall/connection-failed.ts':
    'the code in logs and in dialogs, each with its look-alikes',
  'packages/parser/src/knowledge/failures/tls-clock/certificate-untrusted.ts':
    'browsers, Windows, macOS and two tools, each with its look-alikes',
  'packages/parser/src/define.ts': 'what every declaration may say, to be read in one place',
  'packages/parser/src/model.ts': 'every noun of the product, to be read in one place',
};

test('judging knows no class by name but in one table', () => {
  const named = [...textOf]
    .filter(([path]) => path.startsWith('packages/parser/src/judging/'))
    .flatMap(([path, text]) =>
      text
        .split('\n')
        .filter((line) => failureClasses.some((name) => line.includes(`'${name}'`) || line.includes(`class.${name}`)))
        .map((line) => `${path}: ${line.trim()}`),
    );
  // The rank of the classes breaks ties between causes of one window.
  expect(named.filter((line) => !/cluster\.ts: '[a-z-]+': \d,$/.test(line))).toEqual([]);
});

test('a file larger than its ceiling has a reason', () => {
  // Failures aim at 40 lines; a sample for each format that shows one takes the rest.
  const ceiling = (path: string): number =>
    /\/(?:failures|facts)\//.test(path) ? 90 : /\/formats\//.test(path) ? 180 : 250;
  const lines = (path: string): number => textOf.get(path)!.trimEnd().split('\n').length;
  const over = paths.filter((path) => !isTable(path) && lines(path) > ceiling(path));
  expect(over.map((path) => `${path}: ${large[path] ? 'listed' : `${lines(path)} lines`}`)).toEqual(
    Object.keys(large)
      .map((path) => `${path}: listed`)
      .sort(),
  );
});

// ---- functions -------------------------------------------------------------------------------

interface Measured {
  readonly name: string;
  readonly lines: number;
}

/** How the first line of a function looks: a declaration, an arrow function under a name, a method. */
const functionStarts: readonly RegExp[] = [
  /^\s*(?:export )?(?:default )?(?:async )?function\*? ?(?<name>[\w$]*)/,
  /^\s*(?:export )?const (?<name>[\w$]+)(?:: .+?)? = (?:async )?(?:<[^>]*>)?(?:\(|[\w$]+ =>)/,
  /^\s*(?<name>[\w$]+|'[^']+'): (?:async )?(?:\(|[\w$]+ =>)/,
  /^\s*(?:(?:private|protected|public|static|override|async|get|set) )*(?!(?:if|for|while|switch|catch|return)\b)(?<name>[\w$]+|'[^']+')(?:<[^>]*>)?\(.*[({]$/,
];

/**
 * The functions of a file that Biome has formatted, with their lines: what is nested is indented, so a function ends at the
 * first bracket below it that is not, unless that one opens more (`): number {`). Inner functions count with their outer one
 * and on their own.
 */
function measureFunctions(text: string): Measured[] {
  const lines = text.split('\n');
  const indent = (line: string): number => line.search(/\S|$/);
  return lines.flatMap((line, start) => {
    const name = functionStarts.map((pattern) => pattern.exec(line)?.groups?.name).find((one) => one !== undefined);
    if (name === undefined) return [];
    let end = start;
    for (let at = start + 1; at < lines.length; at++) {
      const next = lines[at]!;
      if (next === '') continue;
      const isInside = indent(next) > indent(line);
      const closes = indent(next) === indent(line) && /^\s*[)}\]]/.test(next);
      if (!isInside && !closes) break;
      end = at;
      if (closes && !/[({[]$/.test(next)) break;
    }
    return [{ name, lines: end - start + 1 }];
  });
}

/** Functions that read better long than split, each with its reason. */
const longFunctions: Readonly<Record<string, string>> = {};

const longestFunction = 90;

describe('functions', () => {
  test('a function longer than 90 lines has a reason', () => {
    const long = paths.flatMap((path) =>
      measureFunctions(textOf.get(path)!)
        .filter(({ lines }) => lines > longestFunction)
        .map(({ name, lines }) => {
          const key = `${path}: ${name}`;
          return longFunctions[key] ? key : `${key}: ${lines} lines`;
        }),
    );
    expect(long).toEqual(Object.keys(longFunctions).sort());
  });

  test('every kind of function is measured', () => {
    const text = `
export async function declared<T>(
  one: T,
): Promise<number> {
  if (one) {
    return 1;
  }

  return 2;
}
const data = {
  shows: true,
  arrow: (value) =>
    value
      .trim(),
  method(a) {
    call(() => {
      a();
    });
  },
};
const next = 1;
export const made = ({ name }: Named): Made => ({
  name,
});
const short = (a: number): number => a;
class Thing {
  private read(): void {
    return;
  }
}
`;
    expect(measureFunctions(text)).toEqual([
      { name: 'declared', lines: 9 },
      { name: 'arrow', lines: 3 },
      { name: 'method', lines: 5 },
      { name: 'call', lines: 3 },
      { name: 'made', lines: 3 },
      { name: 'short', lines: 1 },
      { name: 'read', lines: 3 },
    ]);
  });

  test('a long function would be seen', () => {
    const body = Array.from({ length: longestFunction - 1 }, (_, i) => `  step(${i});`);
    expect(measureFunctions(['function long() {', ...body, '}'].join('\n'))).toEqual([{ name: 'long', lines: 91 }]);
  });
});
