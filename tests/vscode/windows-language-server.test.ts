/** The built language server on Windows' own Node, over a loopback socket: files, shares and archives under every URI that VS Code writes. */
import { appendFileSync, cpSync } from 'node:fs';
import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import * as protocol from '../../packages/vscode/src/protocol.ts';
import { pathOf, plainPath, uriOfWindow } from '../../packages/vscode/src/source-uri.ts';
import { hasWindows } from '../../scripts/install/find-windows.ts';
import { type Editor, openEditorOn } from '../helpers/language-client.ts';
import { fixtures } from '../helpers/places.ts';
import { type Running, startMachine, type WindowsMachine } from '../helpers/windows/machine.ts';

const failure = (code: string): string =>
  `02/17/2025 16:40:02:009\tZOOM\t[512:9013:41288]\tINFO\tvc::on_ping_confirm_cli(),  start,  result: ${code},  top_mmr: , this = 0x00c4d200\r\n`;

describe.runIf(hasWindows())('the language server on Windows', { timeout: 120_000 }, () => {
  let machine: WindowsMachine;
  let listener: Server | null = null;
  let process: Running | null = null;
  let editor: Editor;

  beforeAll(() => {
    machine = startMachine();
    for (const name of ['block-rule', 'demo-bundle', 'camera-lost'])
      cpSync(join(fixtures, name, 'evidence'), machine.at(name), { recursive: true });
    machine.mount('\\\\server\\share', machine.at('share'));
    cpSync(join(fixtures, 'code-alone/evidence'), machine.at('share/code-alone'), { recursive: true });
  });
  afterEach(async () => {
    await editor?.close().catch(() => {});
    process?.interrupt();
    await process?.status;
    listener?.close();
  });
  afterAll(() => machine?.close());

  const start = async (): Promise<Editor> => {
    const server = createServer();
    listener = server;
    const connected = new Promise<Socket>((resolve) => server.once('connection', resolve));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    process = machine.start([machine.path('program/packages/vscode/dist/server.cjs'), `--socket=${port}`]);
    const socket = await connected;
    editor = await openEditorOn(socket, socket);
    return editor;
  };
  /** As VS Code writes it: drive in lower case, colon escaped. */
  const uriOf = (path: string): string =>
    `file:///${path.replaceAll('\\', '/').split('/').map(encodeURIComponent).join('/').replace(/^C/, 'c')}`;

  /** What VS Code hands over as `fsPath`. */
  const fsPathOf = (path: string): string => path.replace(/^C/, 'c');

  test('open, diagnose, hover, fix, and follow', async () => {
    await start();
    machine.write('live/zoom_memlog_1.log', failure('104103'));
    const uri = uriOf(machine.path('live', 'zoom_memlog_1.log'));
    await editor.show(uri);
    await editor.until('the row', () => editor.problems(uri).length === 1);
    const [problem] = editor.problems(uri);
    expect(problem).toMatchObject({ code: '104103', range: { start: { line: 0 } } });
    expect(await editor.hover(uri, 0, problem!.range.start.character)).toContain('104103');
    expect((await editor.actions(uri, 0)).map(({ title }) => title)).toContain('Explain 104103');
    expect((await editor.lenses(uri)).length).toBeGreaterThan(0);
    appendFileSync(machine.at('live/zoom_memlog_1.log'), failure('5003'));
    await editor.until('the second row', () => editor.problems(uri).length === 2);
  });

  test('every spelling of a URI is the same file', async () => {
    await start();
    machine.write('spelt/zoom_memlog_1.log', failure('104103'));
    const canonical = uriOf(machine.path('spelt', 'zoom_memlog_1.log'));
    const plain = decodeURIComponent(canonical);
    for (const uri of [
      canonical,
      canonical.replace('c%3A', 'C%3A'),
      plain.replaceAll(' ', '%20'),
      plain.replace('c:', 'C:'),
    ]) {
      await editor.show(uri);
      await editor.until(`the row for ${uri}`, () => editor.problems(canonical).length === 1);
      expect(await editor.hover(uri, 0, editor.problems(canonical)[0]!.range.start.character)).toContain('104103');
      expect(editor.bundles()).toHaveLength(1);
    }
    await editor.show();
    await editor.until('no row', () => editor.problems(canonical).length === 0);
  });

  test('a scan of a folder, with its evidence opened', async () => {
    await start();
    const bundle = await editor.scan(fsPathOf(machine.path('block-rule')));
    const [evidence] = bundle.verdicts.flatMap(({ diagnoses }) => diagnoses).flatMap(({ evidence }) => evidence);
    expect(evidence!.place.uri.startsWith(uriOf(machine.path('block-rule')))).toBe(true);
    await editor.show(evidence!.place.uri);
    await editor.until('rows', () => editor.problems(evidence!.place.uri).length > 0);
    // It belongs to the scan, and is no bundle of its own.
    expect(editor.bundles()).toHaveLength(1);
    // The same folder with the drive in upper case is the same bundle.
    await editor.scan(machine.path('block-rule'));
    expect(editor.bundles()).toHaveLength(1);
  });

  test('evidence in a zip: as a folder, as a text, with its rows', async () => {
    await start();
    const bundle = await editor.scan(fsPathOf(machine.path('demo-bundle')));
    const { place } = bundle.verdicts
      .flatMap(({ diagnoses }) => diagnoses)
      .flatMap(({ evidence }) => evidence)
      .find(({ place: { uri } }) => uri.startsWith('zoomlog-archive:'))!;
    expect(place.uri).toContain('zoomlog-archive:/c%3A/');
    const path = pathOf(place.uri, 'win32');
    expect(path).toContain('bundle.zip!/');
    const { base64 } = (await editor.connection.sendRequest(protocol.readArchive, { path }))!;
    expect(Buffer.from(base64, 'base64').length).toBeGreaterThan(0);
    const folder = await editor.connection.sendRequest(protocol.statArchive, {
      path: path.slice(0, path.indexOf('!') + 1),
    });
    expect(folder).toMatchObject({ isFolder: true });
    await editor.show(place.uri);
    await editor.until('its row', () => editor.problems(place.uri).length > 0);
    expect(await editor.hover(place.uri, place.range.start.line, place.range.start.character)).not.toBe('');
  });

  test('a share: scanned, opened, watched', async () => {
    await start();
    const bundle = await editor.scan('\\\\server\\share\\code-alone');
    const [evidence] = bundle.verdicts.flatMap(({ diagnoses }) => diagnoses).flatMap(({ evidence }) => evidence);
    expect(evidence!.place.uri).toMatch(/^file:\/\/server\/share\/code-alone\//);
    await editor.show(evidence!.place.uri);
    await editor.until('rows', () => editor.problems(evidence!.place.uri).length > 0);
    expect(editor.bundles()).toHaveLength(1);
    await editor.connection.sendRequest(protocol.watchPaths, { paths: ['\\\\server\\share\\live'] });
    machine.write('share/live/zoom_memlog_7.log', failure('104107'));
    const uri = 'file://server/share/live/zoom_memlog_7.log';
    await editor.until('the watched row', () => editor.problems(uri).length === 1);
  });

  test('the window on a large log answers with its lines', async () => {
    await start();
    const lines = Array.from({ length: 5000 }, () => 'nothing of note\r\n').join('');
    machine.write('large/zoom_memlog_1.log', `${failure('104103')}${lines}${failure('104103')}`);
    await editor.show(uriOf(machine.path('large', 'zoom_memlog_1.log')));
    await editor.until('the bundle', () => editor.bundles().length === 1);
    const path = plainPath(machine.path('large', 'zoom_memlog_1.log'), 'win32');
    const uri = uriOfWindow({ path, packed: false, first: 4990, last: 5002 });
    const { text } = await editor.connection.sendRequest(protocol.focusText, { uri });
    expect(text).toMatch(/5002 │ 02\/17\/2025[^\n]*104103/);
  });
});
