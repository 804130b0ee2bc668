/** Proves the driver by an extension made for it: whatever is there is seen, and nothing is left behind. */
import {
  appendFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createVSIX } from '@vscode/vsce';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { hasEditor } from '../../../scripts/install/find-editor.ts';
import { openWindow, type RunningEditor, startEditor } from './editor.ts';
import { runInHost } from './host-tests.ts';
import { writeSampleExtension } from './sample-extension.ts';
import { codeLenses, hoverOn, inlayHints, lineOf, quickFixes, topLine, visibleLines } from './text.ts';
import { until } from './until.ts';
import {
  clickTreeRow,
  clipboard,
  notifications,
  outlineRows,
  problems,
  runCommand,
  shot,
  statusbar,
  terminalText,
  treeRows,
} from './workbench.ts';

const soon = <T>(read: () => T | Promise<T>) => expect.poll(read, { timeout: 15_000 });

describe.runIf(hasEditor())('the driver of the editor', { timeout: 60_000, retry: 2 }, () => {
  let folder: string;
  let editor: RunningEditor;
  let page: Page;
  const at = (name: string) => join(folder, name);

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'zoomlog-driver-'));
    vi.stubEnv('ZOOMLOG_SHOTS', process.env.ZOOMLOG_SHOTS || at('shots'));
    // Every fifth line is bad: more of them than a panel shows at once.
    const lines = Array.from({ length: 200 }, (_, i) => (i % 5 === 3 ? `line ${i + 1} is bad here` : `line ${i + 1}`));
    mkdirSync(at('workspace'));
    writeFileSync(at('workspace/some.sample'), `${lines.join('\n')}\n`);
    writeSampleExtension(at('extension'));
    const info = vi.spyOn(console, 'log').mockReturnValue();
    await createVSIX({ cwd: at('extension'), packagePath: at('sample.vsix'), dependencies: false });
    info.mockRestore();
    editor = await startEditor({ vsix: at('sample.vsix'), settings: { 'editor.minimap.enabled': false } });
    page = await openWindow(editor, { folder: at('workspace'), file: at('workspace/some.sample') });
  }, 60_000);

  afterAll(async () => {
    await editor?.stop();
    vi.unstubAllEnvs();
    rmSync(folder, { recursive: true, force: true });
  });

  test('problems, also those that the panel has to be scrolled to', async () => {
    await soon(async () => (await problems(page)).length).toBe(41);
    const rows = await problems(page);
    expect(rows[0]).toBe('some.sample 40');
    expect(rows[1]).toBe('  error a bad word in line 4 sample bad-word [Ln 4, Col 11]');
    expect(rows.at(-1)).toBe('  error a bad word in line 199 sample bad-word [Ln 199, Col 13]');
  });

  test('lines, hints and lenses', async () => {
    await soon(() => inlayHints(page)).toContain('hint of line 4');
    await soon(() => codeLenses(page)).toEqual(['lens above']);
    expect((await visibleLines(page)).slice(0, 4)).toEqual([
      { number: 1, text: 'line 1' },
      { number: 2, text: 'line 2' },
      { number: 3, text: 'line 3' },
      { number: 4, text: 'line 4 is bad herehint of line 4' },
    ]);
    expect(await topLine(page)).toBe(1);
  });

  test('hovers', async () => {
    const squiggle = page.locator('.squiggly-error').first();
    const text = await hoverOn(page, squiggle, 'hover of line 4');
    expect(text).toMatch(/^a bad word in line 4 ?sample\(bad-word\) hover of line 4/);
    expect(await hoverOn(page, await lineOf(page, 2))).toBe('hover of line 2');
    await expect(lineOf(page, 150)).rejects.toThrow(/^line 150 is out of sight; in sight are 1 to \d+$/);
  });

  test('a file that grows on the disk', async () => {
    appendFileSync(at('workspace/some.sample'), 'bad news\n');
    await soon(async () => (await problems(page)).at(-1)).toBe(
      '  error a bad word in line 201 sample bad-word [Ln 201, Col 1]',
    );
  });

  test('quick fixes', async () => {
    const squiggle = page.locator('.squiggly-error').first();
    expect(await quickFixes(page, squiggle)).toEqual(['Say good']);
    await expect(quickFixes(page, squiggle, 'Say better')).rejects.toThrow('there are: ["Say good"]');
    expect(await quickFixes(page, squiggle, 'Say good')).toEqual(['Say good']);
    await soon(async () => (await visibleLines(page))[3]?.text).toBe('line 4 is good here');
    await soon(async () => (await problems(page))[0]).toBe('some.sample 40');
    expect(await quickFixes(page, await lineOf(page, 2))).toEqual([]);
  });

  test('trees and the outline', async () => {
    expect(await treeRows(page, 'Samples')).toEqual(['fruit', '  apple', '  pear ripe']);
    await clickTreeRow(page, 'Samples', 'pear');
    await soon(() => notifications(page)).toEqual(['You chose pear']);
    await clickTreeRow(page, 'Samples', 'fruit');
    await soon(() => treeRows(page, 'Samples')).toEqual(['fruit']);
    await soon(async () => (await outlineRows(page)).slice(0, 2)).toEqual([
      'symbol 9 a detail 1',
      'symbol 14 a detail 1',
    ]);
  });

  test('commands, the terminal, the clipboard and the status bar', async () => {
    await runCommand(page, 'Sample: Type Without Running');
    await soon(() => terminalText(page)).toMatch(/^\S* ?[#$] echo typed, not run$/);
    await runCommand(page, 'Sample: Copy');
    await soon(() => clipboard(page)).toBe('copied by the sample');
    expect(await statusbar(page)).toContain('sample ready');
  });

  test('pictures', async () => {
    expect(statSync(await shot(page, 'driver')).size).toBeGreaterThan(10_000);
  });

  test('what does not come is said, with what was there instead', async () => {
    await expect(
      until(
        'a pear',
        () => ['apple'],
        100,
        (seen) => seen.includes('pear'),
      ),
    ).rejects.toThrow('a pear: not within 0.1 s; seen last: ["apple"]');
    await expect(startEditor({ vsix: at('no.vsix') })).rejects.toThrow(/no\.vsix is not installed[\s\S]*It printed:/);
  });

  test('stopped, it leaves no process and no file', async () => {
    await editor.stop();
    const left = () =>
      readdirSync('/proc').filter((name) => {
        try {
          return /^\d+$/.test(name) && readFileSync(`/proc/${name}/environ`, 'utf8').includes(editor.folder);
        } catch {
          return false; // Ended meanwhile, or another user's.
        }
      });
    // The shell in the terminal learns of it a moment later.
    await soon(left).toEqual([]);
    expect(existsSync(editor.folder)).toBe(false);
  });

  test('tests inside the extension host', async () => {
    const tests = `
      const vscode = require('vscode');
      exports.run = async () => {
        await vscode.extensions.getExtension('zoomlog.driver-sample').activate();
        console.log('activated in', vscode.workspace.name);
        if (process.env.SAMPLE_FAILS) throw new Error('asked to fail');
      };`;
    writeFileSync(at('tests.cjs'), tests);
    const options = { testsPath: at('tests.cjs'), folder: at('workspace') };
    expect(await runInHost({ ...options, extension: { vsix: at('sample.vsix') } })).toEqual({
      lines: ['activated in workspace'],
      code: 0,
    });
    vi.stubEnv('SAMPLE_FAILS', '1');
    const failed = await runInHost({ ...options, extension: { folder: at('extension') } });
    vi.unstubAllEnvs();
    expect(failed.code).toBe(1);
    expect(failed.lines.slice(0, 2)).toEqual(['activated in workspace', 'Error: asked to fail']);
  });
});
