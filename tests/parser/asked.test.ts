/** The time that is asked about: spans, bounds, a moment; what covers it and what is hidden. */
import { type AskedTime, judge, knowledge, openSource, type Report } from '@zoomlog/parser';
import { describe, expect, test } from 'vitest';
import { eventLogOf } from '../helpers/event-log.ts';

const client = (clock: string, message: string): string =>
  `11/03/2025 ${clock}:009\tZOOM\t[512:9013:41288]\tINFO\t${message}\n`;
const failed = (clock: string): string =>
  client(clock, 'vc::on_ping_confirm_cli(),  start,  result: 104103,  top_mmr: ');
const joined = (clock: string): string =>
  client(clock, 'CmmConfAgent::on_start_confirm, result = 0, local_node_id = 0');
const consent = (value: string): string =>
  `Windows Registry Editor Version 5.00\n\n[HKEY_LOCAL_MACHINE\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\CapabilityAccessManager\\ConsentStore\\webcam]\n"Value"="${value}"\n`;

function ask(evidence: Readonly<Record<string, string>>, asked: AskedTime & { timezone?: string }): Report {
  const sources = Object.entries(evidence).map(([path, text]) => {
    const pipe = openSource(knowledge, path);
    pipe.push(new TextEncoder().encode(text));
    return pipe.end();
  });
  return judge(knowledge, sources, { version: 'test', ...asked });
}

const told = ({ diagnoses }: Report): string[] => diagnoses.map(({ failure, severity }) => `${failure} ${severity}`);
const seen = ['connection-failed error'];
const log = { 'zoom_memlog.log': failed('08:00:00') + client('17:00:00', 'idle') };

describe('a span', () => {
  test.each<[string, AskedTime & { timezone?: string }, readonly string[], covered: boolean]>([
    ['back from the end of the evidence', { since: { ago: 10 * 3_600_000 } }, seen, true],
    ['too short', { since: { ago: 8 * 3_600_000 } }, [], true],
    // At 10:00 in New York it is 15:00 in UTC: the failure of 08:00 was two hours ago.
    [
      'back from now, west of Greenwich',
      { since: { ago: 2.5 * 3_600_000 }, now: '2025-11-03T15:00:00Z', localZone: 'America/New_York' },
      seen,
      true,
    ],
    ['by the zone that was given', { since: '2025-11-03T06:59:00Z', timezone: 'Europe/Berlin' }, seen, true],
    ['by the zone that was given, too late', { since: '2025-11-03T07:01:00Z', timezone: 'Europe/Berlin' }, [], true],
    [
      'without a zone: that of the machine',
      { since: '2025-11-03T07:59:00', timezone: 'Asia/Tokyo', localZone: 'UTC' },
      seen,
      true,
    ],
    ['without any zone: that of this computer', { until: '2025-11-03T08:01:00', localZone: 'Asia/Tokyo' }, seen, true],
    ['before all evidence', { until: '2025-11-02T08:01:00' }, [], false],
    ['after all evidence', { since: '2025-11-04T00:00:00' }, [], false],
  ])('%s', (_, asked, diagnoses, covered) => {
    const report = ask(log, asked);
    expect(told(report)).toEqual(diagnoses);
    expect(report.asked.map(({ sources }) => sources.length)).toEqual([covered ? 1 : 0]);
    expect(report.hidden).toEqual(
      diagnoses.length > 0
        ? { count: 0, first: null, last: null }
        : { count: 1, first: '2025-11-03T08:00:00.009', last: '2025-11-03T08:00:00.009' },
    );
    // Verdicts are never filtered.
    expect(report.verdicts.find((one) => one.class === 'firewall')!.state).toBe('suspected');
  });

  test('without a question there is no answer', () => {
    expect(ask(log, { localZone: 'Asia/Tokyo' }).asked).toEqual([]);
  });

  test('a day that there never was is no end to count back from', () => {
    const never = { 'install.log': '0000-00-00 04:00:31+06 desk installd[7]: PackageKit: idle\n' };
    expect(ask(never, { since: { ago: 1000 } }).asked).toMatchObject([{ since: null }]);
  });

  test('longer than time itself', () => {
    expect(ask(log, { since: { ago: 1e18 } }).asked).toMatchObject([{ since: '-271821-04-20T00:00:00.000Z' }]);
  });

  test('a year that the log leaves out is that of the question', () => {
    const drop =
      'Nov  3 08:01:00 desk-7 kernel: [UFW BLOCK] IN= OUT=eth0 SRC=192.0.2.5 DST=198.51.100.9 LEN=60 TTL=64 ID=1 DF PROTO=UDP SPT=40000 DPT=8801 LEN=40 \n';
    expect(told(ask({ syslog: drop }, { since: '2025-11-03T08:00:00' }))).toHaveLength(1);
    expect(told(ask({ syslog: drop }, { since: '2025-11-03T08:02:00' }))).toEqual([]);
  });
});

describe('a moment', () => {
  const at = (clock: string, around = 600_000): AskedTime => ({ at: { time: `2025-11-03T${clock}`, around } });
  const day = { 'zoom_memlog.log': failed('08:00:00') + joined('10:00:00') + client('17:00:00', 'idle') };

  test.each<[string, AskedTime, readonly string[]]>([
    ['of the failure', at('08:05:00'), seen],
    ['of the failure, too narrow', at('08:05:00', 60_000), seen],
    ['while it lasted: nothing ended it before', at('09:00:00'), seen],
    ['after it was over', at('12:00:00'), []],
    ['before it', at('07:30:00'), []],
  ])('%s', (_, asked, diagnoses) => {
    expect(told(ask(day, asked))).toEqual(diagnoses);
  });

  test('what was never known to end lasts no longer than it was seen', () => {
    expect(told(ask(log, at('12:00:00')))).toEqual([]);
    expect(ask(log, at('12:00:00')).hidden.count).toBe(1);
    const twice = { 'zoom_memlog.log': failed('08:00:00') + failed('14:00:00') };
    expect(told(ask(twice, at('12:00:00')))).toEqual(seen);
  });

  test('a setting without a date is assumed to have held at any moment, and covers none', () => {
    const report = ask({ 'consent.reg': consent('Deny') }, at('12:00:00'));
    expect(report.verdicts.find((one) => one.class === 'permissions')!.state).toBe('suspected');
    expect(report.asked).toMatchObject([{ sources: [] }]);
  });

  test('a moment counts back from the end of the evidence', () => {
    expect(told(ask(log, { at: { time: { ago: 9 * 3_600_000 }, around: 600_000 } }))).toEqual(seen);
  });
});

test('coverage: which classes were looked for, where, and from when to when', () => {
  const { coverage } = ask({ ...log, 'consent.reg': consent('Deny'), 'notes.txt': 'my old notes\n' }, {});
  const of = (name: string) => coverage.find((one) => one.class === name);
  expect(of('network')).toEqual({
    machine: 1,
    class: 'network',
    count: 1,
    sources: ['zoom_memlog.log'],
    first: '2025-11-03T08:00:00.009',
    last: '2025-11-03T17:00:00.009',
    timeBasis: 'local',
    gaps: [],
  });
  expect(of('permissions')).toMatchObject({ sources: ['consent.reg'], first: null, last: null });
  expect(coverage.flatMap(({ sources }) => sources)).not.toContain('notes.txt');
});

test('coverage: what a log does not hold by its own account', () => {
  const syslog =
    'Nov  3 08:00:00 desk-7 systemd-journald[210]: Suppressed 812 messages from zoom.service\nNov  3 08:00:02 desk-7 kernel: net_ratelimit: 30 callbacks suppressed\nNov  3 08:00:03 desk-7 kernel: usb 1-4: new high-speed USB device number 5 using xhci_hcd\n';
  const { coverage } = ask({ syslog }, {});
  expect(coverage.find((one) => one.class === 'device-usb')!.gaps).toEqual(['syslog: 842 messages were suppressed']);
});

describe('coverage of event logs', () => {
  const written = (id: number, channel: string, data: string, provider = 'Microsoft-Windows-Eventlog') =>
    `<Event xmlns="http://schemas.microsoft.com/win/2004/08/events/event"><System><Provider Name="${provider}"/><EventID>${id}</EventID><TimeCreated SystemTime="2025-11-03T09:10:11.5000000Z"/><Channel>${channel}</Channel><Computer>DESK-7</Computer></System>${data}</Event>`;
  const cleared = (channel: string) =>
    `<UserData><LogFileCleared xmlns="http://manifests.microsoft.com/win/2004/08/windows/eventlog"><SubjectUserName>alice</SubjectUserName><Channel>${channel}</Channel><BackupPath></BackupPath></LogFileCleared></UserData>`;
  const gapsOf = (events: string) => ask({ 'events.xml': events }, {}).coverage[0]!.gaps;

  test('a log that was cleared says so', () => {
    const when = 'was cleared at 2025-11-03T09:10:11.5000000Z';
    expect(gapsOf(written(1102, 'Security', cleared('Security')))).toEqual([`events.xml: 1 log (Security) ${when}`]);
    expect(gapsOf(written(104, 'System', cleared('Application')))).toEqual([`events.xml: 1 log (Application) ${when}`]);
    expect(gapsOf(written(104, 'System', cleared('System'), 'Example-Provider'))).toEqual([]);
    expect(gapsOf(written(6005, 'System', cleared('System')))).toEqual([]);
  });

  test('one without any event covers nothing', () => {
    const pipe = openSource(knowledge, 'Security.evtx');
    pipe.push(eventLogOf([]));
    const report = judge(knowledge, [pipe.end()], { version: 'test' });
    expect(report.sources).toMatchObject([{ format: 'windows-events', complete: true }]);
    expect(report.coverage).toEqual([]);
  });
});
