/** Starts the editor with everything of it in one folder, and opens windows on it. What to do in a window: window.ts. */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, chromium, type Page } from 'playwright-core';
import { findEditor, whyNoEditor } from '../../../scripts/install/find-editor.ts';
import { until } from './until.ts';

export interface RunningEditor {
  readonly port: number;
  /** Holds `data/` and `extensions/`, besides all that the editor and its extensions write. */
  readonly folder: string;
  /** What the server has printed so far. */
  readonly printed: () => string;
  /** The browser, started by the first window. */
  readonly browser: () => Promise<Browser>;
  /** Ends the windows and the server, and removes the folder. */
  readonly stop: () => Promise<void>;
}

export interface EditorOptions {
  readonly vsix?: string;
  readonly settings?: Readonly<Record<string, unknown>>;
  /** More arguments of code-server. */
  readonly argv?: readonly string[];
}

export interface WindowOptions {
  readonly folder?: string;
  /** Opened in the editor, and waited for. */
  readonly file?: string;
  /** More of what the address of the window carries, such as `['extensionTestsPath', uri]`. */
  readonly payload?: readonly (readonly [string, string])[];
  /** Called before the page loads. */
  readonly prepare?: (page: Page) => Promise<void>;
}

/** A window that is alike on every machine, and quiet: nothing opens, asks or updates by itself. */
const quiet = {
  'chat.disableAIFeatures': true,
  'editor.accessibilitySupport': 'off',
  'editor.hover.delay': 100,
  'extensions.autoCheckUpdates': false,
  'extensions.autoUpdate': false,
  'extensions.ignoreRecommendations': true,
  'files.hotExit': 'off',
  'git.enabled': false,
  'security.workspace.trust.enabled': false,
  'telemetry.telemetryLevel': 'off',
  // Drawn by the graphics card, a terminal has no text in the page.
  'terminal.integrated.gpuAcceleration': 'off',
  'update.mode': 'none',
  // On a remote server the editor asks before it opens a file above 10 MB; in MB.
  'workbench.editorLargeFileConfirmation': 4096,
  'workbench.enableExperiments': false,
  // Fewer turns of the wheel to the end of a list; no more, or rows of a low one are skipped.
  'workbench.list.mouseWheelScrollSensitivity': 2,
  'workbench.localHistory.enabled': false,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
};

const serverArguments = [
  '--bind-addr=127.0.0.1:0',
  '--auth=none',
  '--disable-getting-started-override',
  '--disable-proxy',
  '--disable-telemetry',
  '--disable-update-check',
  '--disable-workspace-trust',
  // A test that is killed itself cannot stop it: without a window it ends after these seconds.
  '--idle-timeout-seconds=300',
];

/** Rejects, with what the editor printed, when it is not installed, refuses the extension or does not start. */
export async function startEditor({ vsix, settings, argv = [] }: EditorOptions = {}): Promise<RunningEditor> {
  const editor = findEditor();
  if (editor === null) throw new Error(whyNoEditor()!);
  // A short name: sockets lie in it, whose path is at most 107 bytes long.
  const folder = mkdtempSync(join(tmpdir(), 'zoomlog-ed-'));
  const at = (name: string) => join(folder, name);
  for (const name of ['data/User', 'home', 'tmp']) mkdirSync(at(name), { recursive: true });
  writeFileSync(at('data/User/settings.json'), JSON.stringify({ ...quiet, ...settings }));
  writeFileSync(at('config.yaml'), '');
  const env = environmentIn(folder);
  const folders = ['--config', at('config.yaml'), '--user-data-dir', at('data'), '--extensions-dir', at('extensions')];

  let server: ChildProcess | undefined;
  let browser: Promise<Browser> | undefined;
  const isRunning = () => server !== undefined && server.exitCode === null && server.signalCode === null;
  // The server leads a process group of its own, and only that is ended. Nothing in the folder is to be kept, so nobody
  // in it need put things in order, which would take a second.
  const kill = () => isRunning() && process.kill(-server!.pid!, 'SIGKILL');
  const leave = () => {
    kill();
    rmSync(folder, { recursive: true, force: true });
  };
  // vitest ends its workers by a signal, and a test that failed may not have come to `stop`.
  const end = (signal: NodeJS.Signals) => {
    leave();
    process.kill(process.pid, signal);
  };
  process.once('exit', leave).once('SIGTERM', end).once('SIGINT', end);
  const stop = async () => {
    await (await browser?.catch(() => undefined))?.close();
    const ended = isRunning() ? once(server!, 'exit') : undefined;
    kill();
    await ended;
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    process.off('exit', leave).off('SIGTERM', end).off('SIGINT', end);
  };

  let printed = '';
  try {
    if (vsix !== undefined) {
      const args = [editor.entry, ...folders, '--install-extension', vsix, '--force'];
      const { status, stdout, stderr } = spawnSync(editor.node, args, { env, encoding: 'utf8', timeout: 60_000 });
      printed = `${stdout}${stderr}`;
      if (status !== 0) throw new Error(`${vsix} is not installed: exit status ${status}`);
    }
    const args = [editor.entry, ...folders, ...serverArguments, ...argv];
    server = spawn(editor.node, args, { env, stdio: ['ignore', 'pipe', 'pipe'], detached: true });
    for (const stream of [server.stdout!, server.stderr!])
      stream.setEncoding('utf8').on('data', (text: string) => {
        printed += text;
      });
    const portIn = () => Number(printed.match(/listening on http:\/\/127\.0\.0\.1:(\d+)/)?.[1] ?? 0);
    await until('the editor listens', () => portIn() > 0 || !isRunning(), 30_000);
    if (!isRunning()) throw new Error(`The editor ended by itself: exit status ${server.exitCode}`);
    const launch = () =>
      chromium.launch({
        executablePath: editor.chromium,
        env,
        args: ['--disable-quic', '--disable-gpu'],
      });
    return {
      port: portIn(),
      folder,
      printed: () => printed,
      browser: () => {
        browser ??= launch();
        return browser;
      },
      stop,
    };
  } catch (error) {
    await stop();
    throw new Error(`${(error as Error).message}\nIt printed:\n${printed.slice(-4_000)}`);
  }
}

/** The environment without what npm and another VS Code put into it, and with every folder of the user inside `folder`. */
function environmentIn(folder: string): Record<string, string> {
  const kept = Object.entries(process.env).filter(([name]) => !/^(?:npm_|VSCODE_|NODE_OPTIONS$|VITEST)/.test(name));
  return {
    ...(Object.fromEntries(kept) as Record<string, string>),
    HOME: join(folder, 'home'),
    XDG_CONFIG_HOME: join(folder, 'home/config'),
    XDG_DATA_HOME: join(folder, 'home/data'),
    XDG_CACHE_HOME: join(folder, 'home/cache'),
    XDG_STATE_HOME: join(folder, 'home/state'),
    XDG_RUNTIME_DIR: join(folder, 'tmp'),
    TMPDIR: join(folder, 'tmp'),
    SHELL: '/bin/sh',
    LANG: 'C.UTF-8',
    // Else it asks a gallery on the internet.
    EXTENSIONS_GALLERY: JSON.stringify({ serviceUrl: '', itemUrl: '', resourceUrlTemplate: '' }),
  };
}

/** A file as the window addresses it. */
export const uriIn = ({ port }: RunningEditor, path: string): string =>
  `vscode-remote://127.0.0.1:${port}${path.split('/').map(encodeURIComponent).join('/')}`;

/** A window of its own, with no memory of others; it is there when the workbench is, and the file if one is named. */
export async function openWindow(editor: RunningEditor, options: WindowOptions = {}): Promise<Page> {
  const { folder, file, payload = [], prepare } = options;
  const browser = await editor.browser();
  const context = await browser.newContext({ viewport: { width: 1400, height: 900 } });
  const address = `http://127.0.0.1:${editor.port}/`;
  await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: address });
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
  await prepare?.(page);
  const carried = [...(file === undefined ? [] : [['openFile', uriIn(editor, file)]]), ...payload];
  const query = new URLSearchParams({
    ...(folder === undefined ? { ew: 'true' } : { folder }),
    ...(carried.length === 0 ? {} : { payload: JSON.stringify(carried) }),
  });
  // A busy machine is no fault: what follows waits as long.
  await page.goto(`${address}?${query}`, { waitUntil: 'domcontentloaded', timeout: 60_000 });
  try {
    await page.locator('.monaco-workbench .part.statusbar').waitFor({ timeout: 60_000 });
    if (file !== undefined) await page.locator('.editor-instance').first().waitFor({ timeout: 30_000 });
  } catch (error) {
    const seen = (await page.locator('body').allInnerTexts()).join('').slice(0, 1_000);
    throw new Error(`${(error as Error).message}\nThe window showed:\n${seen}\n${editor.printed().slice(-2_000)}`);
  }
  return page;
}
