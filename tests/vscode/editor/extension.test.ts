/** The packed extension in a real editor, as a user sees it. */
import { appendFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { beforeEach, describe, expect, test } from 'vitest';
import { hasEditor } from '../../../scripts/install/find-editor.ts';
import { failures, refused, soon, useCase } from './case.ts';
import { hoverOn, inlayHints, quickFixes, visibleLines } from './text.ts';
import { until } from './until.ts';
import {
  clickTreeRow,
  clipboard,
  notifications,
  openView,
  outlineRows,
  runCommand,
  shot,
  statusbar,
  terminalText,
  treeRows,
} from './workbench.ts';

/** Pictures for the README, when a folder for them is named. */
async function picture(page: Page, name: string): Promise<void> {
  await shot(page, name);
  const folder = process.env.ZOOMLOG_PICTURES;
  if (folder) await page.screenshot({ path: join(folder, `${name}.webp`), type: 'webp', quality: 50 });
}

// A window may swallow a key while it is busy: what a user would do again is tried again.
describe.skipIf(!hasEditor())('in a real editor', { timeout: 120_000, retry: 2 }, () => {
  const { workspace, page: front, openFile, goToProblem, rowsWith } = useCase();
  let page: Page;
  beforeEach(() => {
    page = front();
  });

  /** Runs a command that asks in the box in which it was chosen. */
  async function ask(command: string, title: string): Promise<void> {
    await page.keyboard.press('F1');
    const box = page.locator('.quick-input-widget');
    await box.locator('input[type=text]').fill(`>Zoomlog: ${command}`);
    await box.locator('.monaco-list-row', { hasText: command }).first().click();
    await box.locator('.quick-input-title', { hasText: title }).waitFor();
  }

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
});
