/** Frames for samples: some formats can only be read as a whole document. Used in the `hits` and `misses` of declarations. */

const constants =
  '{"constants":{"logEventTypes":{"REQUEST_ALIVE":2,"SOCKET_ALIVE":3,"HTTP_TRANSACTION_SEND_TUNNEL_HEADERS":167,"HTTP_TRANSACTION_READ_TUNNEL_RESPONSE_HEADERS":168,"HTTP_TRANSACTION_READ_RESPONSE_HEADERS":169},"logSourceType":{"URL_REQUEST":1,"SOCKET":8},"netError":{},"timeTickOffset":1700000000000},';

/** A NetLog of one request to `host` that ends with `netError` (0: well). */
export const netlogRequest = (host: string, netError: number): string =>
  `${constants}\n"events": [\n{"params":{"url":"https://${host}/j"},"phase":1,"source":{"id":7,"type":1},"time":"1500","type":2},\n{"params":{"net_error":${netError}},"phase":2,"source":{"id":7,"type":1},"time":"1900","type":2}]}`;

/** A NetLog of one request to `host` that was answered with `status`. */
export const netlogAnswer = (host: string, status: string, path = '/j'): string =>
  `${constants}\n"events": [\n{"params":{"url":"https://${host}${path}"},"phase":1,"source":{"id":7,"type":1},"time":"1500","type":2},\n{"params":{"headers":["HTTP/1.1 ${status}"]},"phase":0,"source":{"id":7,"type":1},"time":"1600","type":169},\n{"phase":2,"source":{"id":7,"type":1},"time":"1900","type":2}]}`;

/** A NetLog of one tunnel through a proxy to `host`, with the proxy's answers in order. */
export const netlogTunnel = (host: string, ...statuses: readonly string[]): string =>
  `${constants}\n"events": [\n{"params":{"line":"CONNECT ${host}:443 HTTP/1.1\\r\\n"},"phase":0,"source":{"id":9,"type":8},"time":"1500","type":167},\n${statuses
    .map(
      (status) =>
        `{"params":{"headers":["HTTP/1.1 ${status}"]},"phase":0,"source":{"id":9,"type":8},"time":"1600","type":168},\n`,
    )
    .join('')}{"phase":2,"source":{"id":9,"type":8},"time":"1700","type":3}]}`;

/** Output of a Linux launch whose client has process id 4021, around `line`. */
export const linuxLaunch = (line: string): string =>
  `ZoomLauncher started.\nZoom path is: /opt/zoom\nStart subprocess: /opt/zoom/zoom sucessfully,  process pid: 4021 \nzoom started.\n${line}`;

/** The same of a launcher that does not print process ids. */
export const oldLinuxLaunch = (line: string): string =>
  `ZoomLauncher started.\nZoom path is: /opt/zoom\nzoom started.\n${line}`;

/** Values of a policy for the whole machine, exported. */
export const registryPolicy = (key: string, ...values: readonly string[]): string =>
  `Windows Registry Editor Version 5.00\n\n[HKEY_LOCAL_MACHINE\\SOFTWARE\\Policies\\Microsoft\\${key}]\n${values.join('\n')}`;

/** What a program writes to its output, as `journalctl -o json` exports it. */
export const journalMessage = (program: string, message: string): string =>
  JSON.stringify({
    __REALTIME_TIMESTAMP: '1767225600250000',
    _TRANSPORT: 'stdout',
    SYSLOG_IDENTIFIER: program,
    MESSAGE: message,
  });

/** A kernel message as `journalctl -o json` exports it. */
export const journalKernel = (...messages: readonly string[]): string =>
  messages
    .map((message, i) =>
      JSON.stringify({
        __REALTIME_TIMESTAMP: String(1767225600250000 + i * 1000),
        _TRANSPORT: 'kernel',
        SYSLOG_IDENTIFIER: 'kernel',
        PRIORITY: '4',
        MESSAGE: message,
      }),
    )
    .join('\n');

/** What systemd-coredump writes of process 4021, whose thread `comm` crashed: in a journal's text, and as JSON with the program's path. */
export const coreDump = (comm: string, end = 'dumped core'): string =>
  `Nov  9 07:08:09 box systemd-coredump[4099]: [🡕] Process 4021 (${comm}) of user 1000 ${end}.`;
export const coreDumpJson = (comm: string, end: string, path: string): string =>
  JSON.stringify({
    __REALTIME_TIMESTAMP: '1767225600250000',
    _TRANSPORT: 'journal',
    SYSLOG_IDENTIFIER: 'systemd-coredump',
    COREDUMP_PID: '4021',
    COREDUMP_EXE: path,
    MESSAGE: `Process 4021 (${comm}) of user 1000 ${end}.`,
  });

/** A Windows Firewall log with the usual columns around `row`. */
export const firewallTable = (row: string): string =>
  `#Version: 1.5\n#Software: Microsoft Windows Firewall\n#Time Format: Local\n#Fields: date time action protocol src-ip dst-ip src-port dst-port size tcpflags tcpsyn tcpack tcpwin icmptype icmpcode info path\n\n${row}`;

const event = (provider: string, id: number, data: string): string =>
  `<Event xmlns="http://schemas.microsoft.com/win/2004/08/events/event"><System><Provider Name="${provider}"/><EventID>${id}</EventID><TimeCreated SystemTime="2025-10-11T12:13:14.1516171Z"/><Computer>DESK-7</Computer></System><EventData>${data}</EventData></Event>`;

/** One Windows event; `data` are its named values. */
export const windowsEvent = (provider: string, id: number, data: Readonly<Record<string, string | number>>): string =>
  event(
    provider,
    id,
    Object.entries(data)
      .map(([name, value]) => `<Data Name="${name}">${value.toString().replaceAll('&', '&amp;')}</Data>`)
      .join(''),
  );

/** One Windows event as `Get-WinEvent | ConvertTo-Json` writes it: its message, and none of its named values. */
export const jsonEvent = (provider: string, id: number, message: string): string =>
  JSON.stringify({
    TimeCreated: '2025-05-14T07:08:09.5+02:00',
    Id: id,
    ProviderName: provider,
    LevelDisplayName: 'Error',
    MachineName: 'DESK-7',
    Message: message,
  });

/** The same event as XML, as text and as JSON, for a pattern that names all three formats. */
export const windowsEventHits = (
  provider: string,
  id: number,
  data: Readonly<Record<string, string | number>>,
  message: string,
): string[] => [windowsEvent(provider, id, data), copiedEvent(provider, id, message), jsonEvent(provider, id, message)];

/** A packet or connection out that the Windows Filtering Platform judged, in each format. `application`: `-` for none. */
export const filteringEvents = (
  id: 5152 | 5156 | 5157,
  application: string,
  destination: string,
  port: number,
  protocol: 6 | 17,
): string[] =>
  windowsEventHits(
    'Microsoft-Windows-Security-Auditing',
    id,
    {
      Application: application,
      Direction: '%%14593',
      DestAddress: destination,
      DestPort: port,
      Protocol: protocol,
    },
    [
      `The Windows Filtering Platform has ${{ 5152: 'blocked a packet', 5156: 'permitted a connection', 5157: 'blocked a connection' }[id]}.\n`,
      'Application Information:\n\tProcess ID:\t\t4021',
      `\tApplication Name:\t${application}\n`,
      'Network Information:\n\tDirection:\t\tOutbound\n\tSource Address:\t\t192.0.2.7\n\tSource Port:\t\t50001',
      `\tDestination Address:\t${destination}\n\tDestination Port:\t\t${port}\n\tProtocol:\t\t${protocol}\n`,
      'Filter Information:\n\tFilter Run-Time ID:\t66055\n\tLayer Name:\t\tConnect\n\tLayer Run-Time ID:\t48',
    ].join('\n'),
  );

/** What `netsh wfp show netevents` writes of a packet to a media port. `layer`: 48 where connections are made, 44 where they are accepted. */
export const filteredEvent = (verdict: 'DROP' | 'ALLOW', layer: number, port: number, program = 'zoom'): string =>
  `<header>
<timeStamp>2025-05-14T07:08:09.118Z</timeStamp>
<ipProtocol>17</ipProtocol>
<localAddrV4>192.0.2.7</localAddrV4>
<remoteAddrV4>198.51.100.9</remoteAddrV4>
<localPort>50001</localPort>
<remotePort>${port}</remotePort>
<appId>
<asString>${Array.from(`\\device\\harddiskvolume3\\program files\\zoom\\bin\\${program}.exe`, (one) => `${one}.`).join('')}..</asString>
</appId>
</header>
<type>FWPM_NET_EVENT_TYPE_CLASSIFY_${verdict}</type>
<classify${verdict === 'DROP' ? 'Drop' : 'Allow'}>
<filterId>73602</filterId>
<layerId>${layer}</layerId>
<msFwpDirection>MS_FWP_DIRECTION_OUT</msFwpDirection>
<isLoopback>false</isLoopback>
</classify${verdict === 'DROP' ? 'Drop' : 'Allow'}>`;

/** One Windows event whose values have no names, only an order. */
export const windowsEventPositional = (provider: string, id: number, data: readonly string[]): string =>
  event(provider, id, data.map((value) => `<Data>${value}</Data>`).join(''));

/** Where the registry keeps who may use a device (`webcam`, `microphone`), and below it for whom. */
export const consentKey = (device: 'webcam' | 'microphone', ...below: readonly string[]): string =>
  ['CapabilityAccessManager', 'ConsentStore', device, ...below].join('\\');

type Hive = 'HKEY_CURRENT_USER' | 'HKEY_LOCAL_MACHINE';

const windowsKey = (hive: Hive, key: string): string => `${hive}\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\${key}`;

/** A registry export of one key below that of Windows, with its values' lines. */
export const registryExport = (hive: Hive, key: string, ...values: readonly string[]): string =>
  `Windows Registry Editor Version 5.00\n\n[${windowsKey(hive, key)}]\n${values.join('\n')}`;

/** The same as `reg query` prints it. */
export const registryQuery = (hive: Hive, key: string, ...values: readonly string[]): string =>
  `\n${windowsKey(hive, key)}\n${values.map((value) => `    ${value}`).join('\n')}`;

/** A Test-NetConnection of `host`. */
export const probe = (host: string, address: string, port: number, outcome: 'True' | 'False'): string =>
  `ComputerName           : ${host}\nRemoteAddress          : ${address}\nRemotePort             : ${port}\nInterfaceAlias         : Wi-Fi\nSourceAddress          : 198.51.100.7\nPingSucceeded          : False\nPingReplyDetails (RTT) : 0 ms\nTcpTestSucceeded       : ${outcome}`;

/** A chain of certificates that `program` had checked, as CAPI2 records it: what is wrong with it, the HRESULT, what the certificate is for, and whose it is. */
export const capi2Event = (program: string, status: string, result: string, usage: string, subject: string): string =>
  `<Event xmlns="http://schemas.microsoft.com/win/2004/08/events/event"><System><Provider Name="Microsoft-Windows-CAPI2"/><EventID>11</EventID><TimeCreated SystemTime="2025-10-11T12:13:14.1516171Z"/><Computer>DESK-7</Computer></System><UserData><CertGetCertificateChain><Certificate subjectName="${subject}"/><ExtendedKeyUsage><Usage oid="${usage}"/></ExtendedKeyUsage><CertificateChain><TrustStatus><ErrorStatus ${status === '' ? 'value="0"' : `${status}="true"`}/></TrustStatus></CertificateChain><EventAuxInfo ProcessName="${program}"/><Result value="${result}"/></CertGetCertificateChain></UserData></Event>`;

/** A dxdiag report. `sound`: names of sound devices; `microphones`, `cameras`: names; a camera without a port of its own is a program. */
export function dxdiagReport(
  microphones: readonly string[],
  cameras: readonly string[],
  sound = 'Speakers (Example Audio)',
): string {
  const titled = (title: string, ...more: readonly string[]): string[] => ['-----', title, ...more, '-----'];
  return [
    ...titled('System Information'),
    '      Time of this report: 5/14/2025, 07:08:09',
    '             Machine name: DESK-7',
    '           DxDiag Version: 10.00.22621.0001 64bit Unicode',
    ...titled('Sound Devices'),
    `            Description: ${sound}`,
    '',
    ...titled('Sound Capture Devices'),
    ...microphones.flatMap((name) => [`            Description: ${name}`, '']),
    ...titled('Video Capture Devices', `Number of Devices: ${cameras.length}`),
    ...cameras.flatMap((name) => [
      `           FriendlyName: ${name}`,
      `                 Parent: ${/Virtual/.test(name) ? 'HTREE\\ROOT\\0' : 'USB\\VID_1234&PID_ABCD\\0001'}`,
      '            ProblemCode: No Problem',
      '',
    ]),
  ].join('\n');
}

/** One event as the Event Viewer copies it as text. */
export const copiedEvent = (provider: string, id: number, message: string): string =>
  `Log Name:      System\nSource:        ${provider}\nDate:          14.05.2025 07:08:09\nEvent ID:      ${id}\nTask Category: None\nLevel:         Error\nKeywords:      \nUser:          N/A\nComputer:      DESK-7\nDescription:\n${message}`;

/** The same key under two users of a machine. */
export const someUsers = (key: string, ...values: readonly string[]): string =>
  [1001, 1002]
    .map((user) =>
      registryExport('HKEY_CURRENT_USER', key, ...values).replace(
        'HKEY_CURRENT_USER',
        `HKEY_USERS\\S-1-5-21-1000-1000-1000-${user}`,
      ),
    )
    .join('\n');

/** A launch of the Linux client whose windows close, and which a signal then ends. */
export const quittingLaunch = (signal: number): string =>
  `${linuxLaunch(
    [
      ...Array.from(
        { length: 9 },
        (_, at) => `qrc:/qml/Pane${at}.qml:${at + 7}: TypeError: Cannot read property 'model' of null`,
      ),
      `zoom was exited due to a handled signal: ${signal} `,
    ].join('\n'),
  )}\nZoomLauncher exit.`;
