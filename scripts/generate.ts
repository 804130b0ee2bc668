/**
 * Writes what follows from the declarations: the parser's indexes, types of ids and search in WebAssembly, docs/, the README's table, schema/, collect/, and
 * what the extension contributes to VS Code.
 * `--check` writes nothing, lists what is stale and exits with 1 when something is.
 */
import { globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { allCodes } from '../packages/parser/src/codes/index.ts';
import type { Format } from '../packages/parser/src/define.ts';
import { collectCommands } from '../packages/parser/src/knowledge/commands/index.ts';
import { allFixes } from '../packages/parser/src/knowledge/fixes/index.ts';
import { secretRules } from '../packages/parser/src/masking/secrets/rules.ts';
import { knownPaths } from '../packages/parser/src/node/known-paths.ts';
import { kapeTarget, velociraptorArtifact } from './collect/artifacts.ts';
import { powerShellCollector, shellCollector } from './collect/collector-scripts.ts';
import { type Declared, readDeclarations, root } from './declarations.ts';
import { evidencePage } from './docs/evidence-page.ts';
import type { Knowledge } from './docs/knowledge.ts';
import { knownPage } from './docs/known-page.ts';
import * as pages from './docs/reference-pages.ts';
import { extensionManifest } from './extension/extension-manifest.ts';
import { findLinesModule } from './find-lines-module.ts';
import { collectionSchema, reportSchema, watchEventSchema } from './report-schema.ts';
import { literalsOf, signsOf } from './sign-literals.ts';

const isCheck = process.argv.includes('--check');

const declarations = await readDeclarations();
const { formats, failures, facts } = declarations;
const values = <T>(declared: readonly Declared<T>[]): readonly T[] => declared.map(({ value }) => value);
const knowledge: Knowledge = {
  formats: values(formats),
  failures: values(failures),
  facts: values(facts),
  fixes: allFixes,
  codes: allCodes,
  paths: knownPaths,
  commands: collectCommands,
};

const { version } = JSON.parse(readFileSync(join(root, 'packages/cli/package.json'), 'utf8'));
const manifestPath = 'packages/vscode/package.json';

/** Every generated file, relative to the root, and what it must hold. */
const outputs = new Map<string, string>([
  ['packages/parser/src/knowledge/formats/index.ts', formatIndex(formats)],
  ['packages/parser/src/knowledge/failures/index.ts', index('Failure', 'failures', failures)],
  ['packages/parser/src/knowledge/facts/index.ts', index('Fact', 'facts', facts)],
  ['packages/parser/src/masking/secrets/literals.ts', secretLiterals()],
  [
    'packages/parser/src/knowledge/ids.ts',
    idTypes({ format: knowledge.formats, failure: knowledge.failures, fact: knowledge.facts, fix: knowledge.fixes }),
  ],
  ...knowledge.failures.map((failure) => [`docs/failures/${failure.id}.md`, knownPage(failure, knowledge)] as const),
  ...knowledge.facts.map((fact) => [`docs/facts/${fact.id}.md`, knownPage(fact, knowledge)] as const),
  ['docs/failures.md', pages.failuresPage(knowledge)],
  ['docs/facts.md', pages.factsPage(knowledge)],
  ['docs/formats.md', pages.formatsPage(knowledge)],
  ['docs/codes.md', pages.codesPage(knowledge)],
  ['docs/paths.md', pages.pathsPage(knowledge)],
  ['docs/commands.md', pages.commandsPage(knowledge)],
  ['docs/evidence.md', evidencePage(knowledge)],
  ['README.md', readme(pages.classTable(knowledge))],
  ['schema/report.schema.json', `${JSON.stringify(reportSchema(), null, 2)}\n`],
  ['schema/watch-event.schema.json', `${JSON.stringify(watchEventSchema(), null, 2)}\n`],
  ['schema/collection.schema.json', `${JSON.stringify(collectionSchema(), null, 2)}\n`],
  ['packages/parser/src/reading/search/find-lines-module.ts', await findLinesModule()],
  ['collect/zoomlog-collect.sh', shellCollector(version)],
  ['collect/zoomlog-collect.ps1', powerShellCollector(version)],
  ['collect/Zoomlog.tkape', kapeTarget(version)],
  ['collect/Custom.Zoomlog.Collect.yaml', velociraptorArtifact()],
  [manifestPath, extensionManifest(knowledge, readFileSync(join(root, manifestPath), 'utf8'))],
]);

const stale = [...outputs].filter(([path, text]) => read(path) !== text).map(([path]) => path);
/** Pages of docs/ that people write. */
const written = ['docs/security.md', 'docs/collectors.md'];
const orphans = globSync(['docs/**/*.md', 'schema/*', 'collect/*'], { cwd: root })
  .map((path) => path.replaceAll('\\', '/'))
  .filter((path) => !outputs.has(path) && !written.includes(path));

if (isCheck) {
  for (const path of stale) console.log(`stale: ${path}`);
  for (const path of orphans) console.log(`no longer generated: ${path}`);
  if (stale.length + orphans.length > 0) {
    console.log('Run npm run generate and commit what it writes.');
    process.exitCode = 1;
  }
} else {
  for (const path of stale) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), outputs.get(path)!);
    console.log(`written: ${path}`);
  }
  for (const path of orphans) {
    rmSync(join(root, path));
    console.log(`removed: ${path}`);
  }
}
console.log(`${outputs.size} generated files, ${stale.length + orphans.length} of them stale`);

/** The file's text, null when there is none. */
function read(path: string): string | null {
  try {
    return readFileSync(join(root, path), 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}

/** An index module: every declaration of a kind in one array, in the order of the paths. */
function index(
  type: string,
  name: string,
  declared: readonly Declared<unknown>[],
  items: readonly string[] = declared.map(({ path }) => identifier(path)),
): string {
  const imports = declared.map(({ path }) => `import ${identifier(path)} from './${path}';`);
  return [
    '// biome-ignore-all format: generated by npm run generate',
    '// biome-ignore-all assist/source/organizeImports: generated by npm run generate',
    `import type { ${type} } from '../../define.ts';`,
    ...imports,
    '',
    `export const ${name}: readonly ${type}[] = [`,
    ...items.map((item) => `  ${item},`),
    '];',
    '',
  ].join('\n');
}

/** Each format with what must stand in a text for its signs to be there. */
function formatIndex(declared: readonly Declared<Format>[]): string {
  const items = declared.map(({ path, value: { recognise } }) => {
    const signs = recognise.starts ? signsOf(recognise.starts) : null;
    const name = identifier(path);
    return signs ? `{ ...${name}, signs: ${JSON.stringify(signs)} }` : name;
  });
  return index('Format', 'formats', declared, items);
}

function secretLiterals(): string {
  const rulesALine = 5;
  const lists = secretRules.map((rule) => JSON.stringify(literalsOf('after' in rule ? rule.after : rule.shape)));
  return [
    '// biome-ignore-all format: generated by npm run generate',
    '/** For each rule, in their order: one of these is in every text in small letters that it can find a secret in. Null: none. */',
    'export const secretLiterals: readonly (readonly string[] | null)[] = [',
    ...lists.flatMap((_, at) => (at % rulesALine === 0 ? `  ${lists.slice(at, at + rulesALine).join(', ')},` : [])),
    '];',
    '',
  ].join('\n');
}

/** The ids of each kind as a union of literals. Written out: a type taken from the declarations would need itself. */
function idTypes(kinds: Readonly<Record<string, readonly { readonly id: string }[]>>): string {
  return [
    '// biome-ignore-all format: generated by npm run generate',
    'export {};',
    '',
    "declare module '../define.ts' {",
    '  interface KnownIds {',
    ...Object.entries(kinds).flatMap(([kind, known]) => [
      `    ${kind}:`,
      ...known.map(({ id }, at) => `      | '${id}'${at === known.length - 1 ? ';' : ''}`),
    ]),
    '  }',
    '}',
    '',
  ].join('\n');
}

function identifier(path: string): string {
  return basename(path, '.ts').replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
}

/** README.md with the table between its markers replaced. */
function readme(table: string): string {
  const text = readFileSync(join(root, 'README.md'), 'utf8');
  const between = /(?<=<!-- classes: generated -->\n)[\s\S]*(?=<!-- \/classes -->)/;
  if (!between.test(text)) throw new Error('README.md: the markers of the generated table are gone');
  return text.replace(between, () => `\n${table}\n\n`);
}
