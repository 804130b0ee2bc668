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
import { commandsApart, inAscii } from './bundle-parts.ts';
import { lazyBuiltins, withoutBuiltins } from './lazy-builtins.ts';
import { samplesLeftOut } from './without-samples.ts';

const root = dirname(import.meta.dirname);
const { values } = parseArgs({ options: { into: { type: 'string', default: root }, metafiles: { type: 'string' } } });
const target = resolve(values.into);

const cli: BuildOptions = {
  chunkNames: 'chunk-[hash]',
  splitting: true,
  format: 'esm',
  target: 'node22.22',
  // Less to read through at each start.
  minify: true,
  plugins: [lazyBuiltins, commandsApart],
  // CommonJS dependencies (yauzl, tar-stream) call require, which an ES module does not have.
  banner: {
    js: 'const require = (name) => process.getBuiltinModule(name);',
  },
};
// Bundled apart, so that each command loads its own part in few files: what is shared would lie in a file for each set of
// those that share it, and every file costs half a millisecond at each start. The commands that read share nearly all.
await bundle('packages/cli', [
  { ...cli, entryPoints: { zoomlog: 'src/entry.ts' } },
  { ...cli, entryPoints: { explain: 'src/commands/explain.ts' } },
  { ...cli, entryPoints: { list: 'src/commands/list.ts' } },
  {
    ...cli,
    entryPoints: {
      scan: 'src/commands/scan.ts',
      watch: 'src/commands/watch.ts',
      collect: 'src/commands/collect.ts',
      'reading-worker': 'src/reading-worker.ts',
    },
  },
]);
await bundle('packages/vscode', [
  {
    entryPoints: { extension: 'src/extension.ts', server: 'src/server/main.ts' },
    format: 'cjs',
    outExtension: { '.js': '.cjs' },
    // The Node of the first VS Code that the manifest allows.
    target: 'node22.15',
    external: ['vscode'],
    minify: true,
  },
]);

async function bundle(folder: string, parts: readonly BuildOptions[]): Promise<void> {
  const started = performance.now();
  const base = join(root, folder);
  const outdir = join(target, folder, 'dist');
  rmSync(outdir, { recursive: true, force: true });
  mkdirSync(outdir, { recursive: true });
  const metafile: Metafile = { inputs: {}, outputs: {} };
  let size = 0;
  for (const options of parts) {
    const built = await build({
      ...options,
      absWorkingDir: base,
      outdir,
      bundle: true,
      platform: 'node',
      conditions: ['source'],
      metafile: true,
      write: false,
      plugins: [samplesLeftOut, ...(options.plugins ?? [])],
      logLevel: 'warning',
    }).catch(() => process.exit(1)); // esbuild has said what is wrong
    Object.assign(metafile.inputs, built.metafile.inputs);
    Object.assign(metafile.outputs, built.metafile.outputs);
    for (const { path, text } of built.outputFiles) {
      const written = inAscii(text, path);
      size += written.length;
      writeFileSync(path, written);
    }
  }
  writeFileSync(join(outdir, 'LICENSES.txt'), licences(base, metafile));
  if (values.metafiles !== undefined)
    writeFileSync(join(values.metafiles, `${basename(folder)}.json`), withoutBuiltins(metafile));
  const milliseconds = Math.round(performance.now() - started);
  console.log(`built ${relative(target, outdir)}: ${Math.round(size / 1000)} kB in ${milliseconds} ms`);
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
