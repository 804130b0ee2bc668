/** What cannot be read has a name still: it dates what the client wrote, it explains nothing, and it takes nothing away. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { judge, knowledge, openSource, type SourceFindings, type SourceState } from '@zoomlog/parser';
import { readSources } from '@zoomlog/parser/node';
import { afterAll, describe, expect, test } from 'vitest';
import { exitStatusOf } from '../../packages/cli/src/exit-status.ts';
import { zipOf } from '../../scripts/make-archive.ts';
import { plain, scanPlainly, told } from '../helpers/scan-plainly.ts';

const encrypted = Buffer.from(
  'ReceiverVersion:V01\nCipheredPassword:AAAA\nCipherSignature:AAAA\nLoggerInfo:AAAA\nEnd\n\x04\x01\x88f',
);
const minidump = Buffer.from('MDMP\x93\xa7\0\0\x04\0\0\0 \0\0\0');
const noise = Buffer.from([0, 1, 2, 3, 4, 5, 6, 7, 0x8f, 0x9f]);
const empty = Buffer.alloc(0);
const text = Buffer.from('03/06/2026 08:14:31:120\tZOOM\t[7:8:9]\tINFO\tstep\n');

const user = 'QQQQQQQQQQQQQQQQQQQQQQ';
const appData = 'C/Users/alice/AppData/Roaming/Zoom/logs/';
const failedJoin = (stamp = '20251103-080305', ending = 'log.zenc', system = 'win'): string =>
  `zoom_memlog_0e0f0000-0000-4000-8000-0000000000a1_${user}_${stamp}_01_JoinMeetingFail_${system}_.${ending}`;
const windowsDump = `${appData}0c1d/crashdump.dmp`;
const dump = '/home/user/.zoom/logs/crash_5.17.5.2543_desk-7_2025-1103-080305.dmp';

function read(path: string, bytes: Buffer, block = bytes.length || 1): SourceFindings {
  const pipe = openSource(knowledge, path);
  for (let at = 0; at < bytes.length; at += block) pipe.push(bytes.subarray(at, at + block));
  return pipe.end();
}

/** `failed-join-log 2025-11-03T08:03:05 at JoinMeetingFail`. */
const found = ({ findings }: SourceFindings): string[] =>
  findings.map(({ id, attempts: [attempt] }) => {
    const { time, text, column, endColumn, line } = attempt!.first;
    expect(line).toBe(1);
    return `${id} ${time?.text ?? 'undated'} at ${text.slice(column - 1, endColumn - 1)}`;
  });

const join0305 = 'failed-join-log 2025-11-03T08:03:05 at JoinMeetingFail';
const names: readonly (readonly [path: string, bytes: Buffer, state: SourceState, found: string | null])[] = [
  [appData + failedJoin(), encrypted, 'encrypted', join0305],
  [(appData + failedJoin()).replaceAll('/', '\\'), encrypted, 'encrypted', join0305],
  [`bundle.zip!/logs/${failedJoin()}`, encrypted, 'encrypted', join0305],
  [failedJoin(), empty, 'empty', join0305],
  [failedJoin('20251103-080305', 'log'), empty, 'empty', join0305],
  [`desk-7 ${failedJoin()}`, noise, 'binary', join0305],
  [`Library/Logs/zoom.us/${failedJoin('20251103-080305', 'log.zip', 'mac')}`, noise, 'binary', join0305],
  [failedJoin('20251399-080305'), encrypted, 'encrypted', 'failed-join-log undated at JoinMeetingFail'],
  [dump, minidump, 'binary', 'crash-dump 2025-11-03T08:03:05 at 2025-1103-080305'],
  [dump, empty, 'empty', 'crash-dump 2025-11-03T08:03:05 at 2025-1103-080305'],
  [windowsDump, minidump, 'binary', 'crash-dump undated at .dmp'],
  // A log that the client writes anyway.
  [`${appData}zoom_memlog_9120_20251103-080305.log.zenc`, encrypted, 'encrypted', null],
  // What can be read speaks for itself.
  [failedJoin(), text, 'read', null],
  [dump, text, 'read', null],
  ['/cases/zoom/outlook.dmp', minidump, 'binary', null],
  ['Library/Logs/zoom.us/crashlog/2270.log', empty, 'empty', null],
  [`logs/not${failedJoin()}`, encrypted, 'encrypted', null],
  [`${failedJoin()}/notes.txt`, empty, 'empty', null],
];

test.each(names)('%s, %#', (path, bytes, state, expected) => {
  const source = read(path, bytes);
  expect(found(source)).toEqual(expected === null ? [] : [expected]);
  // The source itself is what it was: of no format, and without a time.
  if (state !== 'read') expect(source).toMatchObject({ format: null, first: null, last: null, timeBasis: 'none' });
  expect(source).toMatchObject({ state, complete: true });
  expect(read(path, bytes, 1)).toEqual(source);
});

test('a dump names the version and, by its folder, the system', () => {
  expect(read(dump, minidump).machine).toMatchObject({ os: 'linux', zoomVersions: ['5.17.5.2543'] });
});

test('what lay there before a watch began is not told by its name either', () => {
  for (const bytes of [encrypted, empty]) {
    const pipe = openSource(knowledge, failedJoin(), { silentBytes: bytes.length });
    pipe.push(bytes);
    expect(pipe.sofar()!.findings).toEqual([]);
    expect(pipe.end().findings).toEqual([]);
  }
  const fresh = openSource(knowledge, failedJoin());
  fresh.push(encrypted);
  expect(found(fresh.sofar()!)).toEqual([join0305]);
});

test('a list of such names is no such log', () => {
  const source = read('names.txt', Buffer.from(`${failedJoin()}\n${dump}\n`));
  expect(source.findings).toEqual([]);
});

// ---- on disk ---------------------------------------------------------------------------------

const home = mkdtempSync(join(tmpdir(), 'envelopes-'));
afterAll(() => rmSync(home, { recursive: true, force: true }));

function put(files: Readonly<Record<string, Buffer>>): string {
  const folder = mkdtempSync(join(home, 'case-'));
  for (const [name, bytes] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), bytes);
  }
  return folder;
}

const scanned = async (folder: string) => {
  const { report, problems } = await scanPlainly([folder]);
  return { report, told: told(report), exit: exitStatusOf(report, problems, [folder], 'error') };
};

test('a scan of a folder and of an archive say the same, and that evidence is missing', async () => {
  const files = { [appData + failedJoin()]: encrypted, [windowsDump]: minidump };
  const zip = zipOf(Object.entries(files).map(([name, data]) => ({ name, data, method: 0 })));
  for (const folder of [put(files), put({ 'bundle.zip': zip })]) {
    const { told, exit, report } = await scanned(folder);
    expect(told).toEqual(['failed-join-log null warning low', 'crash-dump null warning low']);
    expect(exit).toBe(3);
    expect(report.verdicts.filter(({ state }) => state !== 'not-assessable')).toMatchObject([
      { class: 'service', state: 'suspected' },
      { class: 'crash', state: 'suspected' },
    ]);
  }
});

test('the name that is shown holds no id of a user', async () => {
  const { report } = await scanned(put({ [failedJoin()]: encrypted }));
  const { text, mark } = report.diagnoses[0]!.evidence[0]!;
  expect(text).toContain('_<jid-1>_20251103-080305_01_');
  expect(text.slice(...mark)).toBe('JoinMeetingFail');
});

// ---- judging ---------------------------------------------------------------------------------

const firewall = (time: string): string =>
  `#Version: 1.5\n#Software: Microsoft Windows Firewall\n#Time Format: Local\n#Fields: date time action protocol src-ip dst-ip src-port dst-port size tcpflags tcpsyn tcpack tcpwin icmptype icmpcode info path\n\n2025-11-03 ${time} DROP UDP 192.0.2.5 203.0.113.9 52100 8801 0 - - - - - - - SEND\n`;
const camera =
  'Windows Registry Editor Version 5.00\n\n[HKEY_LOCAL_MACHINE\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\CapabilityAccessManager\\ConsentStore\\webcam]\n"Value"="Deny"\n';
const client = (at: string, message: string, level = 'INFO'): string =>
  `11/03/2025 08:0${at}:009\tZOOM\t[512:9013:41288]\t${level}\t${message}, this = 0x00c4d200\n`;
const refused = client('3:01', 'async_connector_t::connect failed, errno = 10061', 'ERROR');
const blocked = client('3:01', 'async_connector_t::connect failed, errno = 10013', 'ERROR');
const joined = client('3:03', 'CmmConfAgent::on_start_confirm, result = 0, local_node_id = 0');
const joinFailed = client('3:02', 'vc::on_ping_confirm_cli(),  start,  result: 104103,  top_mmr: ');
const launch = 'ZoomLauncher started.\nZoom path is: /opt/zoom\n';
const signal = `${launch}zoom was exited due to a handled signal: 11 \nZoomLauncher exit.\n`;

type Evidence = Readonly<Record<string, string>>;

const judged = (evidence: Evidence, ...envelopes: readonly string[]) =>
  judge(
    knowledge,
    [
      ...Object.entries(evidence).map(([path, content]) => read(path, Buffer.from(content))),
      ...envelopes.map((path) => read(path, path.endsWith('.dmp') ? minidump : encrypted)),
    ],
    { version: 'test' },
  );

describe('a cause that is joined through a name', () => {
  test('is of medium confidence at most, and stands by itself as before', () => {
    const report = judged({ 'pfirewall.log': firewall('08:03:00') }, failedJoin());
    expect(told(report)).toEqual(['local-firewall-drop null error high', 'local-firewall-drop null warning medium']);
    expect(report.diagnoses[1]!.evidence.map(({ failure, role }) => `${role} ${failure}`)).toEqual([
      'cause local-firewall-drop',
      'symptom failed-join-log',
    ]);
  });

  test.each(['08:01:00', '08:04:00'])('is none at another time: %s', (time) => {
    expect(told(judged({ 'pfirewall.log': firewall(time) }, failedJoin()))).toEqual([
      'local-firewall-drop null error high',
      'failed-join-log null warning low',
    ]);
  });

  test('is never a camera or a permission', () => {
    expect(told(judged({ 'consent.reg': camera }, failedJoin()))).toEqual([
      'camera-consent-denied null error high',
      'failed-join-log null warning low',
    ]);
  });
});

test('a join that follows ends what a name makes likely', () => {
  const { verdicts, diagnoses } = judged({ 'zoom_memlog_1.log': joined.replace('8:03', '8:09') }, failedJoin());
  expect(diagnoses[0]).toMatchObject({ failure: 'failed-join-log', ended: { fact: 'join-succeeded' } });
  expect(verdicts.every(({ state }) => state === 'not-assessable')).toBe(true);
});

describe('a crash dump', () => {
  test('is evidence of the crash that a log shows', () => {
    expect(told(judged({ 'zoom_stdout_stderr.log': signal }, dump))).toEqual(['client-crashed null error high']);
  });

  test('does not keep a crash open that a good launch ended', () => {
    const good = `${launch}zoom exited normally, exit code is 0 .\nZoomLauncher exit.\n`;
    const report = judged({ 'zoom_stdout_stderr.log': signal + good }, dump);
    expect(told(report)).toEqual(['client-crashed null warning high']);
    expect(report.diagnoses[0]!.ended?.fact).toBe('launch-ended-well');
  });

  test('explains no exit', () => {
    const exited = `${launch}Something went wrong while running zoom, exit code is 1.\nZoomLauncher exit.\n`;
    expect(told(judged({ 'zoom_stdout_stderr.log': exited }, dump))).toEqual([
      'client-exited null error low',
      'crash-dump null warning low',
    ]);
  });
});

const companions: Readonly<Record<string, Evidence>> = {
  nothing: {},
  'a drop': { 'pfirewall.log': firewall('08:03:00') },
  'a denied camera': { 'consent.reg': camera },
  'a refused connection': { 'zoom_memlog_1.log': refused },
  'a refused connection and a code': { 'zoom_memlog_1.log': refused + joinFailed },
  'a stumble': { 'zoom_memlog_1.log': blocked + joined },
  'a drop and a way round': { 'pfirewall.log': firewall('08:03:00'), 'zoom_memlog_1.log': joined },
};

test.each(Object.entries(companions))('a name takes nothing from %s, and fails no scan', (_, evidence) => {
  const alone = judged(evidence);
  const both = judged(evidence, failedJoin(), windowsDump);
  const isOfName = ({ failure }: { failure: string }) => failure === 'failed-join-log' || failure === 'crash-dump';
  const others = both.diagnoses.filter((one) => !one.evidence.some(isOfName));
  expect(others).toEqual(alone.diagnoses);
  const added = both.diagnoses.filter((one) => one.evidence.some(isOfName));
  expect(added.length).toBe(2);
  for (const { severity, confidence } of added) {
    expect(severity).not.toBe('error');
    expect(confidence).not.toBe('high');
  }
});

test('the entry of an archive that is locked is told by its name', async () => {
  const locked = zipOf([{ name: failedJoin(), data: encrypted, method: 0, flags: 1 }]);
  const { sources } = await readSources([join(put({ 'bundle.zip': locked }), 'bundle.zip')], plain);
  expect(sources.map((source) => [source.state, ...found(source)])).toEqual([['unreadable', join0305]]);
});
