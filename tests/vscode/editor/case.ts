/** A folder of evidence open in a window of the editor, with the packed extension: what the tests of the extension share. */
import { cpSync, existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FailureClass } from '@zoomlog/parser';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, inject } from 'vitest';
import { packageExtension } from '../../../scripts/extension/package-extension.ts';
import { fixtures } from '../../helpers/places.ts';
import { openWindow, type RunningEditor, startEditor, type WindowOptions } from './editor.ts';
import { until } from './until.ts';
import { problems, runCommand } from './workbench.ts';

export const failures = 'Zoom failures';
export const soon = <T>(read: () => T | Promise<T>) => expect.poll(read, { timeout: 20_000 });

/** One file of each class that a single file can show, under a name of its own. */
export const samples: Readonly<Partial<Record<FailureClass, readonly [name: string, from: string, title: string]>>> = {
  firewall: [
    'zoom_ts_memlog_7720.log',
    'block-rule/evidence/AppData/Roaming/Zoom/logs/zoom_ts_memlog_7720.log',
    'blocks',
  ],
  proxy: ['chrome-net-export-log.json', 'proxy-login/evidence/chrome-net-export-log.json', 'proxy'],
  'tls-clock': [
    'zoom_stdout_stderr.log',
    'clock-and-certificate/evidence/.zoom/logs/zoom_stdout_stderr.log',
    'certificate',
  ],
  'device-usb': ['dxdiag.txt', 'no-microphone/evidence/dxdiag.txt', 'microphone'],
  permissions: ['consent-user-webcam.reg', 'camera-consent/evidence/consent-user-webcam.reg', 'camera'],
  network: [
    'zoom_ts_memlog_8864.log',
    'dns-failure/evidence/AppData/Roaming/Zoom/logs/zoom_ts_memlog_8864.log',
    'names',
  ],
  install: ['installer.txt', 'installer-failed/evidence/AppData/Roaming/Zoom/installer.txt', 'install'],
  crash: ['crashrpt.xml', 'crash-module/evidence/AppData/Roaming/Zoom/logs/crashrpt.xml', 'crash'],
};

export const line = (second: number, message: string): string =>
  `02/17/2025 16:40:${String(second % 60).padStart(2, '0')}:009\tZOOM\t[512:9013:41288]\tINFO\t${message}, this = 0x00c4d200\n`;
export const refused = (second: number): string =>
  line(second, 'vc::on_ping_confirm_cli(),  start,  result: 104103,  top_mmr: ');

/** The extension as it is shipped; whoever needs it first packs it for all. */
export async function packedExtension(): Promise<string> {
  const vsix = join(inject('built'), 'zoomlog.vsix');
  const packing = join(inject('built'), 'packing');
  try {
    mkdirSync(packing);
  } catch {
    await until('the extension is packed', () => existsSync(vsix), 90_000);
    return vsix;
  }
  renameSync(await packageExtension(join(packing, 'zoomlog.vsix')), vsix);
  return vsix;
}

export interface Case {
  readonly workspace: string;
  /** The window in front. */
  readonly page: () => Page;
  /** Opens another window, which is then in front. */
  readonly open: (options: WindowOptions) => Promise<Page>;
  /** Opens a file of the workspace by its name, and the Problems panel beside it. */
  readonly openFile: (name: string) => Promise<void>;
  readonly showProblems: () => Promise<void>;
  /** Goes to a problem, so that its line is in sight. */
  readonly goToProblem: (title: string) => Promise<void>;
  /** Rows of the Problems panel that hold the text, in lower case. */
  readonly rowsWith: (text: string) => Promise<string[]>;
}

/** For a `describe`: an editor of its own with a window, closed behind the last test; after each all tabs are. */
export function useCase(): Case {
  const folder = mkdtempSync(join(tmpdir(), 'zoomlog-'));
  const workspace = join(folder, 'case');
  let editor: RunningEditor;
  let page: Page;

  beforeAll(async () => {
    mkdirSync(workspace);
    for (const [name, from] of Object.values(samples)) cpSync(join(fixtures, from), join(workspace, name));
    mkdirSync(join(workspace, 'bundle'));
    cpSync(join(fixtures, 'demo-bundle/evidence/bundle.zip'), join(workspace, 'bundle', 'bundle.zip'));
    writeFileSync(join(workspace, 'zoom_memlog_live.log'), line(0, 'vc::start_req(),  nothing'));
    editor = await startEditor({ vsix: await packedExtension(), settings: { 'editor.minimap.enabled': false } });
    page = await openWindow(editor, { folder: workspace });
    // Before the editor has read what the extension contributes, its commands and views are not to be found.
    await page.locator('.pane-header', { hasText: failures }).waitFor();
  }, 180_000);
  afterAll(async () => {
    await editor?.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  afterEach(async () => {
    for (const kept of ['Escape', 'Escape']) await page.keyboard.press(kept);
    await runCommand(page, 'View: Close All Editors');
  });

  const showProblems = (): Promise<void> => runCommand(page, 'Problems: Focus on Problems View');
  return {
    workspace,
    page: () => page,
    async open(options) {
      page = await openWindow(editor, options);
      return page;
    },
    async openFile(name) {
      await page.keyboard.press('Control+p');
      const box = page.locator('.quick-input-widget');
      await box.locator('input[type=text]').fill(name);
      await box.locator('.monaco-list-row', { hasText: name }).first().click();
      await page.locator('.tab.active', { hasText: name }).waitFor();
      await showProblems();
    },
    showProblems,
    async goToProblem(title) {
      await page.locator('.markers-panel-container .monaco-list-row', { hasText: title }).first().dblclick();
      await page.locator('.squiggly-error, .squiggly-warning').first().waitFor();
    },
    rowsWith: async (text) => (await problems(page)).filter((row) => row.toLowerCase().includes(text)),
  };
}
