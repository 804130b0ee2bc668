/** What collectors took: judged like the same evidence as it lay on its machine, and each collection apart. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type JudgeOptions, judge, knowledge, openSource, type Report } from '@zoomlog/parser';
import { describe, expect, test } from 'vitest';
import { fixtures } from '../helpers/places.ts';

type Files = Readonly<Record<string, string | Buffer>>;

const stored = (path: string): Buffer => readFileSync(join(fixtures, path));

function judged(files: Files, options: Partial<JudgeOptions> = {}): Report {
  const sources = Object.entries(files).map(([path, bytes]) => {
    const pipe = openSource(knowledge, path);
    pipe.push(typeof bytes === 'string' ? new TextEncoder().encode(bytes) : bytes);
    return pipe.end();
  });
  return judge(knowledge, sources, { version: 'test', given: ['case.zip'], ...options });
}

/** What an examiner would read: diagnoses, and the verdicts of each machine. */
const shown = ({ diagnoses, verdicts }: Report) => ({
  diagnoses: diagnoses.map(({ failure, code, severity, confidence }) => `${failure} ${code} ${severity} ${confidence}`),
  verdicts: verdicts.map((one) => `${one.machine} ${one.class} ${one.state}`),
});
const machines = ({ machines }: Report): string[] =>
  machines.map(({ name, os, timezone }) => `${name} ${os} ${timezone}`);
const below = (folder: string, files: Files): Files =>
  Object.fromEntries(Object.entries(files).map(([path, text]) => [folder + path, text]));

const client = (code: string, day = '11/03/2025'): string =>
  `${day} 08:01:09:009\tZOOM\t[512:9013:41288]\tINFO\tvc::on_ping_confirm_cli(),  start,  result: ${code},  top_mmr: \n`;
const blocked = (computer: string): string =>
  `<Events><Event xmlns='http://schemas.microsoft.com/win/2004/08/events/event'><System><Provider Name='Microsoft-Windows-Security-Auditing'/><EventID>5157</EventID><TimeCreated SystemTime='2025-11-03T08:01:08.000Z'/><Computer>${computer}</Computer></System><EventData><Data Name='Application'>\\device\\harddiskvolume3\\users\\alice\\appdata\\roaming\\zoom\\bin\\zoom.exe</Data><Data Name='Direction'>%%14593</Data><Data Name='DestAddress'>203.0.113.77</Data><Data Name='DestPort'>443</Data><Data Name='Protocol'>6</Data></EventData></Event></Events>`;

const clientLog = 'Users/alice/AppData/Roaming/Zoom/logs/zoom_memlog_9.log';
const eventLog = 'Windows/System32/winevt/logs/Security.xml';
const records = {
  intune:
    '<Collection HRESULT="0">\n<ID>00000000-0000-4000-8000-000000000001</ID>\n<RegistryKey HRESULT="0">HKLM\\Software\\Policies</RegistryKey>\n<Command HRESULT="0">%windir%\\system32\\netsh.exe winhttp show proxy</Command>\n</Collection>\n',
  kape: 'KAPE version 1.3.0.2, Author: Example (info@example.com)\n\nKAPE directory: E:\\kape\nCommand line:   --tsource C: --tdest E:\\out --target Zoom\n\nSystem info: Machine name: PC01, 64-bit: True, User: alice OS: Windows10 (10.0.22631)\n',
  client: (host: string, os: string, zone: object = {}): string =>
    `${JSON.stringify({ Hostname: host, Uptime: 100, BootTime: 1762160300, Procs: 200, OS: os, Platform: 'Example', KernelVersion: '10.0.22631', HostID: '00000000-0000-4000-8000-000000000002', Fqdn: `${host}.example.com`, ...zone }, null, 1)}\n`,
  context:
    '{\n "session_id": "F.EXAMPLE1",\n "request": {\n  "artifacts": [\n   "Windows.KapeFiles.Targets"\n  ]\n },\n "create_time": 1762160400000000,\n "artifacts_with_results": []\n}\n',
  uploads:
    '{"Timestamp":"2025-11-03T09:00:05Z","started":"2025-11-03 09:00:05 +0000 UTC","vfs_path":"C:\\\\Users\\\\alice\\\\AppData\\\\Roaming\\\\Zoom\\\\logs\\\\zoom_memlog_9.log","file_size":120}\n',
  log: '{"_ts":1762160405,"client_time":1762160405,"level":"ERROR","message":"Zoom.exe: connect ECONNREFUSED, cannot open C:\\\\Users\\\\alice\\\\AppData\\\\Roaming\\\\Zoom\\\\bin\\\\Zoom.exe"}\n',
  uac: (host: string): string =>
    ['Unix-like Artifacts Collector 3.1.0', 'Operating system: linux', `Hostname: ${host}`, 'Mount point: /']
      .map((text) => `2025-11-03 10:00:00 +0100 INF ${text}\n`)
      .join(''),
};

describe('each layout is judged like the evidence on its machine', () => {
  const windows = { [clientLog]: client('104103'), [eventLog]: blocked('PC01') };
  const plain = shown(judged(below('case.zip!/C:/', windows)));
  const linux = {
    'var/log/ufw.log': stored('firewall-drop-linux/evidence/var/log/ufw.log'),
    'home/alice/.zoom/logs/zoom_memlog_9.log': stored(
      'firewall-drop-linux/evidence/.zoom/logs/zoom_memlog_0c0d0000-0000-4000-8000-00000000000e_KKKKKKKKKKKKKKKKKKKKKK_20240522-142633_01_JoinMeetingFail_linux_.log',
    ),
  };
  const proxy = {
    'winhttp.txt': stored('commands/windows/failing/winhttp-proxy.txt'),
    'ipconfig.txt': stored('commands/windows/failing/ipconfig.txt'),
  };

  test('the evidence itself says something', () => {
    expect(plain.diagnoses).toEqual(['local-firewall-drop 104103 error medium', 'local-firewall-drop null error high']);
    expect(shown(judged(below('case.zip!/', linux))).diagnoses).toEqual(['local-firewall-drop 104103 error high']);
  });

  test.each<[string, string, Files]>([
    [
      'KAPE',
      'PC01 windows null',
      { ...below('case.zip!/C/', windows), 'case.zip!/2025-11-03T09_00_00_1234567_ConsoleLog.txt': records.kape },
    ],
    [
      'Velociraptor',
      'PC01 windows null',
      {
        ...below('case.zip!/Collection-PC01-2025-11-03T09_00_00Z.zip!/uploads/auto/C%3A/', {
          [clientLog]: client('104103'),
        }),
        ...below('case.zip!/Collection-PC01-2025-11-03T09_00_00Z.zip!/uploads/ntfs/%5C%5C.%5CC%3A/', {
          [eventLog]: blocked('PC01'),
        }),
        ...below('case.zip!/Collection-PC01-2025-11-03T09_00_00Z.zip!/', {
          'client_info.json': records.client('PC01', 'windows'),
          'collection_context.json': records.context,
          'uploads.json': records.uploads,
          'log.json': records.log,
        }),
      },
    ],
  ])('%s', (_, machine, files) => {
    const report = judged(files);
    expect(shown(report)).toEqual(plain);
    expect(machines(report)).toEqual([machine]);
  });

  test('UAC', () => {
    const report = judged(
      below('case.zip!/uac-lab-pc-linux-20251103100000.tar.gz!/', {
        ...below('[root]/', linux),
        'uac.log': records.uac('lab-pc'),
        'bodyfile/bodyfile.txt': '0|/opt/zoom/zoom|131|-rwxr-xr-x|0|0|4096|1762160400|1762160400|1762160400|0\n',
      }),
    );
    expect(shown(report)).toEqual(shown(judged(below('case.zip!/', linux))));
    expect(machines(report)).toEqual(['lab-pc linux +01:00']);
    const kinds = report.sources.map(({ path, format }) => `${path.split('/').at(-1)} ${format}`);
    expect(kinds).toContain('uac.log collector-record');
    expect(kinds).toContain('bodyfile.txt collector-record');
  });

  test.each([
    ['sosreport-lab-pc.77-20240522150000', 'lab-pc linux null'],
    ['sosreport-lab-pc-2024-05-22-abcdefg', 'lab-pc linux null'],
  ])('sos, %s', (root, machine) => {
    const report = judged(below(`case.zip!/${root}/`, { ...linux, 'sos_commands/networking/ip_-o_addr': '' }));
    expect(shown(report)).toEqual(shown(judged(below('case.zip!/', linux))));
    expect(machines(report)).toEqual([machine]);
  });

  test.each([
    ['as Windows packs it', '2/', '5/'],
    [
      'as the portal names it',
      '(2) Command windir_system32_netsh_exe_winhttp_show_proxy ',
      '(5) Command windir_system32_ipconfig_exe_all ',
    ],
  ])('Intune, %s', (_, winhttp, ipconfig) => {
    const report = judged(
      below('case.zip!/DiagLogs-DESK-31-20251103T090000Z/', {
        [`${winhttp}output.log`]: proxy['winhttp.txt'],
        [`${ipconfig}output.log`]: proxy['ipconfig.txt'],
        'results.xml': records.intune,
      }),
    );
    const wanted = judged(below('case.zip!/', proxy));
    expect(shown(report)).toEqual(shown(wanted));
    expect(wanted.diagnoses.length).toBeGreaterThan(0);
    expect(report.machines.length).toBe(1);
  });
});

test('the layout of each collector is shown somewhere', () => {
  for (const { id, see } of knowledge.collectors)
    if (id !== 'zoomlog') expect(see.filter((page) => /\/[0-9a-f]{40}\//.test(page)).length, id).toBe(see.length || 1);
});

test('zoomlog collect, of two machines in one archive', () => {
  const manifest = (host: string): string =>
    JSON.stringify({
      kind: 'zoomlog-collection',
      schemaVersion: 1,
      tool: 'example',
      started: '2025-11-03T09:00:00Z',
      ended: '2025-11-03T09:01:00Z',
      os: 'windows',
      host,
      timezone: 'Europe/Berlin',
      clock: null,
      items: [],
    });
  const report = judged({
    ...below('case.zip!/zoomlog-PC01-20251103T090000Z.zip!/', {
      'collection.json': manifest('PC01'),
      'files/C/Users/alice/AppData/Roaming/Zoom/logs/zoom_memlog_9.log': client('104103'),
      'commands/winhttp-proxy.txt': stored('commands/windows/failing/winhttp-proxy.txt'),
    }),
    ...below('case.zip!/renamed/', {
      'collection.json': manifest('PC02'),
      'files/C/Windows/System32/winevt/logs/Security.xml': blocked('PC02'),
    }),
  });
  expect(machines(report).sort()).toEqual(['PC01 windows Europe/Berlin', 'PC02 windows Europe/Berlin']);
  expect(report.bundles.map(({ path }) => path)).toEqual([
    'case.zip!/renamed',
    'case.zip!/zoomlog-PC01-20251103T090000Z.zip',
  ]);
  expect(report.sources.filter(({ machine }) => machine === 2).length).toBe(3);
});

describe('a manifest names the machine of what it took alone', () => {
  const took = (host: string, paths: readonly string[], offset: number | null = null): string =>
    JSON.stringify({
      kind: 'zoomlog-collection',
      schemaVersion: 1,
      tool: 'example',
      ended: '2025-11-03T09:01:00Z',
      host,
      os: 'windows',
      timezone: 'Europe/Berlin',
      clock: offset === null ? null : { offset, error: 1, server: 'zoom.us' },
      items: [{ what: 'x', command: null, place: 'x', state: 'ran', files: paths.map((path) => ({ path })) }],
    });
  const log = 'logs/zoom_memlog_9.log';
  const expired =
    '* Connected to zoom.us (203.0.113.40) port 443\n* SSL certificate problem: certificate has expired\n* closing connection #0\n';
  const owners = ({ machines, sources }: Report): string[] =>
    sources.map(({ path, machine }) => `${path} ${machines.find(({ id }) => id === machine)?.name ?? null}`);

  test.each<[string, Files, string[], string[]]>([
    [
      'logs beside it',
      {
        'collection.json': took('PC01', ['other/x.txt'], 80_000_000),
        [log]: client('104103'),
        'curl-zoom.txt': expired,
      },
      ['case/collection.json PC01', 'case/curl-zoom.txt null', `case/${log} null`],
      ['certificate-date-error 104103 error medium', 'clock-wrong null warning medium'],
    ],
    [
      'evidence of another host below it',
      {
        'collection.json': took('PC01', [], 80_000_000),
        'two/curl-zoom.txt': expired,
        'two/Security.xml': blocked('PC02'),
      },
      ['case/collection.json PC01', 'case/two/Security.xml PC02', 'case/two/curl-zoom.txt PC02'],
      [
        'local-firewall-drop null error high',
        'certificate-date-error null error medium',
        'clock-wrong null warning medium',
      ],
    ],
    [
      // With its zone, an hour lies between the two.
      'evidence of its own host beside it',
      { 'collection.json': took('PC01', []), [log]: client('104103'), 'Security.xml': blocked('pc01.example.com') },
      ['case/Security.xml pc01.example.com', 'case/collection.json pc01.example.com', `case/${log} pc01.example.com`],
      ['connection-failed 104103 error low', 'local-firewall-drop null error high'],
    ],
    [
      'two in one place: each what it lists',
      {
        'collection (1).json': took('PC02', ['commands/w32tm.txt'], 80_000_000),
        'collection.json': took('PC01', [log, 'commands/curl-zoom.txt']),
        [log]: client('104103'),
        'commands/curl-zoom.txt': expired,
      },
      [
        'case/collection (1).json PC02',
        'case/collection.json PC01',
        'case/commands/curl-zoom.txt PC01',
        `case/${log} PC01`,
      ],
      ['certificate-date-error 104103 error medium', 'clock-wrong null warning medium'],
    ],
    [
      'two that list the same file, and one that neither lists: of nobody',
      {
        'collection (1).json': took('PC02', [log]),
        'collection.json': took('PC01', [log]),
        [log]: client('104103'),
        'commands/curl-zoom.txt': expired,
      },
      [
        'case/collection (1).json PC02',
        'case/collection.json PC01',
        'case/commands/curl-zoom.txt null',
        `case/${log} null`,
      ],
      ['certificate-date-error 104103 error medium'],
    ],
    [
      'two runs on one host',
      {
        'collection (1).json': took('pc01', [log], 80_000_000),
        'collection.json': took('PC01', ['commands/curl-zoom.txt']),
        [log]: client('104103'),
        'commands/curl-zoom.txt': expired,
      },
      [
        'case/collection (1).json pc01',
        'case/collection.json pc01',
        'case/commands/curl-zoom.txt pc01',
        `case/${log} pc01`,
      ],
      ['clock-wrong 104103 error high'],
    ],
  ])('%s', (_, files, wanted, found) => {
    const report = judged(below('case/', files), { given: ['case'] });
    expect(owners(report)).toEqual(wanted);
    expect(shown(report).diagnoses).toEqual(found);
    const turned = Object.fromEntries(Object.entries(below('case/', files)).reverse());
    expect(judged(turned, { given: ['case'] })).toEqual(report);
  });
});

describe('what names no computer, where there are several', () => {
  const stripchart =
    'Tracking time.windows.com [192.0.2.123:123].\nCollecting 1 samples.\nThe current time is 11/3/2025 9:00:10 AM.\n09:00:10, -80000000.0210000s\n';
  const both = { 'a.xml': blocked('PC01'), 'b.xml': blocked('PC011.example.com') };

  test.each<[string, Files, string | null]>([
    ['the name of its file', { 'PC011_w32tm.txt': stripchart }, 'PC011.example.com'],
    ['its folder', { 'pc01/out/w32tm.txt': stripchart }, 'PC01'],
    ['its file before its folder', { 'PC01/w32tm-pc011.txt': stripchart }, 'PC011.example.com'],
    ['a folder beside the files of one', { 'x/c.xml': blocked('PC01'), 'x/w32tm.txt': stripchart }, 'PC01'],
    ['nothing: it is of nobody known', { 'w32tm.txt': stripchart }, null],
    ['a name within another word', { 'xpc01_w32tm.txt': stripchart }, null],
    ['two names', { 'PC01-PC011-w32tm.txt': stripchart }, null],
  ])('by %s', (_, files, wanted) => {
    const report = judged(below('case/', { ...both, ...files }), { given: ['case'] });
    const path = below('case/', files);
    const source = report.sources.find((one) => one.path in path && one.format === 'w32tm-stripchart')!;
    expect(report.machines.find(({ id }) => id === source.machine)!.name).toBe(wanted);
  });

  test.each<[string, Files, string[]]>([
    [
      'a log whose first events setup wrote',
      {
        'System.xml': (blocked('MINWINPC') + blocked('WIN-0A1B2C3D4E5') + blocked('PC01')).replaceAll(
          '</Events><Events>',
          '',
        ),
      },
      ['PC01 windows null'],
    ],
    [
      'a log that other computers sent',
      { 'ForwardedEvents.xml': (blocked('PC01') + blocked('PC02')).replaceAll('</Events><Events>', '') },
      ['null null null', 'pc01 windows null', 'pc02 windows null'],
    ],
  ])('%s', (_, files, wanted) => {
    const report = judged(below('case/', { ...files, 'zoom/zoom_memlog_9.log': client('104103') }), {
      given: ['case'],
    });
    expect(machines(report).sort()).toEqual(wanted.toSorted());
    expect(shown(report).diagnoses.includes('local-firewall-drop 104103 error medium')).toBe(wanted.length === 1);
  });

  test('what is of nobody known belongs together', () => {
    const files = { ...both, 'w32tm.txt': stripchart, 'logs/zoom_memlog_9.log': client('104103') };
    expect(machines(judged(below('case/', files), { given: ['case'] }))).toEqual([
      'PC01 windows null',
      'PC011.example.com windows null',
      'null windows null',
    ]);
  });
});

describe('hosts', () => {
  const three: Files = {
    ...below('case.zip!/DiagLogs-PC01-20251103T090000Z.zip!/', {
      '(60) FoldersFiles ProgramData_Zoom_logs/zoom_memlog_9.log': client('104103'),
      'results.xml': records.intune,
    }),
    ...below('case.zip!/DiagLogs-PC02-20251103T091500Z.zip!/', {
      '(61) Events Security/Events.xml': blocked('PC02.example.com'),
      'results.xml': records.intune,
    }),
    ...below('case.zip!/uac-desk7-linux-20251103100000.tar.gz!/', {
      'uac.log': records.uac('desk7'),
      '[root]/var/log/messages.txt': '',
      'live_response/network/proxy.txt': 'https_proxy=http://192.0.2.77:3128\n',
    }),
  };

  test('evidence of three in one archive never crosses', () => {
    const report = judged(three);
    expect(machines(report).sort()).toEqual([
      'PC01 windows null',
      'PC02.example.com windows null',
      'desk7 linux +01:00',
    ]);
    expect(report.bundles.map(({ path }) => path)).toEqual([
      'case.zip!/DiagLogs-PC01-20251103T090000Z.zip',
      'case.zip!/DiagLogs-PC02-20251103T091500Z.zip',
      'case.zip!/uac-desk7-linux-20251103100000.tar.gz',
    ]);
    for (const { evidence, machine } of report.diagnoses)
      for (const { path } of evidence)
        expect(report.sources.find((one) => one.path === path)?.machine, path).toBe(machine);
    expect(shown(report).diagnoses).not.toContain('local-firewall-drop 104103 error high');
  });

  test('the order in which sources were read changes nothing', () => {
    const files = {
      ...three,
      'case.zip!/DiagLogs-PC02-20251103T091500Z.zip!/(62) Events System/Events.xml': blocked('pc02'),
      'case.zip!/DiagLogs-PC02-20251103T091500Z.zip!/(63) Events Setup/Events.xml': blocked('PC02'),
    };
    const turned = Object.fromEntries(Object.entries(files).reverse());
    expect(judged(turned)).toEqual(judged(files));
  });

  test('two drives C in one archive are two machines', () => {
    const report = judged({
      ...below('case.zip!/HOST1/C/', { [clientLog]: client('104103') }),
      ...below('case.zip!/HOST2/C/', { [eventLog]: blocked('HOST2') }),
    });
    expect(report.bundles.map(({ path }) => path)).toEqual(['case.zip!/HOST1', 'case.zip!/HOST2']);
    expect(shown(report).diagnoses).not.toContain('local-firewall-drop 104103 error high');
  });

  test('what lies beside two collections is of neither', () => {
    const report = judged({ ...three, 'case.zip!/notes/zoom_memlog_3.log': client('104103') });
    expect(report.machines.length).toBe(4);
  });

  test.each<[string, string, Files]>([
    [
      'by its evidence, however it is spelled',
      'PC01.example.com windows null',
      { '(61) Events Security/Events.xml': blocked('PC01.example.com') },
    ],
    [
      'by its name alone',
      'PC01 windows null',
      { '(60) FoldersFiles ProgramData_Zoom_logs/zoom_memlog_9.log': client('104103') },
    ],
  ])('named %s', (_, machine, files) => {
    expect(machines(judged(below('case.zip!/DiagLogs-PC01-20251103T090000Z/', files)))).toEqual([machine]);
  });

  test('a label that someone gave is no name where the evidence has one', () => {
    const files = { [clientLog]: client('104103'), [eventLog]: blocked('PC01') };
    expect(machines(judged(below('case.zip!/2025-11-03T090000_CASE77.zip!/C/', files)))).toEqual(['PC01 windows null']);
    expect(
      machines(judged(below('case.zip!/2025-11-03T090000_PC77.zip!/C/', { [clientLog]: client('104103') }))),
    ).toEqual(['PC77 windows null']);
  });

  test('the time and the zone of sysdiagnose', () => {
    const folder = 'case.zip!/sysdiagnose_2025.11.03_10-00-00+0100_macOS_Mac15-6_24G90/';
    const report = judged(
      below(folder, { 'network-info/scutil.txt': stored('commands/macos/failing/scutil-proxy.txt') }),
    );
    expect(machines(report)).toEqual(['null macos +01:00']);
  });
});

describe('the time of collection', () => {
  test('the zone that a collector states places the times of the machine', () => {
    const root = 'case.zip!/Collection-PC01-2025-11-03T09_00_00Z.zip!/';
    const zone = { LocalTZ: 'CET', LocalTZOffset: 3600 };
    const report = judged({
      [`${root}client_info.json`]: records.client('PC01', 'windows', zone),
      [`${root}uploads/auto/C%3A/${clientLog}`]: client('104103').replace(' 08:', ' 09:'),
      [`${root}uploads/auto/C%3A/${eventLog}`]: blocked('PC01'),
    });
    expect(machines(report)).toEqual(['PC01 windows +01:00']);
    expect(shown(report).diagnoses).toEqual(['local-firewall-drop 104103 error high']);
  });

  test('a span counts back from it', () => {
    const files = below('case.zip!/DiagLogs-PC01-20251105T080000Z/', {
      '(60) FoldersFiles ProgramData_Zoom_logs/zoom_memlog_9.log': client('104103'),
    });
    const hour = 3_600_000;
    expect(judged(files, { since: { ago: 24 * hour } }).diagnoses).toEqual([]);
    expect(judged(files, { since: { ago: 72 * hour } }).diagnoses.length).toBe(1);
  });
});

describe('look-alikes', () => {
  test.each<[string, Files]>([
    ['a folder of notes', { 'case.zip!/DiagLogs-notes/zoom_memlog_9.log': client('104103') }],
    [
      'the name of a collection, and another layout',
      { 'case.zip!/uac-desk7-linux-20251103100000/zoom_memlog_9.log': client('104103') },
    ],
    ['a folder with a number', { 'case.zip!/5/zoom_memlog_9.log': client('104103') }],
    ['uploads of something else', { 'case.zip!/uploads/march/zoom_memlog_9.log': client('104103') }],
    ['root', { 'case.zip!/root/zoom_memlog_9.log': client('104103') }],
  ])('%s is no collection', (_, files) => {
    const report = judged(files);
    expect(machines(report)).toEqual(['null null null']);
  });

  test('another system in a collection is another machine', () => {
    const report = judged(
      below('case.zip!/DiagLogs-PC01-20251103T090000Z/', {
        '(60) FoldersFiles ProgramData_Zoom_logs/zoom_memlog_9.log': client('104103'),
        '(61) FoldersFiles ProgramData_Copies/home/alice/.zoom/logs/zoom_memlog_3.log': client('104103'),
      }),
    );
    expect(machines(report)).toEqual(['PC01 windows null', 'null linux null']);
  });

  test('a collection on the disk of a host is of that disk', () => {
    const report = judged(
      below('case.zip!/uac-desk7-linux-20251103100000.tar.gz!/', {
        'uac.log': records.uac('desk7'),
        '[root]/home/alice/uac-old3-linux-20240101000000/[root]/home/bob/.zoom/logs/zoom_memlog_9.log':
          client('104103'),
      }),
    );
    expect(machines(report)).toEqual(['desk7 linux +01:00']);
  });

  test('what a collector writes of its own work blames nothing', () => {
    const { diagnoses, sources } = judged({
      'case.zip!/log.json': records.log,
      'case.zip!/uac.log': `${records.uac('desk7')}2025-11-03 10:00:01 +0100 ERR /opt/zoom/zoom: error while loading shared libraries: libxcb.so.1: cannot open shared object file: No such file or directory\n`,
      'case.zip!/ConsoleLog.txt': `${records.kape}Error copying C:\\Users\\alice\\AppData\\Roaming\\Zoom\\logs\\zoom_memlog_9.log: result: 104103\n`,
    });
    expect(diagnoses).toEqual([]);
    expect(new Set(sources.map(({ format }) => format))).toEqual(new Set(['collector-record']));
  });

  test('users in the paths are masked', () => {
    const path =
      'case.zip!/Collection-PC01-2025-11-03T09_00_00Z.zip!/uploads/auto/C%3A/Users/alice/AppData/Roaming/Zoom/logs/zoom_memlog_9.log';
    const { sources } = judged({ [path]: client('104103') }, { redactPaths: true });
    expect(sources[0]!.path).not.toContain('alice');
  });
});
