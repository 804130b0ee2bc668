/** Log lines that a document quotes: which are a source of their own, and what their word is worth beside log files. */
import {
  type failureClasses,
  judge,
  knowledge,
  openSource,
  type SourceFindings,
  type VerdictState,
} from '@zoomlog/parser';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { runsOf } from '../helpers/runs.ts';

interface Reading {
  readonly asLog?: boolean;
  readonly cuts?: readonly number[];
}

const encoder = new TextEncoder();

function read(path: string, content: string | Uint8Array, { asLog = false, cuts = [] }: Reading = {}): SourceFindings {
  const bytes = typeof content === 'string' ? encoder.encode(content) : content;
  const pipe = openSource(knowledge, path, { asLog });
  let from = 0;
  for (const cut of [...cuts.map((one) => one % (bytes.length + 1)), bytes.length].sort((a, b) => a - b)) {
    pipe.push(bytes.subarray(from, cut));
    from = cut;
  }
  return pipe.end();
}

/** Each run that a document quotes: its lines, its format, and what was found where. */
const runsIn = (path: string, content: string | Uint8Array): string[] =>
  read(path, content).quoted.map(
    ({ path: place, format, findings }) =>
      `${place} ${format}${findings.map(({ id, attempts }) => ` ${id}:${attempts[0]!.first.line}:${attempts[0]!.first.column}`).join('')}`,
  );

type Verdicts = Partial<Record<(typeof failureClasses)[number], VerdictState>>;

const reportOn = (evidence: Readonly<Record<string, string>>, options: Reading = {}) =>
  judge(
    knowledge,
    Object.entries(evidence).map(([path, text]) => read(path, text, options)),
    { version: 'test' },
  );

const verdictsOn = (evidence: Readonly<Record<string, string>>, options: Reading = {}): Verdicts =>
  Object.fromEntries(
    reportOn(evidence, options)
      .verdicts.filter(({ state }) => state !== 'not-assessable')
      .map(({ class: name, state }) => [name, state]),
  );

const row = (at: string, port = 8801, action = 'DROP'): string =>
  `2025-11-03 08:0${at} ${action} UDP 192.0.2.7 198.51.100.9 50001 ${port} 0 - - - - - - - SEND`;
const rows = [row('1:00'), row('1:02'), row('1:03')].join('\n');
const client = (at: string, message: string): string =>
  `11/03/2025 08:0${at}:009\tZOOM\t[512:9013:41288]\tINFO\t${message}, this = 0x00c4d200`;
const joinFailed = (at: string, code = '5003'): string =>
  client(at, `CmmConfAgent::on_start_confirm, result = ${code}`);
const attempt = [client('1:01', 'vc::start_req()'), client('1:02', 'vc::ping()'), joinFailed('1:05')].join('\n');
const kernel = (at: string, message: string, host = 'desk-7'): string => `Nov  3 08:0${at} ${host} kernel: ${message}`;
const packet = (port = 8801): string =>
  `[UFW BLOCK] IN= OUT=eth0 SRC=192.0.2.5 DST=198.51.100.9 LEN=60 TTL=64 ID=1 DF PROTO=UDP SPT=40000 DPT=${port} LEN=40 `;
const drops = [kernel('1:00', packet()), kernel('1:01', packet()), kernel('1:04', packet(8802))].join('\n');

const hello = 'Hello support,\nsince Monday nobody in our office can join a meeting.\nThis is what the log says:\n';
const bye = '\nWhat can we do about it?\nThank you for your help, and best regards\nAlice\n';
const fence = (lines: string, info = ''): string => `\`\`\`${info}\n${lines}\n\`\`\`\n`;
const behind = (mark: string, lines: string): string => lines.replace(/^/gm, mark);
const wide = (text: string): Uint8Array => new Uint8Array(Buffer.from(`\ufeff${text}`, 'utf16le'));

const dropAt = (line: number, column: number) => `local-firewall-drop:${line}:${column}`;

describe('a run', () => {
  test.each<[why: string, text: string | Uint8Array, runs: readonly string[]]>([
    ['in a fence', hello + fence(drops, 'text') + bye, [`#L5-7 syslog ${dropAt(5, 130)}`]],
    ['in a fence of tildes that nobody closed', `${hello}~~~\n${drops}\n`, [`#L5-7 syslog ${dropAt(5, 130)}`]],
    ['in a fence, with hardly a word', `Hi,\n${fence(drops)}Bob\n`, [`#L3-5 syslog ${dropAt(3, 130)}`]],
    ['in a fence, and nothing else', fence(drops), [`#L2-4 syslog ${dropAt(2, 130)}`]],
    [
      'in a list',
      `${hello}1. the log\n\n${behind('   ', fence(drops).trimEnd())}\n2. that is all\n`,
      [`#L7-9 syslog ${dropAt(7, 133)}`],
    ],
    ['in a reply', `${hello}${behind('> ', drops)}\n${bye}`, [`#L4-6 syslog ${dropAt(4, 132)}`]],
    ['in a reply to a reply', `${hello}${behind('> > ', drops)}\n${bye}`, [`#L4-6 syslog ${dropAt(4, 134)}`]],
    ['bare, between paragraphs', `${hello}\n${drops}\n${bye}${bye}`, [`#L5-7 syslog ${dropAt(5, 130)}`]],
    ['indented', `${hello}\n${behind('    ', drops)}\n${bye}`, [`#L5-7 syslog ${dropAt(5, 134)}`]],
    ['with CRLF', (hello + fence(drops) + bye).replaceAll('\n', '\r\n'), [`#L5-7 syslog ${dropAt(5, 130)}`]],
    ['in UTF-16', wide(hello + fence(drops) + bye), [`#L5-7 syslog ${dropAt(5, 130)}`]],
    ['of a table, with its header', `${hello}#Fields: date time action\n\n${rows}\n${bye}`, ['#L4-8 pfirewall']],
    [
      'and another one',
      `${hello}${drops}\n\nand in the client:\n\n${attempt}\n${bye}`,
      [`#L4-6 syslog ${dropAt(4, 130)}`, '#L10-12 zoom-memlog connection-failed:12:84'],
    ],
    [
      'pasted below a later one',
      `${hello}${drops.replaceAll('08:01', '09:01')}\n\n${drops}\n${bye}${bye}`,
      [`#L4-6 syslog ${dropAt(4, 130)}`, `#L8-10 syslog ${dropAt(8, 130)}`],
    ],
    [
      'in a fence, behind the command that printed it',
      hello + fence(`$ journalctl -k\n-- Boot 1 --\n${drops}\n$ exit`, 'console') + bye,
      [`#L7-9 syslog ${dropAt(7, 130)}`],
    ],
    [
      'in a ticket with its form',
      `Summary: no meetings\nStatus: open\n\n${hello}${drops}\n`,
      [`#L7-9 syslog ${dropAt(7, 130)}`],
    ],
    [
      'marked in a chat',
      `[2025-11-03 08:09:01] ann: look\n${fence(drops)}[2025-11-03 08:09:09] bob: oh\n${'[2025-11-03 08:09:10] ann: yes\n'.repeat(9)}`,
      [`#L3-5 syslog ${dropAt(3, 130)}`],
    ],
  ])('%s', (_, text, runs) => {
    expect(runsIn('ticket.md', text)).toEqual(runs);
  });

  const article = '# Symptoms\n\nMeetings fail, and the log shows\n\n';
  test.each<[why: string, path: string, text: string]>([
    ['that only a table’s header names', 'ticket.md', `${hello}#Fields: date time action\n\n${row('1:00')}\n${bye}`],
    ['of two lines', 'ticket.md', hello + fence(`${row('1:00')}\n${row('1:02')}`) + bye],
    ['of one line', 'ticket.md', `${hello}${row('1:00')}\n${bye}`],
    ['whose times go back', 'ticket.md', hello + fence([row('1:05'), row('1:02'), row('1:07')].join('\n')) + bye],
    ['whose times stand still', 'ticket.md', hello + fence([row('1:05'), row('1:05'), row('1:05')].join('\n')) + bye],
    [
      'of any dated lines',
      'ticket.md',
      hello + fence(`${'2025-11-03 08:01 Error code: 5003\n'.repeat(2)}2025-11-03 08:02 Zoom`) + bye,
    ],
    [
      'that prose breaks up',
      'ticket.md',
      `${hello}${row('1:00')}\nand then\n${row('1:02')}\nand\n${row('1:04')}\n${bye}`,
    ],
    [
      'that prose of a reply breaks up',
      'ticket.md',
      hello + behind('> ', `${row('1:00')}\nand then\n${row('1:02')}\nand\n${row('1:04')}`) + bye,
    ],
    [
      'of an article',
      'page.md',
      `${article}${fence(drops)}\n## Cause\n\nA rule blocks it.\n\n## Workaround\n\nRemove it.\n`,
    ],
    [
      'of an article, more log than prose',
      'page.txt',
      `KB 12: Known issue\n\nSymptom: calls drop.\n\n${drops}\n\nSolution: add a rule.\n`,
    ],
    [
      'of a closed ticket',
      'ticket.txt',
      `Summary\n${hello}${drops}\n\nResolution\nThe rule was removed by the administrator.\n`,
    ],
    [
      'of a how-to',
      'page.md',
      `# How to read the log of UFW\n\nLook for lines such as these in the log:\n\n${fence(drops)}${bye}`,
    ],
    [
      'of source code by its name',
      'sample.py',
      `CASES = """\n${drops}\n"""\nfor case in CASES: print(case, "is a line of a log")\n`,
    ],
    ['of source code in a ticket', 'ticket.md', `${hello}${fence(`CASES = """\n${drops}\n"""`, 'python')}${bye}`],
    [
      'of source code as text',
      'sample.txt',
      `import unittest\n\nCASES = """\n${drops}\n"""\n\nclass Parse(unittest.TestCase):\n    def test_cases(self):\n        return len(CASES)\n`,
    ],
    ['of a report of zoomlog', 'report.txt', `zoomlog 0.1.0 · Linux · 2 sources, 210 lines\n\n${drops}\n${bye}`],
    [
      'of a page of its docs',
      'page.md',
      `# A firewall\n\n<!-- Generated by \`npm run generate\` from the declarations. Edit those, not this page. -->\n\n${fence(drops)}${bye}`,
    ],
    ['of data', 'report.json', `{"text": "\n${drops}\n",\n${'"other": "data",\n'.repeat(9)}"end": ""}\n`],
  ])('%s gives nothing', (_, path, text) => {
    expect(read(path, text)).toMatchObject({ state: 'unrecognised', findings: [], quoted: [] });
    expect(verdictsOn({ [path]: text })).toEqual({});
  });

  test('in what is mostly a log is part of a log file, whatever is said around it', () => {
    const text = `Hello,\nhere is the log:\n\n${drops}\n${drops.replaceAll('08:01', '09:01')}\nBye\n`;
    expect(read('mail.txt', text)).toMatchObject({ state: 'read', format: 'syslog', quoted: [] });
    expect(verdictsOn({ 'mail.txt': text })).toEqual({ firewall: 'confirmed' });
    const table = `Hello, this is our log of today:\n${rows}\n`;
    expect(read('mail.txt', table)).toMatchObject({ state: 'read', format: 'pfirewall', quoted: [] });
  });

  test('is a source with the document’s lines, and its own machine', () => {
    const text = hello + fence(rows) + bye;
    const path = 'users/.zoom/logs/ticket.md';
    const { sources, diagnoses, machines } = reportOn({ [path]: text });
    expect(sources).toMatchObject([
      { path, state: 'unrecognised', format: null },
      {
        path: `${path}#L5-7`,
        state: 'quoted',
        format: 'pfirewall',
        complete: true,
        lines: 3,
        first: '2025-11-03T08:01:00',
        last: '2025-11-03T08:01:03',
        note: expect.stringContaining('the original file is wanted'),
      },
    ]);
    // The folder would be one of Linux.
    expect(read(path, text).quoted[0]!.machine.os).toBe('windows');
    expect(machines).toHaveLength(2);
    for (const { line, column, endColumn, text: shown, mark } of diagnoses.flatMap(({ evidence }) => evidence))
      expect(text.split('\n')[line - 1]!.slice(column - 1, endColumn - 1)).toBe(shown.slice(...mark));
  });

  test('in a document of more than 2 MiB is not looked for, and a note says so', () => {
    const long = hello + fence(drops) + bye + 'And so on, and so forth, as it was.\n'.repeat(70_000);
    const source = read('ticket.md', long);
    expect(source).toMatchObject({ state: 'unrecognised', quoted: [], note: expect.stringContaining('2 MiB') });
    expect(read('ticket.md', long.slice(0, 2_000_000)).quoted).toHaveLength(1);
  });

  test('beyond the two hundredth is not read, and a note says so', () => {
    const source = read('ticket.md', `${hello}${fence(drops)}${bye}`.repeat(300));
    expect(source).toMatchObject({ state: 'unrecognised', note: expect.stringContaining('more than 200') });
    expect(source.quoted).toHaveLength(200);
  });
});

const event = (computer = 'DESK-7') =>
  `Log Name:      Application\nSource:        Application Error\nDate:          11/3/2025 8:01:00 AM\nEvent ID:      1000\nTask Category: (100)\nLevel:         Error\nKeywords:      Classic\nUser:          N/A\nComputer:      ${computer}\nDescription:\nFaulting application name: Zoom.exe, version: 6.2.5.48876, time stamp: 0x6706f0aa\nFaulting module name: vcam.dll, version: 1.2.0.0, time stamp: 0x5c5c5c5c\nException code: 0xc0000005\nFault offset: 0x00012345`;
const eventXml =
  '<Event xmlns="http://schemas.microsoft.com/win/2004/08/events/event">\n<System><Provider Name="Application Error"/><EventID>1000</EventID>\n<TimeCreated SystemTime="2025-11-03T08:01:00.000Z"/><Computer>DESK-7</Computer></System>\n<EventData><Data Name="AppName">Zoom.exe</Data><Data Name="ModuleName">vcam.dll</Data><Data Name="ExceptionCode">c0000005</Data></EventData></Event>';
const consent =
  'Windows Registry Editor Version 5.00\n\n[HKEY_LOCAL_MACHINE\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\CapabilityAccessManager\\ConsentStore\\webcam]\n"Value"="Deny"';
const dxdiag =
  '------------------\nSystem Information\n------------------\n      Time of this report: 11/3/2025, 08:01:00\n             Machine name: DESK-7\n           DxDiag Version: 10.00.22621.0001 64bit Unicode\n------------------\nSound Devices\n------------------\n            Description: Speakers (Example)\n\n---------------------\nSound Capture Devices\n---------------------\n---------------------\nVideo Capture Devices\nNumber of Devices: 0\n---------------------';
const curl =
  '* Host zoom.us:443 was resolved.\n*   Trying 203.0.113.40:443...\n> Host: zoom.us\n* connect to 203.0.113.40 port 443 failed: Connection refused\n* Closing connection';
const launcher =
  'ZoomLauncher started.\nZoom path is: /opt/zoom\n/opt/zoom/zoom: error while loading shared libraries: libexample.so.1: cannot open shared object file: No such file or directory\nSomething went wrong while running zoom, exit code is 127.\nZoomLauncher exit.';
const winhttp =
  'Current WinHTTP proxy settings:\n\n    Proxy Server(s) :  192.0.2.77:3128\n    Bypass List     :  (none)';
const console = `PS C:\\Users\\alice> netsh winhttp show proxy\n\n${winhttp}\n\nPS C:\\Users\\alice> exit`;
const blocks = {
  event,
  eventXml: () => eventXml,
  consent: () => consent,
  dxdiag: () => dxdiag,
  curl: () => curl,
  launcher: () => launcher,
  winhttp: () => winhttp,
  console: () => console,
} as const;
const each = Object.entries(blocks).map(([name, make]) => [name, make()] as const);
const idsOf = ({ findings }: SourceFindings): string[] => findings.map(({ id }) => id).sort();

describe('a block', () => {
  const ways: readonly (readonly [where: string, put: (block: string) => string])[] = [
    ['between paragraphs', (block) => `${hello}\n${block}\n${bye}`],
    ['below prose', (block) => `${hello}${block}\n${bye}`],
    ['above the question', (block) => `${block}\n\nThis is what I see since Monday. Can you help me?\n`],
    ['above a name', (block) => `${block}\n\nThanks,\nAlice\n`],
    ['below one impersonal sentence', (block) => `The computer of the other branch says the following.\n\n${block}\n`],
    ['below a question', (block) => `Is this the reason?\n\n${block}\n`.replace('Is this', 'Could this event be')],
    ['in a fence', (block) => `Look:\n\n${fence(block)}`],
    ['in a fence with a name', (block) => `# Camera\n\n${fence(block, 'text')}\nWhat now?\n`],
    ['in a fence, and nothing else', (block) => fence(block)],
    ['indented', (block) => `${hello}\n${behind('    ', block)}\n${bye}`],
    ['in a reply', (block) => `${hello}\n${behind('> ', block)}\n${bye}`],
    ['in a reply to a reply', (block) => `${hello}\n${behind('> > ', block)}\n${bye}`],
    ['in a reply, and nothing else', (block) => `${behind('> ', block)}\n`],
    ['with CRLF', (block) => `${hello}\n${block}\n${bye}`.replaceAll('\n', '\r\n')],
    ['in a mail', (block) => `From: alice@example.com\nTo: support@example.com\nSubject: no camera\n\n${block}\n`],
    ['in a German mail', (block) => `Hallo,\n\nseit Montag geht bei mir nichts mehr:\n\n${block}\n\nViele Grüße\n`],
    ['in a French mail', (block) => `Bonjour,\n\nvoici ce que dit mon poste.\n\n${block}\n\nCordialement\n`],
    ['in a Chinese mail', (block) => `您好，\n我的摄像头不能用了，日志如下：\n\n${block}\n\n谢谢\n`],
    ['in a Japanese mail', (block) => `お世話になっております。\n私のカメラが映りません。\n\n${block}\n`],
    ['in a ticket', (block) => `Summary: no camera\nStatus: open\nPriority: high\n\n${block}\n`],
    ['in a chat', (block) => `[2025-11-03 08:09] Ann: what does it say\n[2025-11-03 08:10] Bob: this\n\n${block}\n`],
  ];
  describe.each(ways)('%s', (_, put) => {
    test.each(each)('%s', (_, block) => {
      const source = read('ticket.md', put(block));
      expect(source).toMatchObject({ state: 'unrecognised', findings: [] });
      expect(source.quoted.map(({ state }) => state)).toEqual(['quoted']);
      expect(idsOf(source.quoted[0]!)).toEqual(idsOf(read('file.txt', `${block}\n`)));
      expect(Object.values(verdictsOn({ 'ticket.md': put(block) }))).not.toContain('confirmed');
    });
  });

  test.each(each)('%s is a file where nobody writes of it', (_, block) => {
    for (const text of [
      block,
      `\n\n${block}\n`,
      `Output of the command on DESK-7\n\n${block}\n`,
      `${block}\n\n# end of file\n`,
    ])
      expect(read('file.txt', text)).toMatchObject({ state: 'read', quoted: [] });
  });

  test('counts like a file if asked', () => {
    const text = `${hello}\n${event()}\n${bye}`;
    expect(verdictsOn({ 'ticket.md': text })).toEqual({ crash: 'suspected' });
    expect(verdictsOn({ 'ticket.md': text }, { asLog: true })).toEqual({ crash: 'confirmed' });
  });

  test('has the document’s lines', () => {
    const text = `${hello}\n${behind('> ', event())}\n${bye}`;
    const { quoted } = read('ticket.md', text);
    expect(quoted[0]!.path).toBe('#L5-18');
    for (const { attempts } of quoted[0]!.findings) {
      const { line, column, endColumn } = attempts[0]!.first;
      expect(text.split('\n')[line - 1]!.slice(column - 1, endColumn - 1)).toBe('Zoom.exe');
    }
  });

  test('and others, each of its format', () => {
    const text = `${hello}\n${event()}\n\nAnd the settings of my account:\n\n${consent}\n\nIn the network:\n\n${curl}\n\n${drops}\n${bye}`;
    expect(read('ticket.md', text).quoted.map(({ format }) => format)).toEqual([
      'windows-events-text',
      'windows-registry',
      'curl',
      'syslog',
    ]);
  });

  test('that goes on below a sentence of its own', () => {
    const text = `${hello}\nLog Name:      System\nSource:        Schannel\nDate:          11/3/2025 8:01:00 AM\nEvent ID:      36881\nTask Category: None\nLevel:         Error\nKeywords:      \nUser:          SYSTEM\nComputer:      DESK-7\nDescription:\nThe certificate received from the remote server has either expired or is not yet valid.\n\nThe SSPI client process is Zoom (PID: 4021).\n${bye}`;
    expect(read('ticket.md', text).quoted.map(idsOf)).toEqual([['certificate-date-error']]);
  });

  test.each([
    ['of two lines', `${hello}\n[HKEY_LOCAL_MACHINE\\SOFTWARE\\Example]\n"Value"="Deny"\n${bye}`],
    [
      'of an article',
      `# Symptoms\n\nThe client closes.\n\n${event()}\n\n## Cause\n\nA camera.\n\n## Workaround\n\nUnplug it.\n`,
    ],
    [
      'of a note of a knowledge base',
      `KB 12: Known issue\n\nSymptom: the client closes.\n\n${event()}\n\nSolution: update.\n`,
    ],
    ['of a how-to', `# How to read a crash\n\nLook for events such as this one.\n\n${event()}\n${bye}`],
    ['of source code in a ticket', `${hello}\n${fence(`CASES = """\n${event()}\n"""`, 'python')}${bye}`],
  ])('%s gives nothing', (_, text) => {
    expect(read('page.md', text)).toMatchObject({ state: 'unrecognised', findings: [], quoted: [] });
  });

  test('of another computer does not name that of the log files', () => {
    const { machines, diagnoses } = reportOn({
      'pfirewall.log': `${rows}\n`,
      'ticket.md': `${hello}\n${event('LAB-9')}\n${bye}`,
    });
    expect(machines.map(({ name }) => name)).toEqual([null]);
    expect(diagnoses.map(({ class: name, confidence }) => [name, confidence])).toEqual([
      ['firewall', 'high'],
      ['crash', 'medium'],
    ]);
  });
});

describe('its word', () => {
  const ticket = `${hello}${fence(rows)}\nand in the client\n${fence(attempt)}${bye}`;
  const alone = hello + fence(rows) + bye;

  test('is suspected at most, whatever it shows', () => {
    expect(verdictsOn({ 'ticket.md': ticket })).toEqual({ firewall: 'suspected' });
    expect(reportOn({ 'ticket.md': ticket }).diagnoses).toMatchObject([{ code: '5003', confidence: 'medium' }]);
    expect(reportOn({ 'ticket.md': alone }).diagnoses).toMatchObject([{ code: null, confidence: 'medium' }]);
  });

  test('counts like a log file’s, if asked', () => {
    expect(verdictsOn({ 'ticket.md': ticket }, { asLog: true })).toEqual({ firewall: 'confirmed' });
    expect(reportOn({ 'ticket.md': ticket }, { asLog: true }).sources.map(({ state }) => state)).toEqual([
      'unrecognised',
      'quoted',
      'quoted',
    ]);
  });

  test('of two documents proves nothing either', () => {
    const other =
      hello +
      fence(
        [
          client('1:01', 'a'),
          client('1:03', 'async_connector_t::connect failed, errno = 10013'),
          joinFailed('1:05'),
        ].join('\n'),
      ) +
      bye;
    expect(verdictsOn({ 'a.md': alone, 'b.md': other })).toEqual({ firewall: 'suspected' });
  });

  test('makes no proof with what a log file shows', () => {
    const log = `${client('1:02', 'async_connector_t::connect failed, errno = 10013')}\n${joinFailed('1:05')}\n`;
    const before = verdictsOn({ 'memlog.log': log });
    expect(before).toEqual({ firewall: 'suspected' });
    expect(verdictsOn({ 'memlog.log': log, 'ticket.md': alone })).toEqual(before);
    // The file itself would.
    expect(verdictsOn({ 'memlog.log': log, 'pfirewall.log': `${rows}\n` })).toEqual({ firewall: 'confirmed' });
  });

  test('lowers nothing that a log file proves', () => {
    expect(verdictsOn({ 'pfirewall.log': `${rows}\n`, 'ticket.md': hello + fence(attempt) + bye })).toEqual({
      firewall: 'confirmed',
    });
  });

  test('says nothing that the file does not say, where both are there', () => {
    const log = `${rows}\n${row('1:09')}\n`;
    expect(reportOn({ 'pfirewall.log': log, 'ticket.md': alone }).diagnoses).toEqual(
      reportOn({ 'pfirewall.log': log }).diagnoses,
    );
  });

  const joined = [
    client('2:01', 'vc::start_req()'),
    client('2:02', 'vc::ping()'),
    client('2:05', 'CmmConfAgent::on_start_confirm, result = 0, local_node_id = 0'),
  ].join('\n');
  test('ends no failure of a log file, only a quoted one', () => {
    const log = `${attempt}\n`;
    const ended = (evidence: Readonly<Record<string, string>>) =>
      reportOn(evidence).diagnoses.map(({ ended }) => ended !== null);
    expect(ended({ 'memlog.log': log, 'memlog-2.log': `${joined}\n` })).toEqual([true]);
    expect(ended({ 'memlog.log': log, 'ticket.md': hello + fence(joined) + bye })).toEqual([false]);
    expect(ended({ 'ticket.md': `${hello}${fence(attempt)}then\n${fence(joined)}${bye}` })).toEqual([true]);
    expect(ended({ 'memlog.log': `${joined}\n`, 'ticket.md': hello + fence(attempt) + bye })).toEqual([true]);
  });

  test('clears no cause', () => {
    const right = (lines: string) => verdictsOn({ 'ticket.md': hello + fence(lines) + bye });
    expect(
      right([row('1:00', 8801, 'ALLOW'), row('1:02', 443, 'ALLOW'), row('1:03', 8802, 'ALLOW')].join('\n')),
    ).toEqual({});
  });

  test('leaves open nothing that a log excludes', () => {
    const log = {
      'chronyc.txt':
        'Reference ID    : C0000219 (192.0.2.25)\nStratum         : 3\nSystem time     : 0.000014709 seconds slow of NTP time\nLeap status     : Normal\n',
    };
    const cleared = (evidence: Readonly<Record<string, string>>) =>
      reportOn(evidence).verdicts.find(({ class: name }) => name === 'tls-clock')!.cleared;
    expect(cleared(log)).toEqual(['clock']);
    const foreign = { 'ticket.md': hello + fence(rows) + bye };
    expect(reportOn({ ...log, ...foreign }).machines.map(({ os }) => os)).toEqual(['linux', 'windows']);
    expect(cleared({ ...log, ...foreign })).toEqual(['clock']);
  });

  test('is of the machine that it names, and of no other', () => {
    const { diagnoses, machines } = reportOn({
      syslog: `${kernel('1:00', 'usb 3-2: new high-speed USB device number 5 using xhci_hcd', 'ws-14')}\n`.repeat(3),
      'ticket.md': hello + fence(drops) + bye,
    });
    expect(machines).toHaveLength(2);
    expect(diagnoses).toMatchObject([{ class: 'firewall', confidence: 'medium' }]);
  });
});

describe('any document', () => {
  const part = fc.constantFrom(
    hello,
    bye,
    rows,
    drops,
    attempt,
    fence(drops),
    behind('> ', rows),
    event(),
    behind('> ', event('LAB-9')),
    dxdiag,
    consent,
    fence(console),
    '\n',
    '```\n',
    '> ',
    '    ',
    '\r\n',
    'é',
    '\u00a0',
  );
  const document = fc.array(part, { maxLength: 8 }).map((parts) => hello + parts.join('\n'));

  test('quotes the same, however its bytes are cut', () => {
    fc.assert(
      fc.property(document, fc.boolean(), fc.array(fc.nat(10_000), { maxLength: 6 }), (text, isWide, cuts) => {
        const bytes = isWide ? wide(text) : encoder.encode(text);
        expect(read('ticket.md', bytes, { cuts })).toEqual(read('ticket.md', bytes));
      }),
      runsOf(1000),
    );
  });

  test('quotes so far what a document of so much would quote', () => {
    fc.assert(
      fc.property(document, fc.nat(10_000), (text, cut) => {
        const bytes = encoder.encode(`${text}\n`);
        const to = bytes.lastIndexOf(10, cut % bytes.length) + 1;
        const pipe = openSource(knowledge, 'ticket.md');
        pipe.push(bytes.subarray(0, to));
        expect(pipe.sofar()).toEqual(read('ticket.md', bytes.subarray(0, to)));
        pipe.push(bytes.subarray(to));
        expect(pipe.end()).toEqual(read('ticket.md', bytes));
      }),
      runsOf(500),
    );
  });

  test('proves nothing, and neither proves nor ends what a log file shows', () => {
    const log = { 'memlog.log': `${joinFailed('1:05')}\n` };
    fc.assert(
      fc.property(
        document.filter((text) => read('ticket.md', text).state === 'unrecognised'),
        (text) => {
          expect(Object.values(verdictsOn({ ...log, 'ticket.md': text }))).not.toContain('confirmed');
          for (const { ended } of reportOn({ ...log, 'ticket.md': text }).diagnoses) expect(ended).toBeNull();
        },
      ),
      runsOf(300),
    );
  });
});
