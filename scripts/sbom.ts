/** The software bill of materials of a bundle: every package that has code in it, by what esbuild tells of the bundle. */
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');

/** CycloneDX 1.6 as JSON. `folder`: the package that was bundled, from the root; `metafile`: what build.ts wrote of it. */
export function writeSbom(folder: string, metafile: string, output: string): void {
  const tool = join(root, 'node_modules/@cyclonedx/cyclonedx-esbuild/bin/cyclonedx-esbuild-cli.js');
  const workingFolder = join(root, folder);
  const options = ['--build-working-dir', workingFolder, '--output-reproducible', '--output-file', output];
  execFileSync(process.execPath, [tool, ...options, metafile], {
    cwd: workingFolder,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
}
