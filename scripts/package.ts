/**
 * `npm run package`: builds, then packs into the root the command line as one tarball that needs nothing else but Node, and
 * the extension as one .vsix; beside each its software bill of materials.
 */
import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { publint } from 'publint';
import { formatMessage } from 'publint/utils';
import { packageExtension } from './extension/package-extension.ts';
import { writeSbom } from './sbom.ts';

const root = dirname(import.meta.dirname);
const cli = join(root, 'packages/cli');

interface Packed {
  readonly filename: string;
  readonly size: number;
  readonly files: readonly { readonly path: string }[];
}

const run = (command: string, ...args: string[]): string =>
  execFileSync(command, args, {
    cwd: root,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
    shell: process.platform === 'win32',
  });

const metafiles = mkdtempSync(join(tmpdir(), 'zoomlog-metafiles-'));
process.stdout.write(run('node', 'scripts/build.ts', '--metafiles', metafiles));
const manifest = JSON.parse(readFileSync(join(cli, 'package.json'), 'utf8'));
if (Object.keys(manifest.dependencies ?? {}).length > 0)
  throw new Error('packages/cli: everything is bundled, so it has no dependencies');

// npm packs only what lies in the package's own folder.
const borrowed = ['README.md', 'LICENSE'];
for (const file of borrowed) copyFileSync(join(root, file), join(cli, file));
let packed: Packed;
try {
  [packed] = JSON.parse(run('npm', 'pack', '--json', '--workspace', 'packages/cli', '--pack-destination', root));
} finally {
  for (const file of borrowed) rmSync(join(cli, file));
}

const tarball = readFileSync(join(root, packed.filename));
const { messages } = await publint({ pack: { tarball: new Uint8Array(tarball).buffer }, strict: true });
for (const message of messages) console.error(`publint: ${formatMessage(message, manifest)}`);
if (messages.length > 0) process.exitCode = 1;

for (const { path } of packed.files) console.log(`  ${path}`);
console.log(`${packed.filename}: ${Math.round(packed.size / 1000)} kB`);

const vsix = await packageExtension(join(root, `zoomlog-${manifest.version}.vsix`));
console.log(`${basename(vsix)}: ${Math.round(statSync(vsix).size / 1000)} kB`);

for (const [name, file] of [
  ['cli', packed.filename],
  ['vscode', basename(vsix)],
] as const) {
  writeSbom(`packages/${name}`, join(metafiles, `${name}.json`), join(root, `${file}.cdx.json`));
  console.log(`${file}.cdx.json: what is bundled in it`);
}
rmSync(metafiles, { recursive: true });
