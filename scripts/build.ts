/**
 * Bundles the command line into packages/cli/dist (zoomlog.js and the parts it loads), and beside it the licences of
 * what went in.
 * Runs from the root `prepare`, so a fresh checkout has a working `zoomlog` after `npm ci`.
 */
import { globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { build, type Metafile } from 'esbuild';

const root = dirname(import.meta.dirname);
const cli = join(root, 'packages/cli');
const bundle = join(cli, 'dist/zoomlog.js');

const started = performance.now();
rmSync(dirname(bundle), { recursive: true, force: true });
mkdirSync(dirname(bundle), { recursive: true });
const { metafile } = await build({
  absWorkingDir: root,
  entryPoints: [join(cli, 'src/entry.ts')],
  outdir: dirname(bundle),
  entryNames: 'zoomlog',
  chunkNames: 'chunk-[hash]',
  // A command loads its own part only: explain starts a third faster.
  splitting: true,
  bundle: true,
  format: 'esm',
  platform: 'node',
  target: 'node22.22',
  conditions: ['source'],
  // CommonJS dependencies (yauzl, tar-stream) call require, which an ES module does not have.
  banner: {
    js: "import { createRequire } from 'node:module';\nconst require = createRequire(import.meta.url);",
  },
  metafile: true,
  logLevel: 'warning',
}).catch(() => process.exit(1)); // esbuild has said what is wrong

writeFileSync(join(cli, 'dist/LICENSES.txt'), licences(metafile));
const kilobytes = Math.round(Object.values(metafile.outputs).reduce((sum, { bytes }) => sum + bytes, 0) / 1000);
const milliseconds = Math.round(performance.now() - started);
console.log(`built ${relative(root, bundle)}: ${kilobytes} kB in ${milliseconds} ms`);

/** The licence text of every package that has code in the bundle; packages under the same text share one. */
function licences(metafile: Metafile): string {
  const folders = new Set(
    Object.keys(metafile.inputs).flatMap((input) => input.match(/^.*node_modules\/(?:@[^/]+\/)?[^/]+/)?.[0] ?? []),
  );
  const packagesByText = new Map<string, string[]>();
  for (const folder of folders) {
    const { name, version, license } = JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8'));
    const files = globSync('{LICEN[SC]E,licen[sc]e,Licen[sc]e,NOTICE}*', { cwd: join(root, folder) }).sort();
    const texts = files.map((file) => readFileSync(join(root, folder, file), 'utf8').trim());
    const text = texts.join('\n\n') || `Licence: ${license} (the package carries no text of it).`;
    packagesByText.set(text, [...(packagesByText.get(text) ?? []), `${name} ${version}`]);
  }
  const parts = [...packagesByText].map(([text, packages]) => `${packages.sort().join(', ')}\n\n${text}\n`);
  return ['zoomlog.js contains these packages.\n', ...parts.sort()].join(`\n${'-'.repeat(80)}\n\n`);
}
