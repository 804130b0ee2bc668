/** Heads of log lines that several siblings need. */

type Level = 'INFO' | 'WARNING' | 'ERROR';
/** A line of Zoom's memory log, as it is written at that clock time. */
export type ClientLine = (clock: string, level: Level, message: string) => string;

export const clientLog =
  (day: string, pid = 3308): ClientLine =>
  (clock, level, message) =>
    `${day} ${clock}\tZOOM\t[${pid}:${pid + 52}:71884${pid}]\t${level}\t${message}, this = 0x02c4${pid.toString(16)}\n`;

/** Servers that a join attempt tries. */
export const pingList = (line: ClientLine, clock: string, ...addresses: readonly string[]): string =>
  addresses
    .map((address, at) =>
      line(
        clock,
        'INFO',
        `vc::start_req(),  ping_list[${at}]:   pkg|tcp://${address}:8802,pkg|ssl://${address.replaceAll('.', '-')}.zoom.us:443,`,
      ),
    )
    .join('');
export const connectFailed = (line: ClientLine, clock: string, errno: number): string =>
  line(clock, 'ERROR', `async_connector_t::connect failed, errno = ${errno}`);
export const noName = (line: ClientLine, clock: string, host: string): string =>
  line(clock, 'ERROR', `dns_provider_t::async_resolve_i, ctx->m_host = ${host}, rv = 504, get_last_errno() = 22`);
export const joinFailed = (line: ClientLine, clock: string, code: string): string =>
  line(
    clock,
    'ERROR',
    'ping_mgr::on_ping_confirm_pk(),  error, all ping returned but no available, waiting_cnt: 0,    is there one ping respond data? false',
  ) +
  line(clock, 'INFO', `vc::on_ping_confirm_cli(),  start,  result: ${code},  top_mmr: ,   direct_mmr: `) +
  line(clock, 'INFO', `CmmConfAgent::on_start_confirm, action_type:, action_type = 34, result = ${code}`);
export const joined = (line: ClientLine, clock: string): string =>
  line(clock, 'INFO', 'CmmConfAgent::on_start_confirm, action_type:, action_type = 34, result = 0, local_node_id = 33');

export const firewallLog = (...rows: readonly string[]): string =>
  `#Version: 1.5\n#Software: Microsoft Windows Firewall\n#Time Format: Local\n#Fields: date time action protocol src-ip dst-ip src-port dst-port size tcpflags tcpsyn tcpack tcpwin icmptype icmpcode info path\n\n${rows.map((row) => `${row}\n`).join('')}`;

/** The middle of a netfilter line. */
export const packet = (out: string, to: string, protocol: string, port: number, from = '198.51.100.23'): string =>
  `IN= OUT=${out} SRC=${from} DST=${to} LEN=74 TOS=0x00 PREC=0x00 TTL=63 ID=4711 DF PROTO=${protocol} SPT=51544 DPT=${port}${protocol === 'UDP' ? ' LEN=54' : ' WINDOW=64240 RES=0x00 SYN URGP=0'} `;

const dataOf = (data: readonly string[] | Readonly<Record<string, string>>): string =>
  Array.isArray(data)
    ? data.map((value) => `<Data>${value}</Data>`).join('')
    : Object.entries(data)
        .map(([name, value]) => `<Data Name='${name}'>${value}</Data>`)
        .join('');
export const event = (
  provider: string,
  id: number,
  time: string,
  computer: string,
  data: readonly string[] | Readonly<Record<string, string>>,
  channel = 'System',
): string =>
  `<Event xmlns='http://schemas.microsoft.com/win/2004/08/events/event'><System><Provider Name='${provider}'/><EventID>${id}</EventID><Level>2</Level><TimeCreated SystemTime='${time}'/><EventRecordID>${id}</EventRecordID><Channel>${channel}</Channel><Computer>${computer}</Computer></System><EventData>${dataOf(data)}</EventData></Event>\n`;
export const events = (...all: readonly string[]): string => `<Events>\n${all.join('')}</Events>\n`;
export const blockedConnection = (time: string, program: string, to: string, port: number, protocol = 17): string =>
  event(
    'Microsoft-Windows-Security-Auditing',
    5157,
    time,
    'OFFICE-12',
    {
      ProcessID: '7788',
      Application: program,
      Direction: '%%14593',
      SourceAddress: '198.51.100.23',
      SourcePort: '53771',
      DestAddress: to,
      DestPort: String(port),
      Protocol: String(protocol),
      FilterRTID: '80112',
      LayerName: '%%14611',
      LayerRTID: '48',
    },
    'Security',
  );
export const crashOf = (time: string, path: string, version: string, module: string, computer = 'OFFICE-12'): string =>
  event(
    'Application Error',
    1000,
    time,
    computer,
    [
      path.split('\\').at(-1) ?? '',
      version,
      '67f0a1b2',
      module.split('\\').at(-1) ?? '',
      '3.1.0.0',
      '66f0a1b2',
      'c0000005',
      '00000000000412aa',
      '1d2c',
      '01dd00aabbccddee',
      path,
      module,
      '00000000-0000-4000-8000-00000000a001',
      '',
      '',
    ],
    'Application',
  );
export const pnpProblem = (time: string, device: string, guid: string, service: string, problem: string): string =>
  event(
    'Microsoft-Windows-Kernel-PnP',
    411,
    time,
    'OFFICE-12',
    {
      DeviceInstanceId: device,
      DriverName: 'oem31.inf',
      ClassGuid: `{${guid}}`,
      ServiceName: service,
      Problem: problem,
      Status: '0xC0000001',
    },
    'Microsoft-Windows-Kernel-PnP/Configuration',
  );
export const schannel = (time: string, id: number, data: Readonly<Record<string, string>>): string =>
  event('Schannel', id, time, 'OFFICE-12', { CallerProcessId: '7788', ...data });

export const registry = (...keys: readonly (readonly [key: string, ...values: readonly string[]])[]): string =>
  `Windows Registry Editor Version 5.00\n\n${keys.map(([key, ...values]) => `[${key}]\n${values.join('\n')}\n\n`).join('')}`;
export const consentStore = 'Software\\Microsoft\\Windows\\CurrentVersion\\CapabilityAccessManager\\ConsentStore';

/** One browser request: its URL and how it ended, an HTTP status or a net_error; `via` is a proxy's answer to CONNECT. */
export type Request = readonly [url: string, outcome: number, via?: number];
const reasons: Readonly<Record<number, string>> = {
  200: 'OK',
  204: 'No Content',
  403: 'Forbidden',
  404: 'Not Found',
  407: 'Proxy Authentication Required',
  502: 'Bad Gateway',
  503: 'Service Unavailable',
};
export function netlog(requests: readonly Request[], header: readonly string[] = []): string {
  const lines = requests.flatMap(([url, outcome, via], at) => {
    const time = 2_000 + at * 700;
    const row = (more: object, type: number, phase: number, after: number, source = at + 1, kind = 1) =>
      `${JSON.stringify({ ...more, phase, source: { id: source, start_time: String(time), type: kind }, time: String(time + after), type })}`;
    const begin = [row({ params: { url } }, 3, 1, 0), row({ params: { method: 'GET', url } }, 141, 1, 1)];
    const socket = at + 101;
    const tunnel =
      via === undefined
        ? []
        : [
            row({ params: { source_dependency: { id: socket, type: 9 } } }, 120, 0, 4),
            row({ params: { headers: [`HTTP/1.1 ${via} ${reasons[via]}`] } }, 170, 0, 40, socket, 9),
          ];
    const end =
      outcome < 0
        ? [row({ params: { net_error: outcome } }, 141, 2, 90), row({ params: { net_error: outcome } }, 3, 2, 91)]
        : [
            row({ params: { headers: [`HTTP/1.1 ${outcome} ${reasons[outcome]}`, ...header] } }, 171, 0, 80),
            row({}, 141, 2, 90),
            row({}, 3, 2, 91),
          ];
    return [...begin, ...tunnel, ...end];
  });
  const constants = {
    clientInfo: { name: 'Chromium', os_type: 'Linux: 6.8.0', version: '140.0.7339.80' },
    logEventPhase: { PHASE_BEGIN: 1, PHASE_END: 2, PHASE_NONE: 0 },
    logEventTypes: {
      CANCELLED: 0,
      FAILED: 1,
      REQUEST_ALIVE: 3,
      HTTP_STREAM_REQUEST_BOUND_TO_JOB: 120,
      URL_REQUEST_START_JOB: 141,
      HTTP_TRANSACTION_READ_TUNNEL_RESPONSE_HEADERS: 170,
      HTTP_TRANSACTION_READ_RESPONSE_HEADERS: 171,
    },
    logFormatVersion: 1,
    logSourceType: { NONE: 0, URL_REQUEST: 1, SOCKET: 9 },
    netError: {
      ERR_TIMED_OUT: -7,
      ERR_NETWORK_CHANGED: -21,
      ERR_NAME_NOT_RESOLVED: -105,
      ERR_INTERNET_DISCONNECTED: -106,
      ERR_TUNNEL_CONNECTION_FAILED: -111,
      ERR_CONNECTION_TIMED_OUT: -118,
      ERR_PROXY_CONNECTION_FAILED: -130,
      ERR_CERT_DATE_INVALID: -201,
      ERR_CERT_AUTHORITY_INVALID: -202,
    },
    timeTickOffset: 1_790_000_000_000,
  };
  return `{"constants":${JSON.stringify(constants)},\n"events": [\n${lines.join(',\n')}],\n"polledData": {}}\n`;
}

/** A privacy request of macOS, as `log show --style compact` prints it. */
export const tcc = (
  time: string,
  id: string,
  client: string,
  service: string,
  value: number,
  reason: number,
  preflight: 'yes' | 'no' = 'no',
): string =>
  [
    `AUTHREQ_CTX: msgID=${id}, function=TCCAccessRequest, service=kTCCService${service}, preflight=${preflight}, query=1`,
    `AUTHREQ_ATTRIBUTION: msgID=${id}, attribution={accessing={TCCDProcess: identifier=${client}, pid=1820, auid=502, euid=502, binary_path=<private>}, },`,
    `AUTHREQ_RESULT: msgID=${id}, authValue=${value}, authReason=${reason}, authVersion=1, error=(null),`,
  ]
    .map((message, at) => `${time}.${at + 4}10 Df tccd[402:3b7e] [com.apple.TCC:access] ${message}\n`)
    .join('');

/** Zoom's launcher on Linux, from its first line to `rest`. */
export const launcher = (rest: string, folder = '/opt/zoom'): string =>
  `ZoomLauncher started.\nZoom path is: ${folder}\ncmd line: \nStart subprocess: ${folder}/zoom sucessfully,  process pid: 6021 \nzoom started.\nClient: Breakpad is using Single Client Mode! client fd = -1\nLinux Client Version is 6.6.2 (2108)\n${rest}\nZoomLauncher exit.\n`;
export const teardown = (count: number): string =>
  Array.from(
    { length: count },
    (_, at) => `qrc:/qml/Sheet${at % 4}.qml:${31 + at * 9}: TypeError: Cannot read property 'width' of null\n`,
  ).join('');
