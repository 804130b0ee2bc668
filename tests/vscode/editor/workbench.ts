/**
 * What a test does in a window around the text: commands, panels, trees, the status bar, the terminal. What reads gives
 * what is in sight at that moment, so a test polls it (`until`, `expect.poll`); what acts waits for its own effect.
 */
import { mkdirSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { until } from './until.ts';

/** A row of a list or tree; the list draws only those in sight, so the DOM alone does not tell how many there are. */
interface Row {
  readonly index: number;
  readonly isLast: boolean;
  readonly depth: number;
  readonly severity: string | null;
  readonly text: string;
}

/** Text as one line: the editor writes no-break spaces where the eye sees a space. */
export const plain = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** Picks the row of this label, whole, in the box that F1 opens. */
async function pick(page: Page, typed: string, label: string): Promise<void> {
  const box = page.locator('.quick-input-widget');
  const input = box.locator('input[type=text]');
  const rows = box.locator('.quick-input-list .monaco-list-row');
  // The first row is often another command that merely resembles it, or one used before.
  const row = rows.filter({ has: page.locator('.label-name').getByText(label, { exact: true }) }).first();
  // A window that is still starting does not hear the key, or takes the focus away, which closes the box.
  const attempt = async () => {
    if (!(await box.isVisible())) await page.keyboard.press('F1');
    await input.fill(typed, { timeout: 1_000 });
    const isThere = await row.waitFor({ timeout: 2_000 }).then(
      () => true,
      () => false,
    );
    if (!isThere) throw new Error(JSON.stringify((await rows.allInnerTexts()).map(plain)));
    await row.click({ timeout: 2_000 });
    return true;
  };
  await until(`"${label}" can be chosen after "${typed}" is typed`, attempt, 12_000);
  await box.waitFor({ state: 'hidden' });
}

/** Runs a command by its title in the command palette, with its category: `Zoomlog: Show Report`. */
export const runCommand = (page: Page, title: string): Promise<void> => pick(page, `>${title}`, title);

/** Shows a view, wherever it is docked, and expands it. */
export const openView = (page: Page, title: string): Promise<void> => pick(page, `view ${title}`, title);

/** What `textOf` needs of a node of the page; the checker of these files knows no DOM. */
interface PageNode {
  readonly data?: string;
  readonly childNodes: Iterable<PageNode>;
  readonly className?: unknown;
}

const readRows = (list: Locator): Promise<Row[]> =>
  list.locator('.monaco-list-rows > .monaco-list-row').evaluateAll((nodes) => {
    // Parts of a row that only a margin parts would touch in its text; a label is cut up where a search highlights it.
    const textOf = ({ data, childNodes, className }: PageNode): string =>
      data ?? [...childNodes].map(textOf).join(className === 'monaco-highlighted-label' ? '' : ' ');
    return nodes.map((node) => ({
      index: Number(node.getAttribute('data-index')),
      isLast: node.getAttribute('data-last-element') === 'true',
      depth: Number(node.getAttribute('aria-level') ?? 1) - 1,
      severity: node.querySelector('.marker-icon')?.className.match(/\b(?:error|warning|info)\b/)?.[0] ?? null,
      text: textOf(node),
    }));
  });

/** Goes down a list from its first row until `isFound` says so or the list ends; gives the rows it saw, in order. */
async function walk(list: Locator, isFound: (row: Row) => boolean = () => false): Promise<readonly Row[]> {
  const page = list.page();
  const box = await list.boundingBox();
  let rows = await readRows(list);
  /** A few rows on, or back; false when it is at its end. */
  const scroll = async (direction: 1 | -1): Promise<boolean> => {
    if (box === null) return false;
    const before = JSON.stringify(rows);
    await page.mouse.move(box.x + 4, box.y + box.height / 2);
    // However far the wheel is turned, it counts as one notch: 50 pixels, doubled by the settings of editor.ts.
    await page.mouse.wheel(0, direction * 120);
    for (let waited = 0; waited < 500 && JSON.stringify(rows) === before; waited += 20) {
      await page.waitForTimeout(20);
      rows = await readRows(list);
    }
    return JSON.stringify(rows) !== before;
  };
  while (rows.length > 0 && !rows.some(({ index }) => index === 0) && (await scroll(-1)));
  const seen = new Map<number, Row>();
  do for (const row of rows) seen.set(row.index, row);
  while (!rows.some((row) => row.isLast || isFound(row)) && rows.length > 0 && (await scroll(1)));
  const found = [...seen.values()].sort((a, b) => a.index - b.index);
  if (found.some(({ index }, place) => index !== place))
    throw new Error('The list was scrolled past some of its rows.');
  return found;
}

/** Rows as a text: two spaces for each level, then what stands in the row. */
const drawn = (rows: readonly Row[]): string[] =>
  rows.map(({ depth, severity, text }) => `${'  '.repeat(depth)}${plain(`${severity ?? ''} ${text}`)}`);

/** The rows of the Problems panel, which it opens: `some.log 2`, `  error what is wrong source code [Ln 1, Col 2]`. */
export async function problems(page: Page): Promise<string[]> {
  const panel = page.locator('.markers-panel-container');
  if (!(await panel.isVisible())) await openView(page, 'Problems');
  await panel.waitFor();
  const list = panel.locator('.monaco-list');
  return (await list.isVisible()) ? drawn(await walk(list)) : [];
}

/** The list of a view of a side bar or panel; the view is opened when it is out of sight or collapsed. */
async function treeOf(page: Page, viewTitle: string): Promise<Locator> {
  // A view that is alone in its container hides its header, so the title is there but out of sight.
  const pane = page
    .locator('.pane')
    .filter({ has: page.locator('.pane-header .title').getByText(viewTitle, { exact: true }) });
  const list = pane.locator('.pane-body .monaco-list').first();
  const isOpen = () => pane.first().locator('.pane-body').isVisible();
  if (!(await isOpen())) await openView(page, viewTitle);
  await until(`the view "${viewTitle}" is open`, isOpen);
  return list;
}

/** The rows of a tree view by its title, such as `fruit`, `  pear ripe`. */
export async function treeRows(page: Page, viewTitle: string): Promise<string[]> {
  const list = await treeOf(page, viewTitle);
  return (await list.isVisible()) ? drawn(await walk(list)) : [];
}

/** Clicks the first row that holds the text. */
export async function clickTreeRow(page: Page, viewTitle: string, text: string): Promise<void> {
  const list = await treeOf(page, viewTitle);
  const isIt = (row: Row) => plain(row.text).includes(text);
  const rows = await until(
    `a row of "${viewTitle}" holds "${text}"`,
    () => walk(list, isIt),
    10_000,
    (seen) => seen.some(isIt),
  );
  await list.locator(`.monaco-list-row[data-index="${rows.find(isIt)!.index}"]`).click();
}

export const outlineRows = (page: Page): Promise<string[]> => treeRows(page, 'Outline');

const texts = async (locator: Locator): Promise<string[]> =>
  (await locator.filter({ visible: true }).allInnerTexts()).map(plain).filter((text) => text !== '');

/** The items of the status bar, from left to right; an item that is an icon alone is left out. */
export const statusbar = (page: Page): Promise<string[]> => texts(page.locator('.part.statusbar .statusbar-item'));

/** The messages that stand at the lower right. */
export const notifications = (page: Page): Promise<string[]> =>
  texts(page.locator('.notifications-toasts .notification-list-item-message'));

/** What the terminal in front shows, without blank lines at its end. */
export async function terminalText(page: Page): Promise<string> {
  const lines = await page.locator('.terminal-wrapper.active .xterm-rows > div').allInnerTexts();
  return lines.join('\n').replaceAll('\u00a0', ' ').trimEnd();
}

export const clipboard = (page: Page): Promise<string> => page.evaluate('navigator.clipboard.readText()');

let shots: string | undefined;

/** Writes a picture of the window to `ZOOMLOG_SHOTS`, or else to a new temporary folder, and prints and gives its path. */
export async function shot(page: Page, name: string): Promise<string> {
  shots ??= process.env.ZOOMLOG_SHOTS || mkdtempSync(join(tmpdir(), 'zoomlog-shots-'));
  mkdirSync(shots, { recursive: true });
  const path = join(shots, `${name}.png`);
  await page.screenshot({ path });
  console.log(`picture: ${path}`);
  return path;
}
