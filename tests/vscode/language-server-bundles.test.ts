/** How bundles come and go while the editor's tabs do: what is open is known, followed, and shown once. */
import { appendFileSync, copyFileSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, expect, test } from 'vitest';
import * as protocol from '../../packages/vscode/src/protocol.ts';
import { uriOfSource, uriOfWindow, windowAround } from '../../packages/vscode/src/source-uri.ts';
import { zipOf as zipOfEntries } from '../../scripts/make-archive.ts';
import { type Editor, openEditor } from '../helpers/language-client.ts';
import { fixtures } from '../helpers/places.ts';

const client = (second: number, message: string): string =>
  `02/17/2025 16:40:${String(second).padStart(2, '0')}:009\tZOOM\t[512:9013:41288]\tINFO\t${message}, this = 0x00c4d200\n`;
const refused = (second: number, code = '104103'): string =>
  client(second, `vc::on_ping_confirm_cli(),  start,  result: ${code},  top_mmr: `);

const zipOf = (files: Readonly<Record<string, string>>): Buffer =>
  zipOfEntries(Object.entries(files).map(([name, text]) => ({ name, data: Buffer.from(text) })));

let editor: Editor;
let folder: string;
let log: string;
let uri: string;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'zoomlog-'));
  mkdirSync(join(folder, 'logs'));
  log = join(folder, 'logs', 'zoom_memlog_1.log');
  uri = uriOfSource(log, false);
  writeFileSync(log, refused(1));
  editor = await openEditor();
});
afterEach(async () => {
  await editor.close();
  rmSync(folder, { recursive: true, force: true });
});

const rows = (count: number): Promise<void> =>
  editor.until(`${count} rows`, () => editor.problems(uri).length === count);
const bundles = (count: number): Promise<void> =>
  editor.until(`${count} bundles`, () => editor.bundles().length === count);
const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

test('a bundle that is removed while its file is open: the file stays known and followed', async () => {
  await editor.show(uri);
  await rows(1);
  const { id } = await editor.scan(folder);
  await editor.connection.sendRequest(protocol.removeBundle, { bundle: id });
  await editor.until(
    'one of its own',
    () =>
      editor
        .bundles()
        .map(({ kind }) => kind)
        .join() === 'file',
  );
  appendFileSync(log, refused(2, '104101'));
  await rows(2);
});

test('two bundles of one file: when one goes, the other shows it', async () => {
  await editor.scan(join(folder, 'logs'));
  const { id } = await editor.scan(folder);
  await rows(1);
  await editor.connection.sendRequest(protocol.removeBundle, { bundle: id });
  await bundles(1);
  await rows(1);
});

test('a watch that is stopped: what is open is followed on', async () => {
  await editor.show(uri);
  await rows(1);
  await editor.connection.sendRequest(protocol.watchPaths, { paths: [folder] });
  await editor.connection.sendRequest(protocol.stopWatching);
  appendFileSync(log, refused(2, '104101'));
  await rows(2);
});

test('tabs that open and close quickly leave one bundle, or none', async () => {
  for (let k = 0; k < 5; k++) {
    await editor.show(uri);
    await editor.show();
  }
  await editor.show(uri);
  await rows(1);
  await bundles(1);
  appendFileSync(log, refused(2, '104101'));
  await rows(2);
  await editor.show();
  await editor.show(uri);
  await editor.show();
  await rows(0);
  await bundles(0);
});

test('a tab of a scanned bundle that closes and opens is followed again', async () => {
  await editor.scan(folder);
  await editor.show(uri);
  await editor.show();
  await editor.show(uri);
  await pause(100);
  appendFileSync(log, refused(2, '104101'));
  await rows(2);
});

test('a language that is known late, and a log that begins empty', async () => {
  writeFileSync(log, '');
  await editor.show(uri);
  await editor.show({ uri, claimed: true });
  await bundles(1);
  appendFileSync(log, refused(1));
  await rows(1);
});

test('a rotation shows the new file at once', async () => {
  await editor.show(uri);
  await rows(1);
  renameSync(log, `${log}.1`);
  writeFileSync(log, refused(2, '104101') + refused(3, '104102'));
  const start = Date.now();
  await rows(2);
  expect(Date.now() - start).toBeLessThan(1_900);
});

test('a file of a scan that is deleted does not come back with its tab', async () => {
  await editor.scan(folder);
  await editor.show(uri);
  await rows(1);
  rmSync(log);
  await rows(0);
  await editor.show();
  await pause(200);
  expect(editor.problems(uri)).toEqual([]);
});

test('the same again is the same bundle; another folder of that name is another', async () => {
  mkdirSync(join(folder, 'other', 'logs'), { recursive: true });
  writeFileSync(join(folder, 'other', 'logs', 'zoom_memlog_2.log'), refused(1));
  const first = await editor.scan(join(folder, 'logs'));
  expect((await editor.scan(join(folder, 'logs'))).id).toBe(first.id);
  expect((await editor.scan(join(folder, 'other', 'logs'))).id).not.toBe(first.id);
  await bundles(2);
});

test('with follow off: an open log is read once, and a scan takes it over', async () => {
  await editor.configure({ follow: false });
  await pause(50);
  await editor.show(uri);
  await rows(1);
  appendFileSync(log, refused(2, '104101'));
  await pause(200);
  await rows(1);
  await editor.scan(folder);
  await bundles(1);
  await editor.configure({ follow: true });
  await rows(2);
});

test('what stood there when a watch began is no news, however large', async () => {
  writeFileSync(log, client(0, 'vc::start_req(),  nothing').repeat(60_000) + refused(1));
  copyFileSync(
    join(fixtures, 'crash-module/evidence/AppData/Roaming/Zoom/logs/crashrpt.xml'),
    join(folder, 'crashrpt.xml'),
  );
  writeFileSync(join(folder, 'bundle.zip'), zipOf({ 'zoom_memlog_8.log': refused(1, '104118') }));
  await editor.connection.sendRequest(protocol.watchPaths, { paths: [folder] });
  await rows(1);
  expect(editor.told.filter((one) => one.startsWith('opened'))).toEqual([]);
  await editor.configure({ severity: { 'connection-failed': 'off' } });
  await rows(0);
  await editor.configure({});
  await rows(1);
  expect(editor.told.filter((one) => one.startsWith('opened'))).toEqual([]);
});

test('a compressed log shows its text, not its bytes', async () => {
  const packed = join(folder, 'logs', 'zoom_memlog_3.log.zip');
  writeFileSync(packed, gzipSync(client(0, 'vc::start_req(),  nothing') + refused(1)));
  rmSync(log);
  const bundle = await editor.scan(folder);
  expect(bundle.sources).toMatchObject([{ path: packed, uri: uriOfSource(packed, true) }]);
  const { base64 } = (await editor.connection.sendRequest(protocol.readArchive, { path: packed }))!;
  expect(Buffer.from(base64, 'base64').toString()).toContain('104103');
  const [problem] = editor.problems(uriOfSource(packed, true));
  expect(await editor.hover(uriOfSource(packed, true), 1, problem!.range.start.character)).toContain('104103');
});

test('names with an exclamation mark: folders, and archives', async () => {
  mkdirSync(join(folder, 'Important!'));
  const inFolder = join(folder, 'Important!', 'zoom_memlog_4.log');
  writeFileSync(inFolder, refused(1));
  writeFileSync(join(folder, 'new! bundle.zip'), zipOf({ 'a/zoom_memlog_5.log': refused(2, '104101') }));
  const bundle = await editor.scan(folder);
  const byName = (name: string) => bundle.sources.find((source) => source.name === name)!.uri;
  expect(byName('zoom_memlog_4.log')).toBe(uriOfSource(inFolder, false));
  for (const [name, code] of [
    ['zoom_memlog_4.log', '104103'],
    ['zoom_memlog_5.log', '104101'],
  ] as const) {
    const focus = uriOfWindow(
      windowAround(bundle.sources.find((source) => source.name === name)!.path, name.endsWith('5.log'), 1),
    );
    expect((await editor.connection.sendRequest(protocol.focusText, { uri: focus })).text).toContain(code);
  }
});

test('an archive that is replaced shows its new text', async () => {
  const zip = join(folder, 'bundle.zip');
  const path = `${zip}!/zoom_memlog_6.log`;
  const focus = uriOfWindow(windowAround(path, true, 1));
  writeFileSync(zip, zipOf({ 'zoom_memlog_6.log': refused(1) }));
  await editor.scan(folder);
  expect((await editor.connection.sendRequest(protocol.focusText, { uri: focus })).text).toContain('104103');
  writeFileSync(zip, zipOf({ 'zoom_memlog_6.log': client(0, 'x') + refused(2, '104101') }));
  await editor.scan(folder);
  expect((await editor.connection.sendRequest(protocol.focusText, { uri: focus })).text).toContain('104101');
});

test('texts that are none of ours get no answer, so that others may give theirs', async () => {
  const notes = uriOfSource(join(folder, 'notes.txt'), false);
  writeFileSync(join(folder, 'notes.txt'), 'bread\n  milk\n');
  await editor.show(uri, notes);
  await rows(1);
  expect(await editor.folds(notes)).toBeNull();
  expect(await editor.symbols(notes)).toBeNull();
  expect(await editor.actions(notes, 0)).toBeNull();
});

test('an output channel in the language log is no log of ours', async () => {
  const textDocument = { uri: 'output:channel', languageId: 'log', version: 1, text: 'started\n' };
  await editor.connection.sendNotification('textDocument/didOpen', { textDocument });
  await pause(400);
  expect(editor.bundles()).toEqual([]);
});

test('a folder with much that is no log: rows for what hides evidence only', async () => {
  for (let k = 0; k < 20; k++) writeFileSync(join(folder, `notes-${k}.txt`), 'bread\nmilk\n');
  writeFileSync(join(folder, 'broken.zip'), Buffer.concat([Buffer.from('PK\x03\x04'), Buffer.alloc(200, 7)]));
  const { sources } = await editor.scan(folder);
  const shown = sources.flatMap((source) => editor.problems(source.uri).map(({ code }) => `${source.name} ${code}`));
  expect(shown.sort()).toEqual(['broken.zip unreadable', 'zoom_memlog_1.log 104103']);
});

test('numbers that are no codes get no names', async () => {
  const texts = [
    'secret: 5003',
    'thr: 104101',
    'zipcode: 104103',
    'barcode=5004',
    'port 5003',
    'rssi -100 dBm',
    'capability value: 5003',
  ];
  writeFileSync(log, texts.map((text, at) => client(at, text)).join('') + refused(9));
  await editor.show(uri);
  await rows(1);
  const range = { start: { line: 0, character: 0 }, end: { line: 9, character: 0 } };
  expect((await editor.hints(uri, range)).map(({ position }) => position.line)).toEqual([texts.length]);
  for (const [at, text] of texts.entries()) {
    const head = client(at, '').indexOf(', this');
    expect(await editor.hover(uri, at, head + text.length - 2), text).toBe('');
  }
});

test('a watch that is stopped clears no rows on the way, and tells nothing', async () => {
  for (let k = 0; k < 3; k++)
    writeFileSync(
      join(folder, `zoom_memlog_${k + 5}.log.gz`),
      gzipSync(client(0, 'vc::start_req(),  nothing').repeat(40_000) + refused(k)),
    );
  await editor.connection.sendRequest(protocol.watchPaths, { paths: [folder] });
  await rows(1);
  const counts: number[] = [];
  const looking = setInterval(() => counts.push(editor.problems(uri).length), 5);
  await editor.connection.sendRequest(protocol.stopWatching);
  await pause(300);
  clearInterval(looking);
  expect(new Set(counts)).toEqual(new Set([1]));
  expect(editor.told.filter((one) => one.startsWith('opened'))).toEqual([]);
});

test('a scan during a watch of the same folder: the watch still shows what comes', async () => {
  await editor.connection.sendRequest(protocol.watchPaths, { paths: [folder] });
  await editor.scan(folder);
  appendFileSync(log, refused(2, '104101'));
  await rows(2);
});

test('a scan again shows what is new, whatever else was scanned meanwhile', async () => {
  await editor.scan(join(folder, 'logs'));
  await editor.scan(folder);
  appendFileSync(log, refused(2, '104101'));
  await editor.scan(join(folder, 'logs'));
  await rows(2);
});

test('a source that one bundle loses is shown by the other', async () => {
  await editor.scan(join(folder, 'logs'));
  const moved = join(folder, 'logs-elsewhere');
  await editor.scan(folder);
  renameSync(join(folder, 'logs'), moved);
  await editor.scan(folder);
  // The first bundle says what it read; a scan of it anew would not.
  await rows(1);
});

test('nothing hangs when bundles go while they are still being opened', async () => {
  const uris = Array.from({ length: 31 }, (_, k) => join(folder, 'logs', `zoom_memlog_${k + 10}.log`)).map((path) => {
    writeFileSync(path, refused(1));
    return uriOfSource(path, false);
  });
  const { id } = await editor.scan(folder);
  await editor.show(...uris);
  await editor.connection.sendRequest(protocol.removeBundle, { bundle: id });
  const watching = editor.connection.sendRequest(protocol.watchPaths, { paths: [folder] });
  await editor.connection.sendRequest(protocol.stopWatching);
  await watching;
  await editor.scan(folder);
});

test('a setting that brings a diagnosis back is no news', async () => {
  await editor.connection.sendRequest(protocol.watchPaths, { paths: [folder] });
  await rows(1);
  await editor.configure({ minConfidence: 'high' });
  await rows(0);
  await editor.configure({});
  await rows(1);
  await pause(300);
  expect(editor.told.filter((one) => one.startsWith('opened'))).toEqual([]);
});

test('many texts read at once all give their lines', async () => {
  const paths = Array.from({ length: 14 }, (_, k) => join(folder, `zoom_memlog_${k + 40}.log`));
  for (const path of paths) writeFileSync(path, client(0, 'vc::start_req(),  nothing').repeat(20_000) + refused(1));
  const texts = await Promise.all(
    paths.map((path) =>
      editor.connection.sendRequest(protocol.focusText, { uri: uriOfWindow(windowAround(path, false, 20_001)) }),
    ),
  );
  expect(texts.filter(({ text }) => !text.includes('104103'))).toEqual([]);
});

test('a log that begins empty, under a name that says nothing', async () => {
  const plain = join(folder, 'foo.log');
  writeFileSync(plain, '');
  await editor.show(uriOfSource(plain, false));
  await pause(100);
  appendFileSync(plain, refused(1));
  await editor.until('it is recognised', () => editor.told.some((one) => one === 'recognised zoom-memlog'));
  await editor.until('a row', () => editor.problems(uriOfSource(plain, false)).length === 1);
});

test('a scan that finds nothing does not say that all is well', async () => {
  writeFileSync(log, client(0, 'vc::start_req(),  nothing'));
  const result = await editor.connection.sendRequest(protocol.scanPaths, { paths: [folder] });
  expect(result!.message).toBe(
    '1 source, no known failure found, which does not prove that Zoom is healthy: see the verdicts',
  );
});
