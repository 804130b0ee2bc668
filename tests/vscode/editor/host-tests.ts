/** Tests that run inside the extension host, where the whole `vscode` API is. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { openWindow, startEditor, uriIn } from './editor.ts';
import { until } from './until.ts';

export interface HostTests {
  /** An extension as a user gets it, or its folder as it is developed. */
  readonly extension: { readonly vsix: string } | { readonly folder: string };
  /** A module, TypeScript too, that exports `run(): Promise<void>`; what that rejects with is printed, and is the failure. */
  readonly testsPath: string;
  /** Opened as the workspace. */
  readonly folder: string;
  readonly settings?: Readonly<Record<string, unknown>>;
  readonly milliseconds?: number;
}

export interface HostResult {
  /** What the tests and the extensions printed to the console. */
  readonly lines: readonly string[];
  /** 0 when `run` resolved. */
  readonly code: number;
}

/** Rejects, with what was printed so far, when the tests do not end in time. */
export async function runInHost(options: HostTests): Promise<HostResult> {
  const { extension, testsPath, folder, settings = {}, milliseconds = 60_000 } = options;
  const editor = await startEditor({
    settings,
    ...('vsix' in extension ? { vsix: extension.vsix } : {}),
    // Without it the two paths in the address are ignored, silently.
    argv: ['--vscode-option', 'enable-smoke-test-driver'],
  });
  try {
    // Tests are looked for only beside an extension under development; with a packed one, this is none at all.
    const runner = join(editor.folder, 'runner');
    const printed = join(runner, 'printed.txt');
    mkdirSync(runner);
    writeFileSync(join(runner, 'package.json'), JSON.stringify(noExtension));
    writeFileSync(join(runner, 'run.cjs'), runnerOf(testsPath, printed));
    writeFileSync(printed, '');
    let code: number | undefined;
    await openWindow(editor, {
      folder,
      payload: [
        ['extensionDevelopmentPath', uriIn(editor, 'folder' in extension ? extension.folder : runner)],
        ['extensionTestsPath', uriIn(editor, join(runner, 'run.cjs'))],
      ],
      prepare: async (page) => {
        // The window's own chatter comes here too; what the tests print is in the file.
        await page.exposeFunction('codeAutomationLog', () => undefined);
        await page.exposeFunction('codeAutomationExit', (status: number) => {
          code = status;
        });
      },
    });
    await until('the tests end', () => code !== undefined, milliseconds).catch((error: Error) => {
      throw new Error(`${error.message}\nThey printed:\n${readFileSync(printed, 'utf8')}`);
    });
    return { lines: readFileSync(printed, 'utf8').trimEnd().split('\n'), code: code! };
  } finally {
    await editor.stop();
  }
}

const noExtension = { name: 'runner', publisher: 'zoomlog', version: '0.0.1', engines: { vscode: '*' } };

/** The module that the extension host runs: the tests, with what they print kept in a file. */
const runnerOf = (testsPath: string, printed: string): string => `
const { appendFileSync } = require('node:fs');
const { format } = require('node:util');
const print = (...parts) => appendFileSync(${JSON.stringify(printed)}, format(...parts) + '\\n');
exports.run = async () => {
  // The console's own functions cannot be replaced there.
  globalThis.console = { ...console, log: print, info: print, warn: print, error: print };
  await (await import(${JSON.stringify(pathToFileURL(testsPath).href)})).run();
};
`;
