/** Paths and URIs: there and back. */
import { expect, test } from 'vitest';
import {
  nameOfPage,
  pathOf,
  plainPath,
  shownText,
  uriOfPage,
  uriOfSource,
  uriOfWindow,
} from '../packages/vscode/src/source-uri.ts';

const paths = [
  '/logs/zoom_memlog_1.log',
  '/a folder/100% sure #1?/zürich-日本.log',
  '/logs/bundle.zip!/AppData/Roaming/Zoom/installer.txt',
  '/logs/outer.zip!/inner.zip!/a.log',
  '/Important!/a.log',
  '/logs/app.log:1-2',
  'c:/Users/alice/AppData/Roaming/Zoom/logs/a.log',
  '//server/share/bundle.zip!/a.log',
];

test.each(paths)('%s', (path) => {
  for (const packed of [true, false]) {
    const window = uriOfWindow({ path, packed, first: 12, last: 3400 });
    expect(shownText(window)).toMatchObject({ path, packed, first: 12, lines: 3389, indent: 7 });
  }
  expect(shownText(uriOfSource(path, true))).toEqual({ path, packed: true, first: 1, indent: 0, lines: null });
  expect(pathOf(uriOfSource(path, true))).toBe(path);
});

test.each(paths.filter((path) => !path.startsWith('c:')))('%s as a file', (path) => {
  expect(shownText(uriOfSource(path, false))).toMatchObject({ path, packed: false });
});

test('a drive is written in one way', () => {
  expect(plainPath('C:/Users/alice')).toBe('c:/Users/alice');
  expect(shownText('zoomlog-archive:/C:/logs/b.zip!/a.log')).toMatchObject({ path: 'c:/logs/b.zip!/a.log' });
});

test('texts on no disk, pages, and what is no window', () => {
  expect(uriOfSource('untitled:Untitled-1', false)).toBe('untitled:Untitled-1');
  expect(shownText('untitled:Untitled-1')).toMatchObject({ path: 'untitled:Untitled-1' });
  expect(shownText(uriOfPage('explain 5003'))).toBeNull();
  expect(nameOfPage(uriOfPage('explain 50% of "x"'))).toBe('explain 50% of "x"');
  expect(shownText('zoomlog-focus:/a.log')).toBeNull();
});
