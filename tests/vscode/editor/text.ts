/** What a test does with the text of the editor in front; as in workbench.ts, what reads gives what is in sight. */
import type { Locator, Page } from 'playwright-core';
import { until } from './until.ts';
import { plain } from './workbench.ts';

const front = (page: Page): Locator =>
  page.locator('.editor-group-container.active .editor-instance').filter({ visible: true }).first();

/** A place that shows nothing of its own when the mouse rests there. */
const rest = (page: Page): Promise<void> => page.mouse.move(0, 0);

/** The middle of what is small; the beginning of what is wide, as a line is as wide as the editor. */
async function pointAt(locator: Locator): Promise<{ readonly x: number; readonly y: number }> {
  await locator.first().waitFor({ state: 'attached' });
  const box = await locator.first().boundingBox();
  if (box === null) throw new Error(`${locator} is out of sight`);
  return { x: box.x + Math.min(box.width / 2, 12), y: box.y + box.height / 2 };
}

/**
 * Rests the mouse on something in the text (`page.locator('.squiggly-error')`, `lineOf(page, 4)`), and gives the text of the
 * hover when it is complete: it has come to rest, and holds `expected`.
 */
export async function hoverOn(page: Page, locator: Locator, expected = ''): Promise<string> {
  const hover = page.locator('.monaco-resizable-hover .monaco-hover').filter({ visible: true });
  await rest(page);
  await until('the hover before is gone', async () => (await hover.count()) === 0, 5_000);
  let before = '';
  let since = performance.now();
  let moved = Number.NEGATIVE_INFINITY;
  const read = async () => {
    const text = (await hover.allInnerTexts()).map(plain).join('\n');
    if (text !== before) since = performance.now();
    before = text;
    // An editor that is still busy overlooks the mouse, and text that moves slips away from under it.
    if (text === '' && performance.now() - moved > 2_500) {
      const { x, y } = await pointAt(locator);
      await rest(page);
      await page.mouse.move(x - 1, y);
      await page.mouse.move(x, y);
      moved = performance.now();
    }
    return text;
  };
  // Providers answer one after the other, and each adds to the hover.
  const isComplete = (text: string) =>
    text !== '' && !/^Loading/.test(text) && text.includes(expected) && performance.now() - since > 300;
  return until(`a hover${expected && ` with "${expected}"`} at ${locator}`, read, 15_000, isComplete);
}

/** The titles of the quick fixes there; with `choose`, that one is taken, else the menu is closed again. */
export async function quickFixes(page: Page, locator: Locator, choose?: string): Promise<string[]> {
  const rows = page.locator('.action-widget .monaco-list-row.action').filter({ visible: true });
  const none = page.locator('.monaco-editor-overlaymessage').filter({ visible: true });
  const close = async () => {
    await page.keyboard.press('Escape');
    await until('the menu closes', async () => (await rows.count()) === 0, 5_000);
  };
  await rest(page);
  // The key goes unheard while the menu before is still going, and the menu goes when the focus does.
  const open = async () => {
    const { x, y } = await pointAt(locator);
    await page.mouse.click(x, y);
    await page.keyboard.press('Control+.');
    await rows.or(none).first().waitFor({ timeout: 4_000 });
    return true;
  };
  await until(`the quick fixes at ${locator}`, open, 12_000);
  const titles = (await rows.allInnerTexts()).map(plain);
  if (choose === undefined) await close();
  else if (titles.includes(choose))
    await rows
      .filter({ has: page.getByText(choose, { exact: true }) })
      .first()
      .click();
  else {
    await close();
    throw new Error(`No quick fix "${choose}"; there are: ${JSON.stringify(titles)}`);
  }
  await until('the menu closes', async () => (await rows.count()) === 0, 5_000);
  return titles;
}

/** What the extension writes between the words of the text. */
export async function inlayHints(page: Page): Promise<string[]> {
  const hints = await front(page).locator('.view-line [class*="dyn-rule"]').allInnerTexts();
  return hints.map(plain).filter((text) => text !== '');
}

/** The lenses above lines; those above one line are one text, ` | ` between them. */
export async function codeLenses(page: Page): Promise<string[]> {
  const lenses = await front(page).locator('.codelens-decoration').filter({ visible: true }).allInnerTexts();
  return lenses.map(plain).filter((text) => text !== '');
}

interface Line {
  readonly number: number;
  readonly text: string;
}

/** How far down each number and each text lies, which is all that joins the two layers of a line. */
const layersOf = (page: Page) =>
  front(page).evaluate((editor) => {
    const read = (selector: string) =>
      [...editor.querySelectorAll(selector)].map((node): [string, string] => [node.style.top, node.textContent]);
    return { numbers: read('.margin-view-overlays > div'), texts: read('.view-lines > .view-line') };
  });

/** The lines in sight with their numbers; inlay hints are part of their texts. */
export async function visibleLines(page: Page): Promise<Line[]> {
  const { numbers, texts } = await layersOf(page);
  const textAt = new Map(texts);
  return numbers
    .map(([top, number]) => ({ number: Number(number), text: plain(textAt.get(top) ?? '') }))
    .filter(({ number }) => number > 0)
    .sort((a, b) => a.number - b.number);
}

/** The number of the first line in sight; null when there is no text. */
export const topLine = async (page: Page): Promise<number | null> => (await visibleLines(page))[0]?.number ?? null;

/** A line in sight, to hover on or to click. */
export async function lineOf(page: Page, number: number): Promise<Locator> {
  const { numbers } = await layersOf(page);
  const top = numbers.find(([, text]) => Number(text) === number)?.[0];
  if (top === undefined) {
    const seen = (await visibleLines(page)).map((line) => line.number);
    throw new Error(`line ${number} is out of sight; in sight are ${seen[0]} to ${seen.at(-1)}`);
  }
  return front(page).locator(`.view-lines > .view-line[style*="top: ${top};"]`);
}
