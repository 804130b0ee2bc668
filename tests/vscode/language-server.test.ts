/** The language server, feature by feature, over in-memory streams and real files. */
import {
  appendFileSync,
  copyFileSync,
  globSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { knowledge, openSource, type Report } from '@zoomlog/parser';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import * as protocol from '../../packages/vscode/src/protocol.ts';
import { createBundle } from '../../packages/vscode/src/server/bundle.ts';
import { publications } from '../../packages/vscode/src/server/features/diagnostics.ts';
import { readSettings } from '../../packages/vscode/src/server/settings.ts';
import { uriOfPage, uriOfSource, uriOfWindow, windowAround } from '../../packages/vscode/src/source-uri.ts';
import { type Editor, openEditor } from '../helpers/language-client.ts';
import { fixtures } from '../helpers/places.ts';
import { scanPlainly } from '../helpers/scan-plainly.ts';
import { diagnosis, evidence, report } from '../helpers/text-face-reports.ts';

const only = (pattern: string): string => join(fixtures, globSync(pattern, { cwd: fixtures })[0]!);
const offline = only('offline-join/evidence/**/zoom_memlog*.log');
const launcher = only('crash-then-good/evidence/.zoom/logs/*.log');
const uriOf = (path: string): string => uriOfSource(path, false);
/** As the view names it: packed sources have a URI of their own. */
const shownUri = (path: string): string => editor.bundles()[0]!.sources.find((one) => one.path === path)!.uri;

const client = (second: number, message: string): string =>
  `02/17/2025 16:40:${String(second).padStart(2, '0')}:009\tZOOM\t[512:9013:41288]\tINFO\t${message}, this = 0x00c4d200\n`;
const refused = (second: number, code = '104103'): string =>
  client(second, `vc::on_ping_confirm_cli(),  start,  result: ${code},  top_mmr: `);

let editor: Editor;
let folder: string;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'zoomlog-'));
  editor = await openEditor();
});
afterEach(async () => {
  await editor.close();
  rmSync(folder, { recursive: true, force: true });
});

/** A log in the temporary folder, shown. */
async function showLog(text: string, name = 'zoom_memlog_1.log'): Promise<string> {
  const path = join(folder, name);
  writeFileSync(path, text);
  await editor.show(uriOf(path));
  await editor.until('the log is judged', () => editor.bundles().some(({ sources }) => sources.length > 0));
  return uriOf(path);
}

const everything = { start: { line: 0, character: 0 }, end: { line: 400, character: 0 } };

describe('diagnostics', () => {
  test('each fixture: the problems are the diagnoses of a scan, at their leading evidence', async () => {
    for (const incident of globSync('*/', { cwd: fixtures }).sort()) {
      const place = join(fixtures, incident, 'evidence');
      const { report } = await scanPlainly([place]);
      await editor.scan(place);
      const shown = report.sources.flatMap(({ path }) =>
        editor
          .problems(shownUri(path))
          .flatMap(({ code, range, data }) =>
            data ? [`${path}:${range.start.line + 1}:${range.start.character + 1} ${code}`] : [],
          ),
      );
      expect({ incident, shown: shown.sort() }).toEqual({ incident, shown: leadsOf(report).sort() });
      await editor.connection.sendRequest(protocol.removeBundle, { bundle: editor.bundles()[0]!.id });
    }
  });

  const leadsOf = ({ diagnoses }: Report): string[] =>
    diagnoses.map(({ evidence, code, failure }) => {
      const { path, line, column } = evidence.find(({ role }) => role === 'cause') ?? evidence[0]!;
      return `${path}:${line}:${column} ${code ?? failure}`;
    });

  test('a diagnosis says what, how sure, why, and where else', async () => {
    await editor.show(uriOf(offline));
    await editor.until('problems', () => editor.problems(uriOf(offline)).length > 0);
    const [problem] = editor.problems(uriOf(offline));
    expect(problem).toMatchObject({ severity: 1, code: '104101', source: 'zoomlog' });
    expect(problem!.message).toMatch(/^No route to any Zoom server \(network, high confidence\)\n.+unreachable/);
    expect(problem!.relatedInformation!.length).toBeGreaterThan(3);
    expect(problem!.codeDescription!.href).toContain('explain');
  });

  test('what hides a source is said: encrypted, of no known format, cut', async () => {
    const encrypted = only('encrypted-only/evidence/**/*.zenc');
    const foreign = join(folder, 'zoom_notes.log');
    writeFileSync(foreign, 'bread\nmilk\n');
    const cut = join(folder, 'zoom_memlog_2.log');
    writeFileSync(cut, Buffer.from(`\ufeff${client(1, 'fine')}${client(2, 'cut')}`, 'utf16le').subarray(0, -31));
    await editor.show(uriOf(encrypted), { uri: uriOf(foreign), claimed: true });
    const { sources } = await editor.scan(cut);
    expect(editor.problems(sources[0]!.uri)).toMatchObject([{ severity: 2, code: 'cut' }]);
    await editor.until('encrypted', () => editor.problems(uriOf(encrypted))[0]?.code === 'encrypted');
    await editor.until('unrecognised', () => editor.problems(uriOf(foreign))[0]?.code === 'unrecognised');
    expect(editor.problems(uriOf(encrypted))[0]!.message).toContain('proves nothing either way');
  });

  test('a text that is no log of ours is left alone', async () => {
    writeFileSync(join(folder, 'notes.txt'), 'bread\nmilk\n');
    const uri = await showLog(refused(1));
    await editor.show(uri, uriOf(join(folder, 'notes.txt')));
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(editor.published(uriOf(join(folder, 'notes.txt')))).toEqual([]);
    expect(editor.bundles()).toHaveLength(1);
  });

  test('a log under a vague name is told to be one', async () => {
    await showLog(refused(1), 'something.txt');
    expect(editor.told).toContain('recognised zoom-memlog');
  });

  test('two hundred at most, the gravest first, and the rest is counted', () => {
    const path = '/logs/a.log';
    const diagnoses = Array.from({ length: 300 }, (_, at) =>
      diagnosis({
        id: String(at),
        evidence: [evidence(path, at + 1, 'a «mark»'), evidence(path, at + 500, 'a «mark»')],
      }),
    );
    const bundle = createBundle('scanned', [path]);
    bundle.report = report({ diagnoses });
    bundle.diagnoses = new Map([[path, diagnoses]]);
    bundle.sources = new Map([[path, openSource(knowledge, path).end()]]);
    const [published] = [
      ...publications(
        bundle,
        [],
        readSettings({}, () => {}),
      ),
    ];
    expect(published!.diagnostics).toHaveLength(200);
    expect(published!.diagnostics.slice(0, 199).map(({ data }) => data.diagnosis)).toEqual(
      diagnoses.slice(0, 199).map(({ id }) => id),
    );
    expect(published!.diagnostics.at(-1)!.message).toMatch(/^101 more diagnoses: see the Zoom failures view/);
    bundle.diagnoses = new Map([[path, diagnoses.slice(0, 150)]]);
    // The hints of further evidence fill what is left.
    const [fewer] = [
      ...publications(
        bundle,
        [],
        readSettings({}, () => {}),
      ),
    ];
    expect(fewer!.diagnostics.map(({ severity }) => severity).filter((severity) => severity === 4)).toHaveLength(50);
  });

  test('a file that grows adds a row; one that is closed takes its rows along', async () => {
    const uri = await showLog(client(0, 'vc::start_req(),  nothing'));
    expect(editor.problems(uri)).toEqual([]);
    appendFileSync(join(folder, 'zoom_memlog_1.log'), refused(1));
    await editor.until('a new row', () => editor.problems(uri).length === 1);
    expect(editor.problems(uri)[0]!.range.start.line).toBe(1);
    await editor.show();
    await editor.until('no rows', () => editor.problems(uri).length === 0 && editor.bundles().length === 0);
  });

  test('a file that is deleted while it is open', async () => {
    const uri = await showLog(refused(1));
    await editor.until('a row', () => editor.problems(uri).length === 1);
    rmSync(join(folder, 'zoom_memlog_1.log'));
    await editor.until('no rows', () => editor.problems(uri).length === 0);
    expect(await editor.hover(uri, 0, 100)).toBe('');
  });
});

describe('at the line', () => {
  beforeEach(async () => {
    await editor.show(uriOf(offline));
    await editor.until('problems', () => editor.problems(uriOf(offline)).length > 0);
  });

  test('hover: the diagnosis with its fixes, and what the code means', async () => {
    const { start } = editor.problems(uriOf(offline))[0]!.range;
    const hover = await editor.hover(uriOf(offline), start.line, start.character + 1);
    expect(hover).toContain('**error: No route to any Zoom server**');
    expect(hover).toContain('**What to do:**');
    expect(hover).toContain('scutil --nwi');
    expect(hover).toContain('`ENETUNREACH`');
    const lines = readFileSync(offline, 'utf8').split('\n');
    const symptom = lines.findIndex((line) => /result = 104101|result: 104101/.test(line));
    const code = await editor.hover(uriOf(offline), symptom, lines[symptom]!.indexOf('104101') + 1);
    expect(code).toContain('**104101**');
    expect(await editor.hover(uriOf(offline), 0, 2)).toBe('');
  });

  test('inlay hints name bare codes behind them, and can be switched off', async () => {
    const lines = readFileSync(offline, 'utf8').split('\n');
    const hints = await editor.hints(uriOf(offline), everything);
    expect(hints.map(({ label }) => label)).toContain('‹ENETUNREACH›');
    for (const { position } of hints) expect(lines[position.line]!.slice(0, position.character)).toMatch(/\d$/);
    await editor.configure({ inlayHints: false });
    await expect.poll(() => editor.hints(uriOf(offline), everything)).toEqual([]);
  });

  test('lenses above the leading evidence', async () => {
    const lenses = await editor.lenses(uriOf(offline));
    const [{ range } = { range: null }] = editor.problems(uriOf(offline));
    expect(lenses.map(({ command }) => command!.title)).toEqual([
      'error: No route to any Zoom server',
      'fix',
      'explain',
      expect.stringMatching(/^next evidence \(of \d+\)$/),
    ]);
    expect(lenses[0]!.range).toEqual(range);
  });

  test('quick fixes: for a terminal or the clipboard, explanation, ticket, missing evidence, mute, draft', async () => {
    const actions = await editor.actions(uriOf(offline), editor.problems(uriOf(offline))[0]!.range.start.line);
    expect(actions.map(({ title }) => title)).toEqual(
      expect.arrayContaining([
        'Copy all fix steps',
        'Explain 104101',
        'Copy a ticket for the network team',
        'Mute network-unreachable in this workspace',
        'Draft a new failure from this line',
      ]),
    );
    const textOf = (title: string): string =>
      String(actions.find((action) => action.title === title)!.command!.arguments![0]);
    expect(textOf('Copy a ticket for the network team')).toMatch(
      /104101[\s\S]+Times: 2023-09-19T17:44:[\s\S]+TCP 80, 443/,
    );
    expect(textOf('Draft a new failure from this line')).toMatch(/^ {2}- formats: \[zoom-memlog\]$/m);
    // Nothing changes the log.
    expect(actions.every(({ edit }) => edit === undefined)).toBe(true);
    expect(actions.every(({ command }) => command !== undefined)).toBe(true);
  });

  test('a line without a diagnosis can begin a failure file, and nothing else', async () => {
    expect((await editor.actions(uriOf(offline), 1)).map(({ title }) => title)).toEqual([
      'Draft a new failure from this line',
    ]);
  });

  test('colours: codes and evidence, in order and without overlap', async () => {
    const { data } = await editor.tokens(uriOf(offline), everything);
    expect(data.length).toBeGreaterThan(50);
    let [line, column] = [0, 0];
    for (let at = 0; at < data.length; at += 5) {
      column = data[at] === 0 ? column + data[at + 1]! : data[at + 1]!;
      line += data[at]!;
      if (at > 0 && data[at] === 0) expect(data[at + 1]!).toBeGreaterThanOrEqual(data[at - 3]!);
    }
    expect(line).toBeLessThan(readFileSync(offline, 'utf8').split('\n').length);
  });

  test('links on hosts', async () => {
    const links = await editor.links(uriOf(offline));
    expect(links.length).toBeGreaterThan(3);
    expect(links.every(({ target }) => /^https?:\/\/[\w.-]+/.test(target!))).toBe(true);
  });
});

test('outline and folds: diagnoses with attempts, and launches', async () => {
  await editor.show(uriOf(launcher));
  await editor.until('judged', () => editor.bundles().length > 0 && editor.published(uriOf(launcher)).length > 0);
  // A crash with a good launch behind it is over, and drawn so.
  const unnecessary = 1;
  expect(editor.problems(uriOf(launcher)).map(({ severity, tags }) => [severity, tags])).toContainEqual([
    2,
    [unnecessary],
  ]);
  const symbols = await editor.symbols(uriOf(launcher));
  const names = symbols.map(({ name }) => name);
  expect(names.filter((name) => name.startsWith('launch')).length).toBeGreaterThan(1);
  expect(symbols.some(({ children }) => children?.some(({ name }) => name.startsWith('attempt')))).toBe(true);
  for (const { range, selectionRange, children } of symbols) {
    expect(range.start.line).toBeLessThanOrEqual(selectionRange.start.line);
    for (const child of children ?? []) expect(child.range.end.line).toBeLessThanOrEqual(range.end.line);
  }
  const folds = await editor.folds(uriOf(launcher));
  expect(folds.length).toBeGreaterThan(1);
  expect(new Set(folds.map(({ startLine }) => startLine)).size).toBe(folds.length);
});

describe('settings', () => {
  test('severity, classes, and what makes no sense', async () => {
    const uri = await showLog(refused(1));
    await editor.until('a row', () => editor.problems(uri).length === 1);
    await editor.configure({ severity: { 'connection-failed': 'information' } });
    await editor.until('information', () => editor.problems(uri)[0]?.severity === 3);
    await editor.configure({ severity: { 'connection-failed': 'off' } });
    await editor.until(
      'muted',
      () => editor.problems(uri).length === 0 && editor.bundles()[0]?.detail === '1 source, 1 muted',
    );
    await editor.configure({ classes: ['crash'] });
    await editor.until(
      'of another class',
      () => editor.problems(uri).length === 0 && editor.bundles()[0]?.detail === '1 source',
    );
    await editor.configure({
      severity: { nonsense: 'loud', 'connection-failed': 'shrill' },
      os: 7,
      timezone: 'Mars',
      classes: 'x',
    });
    await editor.until('the default', () => editor.problems(uri).length === 1);
    expect(editor.log.join('\n')).toMatch(/"nonsense"[\s\S]*"shrill"[\s\S]*Mars/);
  });
});

describe('bundles', () => {
  test('a folder: the view names classes, evidence, what is missing, and sources', async () => {
    const bundle = await editor.scan(join(fixtures, 'demo-bundle/evidence'));
    const firewall = bundle.verdicts.find((verdict) => verdict.class === 'firewall')!;
    expect(firewall).toMatchObject({ state: 'confirmed', diagnoses: [{ code: '104103', severity: 'error' }] });
    expect(bundle.verdicts.find((verdict) => verdict.class === 'tls-clock')!.missing.length).toBeGreaterThan(0);
    expect(bundle.sources.some(({ state }) => state === 'encrypted')).toBe(true);
    expect(editor.told).toContain('progress');
  });

  test('evidence in a zip: its text can be read, and its features answer', async () => {
    await editor.scan(join(fixtures, 'demo-bundle/evidence'));
    const { place } = editor.bundles()[0]!.verdicts.find((verdict) => verdict.class === 'firewall')!.diagnoses[0]!
      .evidence[0]!;
    expect(place.uri).toMatch(/^zoomlog-archive:\/.*bundle\.zip/);
    const path = decodeURIComponent(new URL(place.uri).pathname);
    const entry = await editor.connection.sendRequest(protocol.statArchive, { path });
    expect(entry).toMatchObject({ isFolder: false });
    const { base64 } = (await editor.connection.sendRequest(protocol.readArchive, { path }))!;
    const line = Buffer.from(base64, 'base64').toString().split('\n')[place.range.start.line]!;
    expect(line).toContain('DROP');
    const parent = await editor.connection.sendRequest(protocol.statArchive, { path: dirname(path) });
    expect(parent).toMatchObject({ isFolder: true, names: expect.arrayContaining([path.split('/').at(-1)]) });
    expect(await editor.connection.sendRequest(protocol.statArchive, { path: `${path}.not` })).toBeNull();
    expect(editor.problems(place.uri)).toHaveLength(1);
    expect(await editor.hover(place.uri, place.range.start.line, place.range.start.character)).toContain('firewall');
  });

  test('the focus view shows lines behind their numbers, and every feature answers there', async () => {
    const path = join(folder, 'zoom_memlog_9.log');
    writeFileSync(path, client(0, 'vc::start_req(),  nothing').repeat(5000) + refused(1) + client(2, 'x').repeat(5000));
    await editor.show(uriOf(path));
    await editor.until('a row', () => editor.problems(uriOf(path)).length === 1);
    const focus = uriOfWindow(windowAround(path, false, 5001));
    await editor.show(uriOf(path), focus);
    const { text } = await editor.connection.sendRequest(protocol.focusText, { uri: focus });
    const lines = text.split('\n');
    expect(lines[0]).toMatch(/^3501 │ 02\/17\/2025/);
    expect(lines[1500]).toMatch(/^5001 │ .*104103/);
    await editor.until('a row in the window', () => editor.problems(focus).length === 1);
    const { start, end } = editor.problems(focus)[0]!.range;
    expect(lines[start.line]!.slice(start.character, end.character)).toBe('result: 104103');
    expect(await editor.hover(focus, start.line, start.character + 9)).toContain('**104103**');
    expect((await editor.actions(focus, start.line)).map(({ title }) => title)).toContain('Copy all fix steps');
    expect((await editor.lenses(focus)).length).toBeGreaterThan(1);
    expect(
      (await editor.hints(focus, { start: { line: 1490, character: 0 }, end: { line: 1510, character: 0 } })).length,
    ).toBe(1);
  });

  test('next and previous evidence go through all sources, and around', async () => {
    await editor.scan(join(fixtures, 'two-failures/evidence'));
    const seen = new Set<string>();
    let at: { uri: string; line: number } = { uri: editor.bundles()[0]!.sources[0]!.uri, line: 0 };
    for (let step = 0; step < 40; step++) {
      const next = await editor.connection.sendRequest(protocol.nextEvidence, { ...at, step: 1 });
      at = { uri: next!.uri, line: next!.range.start.line };
      seen.add(`${at.uri}:${at.line}`);
    }
    const count = editor
      .bundles()[0]!
      .verdicts.flatMap(({ diagnoses }) => diagnoses.flatMap(({ evidence }) => evidence)).length;
    expect(new Set([...seen].map((one) => one.slice(0, one.lastIndexOf(':')))).size).toBe(2);
    expect(seen.size).toBeLessThanOrEqual(count);
    const back = await editor.connection.sendRequest(protocol.nextEvidence, { ...at, step: -1 });
    expect(seen.has(`${back!.uri}:${back!.range.start.line}`)).toBe(true);
  });

  test('a scan takes over the logs that are open; they are still followed', async () => {
    const uri = await showLog(refused(1));
    await editor.scan(folder);
    await editor.until('one bundle', () => editor.bundles().length === 1 && editor.bundles()[0]!.kind === 'scanned');
    appendFileSync(join(folder, 'zoom_memlog_1.log'), refused(2, '104101'));
    await editor.until('two rows', () => editor.problems(uri).length === 2);
  });

  test('a scan that is cancelled leaves nothing', async () => {
    writeFileSync(
      join(folder, 'zoom_memlog_1.log'),
      client(0, 'vc::start_req(),  nothing').repeat(400_000) + refused(1),
    );
    const { CancellationTokenSource } = await import('vscode-languageserver-protocol');
    const source = new CancellationTokenSource();
    const answer = editor.connection.sendRequest(protocol.scanPaths, { paths: [folder] }, source.token);
    setTimeout(() => source.cancel(), 20);
    const result = await answer.catch(() => null);
    expect(result).toBeNull();
    expect(editor.bundles()).toEqual([]);
  });

  test('a broken archive is a source that cannot be read', async () => {
    writeFileSync(join(folder, 'bundle.zip'), Buffer.concat([Buffer.from('PK\x03\x04'), Buffer.alloc(200, 7)]));
    await editor.scan(folder);
    expect(editor.bundles()[0]!.sources).toMatchObject([{ state: 'unreadable' }]);
    expect(editor.log.join('\n')).toContain('bundle.zip');
  });

  test('watch: a new diagnosis is told, once; what was there before is not', async () => {
    mkdirSync(join(folder, 'logs'));
    copyFileSync(offline, join(folder, 'logs', 'zoom_memlog_0.log'));
    await editor.connection.sendRequest(protocol.watchPaths, { paths: [join(folder, 'logs')] });
    await editor.until('watching', () => editor.bundles()[0]?.kind === 'watched');
    await new Promise((resolve) => setTimeout(resolve, 300));
    writeFileSync(join(folder, 'logs', 'zoom_memlog_1.log'), refused(1, '104103'));
    await editor.until('told', () => editor.told.some((one) => one.startsWith('opened')));
    await editor.connection.sendRequest(protocol.stopWatching);
    await editor.until('stopped', () => editor.bundles()[0]?.kind === 'scanned');
    expect(editor.told.filter((one) => one.startsWith('opened'))).toHaveLength(1);
  });

  test('two windows on one bundle do not disturb each other', async () => {
    const other = await openEditor();
    try {
      for (const one of [editor, other]) await one.scan(join(fixtures, 'offline-join/evidence'));
      expect(other.problems(uriOf(offline))).toEqual(editor.problems(uriOf(offline)));
    } finally {
      await other.close();
    }
  });
});

test('a text on no disk is read as it is sent', async () => {
  const uri = 'untitled:Untitled-1';
  const textDocument = { uri, languageId: 'zoomlog', version: 1, text: refused(1) };
  await editor.connection.sendNotification('textDocument/didOpen', { textDocument });
  await editor.until('a row', () => editor.problems(uri).length === 1);
  const { start } = editor.problems(uri)[0]!.range;
  expect(await editor.hover(uri, start.line, start.character + 9)).toContain('**104103**');
  await editor.connection.sendNotification('textDocument/didChange', {
    textDocument: { uri, version: 2 },
    contentChanges: [{ text: client(0, 'fine') }],
  });
  await editor.until('no row', () => editor.problems(uri).length === 0);
  await editor.connection.sendNotification('textDocument/didClose', { textDocument: { uri } });
  await editor.until('forgotten', () => editor.bundles().length === 0);
});

describe('pages', () => {
  const page = async (name: string): Promise<string> =>
    (await editor.connection.sendRequest(protocol.readPage, { uri: uriOfPage(name) }))?.text ?? '';

  test('explanations, and what comes near', async () => {
    expect(await page('explain 5003')).toMatch(/^# 5003\\: [\s\S]*## Meaning[\s\S]*## Cause 1/);
    expect(await page('explain proxy-auth-required')).toContain('**What to do:**');
    expect(await page('explain proxy-auth-required')).toMatch(/## See\n\n1\. <https:\S+>/);
    expect(await page('explain clock-right')).toMatch(
      /fact, tls-clock[\s\S]*rules out as the cause: `clock`[\s\S]*## See/,
    );
    expect(await page('explain proxy-auth-require')).toContain('`proxy-auth-required`');
  });

  test('a report: verdicts, diagnoses, sources; none for a bundle that is gone', async () => {
    await editor.scan(join(fixtures, 'demo-bundle/evidence'));
    const text = await page(`report ${editor.bundles()[0]!.id}`);
    expect(text).toMatch(/## 1 diagnosis[\s\S]*firewall[\s\S]*## Verdicts[\s\S]*## Sources/);
    expect(await page('report 999')).toBe('');
  });

  test('text of a log never becomes markup', async () => {
    const uri = await showLog(
      client(0, 'x').replace('x', '<img src=x> [a](command:x) **b**') + refused(1),
      'zoom_memlog_[a](command:x).log',
    );
    await editor.until('a row', () => editor.problems(uri).length === 1);
    const text = await page(`report ${editor.bundles()[0]!.id}`);
    expect(text).not.toMatch(/[^\\]\[a\]\(command:x\)/);
    expect(text).not.toMatch(/[^\\`]<img/);
  });

  test('every topic of the list can be explained', async () => {
    const topics = await editor.connection.sendRequest(protocol.listTopics);
    expect(topics.length).toBeGreaterThan(300);
    for (const { label } of topics.filter((_, at) => at % 40 === 0))
      expect(await page(`explain ${label}`)).not.toContain('Nothing is known');
  });
});
