/** The packed extension in a real editor: logs that are too large for it, no folder, a file that goes; and inside its host. */
import { appendFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { hasEditor } from '../../../scripts/install/find-editor.ts';
import { failures, line, packedExtension, refused, soon, useCase } from './case.ts';
import { runInHost } from './host-tests.ts';
import { codeLenses, hoverOn } from './text.ts';
import { clickTreeRow, openView, problems, runCommand, shot } from './workbench.ts';

// A window may swallow a key while it is busy: what a user would do again is tried again.
describe.skipIf(!hasEditor())('in a real editor', { timeout: 120_000, retry: 2 }, () => {
  const { workspace, open, showProblems, rowsWith } = useCase();

  test.each([60, 200])('a log of %i MB: diagnostics, and the focus view', async (megabytes) => {
    const name = `zoom_memlog_${megabytes}.log`;
    const at = writeLarge(join(workspace, name), megabytes * 2 ** 20);
    const page = await open({ folder: workspace, file: join(workspace, name) });
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
    const page = await open({ file: join(workspace, 'zoom_ts_memlog_8864.log') });
    await showProblems();
    await soon(() => rowsWith('(network,')).not.toEqual([]);
    await runCommand(page, 'Zoomlog: Show Report');
    const body = page.frameLocator('iframe.webview.ready').frameLocator('#active-frame').locator('body');
    await soon(() => body.textContent()).toMatch(/1 diagnosis[\s\S]*Verdicts/);
  });

  test('a file that is deleted while it is open takes its rows along', async () => {
    writeFileSync(join(workspace, 'zoom_memlog_gone.log'), refused(1));
    const page = await open({ folder: workspace, file: join(workspace, 'zoom_memlog_gone.log') });
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
    const vsix = await packedExtension();
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
