/**
 * Bundles the command line into packages/cli/dist (zoomlog.js and the parts it loads), the extension and its language
 * server into packages/vscode/dist, both without the samples of declarations, and beside each the licences of what went in.
 * Runs from the root `prepare`, so a fresh checkout has a working `zoomlog` after `npm ci`. `--into FOLDER` puts the same
 * into FOLDER/packages/… instead; `--metafiles FOLDER` also writes what went into each bundle, as esbuild tells it.
 */
import { globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { type BuildOptions, build, type Metafile } from 'esbuild';
import { lazyBuiltins, withoutBuiltins } from './lazy-builtins.ts';
import { samplesLeftOut } from './without-samples.ts';

const root = dirname(import.meta.dirname);
const { values } = parseArgs({ options: { into: { type: 'string', default: root }, metafiles: { type: 'string' } } });
const target = resolve(values.into);

await bundle('packages/cli', {
  entryPoints: { zoomlog: 'src/entry.ts', 'reading-worker': 'src/reading-worker.ts' },
  chunkNames: 'chunk-[hash]',
  // A command loads its own part only: explain starts a third faster.
  splitting: true,
  format: 'esm',
  target: 'node22.22',
  // Less to read through at each start; names stay, for what an internal error says.
  minifyWhitespace: true,
  minifySyntax: true,
  plugins: [lazyBuiltins],
  // CommonJS dependencies (yauzl, tar-stream) call require, which an ES module does not have.
  banner: {
    js: 'const require = (name) => process.getBuiltinModule(name);',
  },
});
await bundle('packages/vscode', {
  entryPoints: { extension: 'src/extension.ts', server: 'src/server/main.ts' },
  format: 'cjs',
  outExtension: { '.js': '.cjs' },
  // The Node of the first VS Code that the manifest allows.
  target: 'node22.15',
  external: ['vscode'],
  minify: true,
});

async function bundle(folder: string, options: BuildOptions): Promise<void> {
  const started = performance.now();
  const base = join(root, folder);
  const outdir = join(target, folder, 'dist');
  rmSync(outdir, { recursive: true, force: true });
  mkdirSync(outdir, { recursive: true });
  const { metafile } = await build({
    ...options,
    absWorkingDir: base,
    outdir,
    bundle: true,
    platform: 'node',
    conditions: ['source'],
    metafile: true,
    plugins: [samplesLeftOut, ...(options.plugins ?? [])],
    logLevel: 'warning',
  }).catch(() => process.exit(1)); // esbuild has said what is wrong
  writeFileSync(join(outdir, 'LICENSES.txt'), licences(base, metafile!));
  if (values.metafiles !== undefined)
    writeFileSync(join(values.metafiles, `${basename(folder)}.json`), withoutBuiltins(metafile!));
  const kilobytes = Math.round(Object.values(metafile!.outputs).reduce((sum, { bytes }) => sum + bytes, 0) / 1000);
  const milliseconds = Math.round(performance.now() - started);
  console.log(`built ${relative(target, outdir)}: ${kilobytes} kB in ${milliseconds} ms`);
}

/** The licence text of every package that has code in the bundle; packages under the same text share one. */
function licences(base: string, metafile: Metafile): string {
  const folders = new Set(
    Object.keys(metafile.inputs).flatMap((input) => input.match(/^.*node_modules\/(?:@[^/]+\/)?[^/]+/)?.[0] ?? []),
  );
  const packagesByText = new Map<string, string[]>();
  for (const folder of folders) {
    const { name, version, license } = JSON.parse(readFileSync(join(base, folder, 'package.json'), 'utf8'));
    const files = globSync('{LICEN[SC]E,licen[sc]e,Licen[sc]e,NOTICE}*', { cwd: join(base, folder) }).sort();
    const texts = files.map((file) => readFileSync(join(base, folder, file), 'utf8').trim());
    const text = texts.join('\n\n') || `Licence: ${license} (the package carries no text of it).`;
    packagesByText.set(text, [...(packagesByText.get(text) ?? []), `${name} ${version}`]);
  }
  const parts = [...packagesByText].map(([text, packages]) => `${packages.sort().join(', ')}\n\n${text}\n`);
  return ['The bundles contain these packages.\n', ...parts.sort()].join(`\n${'-'.repeat(80)}\n\n`);
}
