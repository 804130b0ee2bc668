/** The packed extension in a real editor, as a user sees it. */
import { appendFileSync, cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FailureClass } from '@zoomlog/parser';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { packageExtension } from '../../../scripts/extension/package-extension.ts';
import { hasEditor } from '../../../scripts/install/find-editor.ts';
import { fixtures } from '../../helpers/places.ts';
import { openWindow, type RunningEditor, startEditor } from './editor.ts';
import { runInHost } from './host-tests.ts';
import { codeLenses, hoverOn, inlayHints, quickFixes, visibleLines } from './text.ts';
import { until } from './until.ts';
import {
  clickTreeRow,
  clipboard,
  notifications,
  openView,
  outlineRows,
  problems,
  runCommand,
  shot,
  statusbar,
  terminalText,
  treeRows,
} from './workbench.ts';

const failures = 'Zoom failures';
const soon = <T>(read: () => T | Promise<T>) => expect.poll(read, { timeout: 20_000 });

/** One file of each class that a single file can show, under a name of its own. */
const samples: Readonly<Partial<Record<FailureClass, readonly [name: string, from: string, title: string]>>> = {
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

/** Pictures for the README, when a folder for them is named. */
async function picture(page: Page, name: string): Promise<void> {
  await shot(page, name);
  const folder = process.env.ZOOMLOG_PICTURES;
  if (folder) await page.screenshot({ path: join(folder, `${name}.jpg`), type: 'jpeg', quality: 50 });
}

const line = (second: number, message: string): string =>
  `02/17/2025 16:40:${String(second % 60).padStart(2, '0')}:009\tZOOM\t[512:9013:41288]\tINFO\t${message}, this = 0x00c4d200\n`;
const refused = (second: number): string =>
  line(second, 'vc::on_ping_confirm_cli(),  start,  result: 104103,  top_mmr: ');

// A window may swallow a key while it is busy: what a user would do again is tried again.
describe.skipIf(!hasEditor())('in a real editor', { timeout: 120_000, retry: 2 }, () => {
  let folder: string;
  let workspace: string;
  let editor: RunningEditor;
  let page: Page;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'zoomlog-'));
    workspace = join(folder, 'case');
    mkdirSync(workspace);
    for (const [name, from] of Object.values(samples)) cpSync(join(fixtures, from), join(workspace, name));
    mkdirSync(join(workspace, 'bundle'));
    cpSync(join(fixtures, 'demo-bundle/evidence/bundle.zip'), join(workspace, 'bundle', 'bundle.zip'));
    writeFileSync(join(workspace, 'zoom_memlog_live.log'), line(0, 'vc::start_req(),  nothing'));
    const vsix = await packageExtension(join(folder, 'zoomlog.vsix'));
    editor = await startEditor({ vsix, settings: { 'editor.minimap.enabled': false } });
    page = await openWindow(editor, { folder: workspace });
    // Before the editor has read what the extension contributes, its commands and views are not to be found.
    await page.locator('.pane-header', { hasText: 'Zoom failures' }).waitFor();
  }, 120_000);
  afterAll(async () => {
    await editor?.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  afterEach(async () => {
    for (const kept of ['Escape', 'Escape']) await page.keyboard.press(kept);
    await runCommand(page, 'View: Close All Editors');
  });

  /** Opens a file of the workspace by its name, and the Problems panel beside it. */
  async function openFile(name: string): Promise<void> {
    await page.keyboard.press('Control+p');
    const box = page.locator('.quick-input-widget');
    await box.locator('input[type=text]').fill(name);
    await box.locator('.monaco-list-row', { hasText: name }).first().click();
    await page.locator('.tab.active', { hasText: name }).waitFor();
    await showProblems();
  }

  /** Runs a command that asks in the box in which it was chosen. */
  async function ask(command: string, title: string): Promise<void> {
    await page.keyboard.press('F1');
    const box = page.locator('.quick-input-widget');
    await box.locator('input[type=text]').fill(`>Zoomlog: ${command}`);
    await box.locator('.monaco-list-row', { hasText: command }).first().click();
    await box.locator('.quick-input-title', { hasText: title }).waitFor();
  }

  const showProblems = (): Promise<void> => runCommand(page, 'Problems: Focus on Problems View');

  /** Goes to a problem, so that its line is in sight. */
  async function goToProblem(title: string): Promise<void> {
    await page.locator('.markers-panel-container .monaco-list-row', { hasText: title }).first().dblclick();
    await page.locator('.squiggly-error, .squiggly-warning').first().waitFor();
  }

  const rowsWith = async (text: string): Promise<string[]> =>
    (await problems(page)).filter((row) => row.toLowerCase().includes(text));

  test.each(Object.entries(samples))(
    '%s: squiggle, row, hover, quick fix, lens, tree',
    async (name, [file, , title]) => {
      await openFile(file);
      await soon(() => rowsWith(title)).not.toEqual([]);
      const [row] = await rowsWith(`(${name},`);
      expect(row).toBeDefined();
      await goToProblem(`(${name},`);
      const squiggle = page.locator('.squiggly-error, .squiggly-warning').first();
      expect(await hoverOn(page, squiggle, 'What to do')).toContain('confidence');
      const fixes = await quickFixes(page, squiggle);
      expect(fixes).toContain('Copy all fix steps');
      await page.keyboard.press('Escape');
      await soon(() => codeLenses(page)).toContainEqual(expect.stringContaining('explain'));
      await openView(page, failures);
      await soon(() => treeRows(page, failures)).toContainEqual(expect.stringMatching(new RegExp(`^\\s*${name} `)));
      // What has no language of its own gets ours.
      if (!/\.(?:json|xml)$/.test(file)) await soon(() => statusbar(page)).toContain('Zoom log');
      await shot(page, `class-${name}`);
    },
  );

  test("the editor's own measure of the activation", async () => {
    await openFile('zoom_memlog_live.log');
    await runCommand(page, 'Developer: Show Running Extensions');
    const row = page.locator('.runtime-extensions-editor .monaco-list-row', { hasText: 'zoomlog' }).first();
    await soon(() => row.textContent()).toMatch(/\d+ms/);
    console.log(`activation: ${/\d+ms/.exec((await row.textContent())!)![0]}`);
  });

  test('what grows on disk adds a row', async () => {
    await openFile('zoom_memlog_live.log');
    await page.locator('.view-line', { hasText: 'nothing' }).first().waitFor();
    const start = performance.now();
    appendFileSync(join(workspace, 'zoom_memlog_live.log'), refused(1));
    await until('a row', async () => (await rowsWith('could not connect')).length > 0, 10_000);
    console.log(`from a line on disk to its row: ${Math.round(performance.now() - start)} ms`);
    await goToProblem('could not connect');
    const mark = page.locator('.squiggly-error').first();
    const textLine = page.locator('.view-line', { hasText: '104103' }).first();
    // The mark stands on its line, though its row came before the text.
    await soon(async () => (await mark.boundingBox())!.y - (await textLine.boundingBox())!.y).toBeLessThan(15);
    await shot(page, 'growing');
  });

  test('a quick fix puts its command into a terminal, and does not run it', async () => {
    await openFile('zoom_stdout_stderr.log');
    await goToProblem('(tls-clock,');
    const squiggle = page.locator('.squiggly-error, .squiggly-warning').first();
    const fix = (await quickFixes(page, squiggle)).find((title) => title.startsWith('Paste into terminal'))!;
    await page.keyboard.press('Escape');
    await quickFixes(page, squiggle, fix);
    await soon(() => terminalText(page)).toMatch(/timedatectl|chronyc|openssl/);
    await page.waitForTimeout(1_000);
    const text = (await terminalText(page)).trimEnd();
    // Nothing came after what was typed.
    expect(text.split('\n').at(-1)).toMatch(/timedatectl|chronyc|openssl|\S$/);
    expect(text).not.toMatch(/Local time|Reference ID|issuer=|command not found/);
    await picture(page, 'terminal');
    await runCommand(page, 'Terminal: Kill the Active Terminal Instance');
  });

  test('a ticket for the network team is copied', async () => {
    await openFile('zoom_ts_memlog_7720.log');
    await goToProblem('(firewall,');
    const squiggle = page.locator('.squiggly-error, .squiggly-warning').first();
    await quickFixes(page, squiggle, 'Copy a ticket for the network team');
    await soon(() => clipboard(page)).toMatch(/^Zoom: [\s\S]+Evidence:/);
  });

  test('inlay hints, outline, status bar', async () => {
    await openFile('zoom_ts_memlog_8864.log');
    await goToProblem('(network,');
    await soon(() => inlayHints(page)).toContainEqual(expect.stringMatching(/^‹.+›$/));
    await hoverOn(page, page.locator('.squiggly-error').first(), 'What to do');
    await picture(page, 'diagnosis');
    await openView(page, 'Outline');
    await soon(() => outlineRows(page)).toContainEqual(expect.stringContaining('attempt'));
    expect(await statusbar(page)).toContainEqual(expect.stringMatching(/^Zoom \d+ \d+/));
    await shot(page, 'outline');
  });

  test('a bundle: scanned, in the view, its evidence in a zip opened at its line, its report', async () => {
    await runCommand(page, 'Zoomlog: Scan Workspace');
    await soon(() => notifications(page)).toContainEqual(expect.stringMatching(/case: \d+ sources, \d+ diagnoses/));
    await openView(page, failures);
    await soon(() => treeRows(page, failures)).toContainEqual(expect.stringContaining('case'));
    const drop = "This machine's firewall drops Zoom's outbound traffic";
    await clickTreeRow(page, failures, drop);
    await page.locator('.tab.active', { hasText: 'pfirewall.log' }).waitFor();
    await page.locator('.squiggly-error').first().waitFor();
    expect((await visibleLines(page)).some(({ text }) => text.includes('DROP'))).toBe(true);
    expect(await hoverOn(page, page.locator('.squiggly-error').first(), 'What to do')).toContain('firewall');
    await picture(page, 'archive');
    await runCommand(page, 'Zoomlog: Show Report');
    const body = page.frameLocator('iframe.webview.ready').frameLocator('#active-frame').locator('body');
    await soon(() => body.textContent()).toMatch(/Verdicts[\s\S]*Sources/);
    await shot(page, 'report');
    await body.locator('a', { hasText: 'pfirewall.log:' }).first().click();
    // The report has a group of its own, and each group an active tab.
    await page.locator('.editor-group-container.active .tab.active', { hasText: 'pfirewall.log' }).waitFor();
  });

  test('watch live: news are told, the status bar counts, and it can be stopped', async () => {
    await openView(page, failures);
    await ask('Watch Live', 'What to watch?');
    await page.locator('.quick-input-widget .monaco-list-row', { hasText: 'case' }).first().click();
    await soon(() => statusbar(page)).toContainEqual(expect.stringMatching(/^Zoom \d+ \d+ \d+$/));
    await runCommand(page, 'Notifications: Clear All Notifications');
    writeFileSync(join(workspace, 'zoom_memlog_news.log'), refused(1).replace('104103', '104118'));
    // What stood there was no news; this is, under whatever cause it is explained by.
    await soon(() => notifications(page)).toEqual([expect.stringMatching(/^Zoomlog: /)]);
    await shot(page, 'watch');
    await runCommand(page, 'Zoomlog: Stop Watching');
    await soon(() => statusbar(page)).toContainEqual(expect.stringMatching(/^Zoom \d+ \d+$/));
  });

  test('explain: from the list, or whatever is typed', async () => {
    await ask('Explain Code', 'Explain a code');
    await page.locator('.quick-input-widget input[type=text]').fill('104103');
    await page.keyboard.press('Enter');
    const body = page.frameLocator('iframe.webview.ready').frameLocator('#active-frame').locator('body');
    await soon(() => body.textContent()).toMatch(/104103[\s\S]*Cause 1/);
    await shot(page, 'explain');
  });

  test.each([60, 200])('a log of %i MB: diagnostics, and the focus view', async (megabytes) => {
    const name = `zoom_memlog_${megabytes}.log`;
    const at = writeLarge(join(workspace, name), megabytes * 2 ** 20);
    page = await openWindow(editor, { folder: workspace, file: join(workspace, name) });
    // The editor itself takes a while for so much text.
    await expect.poll(() => showProblems().then(() => true), { timeout: 60_000 }).toBe(true);
    await expect.poll(() => rowsWith('(firewall,'), { timeout: 60_000 }).not.toEqual([]);
    await openView(page, failures);
    await clickTreeRow(page, failures, 'could not connect');
    await page
      .locator('.view-line', { hasText: `${at} │` })
      .first()
      .waitFor();
    await soon(() => codeLenses(page)).toContainEqual(expect.stringContaining('explain'));
    expect(await hoverOn(page, page.locator('.squiggly-error').first(), 'What to do')).toContain('104103');
    await shot(page, `large-${megabytes}`);
    rmSync(join(workspace, name));
  });

  test('it works with no folder open', async () => {
    page = await openWindow(editor, { file: join(workspace, 'zoom_ts_memlog_8864.log') });
    await showProblems();
    await soon(() => rowsWith('(network,')).not.toEqual([]);
    await runCommand(page, 'Zoomlog: Show Report');
    const body = page.frameLocator('iframe.webview.ready').frameLocator('#active-frame').locator('body');
    await soon(() => body.textContent()).toMatch(/1 diagnosis[\s\S]*Verdicts/);
  });

  test('a file that is deleted while it is open takes its rows along', async () => {
    writeFileSync(join(workspace, 'zoom_memlog_gone.log'), refused(1));
    page = await openWindow(editor, { folder: workspace, file: join(workspace, 'zoom_memlog_gone.log') });
    await showProblems();
    await soon(() => rowsWith('could not connect')).not.toEqual([]);
    rmSync(join(workspace, 'zoom_memlog_gone.log'));
    await soon(async () => (await problems(page)).filter((row) => row.includes('gone'))).toEqual([]);
  });
});

test.skipIf(!hasEditor())('inside the extension host', { timeout: 120_000, retry: 1 }, async () => {
  const folder = mkdtempSync(join(tmpdir(), 'zoomlog-'));
  try {
    mkdirSync(join(folder, 'case'));
    writeFileSync(join(folder, 'case', 'zoom_memlog_live.log'), refused(1));
    const vsix = await packageExtension(join(folder, 'zoomlog.vsix'));
    const testsPath = join(import.meta.dirname, 'in-host.ts');
    const { lines, code } = await runInHost({
      extension: { vsix },
      testsPath,
      folder: join(folder, 'case'),
      milliseconds: 90_000,
    });
    expect(code, lines.join('\n')).toBe(0);
    const told = lines.join('\n');
    expect(told).toContain('active before a log is open: false');
    expect(told).toContain('language: zoomlog');
    expect(told).toContain('diagnostic: 104103');
    expect(told).toMatch(/symbols: [1-9]/);
    expect(told).toContain('malformed settings are passed over');
    console.log(lines.filter((one) => / ms$/.test(one)).join('; '));
  } finally {
    rmSync(folder, { recursive: true });
  }
});

/** A log with one failure in its middle; returns its line. */
function writeLarge(path: string, size: number): number {
  const block = line(0, 'vc::start_req(),  nothing to say of it').repeat(10_000);
  const blocks = Math.ceil(size / block.length);
  const half = blocks >> 1;
  writeFileSync(path, '');
  for (let k = 0; k < blocks; k++) appendFileSync(path, k === half ? refused(1) + block : block);
  return half * 10_000 + 1;
}
