/** What is bundled is known: its licences stand beside it, its bill of materials lists it, and no licence forbids it. */
import { execFileSync } from 'node:child_process';
import { globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { writeSbom } from '../../scripts/sbom.ts';
import { root } from '../helpers/places.ts';

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

test('the bill of materials lists what the bundle itself names', () => {
  const dist = join(folder, 'packages/cli/dist');
  // esbuild writes above each module where it came from.
  const modules = globSync('*.js', { cwd: dist }).flatMap((file) =>
    [...readFileSync(join(dist, file), 'utf8').matchAll(/^\/\/ .*node_modules\/((?:@[^/\s]+\/)?[^/\s]+)/gm)].map(
      ([, name]) => name!,
    ),
  );
  const sbom = JSON.parse(readFileSync(join(folder, 'cli.cdx.json'), 'utf8')) as { components: Component[] };
  const listed = sbom.components.map(({ group, name }) => (group ? `${group}/${name}` : name));
  expect(modules.length).toBeGreaterThan(50);
  expect([...new Set(modules)].filter((name) => !listed.includes(name))).toEqual([]);
});
