/** Kinds of evidence by which a judge is misled, each with what an examiner would say: verdicts by class, and what leads. */
import {
  type Confidence,
  failureClasses,
  judge,
  knowledge,
  openSource,
  type Report,
  type VerdictState,
} from '@zoomlog/parser';
import { describe, expect, test } from 'vitest';

/** Path to text. */
type Evidence = Readonly<Record<string, string>>;

interface Said {
  /** `connection-failed 104103 low`: every diagnosis that is no mere information. */
  readonly told: readonly string[];
  /** The classes that are not without evidence. */
  readonly verdicts: Partial<Record<(typeof failureClasses)[number], VerdictState>>;
}

function reportOn(evidence: Evidence): Report {
  const sources = Object.entries(evidence).map(([path, text]) => {
    const pipe = openSource(knowledge, path);
    pipe.push(new TextEncoder().encode(text));
    return pipe.end();
  });
  return judge(knowledge, sources, { version: 'test' });
}

function say(evidence: Evidence): Said {
  const report = reportOn(evidence);
  const line = (failure: string, code: string | null, confidence: Confidence) => `${failure} ${code} ${confidence}`;
  return {
    told: report.diagnoses
      .filter(({ severity }) => severity !== 'info')
      .map(({ failure, code, confidence }) => line(failure, code, confidence)),
    verdicts: Object.fromEntries(
      report.verdicts.filter(({ state }) => state !== 'not-assessable').map(({ class: name, state }) => [name, state]),
    ),
  };
}

const nothing: Said = { told: [], verdicts: {} };
const kernel = (at: string, message: string, host = 'desk-7', tag = 'kernel'): string =>
  `Nov  3 08:0${at} ${host} ${tag}: ${message}\n`;
const camera = (at: string, port: string, host?: string): string =>
  kernel(at, `usb ${port}: New USB device found, idVendor=1234, idProduct=abcd, bcdDevice= 1.00`, host) +
  kernel(at, `uvcvideo ${port}:1.0: Found UVC 1.10 device Desk Cam (1234:abcd)`, host);
const lost = 'usb usb3-port2: unable to enumerate USB device';
const packet = (prefix: string, out = 'eth0', to = '198.51.100.9'): string =>
  `${prefix} IN= OUT=${out} SRC=192.0.2.5 DST=${to} LEN=60 TTL=64 ID=1 DF PROTO=UDP SPT=40000 DPT=8801 LEN=40 `;
const client = (at: string, message: string): string =>
  `11/03/2025 08:0${at}:009\tZOOM\t[512:9013:41288]\tINFO\t${message}, this = 0x00c4d200\n`;
const refused = (at: string, errno: number): string =>
  client(at, `async_connector_t::connect failed, errno = ${errno}`).replace('INFO', 'ERROR');
const joinFailed = (at: string, code = '104103'): string =>
  client(at, `vc::on_ping_confirm_cli(),  start,  result: ${code},  top_mmr: `);
const joined = (at: string): string => client(at, 'CmmConfAgent::on_start_confirm, result = 0, local_node_id = 0');
const launch = (end: string): string => `ZoomLauncher started.\nZoom path is: /opt/zoom\n${end}\nZoomLauncher exit.\n`;
const consent = (device: string, value: string): string =>
  `Windows Registry Editor Version 5.00\n\n[HKEY_LOCAL_MACHINE\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\CapabilityAccessManager\\ConsentStore\\${device}]\n"Value"="${value}"\n`;
const firewall = (...rows: readonly string[]): string =>
  `#Version: 1.5\n#Software: Microsoft Windows Firewall\n#Fields: date time action protocol src-ip dst-ip src-port dst-port size tcpflags tcpsyn tcpack tcpwin icmptype icmpcode info path\n\n${rows.map((row, at) => `2025-11-03 08:0${at + 1}:00 ${row}\n`).join('')}`;
const apparmor =
  'audit: type=1400 audit(1762156801.101:77): apparmor="DENIED" operation="open" class="file" profile="snap.zoom-client.zoom-client" name="/dev/video0" pid=4021 comm="zoom" requested_mask="r" denied_mask="r" fsuid=1000 ouid=0';
const tcc = (at: string, program: string, preflight: 'yes' | 'no', value: number, service = 'Camera'): string =>
  [
    `AUTHREQ_CTX: msgID=88.${at.replaceAll(':', '')}, function=TCCAccessRequest, service=kTCCService${service}, preflight=${preflight}, query=1`,
    `AUTHREQ_ATTRIBUTION: msgID=88.${at.replaceAll(':', '')}, attribution={accessing={TCCDProcess: identifier=us.zoom.xos, pid=701, auid=501}, },`,
    `AUTHREQ_RESULT: msgID=88.${at.replaceAll(':', '')}, authValue=${value}, authReason=2, authVersion=1, error=(null),`,
  ]
    .map((message) => `2025-11-03 08:0${at}.250 Df ${program}[377:1f0a] [com.apple.TCC:access] ${message}\n`)
    .join('');

describe('who says it', () => {
  const said: readonly (readonly [tag: string, message: string])[] = [
    ['root', lost],
    ['monitor[611]', `alarm received: "${lost}"`],
    ['slack[77]', packet('[UFW BLOCK]')],
    ['snapd[801]', apparmor],
    ['gnome-shell[1200]', `a note: ${apparmor}`],
    ['rsyslogd', packet('OUTPUT-DROP:')],
  ];
  test.each(said)('%s retells what the kernel said: %s', (tag, message) => {
    expect(say({ syslog: camera('1:00', '3-2') + kernel('1:09', message, 'desk-7', tag) })).toEqual(nothing);
    // The kernel itself is believed.
    expect(
      say({ syslog: camera('1:00', '3-2') + kernel('1:09', message.replace(/^[^:[]*: "?(?=usb|audit)/, '')) }),
    ).not.toEqual(nothing);
  });

  test('another program than tccd tells of a denied camera', () => {
    expect(say({ 'log.txt': tcc('1:00', 'Notes', 'no', 0) })).toEqual(nothing);
    expect(say({ 'log.txt': tcc('1:00', 'tccd', 'no', 0) }).verdicts).toEqual({ permissions: 'confirmed' });
  });

  test('journald knows that another program only claims to be the kernel', () => {
    const journal = (transport: string, more: object) =>
      JSON.stringify({
        __REALTIME_TIMESTAMP: '1762156860000000',
        _TRANSPORT: transport,
        SYSLOG_IDENTIFIER: 'kernel',
        ...more,
        MESSAGE: packet('[UFW BLOCK]'),
      });
    expect(say({ 'journal.json': journal('syslog', { _COMM: 'logger' }) })).toEqual(nothing);
    expect(say({ 'journal.json': journal('kernel', {}) }).verdicts).toEqual({ firewall: 'confirmed' });
  });

  test('a command that asked another machine says nothing of this one', () => {
    const key = 'HKLM\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\CapabilityAccessManager\\ConsentStore\\webcam';
    const query = (of: string) =>
      `PS C:\\Users\\user> reg query "${of}${key}" /v Value\n\n${key.replace('HKLM', 'HKEY_LOCAL_MACHINE')}\n    Value    REG_SZ    Deny\n\n`;
    expect(say({ 'transcript.txt': query('\\\\LAB-22\\') })).toEqual(nothing);
    expect(say({ 'transcript.txt': query('') }).verdicts).toEqual({ permissions: 'confirmed' });
  });

  test('another program’s words about a port make no camera of what was lost there', () => {
    const snapd = kernel('1:02', 'uvcvideo 3-2:1.0: Found UVC 1.10 device Desk Cam (1234:abcd)', 'desk-7', 'snapd');
    expect(say({ syslog: snapd + kernel('1:09', lost) })).toEqual(say({ syslog: kernel('1:09', lost) }));
    // Nor do they move the camera to another port, where the kernel itself saw it.
    const moved = kernel('1:02', 'usb 3-4: New USB device found, idVendor=1234, idProduct=abcd', 'desk-7', 'snapd');
    expect(say({ syslog: camera('1:00', '3-2') + moved + kernel('1:09', lost) }).verdicts).toEqual({
      'device-usb': 'confirmed',
    });
  });

  test('two machines whose logs name them only line by line are two', () => {
    const dumped = kernel('1:00', 'Process 4021 (zoom) of user 1000 dumped core.', 'ws-31', 'systemd-coredump[99]');
    const journal = JSON.stringify({
      __REALTIME_TIMESTAMP: '1762156860000000',
      _TRANSPORT: 'kernel',
      _HOSTNAME: 'ws-44',
      MESSAGE: packet('[UFW BLOCK]'),
    });
    const machines = (evidence: Evidence) =>
      reportOn(evidence).machines.map(({ id, name }) => [
        name,
        reportOn(evidence)
          .verdicts.filter(({ machine, state }) => machine === id && state === 'confirmed')
          .map((one) => one.class),
      ]);
    const two = [
      ['ws-44', ['firewall']],
      ['ws-31', ['crash']],
    ];
    expect(machines({ 'journal.json': journal, syslog: dumped })).toEqual(two);
    const segfault = kernel('1:00', 'zoom[4021]: segfault at 28 ip 0000 sp 0000 error 4 in libx.so[7f00+2d]', 'ws-44');
    expect(machines({ syslog: dumped + segfault })).toEqual([
      ['ws-31', ['crash']],
      ['ws-44', ['crash']],
    ]);
  });

  test('two machines write into one log: what one lost is not the other’s camera', () => {
    const log = camera('1:00', '3-2', 'ws-31') + kernel('1:09', lost, 'ws-44');
    expect(say({ syslog: log }).verdicts).toEqual({ 'device-usb': 'suspected' });
  });
});

const faulting =
  'Faulting application name: Zoom.exe, version: 6.2.5.48876, time stamp: 0x6706f0aa\nFaulting module name: vcam.dll, version: 1.2.0.0, time stamp: 0x5c5c5c5c\nException code: 0xc0000005\nFault offset: 0x00012345\n';

test.each([
  [
    'an article of a knowledge base',
    `Known issue 17\n\nSymptom: the client closes. The event log shows\n\n${faulting}\nSolution: update.\n`,
    [],
  ],
  [
    'a how-to',
    `# How to read a crash\n\n## Cause\n\nA module, such as\n\n${faulting}\n## Workaround\n\nUpdate it.\n`,
    [],
  ],
  ['a closed ticket', `Summary\nThe client closed.\n\n${faulting}\nResolution\nThe driver was removed.\n`, []],
  ['a message that somebody pasted', `The client closed. The event says:\n\n${faulting}`, ['crash']],
  ['the message alone', faulting, ['crash']],
])('%s', (_, text, classes) => {
  expect(Object.keys(say({ 'note.txt': text }).verdicts)).toEqual(classes);
});

describe('about what', () => {
  test.each([
    ['to the machine itself', packet('[UFW BLOCK]', 'lo', '192.0.2.5')],
    ['to a container', packet('[UFW BLOCK]', 'docker0')],
    ['of a router itself', packet('OUTPUT-DROP:', 'wan0')],
    ['over a bridge of virtual machines', packet('[UFW BLOCK]', 'virbr0')],
    ['to a machine nearby', packet('[UFW BLOCK]', 'eth0', '192.168.2.9')],
    ['to a carrier’s own network', packet('[UFW BLOCK]', 'eth0', '100.64.3.9')],
    ['let through: unblocked', packet('nft unblocked-media:')],
    ['let through: NODROP', packet('NODROP ACCEPT:')],
    ['let through: not dropped', packet('not-dropped:')],
    ['let through: a rule to drop that accepts', packet('drop-rule ACCEPT:')],
  ])('a packet %s', (_, message) => {
    expect(say({ syslog: kernel('1:00', message) })).toEqual(nothing);
    expect(say({ syslog: kernel('1:00', packet('[UFW BLOCK]')) }).verdicts).toEqual({ firewall: 'confirmed' });
  });

  test.each([
    [
      'an answer to an inbound packet, which it quotes',
      '[UFW BLOCK] IN= OUT=eth0 SRC=192.0.2.5 DST=203.0.113.44 LEN=88 PROTO=ICMP TYPE=3 CODE=3 [SRC=203.0.113.44 DST=192.0.2.5 LEN=60 PROTO=UDP SPT=40000 DPT=8801 LEN=40 ] ',
    ],
    [
      'a late reset',
      '[UFW BLOCK] IN= OUT=eth0 SRC=192.0.2.5 DST=203.0.113.44 LEN=40 PROTO=TCP SPT=44120 DPT=8801 WINDOW=0 RES=0x00 RST URGP=0 ',
    ],
    [
      'a late end',
      '[UFW BLOCK] IN= OUT=eth0 SRC=192.0.2.5 DST=203.0.113.44 LEN=40 PROTO=TCP SPT=44120 DPT=8801 WINDOW=501 RES=0x00 ACK FIN URGP=0 ',
    ],
    [
      'a server that answers',
      '[UFW BLOCK] IN= OUT=eth0 SRC=192.0.2.5 DST=203.0.113.44 LEN=60 PROTO=UDP SPT=53 DPT=8805 LEN=40 ',
    ],
  ])('no packet of a client: %s', (_, message) => {
    expect(say({ syslog: kernel('1:00', message) })).toEqual(nothing);
  });

  test.each([
    ['a server that answers', 'DROP UDP 192.0.2.5 203.0.113.77 53 8805 0 - - - - - - - SEND', nothing.verdicts],
    ['a server that accepts', 'DROP TCP 192.0.2.5 203.0.113.78 443 8801 0 SA 1 1 0 - - - SEND', nothing.verdicts],
    ['a late reset', 'DROP TCP 192.0.2.5 203.0.113.78 50443 8801 0 R 1 1 0 - - - SEND', nothing.verdicts],
    ['a first packet', 'DROP TCP 192.0.2.5 203.0.113.78 50443 8801 0 S 1 0 0 - - - SEND', { firewall: 'confirmed' }],
  ] as const)('Windows Firewall drops %s', (_, row, verdicts) => {
    expect(say({ 'pfirewall.log': firewall(row) }).verdicts).toEqual(verdicts);
  });

  test.each([
    'pinch-zoom gesture failed, error code: 1003',
    'export at zoom 200% failed, error code: 5003',
    'ZoomInfo sync failed, error code: 5003',
    'Zoom level 17 of the map failed, error code: 5003',
    'zoomify could not start, error code: 5003',
  ])('another zoom: %s', (message) => {
    expect(say({ 'app.log': `2025-11-03 08:01:00 ERROR ${message}\n` }).told).toEqual([]);
  });

  test.each(['zoomed-scans.txt', 'ZoomText.log', 'zoom-levels.log', 'zoominfo.log', 'tickets zoom/zooming.txt'])(
    'a file of another zoom: %s',
    (path) => {
      expect(say({ [path]: '2025-11-03 08:01:00 ERROR backup failed. Error code: 5003.\n' }).told).toEqual([]);
    },
  );

  test.each(['AppData/Roaming/Zoom/logs/wrapper.log', '.zoom/logs/wrapper.log', 'Library/Logs/zoom.us/wrapper.log'])(
    'a file in Zoom’s own folder: %s',
    (path) => {
      expect(say({ [path]: '2025-11-03 08:01:00 ERROR login failed. Error code: 5003.\n' }).told).toEqual([
        'connection-failed 5003 low',
      ]);
    },
  );

  test('what a port did minutes before is no part of what it does now', () => {
    const over = 'usb usb3-port2: over-current condition';
    const log = kernel('1:00', over) + camera('9:00', '3-2') + kernel('9:09', lost);
    const { diagnoses } = reportOn({ syslog: log });
    const first = (failure: string) => diagnoses.find((one) => one.failure === failure)?.first.time;
    expect(first('usb-overcurrent')).toBe('--11-03T08:01:00');
    expect(first('usb-device-lost')).toBe('--11-03T08:09:09');
  });

  test('what fails on the port where the camera once was is not the camera', () => {
    const log =
      camera('1:00', '3-2') + kernel('2:00', 'usb 3-2: USB disconnect, device number 4') + camera('2:05', '3-4');
    expect(say({ syslog: log + kernel('9:00', lost) })).toEqual(nothing);
    expect(say({ syslog: camera('1:00', '3-2') + kernel('9:00', lost) }).verdicts).toEqual({
      'device-usb': 'confirmed',
    });
  });

  test.each([
    '/opt/zoom/zoom: symbol lookup error: /opt/zoom/libQt5Core.so.5: undefined symbol: example_symbol',
    "/opt/zoom/zoom: /lib/x86_64-linux-gnu/libc.so.6: version `GLIBC_2.99' not found (required by /opt/zoom/zoom)",
    '/opt/zoom/ZoomWebviewHost: error while loading shared libraries: libexample.so.1: cannot open shared object file',
  ])('a library, whatever exit code follows: %s', (line) => {
    const log = launch(`${line}\nSomething went wrong while running zoom, exit code is 127.`);
    expect(say({ '.zoom/logs/zoom_stdout_stderr.log': log }).verdicts).toEqual({ install: 'confirmed' });
  });
});

describe('which cause may explain which code', () => {
  const webcam = { 'consent.reg': consent('webcam', 'Deny') };
  test.each(['104103', '104101', '5004', '2026', '100000502', '100006000', '100007000'])(
    'a denied camera does not explain %s',
    (code) => {
      const { told, verdicts } = say({
        ...webcam,
        'zoom.log': `2025-11-03 08:01:00 ERROR Zoom: failed, error code: ${code}\n`,
      });
      expect(verdicts.permissions).toBe('confirmed');
      expect(told.filter((one) => one.startsWith(`connection-failed ${code} `))).toHaveLength(1);
    },
  );

  test('it may explain 5003, hardly, and only where nothing else does', () => {
    const said = (more: string) =>
      say({ ...webcam, 'Zoom/logs/zoom_memlog.log': joinFailed('1:00', '5003') + more }).told[0];
    expect(said('')).toBe('camera-consent-denied 5003 low');
    expect(said(refused('1:00', 10013))).toMatch(/^connect-forbidden 5003 /);
  });

  test.each([
    ['forbidden', 10013, 'firewall'],
    ['timed out', 10060, 'firewall'],
    ['refused', 10061, 'firewall'],
  ] as const)('one address family without a route, the other %s', (_, errno, name) => {
    const log = refused('1:00', errno) + refused('1:01', 10051) + refused('1:02', errno) + joinFailed('1:09');
    const { told, verdicts } = say({ 'Zoom/logs/zoom_memlog.log': log });
    expect(told[0]).toMatch(/^connect-/);
    expect(Object.keys(verdicts)).toEqual([name]);
  });
});

const pnp = (service: string, id: string, guid: string): string =>
  `<Events><Event xmlns='http://schemas.microsoft.com/win/2004/08/events/event'><System><Provider Name='Microsoft-Windows-Kernel-PnP'/><EventID>411</EventID><TimeCreated SystemTime='2025-11-03T08:00:00.000Z'/><Computer>DESK-7</Computer></System><EventData><Data Name='DeviceInstanceId'>${id}</Data><Data Name='ClassGuid'>{${guid}}</Data><Data Name='ServiceName'>${service}</Data><Data Name='Problem'>0xA</Data></EventData></Event></Events>`;
const [media, imaging] = ['4d36e96c-e325-11ce-bfc1-08002be10318', '6bdd1fc6-810f-11d0-bec7-08002be2092f'];

test.each([
  ['sound of a display', 'NVHDA', 'HDAUDIO\\FUNC_01&amp;VEN_10DE&amp;DEV_0001\\5', media, undefined],
  ['sound of a display', 'IntcDAud', 'INTELAUDIO\\FUNC_01&amp;VEN_8086\\5', media, undefined],
  ['sound of a display', 'HdAudAddService', 'HDAUDIO\\FUNC_01&amp;VEN_1002&amp;DEV_AA01\\5', media, undefined],
  ['a scanner', 'usbscan', 'USB\\VID_04A9&amp;PID_1913\\1', imaging, undefined],
  ['a scanner in the network', 'WSDScan', 'SWD\\DAFWSDPROVIDER\\URN', imaging, undefined],
  ['a headset', 'usbaudio', 'USB\\VID_047F&amp;PID_C056&amp;MI_00\\7', media, 'confirmed'],
  ['an old webcam', 'usbvideo', 'USB\\VID_046D&amp;PID_085E&amp;MI_00\\7', imaging, 'confirmed'],
] as const)('%s of %s does not start', (_, service, id, guid, state) => {
  expect(say({ 'device-events.xml': pnp(service, id, guid) }).verdicts['device-usb']).toBe(state);
});

describe('when', () => {
  test('a route that was gone for a moment: resolved by the join', () => {
    const log =
      refused('1:00', 51) +
      refused('1:01', 51) +
      client(
        '1:02',
        'ping_mgr::on_ping_confirm_pk(),  error, all ping returned but no available, is there one ping respond data? false',
      ) +
      joinFailed('1:03', '104101');
    expect(say({ 'zoom.us/zoom_memlog.log': log }).verdicts).toEqual({ network: 'confirmed' });
    expect(say({ 'zoom.us/zoom_memlog.log': log + joined('1:50') }).verdicts).toEqual({ network: 'resolved' });
  });

  test('another failure long before, which the success between says nothing of, does not come back', () => {
    const noName = (day: string, at: string) =>
      client(
        at,
        'dns_provider_t::async_resolve_i, ctx->m_host = us06web.zoom.us, rv = 504, get_last_errno() = 22',
      ).replace('11/03', day);
    const log = refused('1:00', 51) + noName('11/03', '1:01') + joinFailed('1:03', '104101') + joined('1:50');
    const verdict = (more: Evidence) =>
      say({ 'zoom.us/zoom_memlog.log': noName('10/02', '1:00') + log, ...more }).verdicts.network;
    expect(verdict({})).toBe('resolved');
    const meeting =
      '2025-10-09 08:00:00.009 - bot - status changed. status = MeetingStatus.MEETING_STATUS_INMEETING, iResult=0\n';
    expect(verdict({ 'wrapper.log': meeting })).toBe('resolved');
  });

  test('a crash, then a good end: resolved; and again a crash: not over', () => {
    const [crash, good] = [
      launch('zoom was exited due to a handled signal: 11 '),
      launch('zoom exited normally, exit code is 0 .'),
    ];
    const verdict = (log: string) => say({ '.zoom/logs/zoom_stdout_stderr.log': log }).verdicts.crash;
    expect(verdict(crash)).toBe('confirmed');
    expect(verdict(crash + good)).toBe('resolved');
    expect(verdict(good + crash)).toBe('confirmed');
    expect(verdict(crash + good + crash)).toBe('confirmed');
    expect(verdict(crash + good + crash + good)).toBe('confirmed');
  });

  test.each([
    [2, 'confirmed'],
    [9, undefined],
    [40, undefined],
  ] as const)('a signal behind %d complaints of closing windows', (errors, state) => {
    const complaints = Array.from(
      { length: errors },
      (_, at) => `qrc:/qml/Pane${at}.qml:7: TypeError: Cannot read property 'model' of null\n`,
    ).join('');
    const log = launch(`${complaints}zoom was exited due to a handled signal: 11 `);
    expect(say({ '.zoom/logs/zoom_stdout_stderr.log': log }).verdicts.crash).toBe(state);
    const later = launch(
      `${complaints}WorkerBase::loop() begins\nWorkerBase::loop() goes on\nCMeeting::join\nzoom was exited due to a handled signal: 11 `,
    );
    expect(say({ '.zoom/logs/zoom_stdout_stderr.log': later }).verdicts.crash).toBe('confirmed');
  });

  test('another site answered in another network: that proves nothing of this one', () => {
    const probe = (name: string, address: string, from: string, opened: 'True' | 'False') =>
      `ComputerName     : ${name}\nRemoteAddress    : ${address}\nRemotePort       : 443\nInterfaceAlias   : Ethernet\nSourceAddress    : ${from}\nTcpTestSucceeded : ${opened}\n`;
    const verdict = (from: string) =>
      say({
        'test-zoom.txt': probe('zoom.us', '203.0.113.44', '172.20.10.4', 'False'),
        'test-other.txt': probe('www.example.org', '198.51.100.80', from, 'True'),
      }).verdicts.firewall;
    expect(verdict('172.20.10.4')).toBe('confirmed');
    expect(verdict('192.168.1.9')).toBe('suspected');
  });

  test('a camera that was denied and is allowed later, and one that is denied again', () => {
    const verdict = (log: string) => say({ 'log.txt': log }).verdicts.permissions;
    expect(verdict(tcc('1:00', 'tccd', 'no', 0))).toBe('confirmed');
    expect(verdict(tcc('1:00', 'tccd', 'no', 0) + tcc('5:00', 'tccd', 'no', 2))).toBe('resolved');
    expect(verdict(tcc('1:00', 'tccd', 'no', 2) + tcc('5:00', 'tccd', 'no', 0))).toBe('confirmed');
    expect(verdict(tcc('1:00', 'tccd', 'no', 0) + tcc('5:00', 'tccd', 'no', 2, 'Microphone'))).toBe('confirmed');
  });

  test.each([
    ['passes later by the same protocol and port', 'ALLOW UDP 192.0.2.5 203.0.113.20 52302 8801', 'resolved'],
    ['passes later to another port', 'ALLOW UDP 192.0.2.5 203.0.113.20 52302 8805', 'confirmed'],
    ['passes later by another protocol', 'ALLOW TCP 192.0.2.5 203.0.113.20 52302 8801', 'confirmed'],
    ['passes later, and is dropped again', 'ALLOW UDP 192.0.2.5 203.0.113.20 52302 8801', 'confirmed'],
  ] as const)('what was dropped %s', (what, row, state) => {
    const dropped = 'DROP UDP 192.0.2.5 203.0.113.20 52113 8801 0 - - - - - - - SEND';
    const rows = [dropped, `${row} 0 - - - - - - - SEND`, ...(what.endsWith('again') ? [dropped] : [])];
    expect(say({ 'pfirewall.log': firewall(...rows) }).verdicts.firewall).toBe(state);
  });

  test('a camera that fails on one port and then works on the next', () => {
    const failed =
      camera('1:00', '3-2') + kernel('2:00', 'usb 3-2: USB disconnect, device number 4') + kernel('2:09', lost);
    expect(say({ syslog: failed }).verdicts).toEqual({ 'device-usb': 'confirmed' });
    expect(say({ syslog: failed + camera('5:00', '1-4') }).verdicts).toEqual({ 'device-usb': 'resolved' });
    expect(say({ syslog: failed + camera('5:00', '1-4').replaceAll('1234', '9999') }).verdicts).toEqual({
      'device-usb': 'confirmed',
    });
  });

  test('the settings recorded that the camera was denied, then allowed', () => {
    const record = (at: string, value: string) =>
      `2025-11-03 08:0${at}.250 Df tccd[377:1f0a] [com.apple.TCC:access] Update Access Record: kTCCServiceCamera for us.zoom.xos to ${value} (User Set) (v1) at 1762156860\n`;
    const verdict = (log: string) => say({ 'log.txt': log }).verdicts.permissions;
    expect(verdict(record('1:00', 'Denied'))).toBe('confirmed');
    expect(verdict(record('1:00', 'Denied') + record('3:00', 'Allowed'))).toBe('resolved');
    // Newest first.
    expect(verdict(record('3:00', 'Allowed') + record('1:00', 'Denied'))).toBe('resolved');
  });

  test('Zoom only looks whether it may record the screen', () => {
    expect(say({ 'log.txt': tcc('1:00', 'tccd', 'yes', 0, 'ScreenCapture') })).toEqual(nothing);
    expect(say({ 'log.txt': tcc('1:00', 'tccd', 'no', 0, 'ScreenCapture') }).verdicts).toEqual({
      permissions: 'confirmed',
    });
  });
});

test('where nothing was read nothing is ruled out', () => {
  const { verdicts } = judge(knowledge, [], { version: 'test' });
  expect(verdicts.map(({ state }) => state)).toEqual(failureClasses.map(() => 'not-assessable'));
});

describe('states that no cause needs are told as information', () => {
  const settings = (values: string): string =>
    `Windows Registry Editor Version 5.00\n\n[HKEY_CURRENT_USER\\Software\\Microsoft\\Windows\\CurrentVersion\\Internet Settings]\n${values}`;
  test('a proxy that is set', () => {
    const pipe = openSource(knowledge, 'inet.reg');
    pipe.push(new TextEncoder().encode(settings('"ProxyEnable"=dword:00000001\n"ProxyServer"="192.0.2.77:3128"\n')));
    const { diagnoses, verdicts } = judge(knowledge, [pipe.end()], { version: 'test' });
    expect(diagnoses).toMatchObject([
      { failure: 'proxy-set', severity: 'info', subject: { kind: 'proxy', text: '192.0.2.77:3128', others: 0 } },
    ]);
    expect(verdicts.find((one) => one.class === 'proxy')!.state).toBe('not-assessable');
  });
});

describe('spells and phases', () => {
  const bad = joinFailed;
  const phases: readonly (readonly [what: string, log: string, phase: string, spells: number, ends: number])[] = [
    ['nothing ended it', bad('1:00') + bad('1:30'), 'ongoing', 1, 0],
    ['a success', bad('1:00') + joined('1:20'), 'ended', 1, 1],
    ['a success, and again', bad('1:00') + joined('1:20') + bad('4:00'), 'ongoing', 2, 1],
    ['it comes and goes', bad('1:00') + joined('1:20') + bad('4:00') + joined('4:20'), 'intermittent', 2, 2],
    [
      'it comes and goes, and is there',
      bad('1:00') + joined('1:20') + bad('4:00') + joined('4:20') + bad('7:00'),
      'intermittent',
      3,
      2,
    ],
  ];
  test.each(phases)('%s', (_, log, phase, spells, ends) => {
    const pipe = openSource(knowledge, 'Zoom/logs/zoom_memlog.log');
    pipe.push(new TextEncoder().encode(log));
    const [one] = judge(knowledge, [pipe.end()], { version: 'test' }).diagnoses;
    expect(one!.phase).toBe(phase);
    expect(one!.spells).toHaveLength(spells);
    expect(one!.spells.filter(({ end }) => end !== null)).toHaveLength(ends);
    expect(one!.ended === null).toBe(phase !== 'ended');
  });

  test('a success that cannot be ordered ends nothing', () => {
    const sources = [
      ['zoom_memlog.log', bad('1:00')],
      // No stamp has a date or a zone.
      ['old.log', '[08:05:00] status = MeetingStatus.MEETING_STATUS_INMEETING, iResult=0\n'],
    ].map(([path, text]) => {
      const pipe = openSource(knowledge, path!, { format: path === 'old.log' ? 'generic' : 'zoom-memlog' });
      pipe.push(new TextEncoder().encode(text!));
      return pipe.end();
    });
    const [one] = judge(knowledge, sources, { version: 'test' }).diagnoses;
    expect(one).toMatchObject({ phase: 'unknown', ended: null });
  });
});

describe('in which context', () => {
  const row = (day: number, action: string, from: string): string =>
    firewall(`${action} UDP ${from} 203.0.113.77 40000 8801 0 - - - - - - - SEND`).replace(
      '2025-11-03',
      `2025-11-0${day}`,
    );
  const rows = (from: string): string => `${row(3, 'DROP', '192.0.2.5') + row(4, 'ALLOW', from).split('\n').at(-2)!}\n`;

  test('what passes from another address ends no drop', () => {
    expect(say({ 'pfirewall.log': rows('192.0.2.5') }).verdicts).toEqual({ firewall: 'resolved' });
    expect(say({ 'pfirewall.log': rows('198.51.100.5') }).verdicts).toEqual({ firewall: 'confirmed' });
  });

  test("one user's grant ends no other user's denial", () => {
    const denied = tcc('1:00', 'tccd', 'no', 0);
    const granted = tcc('9:00', 'tccd', 'no', 2);
    expect(say({ 'log.txt': denied + granted }).verdicts.permissions).toBe('resolved');
    expect(say({ 'log.txt': denied + granted.replace('auid=501', 'auid=502') }).verdicts.permissions).toBe('confirmed');
  });

  test('what another program saw much later passed, and ends nothing', () => {
    const answer =
      'Host zoom.us:443 was resolved.\n*   Trying 203.0.113.40:443...\n> Host: zoom.us\n< HTTP/1.1 200 OK\n';
    const said = say({
      'zoom.us/zoom_memlog.log': refused('1:00', 61) + joinFailed('1:02'),
      'curl.txt': `* ${answer}`,
    });
    expect(said.verdicts.firewall).toBe('suspected');
  });

  test.each([
    ['https', 'port 443', ':443', 'HTTP/1.1 200 OK', true],
    ['plain http', 'port 80', ':80', 'HTTP/1.1 302 Found', false],
  ])('a page that answers over %s', (_, port, at, status, ends) => {
    const request = (end: string) =>
      `* Host zoom.us${at} was resolved.\n*   Trying 203.0.113.40${at}...\n* Connected to zoom.us (203.0.113.40) ${port}\n> Host: zoom.us\n${end}\n* Closing connection\n`;
    const failed = request('* SSL certificate problem: self-signed certificate in certificate chain').replaceAll(
      at,
      ':443',
    );
    const { told } = say({ 'curl.txt': failed + request(`< ${status}`) });
    expect(told.length === 0).toBe(ends);
  });
});

describe('a partner that is none', () => {
  const chart = (date: string, offset: string): string =>
    `Tracking time.example.com [192.0.2.123:123].\nEs ist ${date} 10:00:00.\n10:00:00, ${offset}s\n10:00:02, ${offset}s\n10:00:04, ${offset}s\n`;
  const refusedByDate = (year: number): string =>
    `<Events><Event xmlns='http://schemas.microsoft.com/win/2004/08/events/event'><System><Provider Name='Schannel'/><EventID>36881</EventID><TimeCreated SystemTime='${year}-11-03T08:00:00.000Z'/><Computer>DESK-7</Computer></System><EventData><Data Name='CallerProcessImageName'>Zoom.exe</Data><Data Name='TargetName'>us04web.zoom.us</Data></EventData></Event></Events>`;
  const far = '+15552000.1000000';
  const clock = (evidence: Evidence) => say(evidence).verdicts['tls-clock'];

  test('a clock that was measured at the time, and years later', () => {
    const measured = chart('03.11.2025', far);
    expect(clock({ 'chart.txt': measured, 'events.xml': refusedByDate(2025) })).toBe('confirmed');
    expect(clock({ 'chart.txt': measured, 'events.xml': refusedByDate(2022) })).toBe('suspected');
  });

  test('a clock that is a day off breaks no certificate', () => {
    expect(clock({ 'chart.txt': chart('03.11.2025', '+97200.1000000'), 'events.xml': refusedByDate(2025) })).toBe(
      'suspected',
    );
  });

  test("one server's answer against another's", () => {
    const measured = { 'chart.txt': chart('03.11.2025', far), 'events.xml': refusedByDate(2025) };
    expect(clock({ ...measured, 'chart-2.txt': chart('03.11.2025', '+00.0200000') })).toBe('suspected');
  });

  test('a clock that is behind finds no certificate expired', () => {
    const curl = (reason: string) =>
      `* Host zoom.us:443 was resolved.\n*   Trying 203.0.113.40:443...\n> Host: zoom.us\n* SSL certificate problem: certificate ${reason}\n* Closing connection\n`;
    const chart300 = chart('03.11.2025', far);
    expect(clock({ 'curl.txt': curl('is not yet valid'), 'chart.txt': chart300 })).toBe('confirmed');
    expect(clock({ 'curl.txt': curl('has expired'), 'chart.txt': chart300 })).toBe('suspected');
  });

  test.each([
    [2025, 'confirmed'],
    [2022, 'suspected'],
  ])('two witnesses, one in 2025, one in %i', (year, state) => {
    const netlog = JSON.stringify({
      constants: {
        logEventTypes: { REQUEST_ALIVE: 2 },
        logSourceType: { URL_REQUEST: 1 },
        netError: {},
        timeTickOffset: String(Date.UTC(2025, 10, 3, 8)),
        clientInfo: { os_type: 'Windows NT' },
      },
      events: [
        { params: { url: 'https://us04web.zoom.us/' }, phase: 1, source: { id: 7, type: 1 }, time: '1000', type: 2 },
        { params: { net_error: -201 }, phase: 2, source: { id: 7, type: 1 }, time: '1100', type: 2 },
      ],
    }).replace('"events":', '\n"events":');
    expect(clock({ 'net-export.json': netlog, 'events.xml': refusedByDate(year) })).toBe(state);
  });
});

describe('whose settings', () => {
  const key = (hive: string, value: string, below = ''): string =>
    `[${hive}\\Software\\Microsoft\\Windows\\CurrentVersion\\CapabilityAccessManager\\ConsentStore\\webcam${below}]\n"Value"="${value}"\n\n`;
  const head = 'Windows Registry Editor Version 5.00\n\n';
  const users = 'HKEY_CURRENT_USER';
  const all = (device: string) => device.replaceAll('webcam', 'microphone') + device;
  const allowed = all(key('HKEY_LOCAL_MACHINE', 'Allow'));
  const own = all(key(users, 'Allow'));
  const desktop = all(key(users, 'Allow', '\\NonPackaged'));

  test('all three levels of one user, and of two', () => {
    const one = { 'disk/machine.reg': head + allowed, 'disk/Users/alice/c.reg': head + own + desktop };
    expect(say(one).verdicts.permissions).toBe('ruled-out');
    const two = {
      'disk/machine.reg': head + allowed,
      'disk/Users/alice/c.reg': head + own,
      'disk/Users/bob/c.reg': head + desktop,
    };
    expect(say(two).verdicts.permissions).toBeUndefined();
  });

  test('a policy that denies apps the camera', () => {
    const policy =
      '[HKEY_LOCAL_MACHINE\\SOFTWARE\\Policies\\Microsoft\\Windows\\AppPrivacy]\n"LetAppsAccessCamera"=dword:00000002\n';
    expect(say({ 'machine.reg': head + allowed + own + desktop + policy }).verdicts.permissions).toBe('suspected');
  });
});

describe('other numbers, other names', () => {
  test.each([
    ['2025-11-03 08:00:01 ERROR GET https://api.zoom.us/v2/users/me failed: Error code: 1001', []],
    ['2025-11-03 08:00:01 ERROR Zoom webhook refused: Error code: 5003', []],
    ['2025-11-03 08:00:01 ERROR Zoom: Error code: 5003', ['connection-failed 5003 low']],
  ])('%s', (line, told) => {
    expect(say({ 'app.log': `${line}\n2025-11-03 08:00:02 INFO done\n` }).told).toEqual(told);
  });

  test('behind NAT64 an address is the IPv4 address in it', () => {
    const to = (address: string) => say({ syslog: kernel('1:00', packet('[UFW BLOCK]', 'eth0', address)) }).verdicts;
    expect(to('64:ff9b::cb00:714d')).toEqual({ firewall: 'confirmed' });
    expect(to('64:ff9b::a14:5')).toEqual({});
    expect(to('0064:ff9b:0000:0000:0000:0000:c0a8:0105')).toEqual({});
  });

  test('a year that the log leaves out may end between two lines', () => {
    const lost_ =
      camera('1:00', '3-2').replaceAll('Nov  3', 'Dec 31') + kernel('1:09', lost).replace('Nov  3', 'Dec 31');
    expect(say({ syslog: lost_ + camera('2:00', '3-2').replaceAll('Nov  3', 'Jan  1') }).verdicts).toEqual({
      'device-usb': 'resolved',
    });
  });
});

describe('a gateway', () => {
  const ipconfig =
    '\nWindows IP Configuration\n\n   Host Name . . . . . . . . . . . . : DESK-7\n\nEthernet adapter Ethernet:\n\n   IPv4 Address. . . . . . . . . . . : 192.0.2.5(Preferred) \n';
  const test443 = (address: string) =>
    `ComputerName     : zoom.us\nRemoteAddress    : ${address}\nRemotePort       : 443\nInterfaceAlias   : Ethernet\nSourceAddress    : 192.0.2.5\nTcpTestSucceeded : True\n`;
  const forwarded = (from: string, to = '198.51.100.9') =>
    kernel(
      '1:01',
      `[FORWARD DROP] IN=lan0 OUT=wan0 SRC=${from} DST=${to} LEN=60 TTL=63 ID=1 DF PROTO=UDP SPT=40000 DPT=8801 LEN=40 `,
      'gw',
    );
  const judge_ = (log: string) =>
    say({
      'ipconfig.txt': ipconfig,
      'tnc.txt': test443('198.51.100.9'),
      'AppData/Roaming/Zoom/logs/zoom_memlog.log': joinFailed('1:02'),
      'gw/kern.log': log,
    });

  test.each([
    ['drops what this machine sent to Zoom', forwarded('192.0.2.5'), 'gateway-drop 104103 medium'],
    ['drops what another one sent', forwarded('192.0.2.66'), 'connection-failed 104103 low'],
    ['drops what went elsewhere', forwarded('192.0.2.5', '203.0.113.200'), 'connection-failed 104103 low'],
  ])('%s', (_, log, told) => {
    expect(judge_(log)).toEqual({ told: [told], verdicts: { firewall: 'suspected' } });
  });
});
