/** Whose a program, a device or an address is, and whether two records tell of one event: by cases that mislead a judge. */
import { type Confidence, type failureClasses, judge, knowledge, openSource, type VerdictState } from '@zoomlog/parser';
import { describe, expect, test } from 'vitest';

/** Path to text. */
type Evidence = Readonly<Record<string, string>>;
type Verdicts = Partial<Record<(typeof failureClasses)[number], VerdictState>>;

interface Said {
  /** `connection-failed 104103 low`: every diagnosis that is no mere information. */
  readonly told: readonly string[];
  /** The classes that are not without evidence. */
  readonly verdicts: Verdicts;
}

function say(evidence: Evidence): Said {
  const sources = Object.entries(evidence).map(([path, text]) => {
    const pipe = openSource(knowledge, path);
    pipe.push(new TextEncoder().encode(text));
    return pipe.end();
  });
  const report = judge(knowledge, sources, { version: 'test' });
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

const verdictsOf = (evidence: Evidence): Verdicts => say(evidence).verdicts;

/** `12` seconds past 08:00 of one morning, as a journal's text and as its export write it. */
const micros = (second: number): string => String((1762156800 + second) * 1_000_000);
const stamp = (second: number): string =>
  new Date((1762156800 + second) * 1000).toISOString().replace('.000Z', '+00:00');
const kernel = (second: number, message: string): string => `${stamp(second)} desk-7 kernel: ${message}\n`;
const kernelJson = (second: number, message: string): string =>
  `${JSON.stringify({ __REALTIME_TIMESTAMP: micros(second), _TRANSPORT: 'kernel', _HOSTNAME: 'desk-7', MESSAGE: message })}\n`;
const dump = (second: number, pid: number, comm: string, ...below: readonly string[]): string =>
  `${stamp(second)} desk-7 systemd-coredump[9001]: Process ${pid} (${comm}) of user 1000 dumped core.\n${below.map((line) => `                ${line}\n`).join('')}`;
const dumpJson = (second: number, pid: number, comm: string, path?: string, message = ''): string =>
  `${JSON.stringify({ __REALTIME_TIMESTAMP: micros(second), _TRANSPORT: 'journal', SYSLOG_IDENTIFIER: 'systemd-coredump', _HOSTNAME: 'desk-7', COREDUMP_PID: String(pid), ...(path && { COREDUMP_EXE: path }), MESSAGE: `Process ${pid} (${comm}) of user 1000 dumped core.${message}` })}\n`;
const fault = (thread: string, pid: number, image = 'libc.so.6'): string =>
  `${thread}[${pid}]: segfault at 40 ip 00007f1100002000 sp 00007ffe00003000 error 6 in ${image}[7f1100000000+28000]`;

describe('whose program crashed', () => {
  const crash: Verdicts = { crash: 'confirmed' };
  const maybe: Verdicts = { crash: 'suspected' };
  test.each<[path: string, verdicts: Verdicts]>([
    ['/opt/zoom/zoom', crash],
    ['/opt/zoom/zoom (deleted)', crash],
    ['/app/extra/zoom/zoom.real', crash],
    ['/snap/zoom-client/254/zoom/zoom', crash],
    ['/nix/store/0c1d2e3f-zoom-us-6.4.1/opt/zoom/.zoom-wrapped', crash],
    ['/home/alice/apps/opt/zoom/ZoomWebviewHost', crash],
    ['/srv/apps/zoom/zoom', maybe],
    ['/usr/games/zoom', {}],
    ['/usr/local/bin/zoom', {}],
    ['/home/alice/stories/zoom', {}],
    ['/usr/lib/xscreensaver/zoom', {}],
  ])('%s', (path, verdicts) => {
    expect(verdictsOf({ 'journal.json': dumpJson(9, 5120, 'zoom', path) })).toEqual(verdicts);
    // Whatever its thread is called, and wherever the record tells the path.
    expect(verdictsOf({ 'journal.json': dumpJson(9, 5120, 'QSGRenderThread', path) })).toEqual(verdicts);
    if (path.includes(' ')) return;
    const stack = `#0  0x0000563200001000 n/a (${path} + 0x1000)`;
    expect(verdictsOf({ 'journal.json': dumpJson(9, 5120, 'QSGRenderThread', undefined, `\n${stack}`) })).toEqual(
      verdicts,
    );
    expect(verdictsOf({ 'journal.txt': dump(9, 5120, 'QSGRenderThread', stack) })).toEqual(verdicts);
  });

  test.each<[what: string, message: string, verdicts: Verdicts]>([
    ['a thread in the program', fault('Chrome_IOThread', 5120, 'zoom'), maybe],
    ['a thread in a part of Zoom', fault('Chrome_IOThread', 5120, 'aomhost'), crash],
    ['a thread in a pool', fault('Thread (pooled)', 5120, 'zoom'), maybe],
    ['a thread in another program', fault('QSGRenderThread', 5120, 'kdenlive'), {}],
    ['a thread in a library, of which program is not told', fault('QSGRenderThread', 5120), {}],
    ['a program that begins like it', fault('zoomer', 5120, 'zoomer'), {}],
  ])('the kernel tells of %s', (_, message, verdicts) => {
    expect(verdictsOf({ 'kern.log': kernel(9, message) })).toEqual(verdicts);
    expect(verdictsOf({ 'journal.json': kernelJson(9, message) })).toEqual(verdicts);
  });

  test('the record that tells the path decides for the other one of the same process', () => {
    const seen = { 'kern.log': kernel(8, fault('zoom', 5120)) };
    expect(verdictsOf(seen)).toEqual(crash);
    expect(verdictsOf({ ...seen, 'journal.json': dumpJson(9, 5120, 'zoom', '/usr/games/zoom') })).toEqual({});
    expect(
      verdictsOf({ ...seen, 'journal.txt': dump(9, 5120, 'zoom', 'Module /usr/games/zoom without build-id.') }),
    ).toEqual({});
    // Another process, or the same number an hour later.
    expect(verdictsOf({ ...seen, 'journal.json': dumpJson(9, 5121, 'zoom', '/usr/games/zoom') })).toEqual(crash);
    expect(verdictsOf({ ...seen, 'journal.json': dumpJson(3609, 5120, 'zoom', '/usr/games/zoom') })).toEqual(crash);
  });

  test.each([
    ['D:\\Games\\Zoom Racer\\Zoom.exe', undefined],
    ['C:\\Tools\\Zoom\\Zoom.exe', undefined],
    ['C:\\Users\\user\\AppData\\Roaming\\Zoom\\bin\\Zoom.exe', 'confirmed'],
    ['C:\\Program Files\\Zoom\\bin\\CptHost.exe', 'confirmed'],
  ])('CrashRpt of %s', (path, state) => {
    const report = `<CrashRpt version="1403"><AppName>Zoom</AppName><ImageName>${path}</ImageName><ExceptionModule>C:\\Windows\\System32\\example.dll</ExceptionModule></CrashRpt>`;
    expect(verdictsOf({ 'crashrpt.xml': report }).crash).toBe(state);
  });

  test.each([
    ['CptHost.exe', 'C:\\Program Files\\Zoom\\bin\\CptHost.exe', 'confirmed'],
    ['aomhost64.exe', 'C:\\Users\\user\\AppData\\Roaming\\Zoom\\bin\\aomhost64.exe', 'confirmed'],
    ['ZoomIt64.exe', 'C:\\Tools\\Zoom\\bin\\ZoomIt64.exe', undefined],
  ])('Windows records a crash of %s', (name, path, state) => {
    const values = [name, '6.4.1.1', '0', 'example.dll', '1.0', '0', 'c0000005', '0', '0x1f40', '0', path];
    const event = `<Event xmlns='http://schemas.microsoft.com/win/2004/08/events/event'><System><Provider Name='Application Error'/><EventID>1000</EventID><TimeCreated SystemTime='2025-11-03T08:00:00.000Z'/><Computer>DESK-7</Computer></System><EventData>${values.map((value) => `<Data>${value}</Data>`).join('')}</EventData></Event>`;
    expect(verdictsOf({ 'application.xml': event }).crash).toBe(state);
  });

  test.each([
    ['us.zoom.CptHost', 'confirmed'],
    ['us.zoom.caphost', 'confirmed'],
    ['us.zoom.xos-beta', undefined],
    ['us.zoom.updater', undefined],
    ['us.zoomer.recorder', undefined],
    ['com.example.us.zoom.xos', undefined],
  ])('the screen is denied to %s', (client, state) => {
    const log = [
      'AUTHREQ_CTX: msgID=71.4, function=TCCAccessRequest, service=kTCCServiceScreenCapture, preflight=no, query=1',
      `AUTHREQ_ATTRIBUTION: msgID=71.4, attribution={accessing={TCCDProcess: identifier=${client}, pid=733, auid=501}, },`,
      'AUTHREQ_RESULT: msgID=71.4, authValue=0, authReason=2, authVersion=1, error=(null),',
    ].map((message) => `2025-11-03 08:00:09.250 Df tccd[377:1f0a] [com.apple.TCC:access] ${message}\n`);
    expect(verdictsOf({ 'log.txt': log.join('') }).permissions).toBe(state);
  });
});

describe('one crash, told twice', () => {
  const path = '.zoom/logs/zoom_stdout_stderr.log';
  const launched = (pid: number, complaints: number): string =>
    `ZoomLauncher started.\nZoom path is: /opt/zoom\nStart subprocess: /opt/zoom/zoom sucessfully,  process pid: ${pid} \nStart subprocess: /opt/zoom/ZoomWebviewHost sucessfully,  process pid: ${pid + 40} \n${"qrc:/qml/Bar.qml:3: TypeError: Cannot read property 'text' of null\n".repeat(complaints)}zoom was exited due to a handled signal: 11 \nZoomLauncher exit.\n`;
  const records = (pid: number): Record<string, Evidence> => ({
    'the kernel': { 'kern.log': kernel(9, fault('zoom', pid)) },
    'a core dump': { 'journal.json': dumpJson(9, pid, 'zoom', '/opt/zoom/zoom') },
    both: { 'kern.log': kernel(9, fault('zoom', pid)), 'journal.txt': dump(10, pid, 'zoom') },
  });
  test.each(Object.keys(records(0)))('%s records the crash of a client that quits', (by) => {
    expect(say({ [path]: launched(6120, 9), ...records(6120)[by] })).toEqual({ told: [], verdicts: {} });
    // In use it counts, and so does another process.
    expect(verdictsOf({ [path]: launched(6120, 0), ...records(6120)[by] })).toEqual({ crash: 'confirmed' });
    expect(verdictsOf({ [path]: launched(6120, 9), ...records(6177)[by] })).toEqual({ crash: 'confirmed' });
  });
});

describe('what a USB port holds', () => {
  const plug = (second: number, port: string, product = '2e7e:0c11'): string =>
    kernel(
      second,
      `usb ${port}: New USB device found, idVendor=${product.slice(0, 4)}, idProduct=${product.slice(5)}, bcdDevice= 2.00`,
    ) + kernel(second, `uvcvideo ${port}:1.0: Found UVC 1.50 device Example Cam (${product})`);
  const unplug = (second: number, port: string): string =>
    kernel(second, `usb ${port}: USB disconnect, device number 7`);
  const fails = (second: number, port: string): string =>
    kernel(second, `usb ${port}: device descriptor read/64, error -110`) +
    kernel(second + 4, `usb usb${port.replace('-', '-port')}: unable to enumerate USB device`);
  const boot = (second: number): string => kernel(second, 'Linux version 6.12.9-example (build@example) #1 SMP');
  const hours = 3600;
  test.each<[what: string, log: string, state: VerdictState | undefined]>([
    ['a camera that comes back at once and fails', plug(0, '1-3') + unplug(60, '1-3') + fails(61, '1-3'), 'confirmed'],
    [
      'a camera that fails for minutes',
      plug(0, '1-3') + unplug(60, '1-3') + fails(61, '1-3') + fails(110, '1-3') + fails(160, '1-3'),
      'confirmed',
    ],
    [
      'something, an hour after the camera was unplugged',
      plug(0, '1-3') + unplug(60, '1-3') + fails(hours, '1-3'),
      'suspected',
    ],
    [
      'something, after another start of the system',
      plug(0, '1-3') + boot(hours) + fails(hours + 4, '1-3'),
      'suspected',
    ],
    [
      'something, in a journal of two starts',
      `${plug(0, '1-3')}-- Boot 0c1d2e3f --\n${fails(hours, '1-3')}`,
      'suspected',
    ],
    [
      'the camera of this start',
      plug(0, '1-3') + boot(hours) + plug(hours + 3, '1-3') + unplug(hours + 9, '1-3') + fails(hours + 10, '1-3'),
      'confirmed',
    ],
    [
      'one of two cameras of one model',
      plug(0, '1-3') + plug(2, '1-4') + unplug(60, '1-3') + fails(61, '1-3'),
      'confirmed',
    ],
    [
      'one of two, and then the other is moved',
      plug(0, '1-3') + plug(2, '1-4') + unplug(60, '1-3') + fails(61, '1-3') + unplug(200, '1-4') + plug(204, '1-5'),
      'confirmed',
    ],
    [
      'one of two, and it is moved',
      plug(0, '1-3') + plug(2, '1-4') + unplug(60, '1-3') + fails(61, '1-3') + plug(204, '1-5'),
      'resolved',
    ],
    [
      'something on the port that the camera has left for another',
      plug(0, '1-3') + unplug(60, '1-3') + plug(64, '1-5') + fails(hours, '1-3'),
      undefined,
    ],
    [
      'another camera, where one was that is now elsewhere',
      plug(0, '1-3') +
        unplug(60, '1-3') +
        plug(70, '1-3', '0d8c:5a1e') +
        plug(80, '1-5') +
        unplug(90, '1-3') +
        fails(91, '1-3'),
      'confirmed',
    ],
  ])('%s', (_, log, state) => {
    expect(verdictsOf({ 'kern.log': log })['device-usb']).toBe(state);
  });
});

describe('devices of Windows', () => {
  const event = (id: 410 | 411, hour: number, instance: string): string =>
    `<Event xmlns='http://schemas.microsoft.com/win/2004/08/events/event'><System><Provider Name='Microsoft-Windows-Kernel-PnP'/><EventID>${id}</EventID><TimeCreated SystemTime='2025-11-03T1${hour}:00:00.000Z'/><Computer>DESK-7</Computer></System><EventData><Data Name='DeviceInstanceId'>${instance.replaceAll('&', '&amp;')}</Data><Data Name='ClassGuid'>{ca3e7ab9-b4c3-4ae6-8251-579ef933890f}</Data><Data Name='Problem'>${id === 410 ? '0x0' : '0xA'}</Data></EventData></Event>\n`;
  const failed = 'USB\\VID_2E7E&PID_0C11&MI_00\\7&2f00aa1&0&0000';
  test.each<[what: string, started: string, state: VerdictState]>([
    ['the same, as it was', failed, 'resolved'],
    ['the same, in other letters', failed.toLowerCase(), 'resolved'],
    ['the same model on another port', failed.replace('2f00aa1', '31c4d05'), 'resolved'],
    ['another function of the model', failed.replace('MI_00', 'MI_02'), 'confirmed'],
    ['another model', failed.replace('0C11', '0C12'), 'confirmed'],
    ['one of the model with a serial number', 'USB\\VID_2E7E&PID_0C11&MI_00\\A1B2C3', 'confirmed'],
  ])('a camera fails, and later starts %s', (_, started, state) => {
    const [bad, good] = [event(411, 1, failed), event(410, 2, started)];
    expect(verdictsOf({ 'system.xml': `<Events>\n${bad}${good}</Events>` })['device-usb']).toBe(state);
    // Newest first.
    expect(verdictsOf({ 'system.xml': `<Events>\n${good}${bad}</Events>` })['device-usb']).toBe(state);
  });

  test('of two cameras of one model the one that worked all the time has not been moved', () => {
    const other = failed.replace('2f00aa1', '31c4d05');
    const log = `<Events>\n${event(410, 0, other)}${event(411, 1, failed)}${event(410, 2, other)}</Events>`;
    expect(verdictsOf({ 'system.xml': log })['device-usb']).toBe('confirmed');
  });

  const report = (sound: string, display = 'Example Graphics', microphone = ''): string =>
    `------------------\nSystem Information\n------------------\n      Time of this report: 11/3/2025, 10:00:00\n             Machine name: DESK-7\n           DxDiag Version: 10.00.22621.0001 64bit Unicode\n---------------\nDisplay Devices\n---------------\n           Card name: ${display}\n-------------\nSound Devices\n-------------\n            Description: ${sound}\n---------------------\nSound Capture Devices\n---------------------\n${microphone && `            Description: ${microphone}\n\n`}---------------------\nVideo Capture Devices\nNumber of Devices: 0\n---------------------\n`;
  test.each(['Remote Audio', 'Audio remoto', 'Áudio remoto', 'Dźwięk zdalny', 'Удалённый звук', 'Citrix HDX Audio'])(
    'a remote session, by its sound device: %s',
    (sound) => {
      expect(say({ 'dxdiag.txt': report(sound) })).toEqual({ told: [], verdicts: {} });
      // What fails on the server is not the camera of the user.
      const log = `<Events>\n${event(411, 1, failed)}</Events>`;
      expect(say({ 'dxdiag.txt': report(sound), 'system.xml': log })).toEqual({ told: [], verdicts: {} });
      expect(
        verdictsOf({ 'dxdiag.txt': report('Speakers (Example)', undefined, 'Microphone'), 'system.xml': log })[
          'device-usb'
        ],
      ).toBe('confirmed');
    },
  );

  test('a computer without a camera may never have had one', () => {
    const none = { 'dxdiag.txt': report('Speakers (Example)', undefined, 'Microphone (Example)') };
    expect(say(none)).toEqual({ told: ['no-camera null medium'], verdicts: { 'device-usb': 'suspected' } });
  });
});

describe('whose an address is', () => {
  const drop =
    '#Version: 1.5\n#Software: Microsoft Windows Firewall\n#Fields: date time action protocol src-ip dst-ip src-port dst-port size tcpflags tcpsyn tcpack tcpwin icmptype icmpcode info path\n\n2025-11-03 08:00:09 DROP UDP 192.0.2.5 10.44.0.9 52113 8801 0 - - - - - - - SEND\n';
  const client = (message: string): string => `11/03/2025 08:00:05:009\tZOOM\t[512:9013:41288]\tINFO\t${message}\n`;
  test.each([
    ['a ping list without names', 'vc::start_req(),  ping_list[0]:   pkg|tcp://10.44.0.9:8802,,', 'confirmed'],
    ['a ping list of another server', 'vc::start_req(),  ping_list[0]:   pkg|tcp://10.44.0.7:8802,,', undefined],
    ['another line', 'printer at tcp://10.44.0.9:9100', undefined],
  ] as const)('a private one, after %s', (_, message, state) => {
    const evidence = { 'Zoom/logs/zoom_memlog_1.log': client(message), 'pfirewall.log': drop };
    expect(verdictsOf(evidence).firewall).toBe(state);
  });
});

describe('one family of addresses', () => {
  const unreachable = '* Immediate connect fail for 2001:db8:7::9: Network is unreachable\n';
  const request = (ipv4: string, ...lines: readonly string[]): string =>
    `* Host zoom.us:443 was resolved.\n* IPv6: 2001:db8:7::9\n* IPv4: ${ipv4}\n*   Trying [2001:db8:7::9]:443...\n${lines.join('')}* Closing connection\n`;
  test.each<[what: string, text: string, verdicts: Verdicts]>([
    ['has no route, and there is no other', request('(none)', unreachable), { network: 'suspected' }],
    ['has no route, the other is tried', request('203.0.113.44', unreachable, '*   Trying 203.0.113.44:443...\n'), {}],
    [
      'has no route, the other is refused first',
      request(
        '203.0.113.44',
        '*   Trying 203.0.113.44:443...\n* connect to 203.0.113.44 port 443 failed: Connection refused\n',
        unreachable,
      ),
      { firewall: 'suspected' },
    ],
  ])('%s', (_, text, verdicts) => {
    expect(verdictsOf({ 'curl-zoom.txt': text })).toEqual(verdicts);
  });
});

describe('words of a prefix', () => {
  const packet = (prefix: string): string =>
    kernel(
      9,
      `${prefix} IN= OUT=eth0 SRC=192.0.2.5 DST=198.51.100.9 LEN=60 TTL=64 ID=1 DF PROTO=UDP SPT=40000 DPT=8801 LEN=40 `,
    );
  test.each(['VERWORFEN:', 'fw-out gesperrt', 'BLOQUEADO', 'REJETÉ:', 'Bloccato', 'заблокирован:', '[odrzucone]'])(
    '%s drops',
    (prefix) => {
      expect(verdictsOf({ syslog: packet(prefix) })).toEqual({ firewall: 'confirmed' });
    },
  );
  test.each([
    'NICHT VERWORFEN:',
    'ZUGELASSEN',
    'verworfen? zugelassen',
    'Blockflöte:',
    'sin bloqueo: permitido',
    'unblockiert',
  ])('%s lets pass', (prefix) => {
    expect(verdictsOf({ syslog: packet(prefix) })).toEqual({});
  });
});

describe('a rule for every program', () => {
  const rule = (protocol: string, ports: string, action = 'Block', direction = 'Out'): string =>
    `Rule Name:                            Example\n${'-'.repeat(70)}\nEnabled:                              Yes\nDirection:                            ${direction}\nProfiles:                             Domain,Private,Public\nGrouping:                             \nLocalIP:                              Any\nRemoteIP:                             Any\nProtocol:                             ${protocol}\n${ports && `LocalPort:                            Any\nRemotePort:                           ${ports}\n`}Edge traversal:                       No\nAction:                               ${action}\n\n`;
  test.each([
    ['the web', rule('TCP', '80,443'), 'suspected'],
    ['many ports', rule('TCP', '100-9000'), 'suspected'],
    ['everything', rule('Any', ''), 'suspected'],
    ['mail', rule('TCP', '25'), undefined],
    ['another protocol', rule('GRE', ''), undefined],
    ['what comes in', rule('Any', '', 'Block', 'In'), undefined],
    ['nothing', rule('TCP', '443', 'Allow'), undefined],
  ] as const)('that blocks %s', (_, text, state) => {
    expect(verdictsOf({ 'firewall-rules.txt': `\n${text}` }).firewall).toBe(state);
  });
});
