/** Each class of failure in the packed extension, in a real editor, as a user sees it. */
import type { Page } from 'playwright-core';
import { beforeEach, describe, expect, test } from 'vitest';
import { hasEditor } from '../../../scripts/install/find-editor.ts';
import { failures, samples, soon, useCase } from './case.ts';
import { codeLenses, hoverOn, quickFixes } from './text.ts';
import { openView, shot, statusbar, treeRows } from './workbench.ts';

// A window may swallow a key while it is busy: what a user would do again is tried again.
describe.skipIf(!hasEditor())('in a real editor', { timeout: 120_000, retry: 2 }, () => {
  const { page: front, openFile, goToProblem, rowsWith } = useCase();
  let page: Page;
  beforeEach(() => {
    page = front();
  });

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
});
