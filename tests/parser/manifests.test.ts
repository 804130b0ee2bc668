/** The manifest of a collection: what it tells of the machine, and what is said of one that lies. */
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import {
  collectCommands,
  judge,
  knowledge,
  openSource,
  type Report,
  type Source,
  type SourceFindings,
} from '@zoomlog/parser';
import { scan } from '@zoomlog/parser/node';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { zipOf } from '../../scripts/make-archive.ts';

let folder: string;
const at = (name: string): string => join(folder, name);
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'zoomlog-manifests-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const cameras = 'LC_ALL=C v4l2-ctl --list-devices > v4l2-devices.txt 2>&1';
const listed = (path: string, data: string) => ({
  path,
  from: null,
  bytes: Buffer.byteLength(data),
  sha256: createHash('sha256').update(data).digest('hex'),
  modified: null,
});
const item = (rest: object) => ({
  what: 'cameras',
  command: cameras,
  place: null,
  user: null,
  state: 'ran',
  exit: 0,
  error: null,
  started: '2026-03-06T08:14:31.000Z',
  seconds: 0.1,
  files: [],
  ...rest,
});
const manifest = (items: readonly object[], rest: object = {}): string =>
  JSON.stringify({
    kind: 'zoomlog-collection',
    schemaVersion: 1,
    tool: 'zoomlog 0.0.0',
    host: 'loft',
    os: 'linux',
    osVersion: 'Debian GNU/Linux 12',
    timezone: 'Europe/Berlin',
    clock: null,
    ...rest,
    items,
  });

const text = 'OBS Virtual Camera (platform:v4l2loopback-000):\n\t/dev/video0\n';
const output = 'commands/v4l2-devices.txt';

const scanned = async (path: string, hash = false): Promise<Report> =>
  (await scan([path], { version: 'test', hash, maxSize: null, os: null })).report;
const manifestIn = ({ sources }: Report): Source => sources.find(({ format }) => format === 'zoomlog-collection')!;

function readText(source: string | Buffer): SourceFindings {
  const pipe = openSource(knowledge, 'collection.json');
  pipe.push(Buffer.from(source));
  return pipe.end();
}

describe('a manifest that does not agree', () => {
  const whole = { 'collection.json': manifest([item({ files: [listed(output, text)] })]), [output]: text };
  const cases: readonly (readonly [name: string, files: Readonly<Record<string, string>>, note: RegExp | null])[] = [
    ['all as it says', whole, null],
    [
      'the size is another',
      { ...whole, [output]: `${text}\n` },
      /^1 file differs from what it lists: "commands\/v4l2-devices\.txt"$/,
    ],
    ['the size is the same, the bytes are not', { ...whole, [output]: text.replace('OBS', 'XBS') }, /^1 file differs/],
    [
      'a file is missing',
      { 'collection.json': whole['collection.json']!, 'commands/x.txt': '' },
      /^1 file that it lists is missing: .*; 1 file is not listed in it: "commands\/x\.txt"$/,
    ],
    [
      'a file that it does not know',
      { ...whole, 'files/new.log': 'x' },
      /^1 file is not listed in it: "files\/new\.log"$/,
    ],
    [
      'names outside, absurd sizes',
      {
        ...whole,
        'collection.json': manifest([
          item({
            files: [listed(output, text), { path: '../../etc/passwd', bytes: 1e300 }, { path: 'C:\\x', bytes: -1 }],
          }),
        ]),
      },
      /^2 files that it lists lie elsewhere: "\.\.\/\.\.\/etc\/passwd", "C:/,
    ],
  ];

  test.each(cases)('%s: in a folder, in a zip, and in a zip that was packed anew', async (_, files, note) => {
    for (const [name, data] of Object.entries(files)) {
      mkdirSync(dirname(at(`bundle/${name}`)), { recursive: true });
      writeFileSync(at(`bundle/${name}`), data);
    }
    const entries = Object.entries(files).map(([name, data]) => ({ name, data }));
    writeFileSync(at('first.zip'), zipOf(entries));
    writeFileSync(at('last.zip'), zipOf(entries.toReversed()));
    for (const path of ['bundle', 'first.zip', 'last.zip']) {
      const report = await scanned(at(path));
      const { state, complete, note: said } = manifestIn(report);
      expect([state, complete]).toEqual(['read', note === null]);
      if (note === null) expect(said).toBeNull();
      else expect(said).toMatch(note);
      // Nothing else is lost, and no hash is shown that nobody asked for.
      expect(report.sources).toHaveLength(entries.length);
      expect(report.sources.every(({ sha256 }) => sha256 === undefined)).toBe(true);
    }
  });

  test('what was changed is noted at the file itself, and proves nothing alone', async () => {
    const drop = (port: number): string =>
      `<Events><Event xmlns='http://schemas.microsoft.com/win/2004/08/events/event'><System><Provider Name='Microsoft-Windows-Security-Auditing'/><EventID>5157</EventID><TimeCreated SystemTime='2026-03-06T08:14:31.000Z'/><Computer>PC01</Computer></System><EventData><Data Name='Application'>\\device\\harddiskvolume3\\program files\\zoom\\bin\\zoom.exe</Data><Data Name='Direction'>%%14593</Data><Data Name='DestAddress'>203.0.113.77</Data><Data Name='DestPort'>${port}</Data><Data Name='Protocol'>6</Data></EventData></Event></Events>`;
    const path = 'commands/security-events.xml';
    const host = { host: 'PC01', os: 'windows' };
    const first = manifest([item({ files: [listed(path, drop(443))] })], host);
    const noted = 'differs from the manifest that lists it';
    for (const [stored, note, confidence] of [
      [drop(443), null, 'high'],
      [drop(8801), noted, 'medium'],
    ] as const) {
      const entries = Object.entries({ 'collection.json': first, [path]: stored });
      writeFileSync(at('case.zip'), zipOf(entries.map(([name, data]) => ({ name, data }))));
      const { diagnoses, sources } = await scanned(at('case.zip'));
      const events = sources.find((one) => one.path.endsWith(path))!;
      expect([events.note, events.complete]).toEqual([note, note === null]);
      expect(diagnoses.map((one) => one.confidence)).toEqual([confidence]);
    }
  });

  test('with --hash the report shows them all', async () => {
    writeFileSync(at('a.zip'), zipOf(Object.entries(whole).map(([name, data]) => ({ name, data }))));
    const { sources } = await scanned(at('a.zip'), true);
    expect(sources.find(({ path }) => path.endsWith(output))?.sha256).toBe(listed(output, text).sha256);
  });
});

describe('what it tells', () => {
  test('the machine', () => {
    expect(readText(manifest([])).machine).toMatchObject({
      os: 'linux',
      osVersion: 'Debian GNU/Linux 12',
      computer: 'loft',
      timezone: 'Europe/Berlin',
    });
    expect(readText(manifest([], { timezone: 'W. Europe Standard Time' })).machine.timezone).toBeNull();
  });

  test('as PowerShell 5 writes it: with a mark, wide blanks, one element in place of an array', () => {
    const source = `\ufeff{\r\n    "kind":  "zoomlog-collection",\r\n    "host":  "PC01",\r\n    "os":  "windows",\r\n    "items":  [\r\n                  {\r\n                      "command":  "netstat -ano \\u003e netstat.txt",\r\n                      "state":  "ran",\r\n                      "error":  null,\r\n                      "files":  {\r\n                                    "path":  "commands/netstat.txt",\r\n                                    "bytes":  3,\r\n                                    "sha256":  "00"\r\n                                }\r\n                  }\r\n              ]\r\n}\r\n`;
    for (const bytes of [Buffer.from(source), Buffer.from(source, 'utf16le')])
      expect(readText(bytes)).toMatchObject({
        format: 'zoomlog-collection',
        machine: { computer: 'PC01', os: 'windows' },
        questions: [{ command: 'netstat -ano > netstat.txt', outputs: ['netstat.txt'], state: 'ran' }],
        listed: [{ path: 'commands/netstat.txt', bytes: 3, sha256: null }],
      });
  });

  test.each([
    [{ offset: 7_776_000, error: 1.2, server: 'zoom.us' }, 'clock-wrong'],
    [{ offset: 0.1, error: 1.2, server: 'zoom.us' }, 'clock-right'],
    [{ offset: 0.1, error: 9, server: 'zoom.us' }, null],
    [{ offset: 7_776_000, error: 9, server: 'zoom.us' }, 'clock-wrong'],
    [{ offset: -2_592_060, error: 2, server: 'http://zoom.us' }, 'clock-wrong'],
    [{ offset: 302, error: 3, server: 'zoom.us' }, null],
    [{ offset: 5_200, error: 5_100, server: 'zoom.us' }, null],
    [{ offset: -2.5e9, error: 1, server: 'zoom.us' }, null],
    [{ offset: 7_776_000, error: -1, server: 'zoom.us' }, null],
    [{ offset: 7_776_000, error: 1, server: 'nas.example.com' }, null],
    [{ offset: 7_776_000, error: 1, server: 'zoom.us.example.com' }, null],
    [{ offset: '7776000', error: '1', server: 'zoom.us' }, null],
    [{ offset: 7_776_000, error: 1, server: null }, null],
    [null, null],
  ])('the clock: %j is %s', (clock, id) => {
    const { findings } = readText(manifest([], { clock }));
    expect(findings.map((one) => one.id)).toEqual(id === null ? [] : [id]);
  });

  describe('a clock that was measured, and a certificate that is refused by its dates', () => {
    const requested = (end: string): SourceFindings => {
      const pipe = openSource(knowledge, 'commands/curl-zoom.txt');
      pipe.push(
        Buffer.from(
          `* Host zoom.us:443 was resolved.\n*   Trying 203.0.113.40:443...\n* Connected to zoom.us (203.0.113.40) port 443\n* SSL certificate problem: certificate ${end}\n* closing connection #0\n`,
        ),
      );
      return pipe.end();
    };
    const refused = (at: string): SourceFindings => {
      const pipe = openSource(knowledge, 'System.xml');
      pipe.push(
        Buffer.from(
          `<Events><Event xmlns="http://schemas.microsoft.com/win/2004/08/events/event"><System><Provider Name="Schannel"/><EventID>36881</EventID><TimeCreated SystemTime="${at}"/><Channel>System</Channel></System><EventData><Data Name="CallerProcessImageName">Zoom.exe</Data></EventData></Event></Events>`,
        ),
      );
      return pipe.end();
    };
    const stateWith = (offset: number, other: SourceFindings): string => {
      const clock = { offset, error: 1, server: 'zoom.us' };
      const told = { clock, ended: '2026-03-06T08:15:00Z', os: 'windows' };
      const { verdicts } = judge(knowledge, [readText(manifest([], told)), other], { version: 'test' });
      return verdicts.find((one) => one.class === 'tls-clock')!.state;
    };

    test.each([
      [8_000_000, 'has expired', 'confirmed'],
      [-8_000_000, 'has expired', 'suspected'],
      [-8_000_000, 'is not yet valid', 'confirmed'],
      [8_000_000, 'is not yet valid', 'suspected'],
    ])('off by %d seconds, it %s: %s', (offset, end, state) => {
      expect(stateWith(offset, requested(end))).toBe(state);
    });

    test.each([
      ['2026-03-06T07:40:00.000Z', 'confirmed'],
      ['2026-03-01T07:40:00.000Z', 'suspected'],
      ['2024-11-06T07:40:00.000Z', 'suspected'],
    ])('refused at %s: %s', (at, state) => {
      expect(stateWith(8_000_000, refused(at))).toBe(state);
    });
  });

  describe('its zone, as a symptom and a cause are compared by it', () => {
    const read = (path: string, content: string): SourceFindings => {
      const pipe = openSource(knowledge, path);
      pipe.push(Buffer.from(content));
      return pipe.end();
    };
    /** The client failed at 10:30 local time on that day, and the firewall dropped its traffic at 08:30 UTC. */
    const sourcesOn = (day: string): SourceFindings[] => {
      const [year, month, date] = day.split('-');
      const us = Date.parse(`${day}T08:30:09Z`) * 1000;
      const log = `${month}/${date}/${year} 10:30:`;
      return [
        read(
          'zoom_memlog_9.log',
          `${log}01:101\tZOOM\t[4021:4077:100]\tINFO\tvc::set_opt(),  opt_type: 4,  set client version,  client build version: 6.0.11.39959, this = 0x01f00000\n${log}10:230\tZOOM\t[4021:4077:100]\tINFO\tvc::on_ping_confirm_cli(),  start,  result: 104103,  top_mmr: ,   direct_mmr: , this = 0x01f00003\n`,
        ),
        read(
          'journal.json',
          `{"__REALTIME_TIMESTAMP":"${us}","_TRANSPORT":"kernel","SYSLOG_IDENTIFIER":"kernel","MESSAGE":"[UFW BLOCK] IN= OUT=enp3s0 SRC=192.0.2.7 DST=203.0.113.9 LEN=60 TTL=64 ID=1 PROTO=UDP SPT=40000 DPT=8801 LEN=40"}\n`,
        ),
      ];
    };
    const zone = (name: string): SourceFindings =>
      read(
        'timedatectl.txt',
        `                Time zone: ${name}\nSystem clock synchronized: yes\n              NTP service: active\n`,
      );

    test.each([
      ['+02:00', '2026-06-20', null, 'high'],
      ['+02:00', '2026-02-10', null, 'medium'],
      ['Africa/Johannesburg', '2026-02-10', null, 'high'],
      ['+02:00', '2026-06-20', 'Europe/Berlin (CEST, +0200)', 'high'],
      ['Europe/Paris', '2026-06-20', 'Europe/Berlin (CEST, +0200)', 'high'],
      ['America/Lima', '2026-06-20', 'Europe/Berlin (CEST, +0200)', 'medium'],
    ])('taken in June at %s, failed on %s, the machine says %s: %s', (timezone, day, other, confidence) => {
      const told = readText(manifest([], { timezone, ended: '2026-06-24T09:00:00Z' }));
      const sources = [told, ...sourcesOn(day), ...(other ? [zone(other)] : [])];
      const { diagnoses } = judge(knowledge, sources, { version: 'test' });
      expect(diagnoses.find(({ code }) => code === '104103')).toMatchObject({ class: 'firewall', confidence });
    });
  });

  test('fenced in a page it is an example, and tells of no machine', () => {
    const clock = { offset: 7_776_000, error: 1, server: 'zoom.us' };
    const shown = JSON.stringify(JSON.parse(manifest([], { clock })), null, 1);
    const pipe = openSource(knowledge, 'formats.md');
    pipe.push(Buffer.from(`\`\`\`text\n${shown}\n\`\`\`\n`));
    expect(pipe.end()).toMatchObject({ findings: [], quoted: [], machine: { computer: null, os: null } });
  });

  test('a zone that there is not', () => {
    expect(readText(manifest([], { timezone: 'Mars/Olympus' })).machine.timezone).toBeNull();
    expect(readText(manifest([], { timezone: '+05:45' })).machine.timezone).toBe('+05:45');
  });

  test('of a newer version: host and system, and that the rest is not used', () => {
    const clock = { offset: 7_776_000, error: 1, server: 'zoom.us' };
    const source = readText(manifest([item({ files: [listed(output, text)] })], { schemaVersion: 2, clock }));
    expect(source).toMatchObject({
      machine: { computer: 'loft', os: 'linux', osVersion: null, timezone: null, collected: null },
      findings: [],
      questions: [],
      listed: [],
      complete: false,
      note: 'of a newer zoomlog: only its host and system are used',
    });
  });

  test('with nothing in it: that is no loss', () => {
    expect(readText(manifest([]))).toMatchObject({ complete: true, note: null });
    expect(readText(manifest([]).slice(0, -1)).complete).toBe(false);
  });

  test('what is there is no finding: nothing is covered by a manifest alone', () => {
    const { coverage } = judge(knowledge, [readText(manifest([item({ state: 'absent' })]))], { version: 'test' });
    expect(coverage).toEqual([]);
  });

  test('a question of several users is answered where one has an answer', () => {
    const source = readText(manifest([item({ state: 'failed', error: 'x' }), item({})]));
    const { verdicts } = judge(knowledge, [source], { version: 'test' });
    expect(verdicts.flatMap(({ missing }) => missing.filter(({ collect }) => collect === cameras))).toEqual([]);
  });

  const kernel = collectCommands.find(({ output: name }) => name === 'journal-kernel.json')!.collect;
  const hint = 'Hint: You are currently not seeing messages from other users and the system.';
  const logs = { command: null, place: '~/.zoom/logs' };
  test.each<[string, object, string | null]>([
    ['a log that was refused', { ...logs, state: 'not-allowed', error: 'x' }, 'logs that the collector was refused: 1'],
    [
      'a file that was refused',
      { ...logs, error: 'left out: /home/alice/.zoom/logs/a.log (not allowed);' },
      'logs that the collector was refused: 1',
    ],
    [
      'one that was too large',
      { ...logs, error: '/home/alice/.zoom/logs/a.log: too large (70,000,000 bytes)' },
      'places whose logs were left out in part, too large: 1',
    ],
    [
      'events that took too long',
      { command: 'wevtutil qe Application /f:xml > application-events.xml', state: 'timed-out', error: 'x' },
      'logs that took the collector too long: 1',
    ],
    ['a link', { ...logs, error: 'left out: /home/alice/.zoom/logs/a (a link);' }, null],
    ['databases', { command: null, place: '%APPDATA%\\Zoom\\data', state: 'not-allowed', error: 'x' }, null],
    ['what is no log', { state: 'not-allowed', error: 'x' }, null],
    ['a log that is not there', { ...logs, state: 'absent', error: 'x' }, null],
    ['a part of the journal', { command: kernel, error: hint }, null],
  ])('what the collector could not take: %s', (_, rest, note) => {
    expect(readText(manifest([item(rest)]))).toMatchObject({ complete: note === null, note });
  });

  test.each<[string, object, covers: boolean]>([
    ['refused', { state: 'not-allowed', error: 'Access is denied.' }, false],
    ['refused in part', { error: hint }, false],
    ['answered', {}, true],
    ['refused once and answered once', { isTwice: true, state: 'not-allowed' }, true],
  ])('an answer without findings that was %s', (_, { isTwice, ...rest }: { isTwice?: boolean }, covers) => {
    const files = [listed('commands/journal-kernel.json', 'x')];
    const items = [item({ command: kernel, files, ...rest }), ...(isTwice ? [item({ command: kernel, files })] : [])];
    const pipe = openSource(knowledge, 'case/commands/journal-kernel.json');
    pipe.push(
      Buffer.from(
        '{"__REALTIME_TIMESTAMP":"1772784871000000","_TRANSPORT":"stdout","SYSLOG_IDENTIFIER":"example","MESSAGE":"idle"}\n',
      ),
    );
    const { coverage, verdicts } = judge(knowledge, [readText(manifest(items)), pipe.end()], { version: 'test' });
    expect(coverage.length > 0).toBe(covers);
    const asked = verdicts.flatMap(({ missing }) => missing.filter(({ collect }) => collect === kernel));
    expect(asked.length > 0).toBe(!covers);
    if (!covers) expect(asked[0]!.asked?.state).toBe('not-allowed');
  });

  test('why there is no answer is masked like everything else', () => {
    const source = readText(manifest([item({ state: 'failed', error: 'alice.doe@example.com: no' })]));
    const { verdicts } = judge(knowledge, [source], { version: 'test' });
    const asked = verdicts.flatMap(({ missing }) => missing.filter(({ collect }) => collect === cameras));
    expect(asked[0]!.asked).toEqual({ state: 'failed', error: '<email-1>: no' });
  });
});

describe('a manifest that is damaged or edited', () => {
  const long = manifest(Array.from({ length: 200 }, (_, k) => item({ command: `program-${k}` })));

  test('cut anywhere: what is whole is read, and never a throw', () => {
    for (let cut = 0; cut < long.length; cut += 997) {
      const { questions, format, complete } = readText(long.slice(0, cut));
      if (format !== null) expect([complete, questions.length <= 200]).toEqual([false, true]);
    }
    expect(readText(long.slice(0, 20_000)).questions.length).toBeGreaterThan(50);
  });

  test.each([
    ['a comma that nothing follows', (source: string) => source.replace(/\}$/, ',}')],
    ['no comma between two keys', (source: string) => source.replace('"os"', ' "tool" "os"')],
    ['a bracket that does not fit', (source: string) => source.replace(/\]\}$/, '}}')],
  ])('no valid JSON: %s', (_, edit) => {
    const source = manifest([item({}), item({ what: 'microphones: {"a", ]} ,}' })]);
    expect(readText(source)).toMatchObject({ complete: true, note: null });
    expect(readText(edit(source))).toMatchObject({
      complete: false,
      note: 'the document is not valid JSON, as if edited or damaged',
    });
  });

  test.each([
    ['no items', manifest([]).replace('"items":[]', '"items":null')],
    ['items that are none', manifest([]).replace('[]', '[1,"x",null,[[]],{}]')],
    ['values of other kinds', manifest([item({ command: 7, state: {}, error: [], files: 'x' })])],
    [
      'files of other kinds',
      manifest([item({ files: [null, 1, [], { path: 3 }, { path: 'a', bytes: 'x', sha256: 9 }] })]),
    ],
    ['deep nesting', manifest([]).replace('[]', `[${'{"a":'.repeat(50_000)}1${'}'.repeat(50_000)}]`)],
    ['bytes that are no text', manifest([item({ error: '\u0000\ud800' })])],
  ])('%s', (_, source) => {
    expect(readText(source).format).toBe('zoomlog-collection');
  });

  test('thirty thousand items and files: bounded', () => {
    const one = JSON.stringify(item({ files: [listed('a', 'a'), listed('b', 'b')] }));
    const source = manifest([]).replace('[]', `[${`${one},`.repeat(30_000)}${one}]`);
    const { questions, listed: files } = readText(source);
    expect([questions.length, files.length]).toEqual([1_000, 20_000]);
  });
});
