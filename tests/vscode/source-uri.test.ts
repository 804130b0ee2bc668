/** Paths and URIs: there and back. */
import { describe, expect, test } from 'vitest';
import {
  nameOfPage,
  pathOf,
  plainPath,
  shownText,
  uriOfPage,
  uriOfSource,
  uriOfWindow,
} from '../../packages/vscode/src/source-uri.ts';

const paths: readonly [platform: NodeJS.Platform, path: string][] = [
  ['linux', '/logs/zoom_memlog_1.log'],
  ['linux', '/a folder/100% sure #1?/zürich-日本.log'],
  ['linux', '/logs/bundle.zip!/AppData/Roaming/Zoom/installer.txt'],
  ['linux', '/logs/outer.zip!/inner.zip!/a.log'],
  ['linux', '/Important!/a.log'],
  ['linux', '/logs/app.log:1-2'],
  ['linux', '/c:/odd/back\\slash.log'],
  ['darwin', '/Users/user\u0301/Library/Logs/zoom.us/a b.log'],
  ['win32', 'c:/Users/alice/AppData/Roaming/Zoom/logs/a.log'],
  ['win32', 'c:/Users/user Öz/100% #1/a.log'],
  ['win32', 'c:/logs/app.log:stream'],
  ['win32', 'c:/logs/bundle.zip!/Windows/a.log'],
  ['win32', '//server/share/bundle.zip!/a.log'],
  ['win32', '//server/profiles$/a.log'],
];

describe.each(paths)('%s: %s', (platform, path) => {
  test('as a file and as what is packed', () => {
    for (const packed of [true, false]) {
      const shown = { path, packed, first: 1, indent: 0, lines: null };
      expect(shownText(uriOfSource(path, packed), platform)).toEqual(shown);
    }
    expect(pathOf(uriOfSource(path, true), platform)).toBe(path);
  });

  test('in a window', () => {
    for (const packed of [true, false]) {
      const window = uriOfWindow({ path, packed, first: 12, last: 3400 });
      expect(shownText(window, platform)).toMatchObject({ path, packed, first: 12, lines: 3389, indent: 7 });
    }
  });
});

test.each([
  'file:///c%3A/Users/user%20%C3%96z/a.log',
  'file:///C%3A/Users/user%20%C3%96z/a.log',
  'file:///c:/Users/user%20Öz/a.log',
  'file:///C:/Users/user Öz/a.log',
  'zoomlog-archive:/C:/Users/user%20%C3%96z/a.log',
])('one drive however it is written: %s', (uri) => {
  expect(shownText(uri, 'win32')).toMatchObject({ path: 'c:/Users/user Öz/a.log' });
});

test('paths are compared in one form', () => {
  expect(plainPath('C:\\Users\\alice', 'win32')).toBe('c:/Users/alice');
  expect(plainPath('\\\\server\\share\\a', 'win32')).toBe('//server/share/a');
  expect(plainPath('/odd\\name', 'linux')).toBe('/odd\\name');
  expect(uriOfSource('C:/Users/alice/a.log', false)).toBe('file:///c%3A/Users/alice/a.log');
  expect(uriOfSource('//server/share/a.log', false)).toBe('file://server/share/a.log');
});

test('texts on no disk, pages, and what is no window', () => {
  expect(uriOfSource('untitled:Untitled-1', false)).toBe('untitled:Untitled-1');
  expect(shownText('untitled:Untitled-1')).toMatchObject({ path: 'untitled:Untitled-1' });
  expect(shownText(uriOfPage('explain 5003'))).toBeNull();
  expect(nameOfPage(uriOfPage('explain 50% of "x"'))).toBe('explain 50% of "x"');
  expect(shownText('zoomlog-focus:/a.log')).toBeNull();
});

test('half of a surrogate pair in a name of Windows costs no exception', () => {
  for (const packed of [true, false]) expect(uriOfSource('c:/logs/\ud800.log', packed)).toMatch(/%EF%BF%BD\.log$/);
});
