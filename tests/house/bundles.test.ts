/**
 * What is bundled is known: its licences stand beside it, its bill of materials lists it, and no licence forbids it. The
 * samples of declarations are not, and nothing comes of that.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { facts, failures, formats, hitsOf } from '@zoomlog/parser';
import { afterAll, describe, expect, test } from 'vitest';
import { writeSbom } from '../../scripts/sbom.ts';
import { withoutSamples } from '../../scripts/without-samples.ts';
import { fixtures, root } from '../helpers/places.ts';
import { scanPlainly } from '../helpers/scan-plainly.ts';

const folder = mkdtempSync(join(tmpdir(), 'zoomlog-bundles-'));
execFileSync(process.execPath, [join(root, 'scripts/build.ts'), '--into', folder, '--metafiles', folder], {
  stdio: 'ignore',
});
afterAll(() => rmSync(folder, { recursive: true }));

interface Component {
  readonly group?: string;
  readonly name: string;
  readonly version: string;
  readonly licenses: readonly { readonly license?: { readonly id?: string }; readonly expression?: string }[];
}

/** Permissive ones; under the last stands minimatch, which the language client of VS Code brings. */
const allowed = ['MIT', 'ISC', 'Apache-2.0', 'BSD-2-Clause', 'BSD-3-Clause', 'BlueOak-1.0.0'];

describe.each(['cli', 'vscode'])('the bundle of %s', (name) => {
  const dist = join(folder, `packages/${name}/dist`);
  const output = join(folder, `${name}.cdx.json`);
  writeSbom(`packages/${name}`, join(folder, `${name}.json`), output);
  const { components } = JSON.parse(readFileSync(output, 'utf8')) as { readonly components: readonly Component[] };
  const foreign = components.filter(({ group }) => group !== '@zoomlog');
  const listed = foreign.map(({ group, name, version }) => `${group ? `${group}/` : ''}${name} ${version}`);
  const licences = readFileSync(join(dist, 'LICENSES.txt'), 'utf8');

  test('carries the licence of each package in it', () => {
    expect(listed.length).toBeGreaterThan(20);
    const named = licences.split('\n').flatMap((line) => (/^[@a-z][^:]* \d+\.\d/.test(line) ? line.split(', ') : []));
    expect(listed.filter((one) => !named.includes(one))).toEqual([]);
  });

  test('holds no package under another licence than those allowed', () => {
    const told = foreign.map(({ name, licenses }) => [name, licenses.map((one) => one.license?.id ?? one.expression)]);
    expect(
      told.filter(([, ids]) => ids!.length === 0 || !(ids as string[]).every((id) => allowed.includes(id))),
    ).toEqual([]);
  });
});

test('the bill of materials lists what the bundle was made of', () => {
  const { outputs } = JSON.parse(readFileSync(join(folder, 'cli.json'), 'utf8')) as {
    readonly outputs: Readonly<Record<string, Output>>;
  };
  const modules = Object.values(outputs).flatMap(({ inputs }) =>
    Object.keys(inputs).flatMap((path) => /.*node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(path)?.[1] ?? []),
  );
  const sbom = JSON.parse(readFileSync(join(folder, 'cli.cdx.json'), 'utf8')) as { components: Component[] };
  const listed = sbom.components.map(({ group, name }) => (group ? `${group}/${name}` : name));
  expect(modules.length).toBeGreaterThan(50);
  expect([...new Set(modules)].filter((name) => !listed.includes(name))).toEqual([]);
});

interface Output {
  readonly bytes: number;
  readonly entryPoint?: string;
  readonly inputs: Readonly<Record<string, unknown>>;
  readonly imports: readonly { readonly path: string; readonly kind: string }[];
}

/** Without what they import when they need it. */
test.each([
  ['src/entry.ts', /parser\/src\/(?!model|telling\/(?:paths|suggest))|chevrotain|saxes|globby/],
  [
    'src/commands/explain.ts',
    /parser\/src\/(?:judging|masking|node|archive|knowledge\/formats)|chevrotain|saxes|globby/,
  ],
  ['src/commands/list.ts', /parser\/src\/(?:judging|masking|node|archive|knowledge\/formats)|chevrotain|saxes|globby/],
  ['src/commands/scan.ts', /parser\/src\/node\/collect|globby|chokidar|yauzl|tar-stream/],
])('%s loads only what it needs', (entry, needless) => {
  const { outputs } = JSON.parse(readFileSync(join(folder, 'cli.json'), 'utf8')) as {
    readonly outputs: Readonly<Record<string, Output>>;
  };
  const loaded = new Set([Object.keys(outputs).find((path) => outputs[path]!.entryPoint === entry)!]);
  for (const path of loaded)
    for (const { path: other, kind } of outputs[path]!.imports)
      if (kind === 'import-statement' && outputs[other]) loaded.add(other);
  const inputs = [...loaded].flatMap((path) => Object.keys(outputs[path]!.inputs));
  expect(inputs.filter((input) => needless.test(input))).toEqual([]);
});

describe('the samples of declarations', () => {
  test.each([
    ['{ id: a, hits: [b(`c`), d], misses: [{ text, why }], fields }', '{ id: a, fields }'],
    ['({ has, samples: [{ text: "x", entry: { hits } }] })', '({ has,  })'],
    ['(...hits: string[]) => ({ has, hits, layout })', '(...hits: string[]) => ({ has, layout })'],
    ['x.hits = { hitsOf: samples, "z": hits }', 'x.hits = { hitsOf: samples, "z": hits }'],
  ])('are cut from %s', (source, left) => {
    expect(withoutSamples('a.ts', `a = ${source};`)).toBe(`a = ${left};`);
  });

  /** Of a line that is told by its beginning. */
  const length = 40;
  const lines = [
    ...formats.flatMap(({ samples }) => samples.map(({ text }) => text)),
    ...[...failures, ...facts].flatMap((known) => [...hitsOf(known), ...(known.misses ?? []).map(({ text }) => text)]),
  ].flatMap((text) => text.split('\n').filter((line) => line.length >= length));
  /** As esbuild writes them. */
  const unescaped = (code: string): string =>
    code.replace(/\\(?:x([0-9A-F]{2})|u([0-9A-F]{4})|([\\"'`]))/g, (_, byte, unit, plain) =>
      plain ? plain : String.fromCharCode(Number.parseInt(byte ?? unit, 16)),
    );

  test.each(['cli/dist/*.js', 'vscode/dist/*.cjs'])('are not in %s', (pattern) => {
    const code = globSync(join(folder, 'packages', pattern)).map((file) => readFileSync(file, 'utf8'));
    const bundle = unescaped(code.join('\n'));
    expect(bundle.length).toBeGreaterThan(1_000_000);
    const beginnings = new Set(lines.map((line) => line.slice(0, length)));
    const left = new Set<string>();
    for (let at = 0; at < bundle.length; at++) {
      const part = bundle.slice(at, at + length);
      if (beginnings.has(part)) left.add(part);
    }
    // A literal that a pattern looks for may be all of a line, and a wording may take its sample as an argument.
    expect(left.size, [...left].join('\n')).toBeLessThan(beginnings.size / 10);
  });

  test.each(['block-rule', 'demo-bundle', 'two-machines', 'memlog-utf16'])('are not missed in %s', async (name) => {
    const evidence = join(fixtures, name, 'evidence');
    const command = join(folder, 'packages/cli/dist/zoomlog.js');
    const { stdout, stderr } = spawnSync(process.execPath, [command, 'scan', evidence, '--format', 'json'], {
      encoding: 'utf8',
    });
    const { report } = await scanPlainly([evidence]);
    expect({ ...JSON.parse(stdout), run: null }, stderr).toEqual({ ...JSON.parse(JSON.stringify(report)), run: null });
  });
});
