/**
 * What the message of a Windows event says, under the names that its XML has. Messages are translated: what counts is read
 * by order, by numbers, and by names that no language changes.
 */
import { type EventValue, groups, type Reader, typed } from './event-values.ts';
import { guarded, kept, refused } from './kept-programs.ts';

/** A program or module with its version: behind a colon, or (in French) as the last word before the comma. */
const stamped = String.raw`(?:[^\n:：,，、]{1,80}[:：]\s?(?=[^\n,，、]{1,120}[,，、])|(?:[^\s:：,，、]{1,40} ){1,8})([^\n,，、:：]{1,120}?)\s?[,，、]\s?[^\n:：]{1,40}[:：]\s?(\d[\d.]{0,40}?)(?:[,，、]|\.{3}|…)`;

/** `Faulting application name: Zoom.exe, version: 6.2.5.48876, time stamp: 0x…`, then the same of the module, then a code. */
const crash: Reader = (message) => {
  const named = new RegExp(`^${stamped}`, 'gm');
  const [app, module] = [named.exec(message), named.exec(message)];
  const code = /\n[^\n:：]{1,60}[:：]\s?0x([\da-f]{8})[ \t\r]{0,8}$/im.exec(message);
  return [
    ...groups(app, 'appname', 'appversion'),
    ...groups(module, 'modulename', 'moduleversion'),
    ...groups(code, 'exceptioncode'),
  ];
};

/** The process stands before its number in brackets, a server under its name, an alert is the first number. */
const schannel: Reader = (message) => [
  ...groups(/(\S{1,80}) \(PID\s?[:：]\s?(\d{1,9})\)/.exec(message), 'callerprocessimagename', 'callerprocessid'),
  ...groups(/\b((?:[\w-]{1,63}\.){1,6}zoom(?:\.us|\.com|gov\.com))\b/i.exec(message), 'targetname'),
  ...groups(/(?:^|\s)(\d{1,3})(?=[.。\s])/.exec(message), 'alertdesc'),
  ...groups(/(?:^|[\s:：])(10013)(?=[.。\s])/.exec(message), 'errorstate'),
];

/** Words for the direction out, as the Security log shows it in its languages. */
const outbound =
  /^(?:Outbound|Ausgehend|Sortant|Saliente|De salida|In uscita|Saída|De saída|Uitgaand|Исходящий|送信|出站|아웃바운드)$/i;
/** Run-time ids of the layers at which a connection out is authorised (fwpmu.h): IPv4 and IPv6. */
const connectLayers = ['48', '50'];

/** Process, program, direction, then address and port of either end and the protocol, a line each; the layer's id comes last. */
const filtering: Reader = (message) => {
  const lines = [...message.matchAll(/^([^\n:：]{1,80}[:：])(.*)$/gm)].flatMap(({ 1: label, 2: rest, index }) => {
    const value = rest!.trim();
    return value === '' ? [] : [{ value, start: index + label!.length + rest!.indexOf(value) }];
  });
  const at = lines.findIndex(({ value }) => /^(?:\\device\\|-$|System$)/i.test(value));
  if (at < 0) return [];
  const keys = ['application', 'direction', 'sourceaddress', 'sourceport', 'destaddress', 'destport', 'protocol'];
  const values = lines
    .slice(at, at + keys.length)
    .map(
      ({ value, start }, i): EventValue => ({ key: keys[i]!, value: typed(value), start, end: start + value.length }),
    );
  const layer = lines.at(-1)!.value;
  return values.map((one) =>
    one.key === 'direction' && !String(one.value).startsWith('%%')
      ? { ...one, value: outbound.test(String(one.value)) || connectLayers.includes(layer) ? '%%14593' : '%%14592' }
      : one,
  );
};

/** `Product Name: Zoom. Product Version: 6.2. Product Language: 1033. Manufacturer: Zoom. …status: 1603.` */
const installed: Reader = (message) =>
  groups(
    /[:：]\s?([^\n]{1,120}?)\. [^\n:：.]{1,60}[:：]\s?([\d.]{1,40})\. [^\n:：.]{1,60}[:：]\s?(\d{1,5})\. [^\n:：.]{1,60}[:：]\s?([^\n]{0,120}?)\. [^\n:：.]{1,80}[:：]\s?(\d{1,10})\./.exec(
      message,
    ),
    'data1', 'data2', 'data3', 'data5', 'data4',
  ); // biome-ignore format: the status stands last in words, and fourth in the event

/** `Event Name: APPCRASH`, and under P1 the program. */
const reported: Reader = (message) => [
  ...groups(
    /[:：]\s?(APPCRASH|BEX|BEX64|MoAppCrash|AppHang(?:XProc)?B1|AppHangTransient|MoAppHang(?:XProc)?)[ \t\r]{0,8}$/im.exec(
      message,
    ),
    'data3',
  ),
  ...groups(/^[ \t]{0,40}P1\s?[:：]\s?(\S{1,120})/m.exec(message), 'data6'),
];

const wholeLine: Reader = (message) => groups(/^\s*([^\n]{1,2000})/.exec(message), 'data1');

const instance =
  /\b((?:USB|HDAUDIO|SWD|BTHENUM|BTHHFENUM|MEDIA|ROOT|PCI|HID|ACPI|INTELAUDIO)\\[^\s"]{1,200}?)\.?(?=\s|$)/i;

const deviceProblem: Reader = (message) => [
  ...groups(instance.exec(message), 'deviceinstanceid'),
  ...groups(/[:：]\s?(\{[\da-f]{8}-(?:[\da-f]{4}-){3}[\da-f]{12}\})[ \t\r]{0,8}$/im.exec(message), 'classguid'),
  ...groups(/[:：]\s?(0x[\da-f]{1,3})[ \t\r]{0,8}$/im.exec(message), 'problem'),
  ...groups(/[:：]\s?(0x[\da-f]{8})[ \t\r]{0,8}$/im.exec(message), 'status'),
];

/** The message of a good start names no problem; the event's XML has it as 0. */
const started: Reader = (message) => {
  const values = deviceProblem(message);
  const [instance] = values;
  return instance && !values.some(({ key }) => key === 'problem')
    ? [...values, { ...instance, key: 'problem', value: '0x0' }]
    : values;
};

const driverFailed: Reader = (message) => [
  ...groups(/(\\Driver\\\w{1,40})/i.exec(message), 'failurename'),
  ...groups(instance.exec(message), 'drivername'),
];

const stamps =
  /(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,9})?Z)[^\d]{1,120}(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,9})?Z)/;
/** Marks for the direction of writing, which Windows puts around the parts of a date. */
const marks = /[\u200e\u200f]/g;

const stepped =
  (...keys: readonly string[]): Reader =>
  (message) => {
    const plain = message.replace(marks, '');
    const reason = /system component changed the time/i.test(plain) ? 1 : /hardware clock/i.test(plain) ? 2 : null;
    // With its marks the message is longer than what was read: the place is then all of it.
    const place = plain.length === message.length ? {} : { start: 0, end: message.length };
    return [
      ...groups(stamps.exec(plain), ...keys).map((one) => ({ ...one, ...place })),
      ...(reason === null ? [] : [{ key: 'reason', value: reason, start: 0, end: message.length }]),
      ...groups(/([A-Z]:\\[^\n]{1,200}\.exe)/i.exec(plain), 'processname').map((one) => ({ ...one, ...place })),
    ];
  };

const difference: Reader = (message) =>
  groups(/(\d{1,15})\D{1,80}(\d{1,9})/.exec(message), 'timedifferencemilliseconds', 'timesampleseconds');

/** The name that could not be resolved is the first that has the look of one. */
const unresolved: Reader = (message) =>
  groups(/(?:^|[\s"'„“«»])((?:[\w-]{1,63}\.){1,8}[a-z]{2,24})(?![\w.-])/i.exec(message), 'queryname');

/** A program that no longer answers: its name, then its version. */
const hung: Reader = (message) =>
  groups(
    /(?:^|[\s"'„“«])([^\s"'„“«]{1,120}\.exe)\b[^\d\n]{1,30}(\d{1,5}(?:\.\d{1,6}){2,3})/i.exec(message),
    'program',
    'version',
  );

interface Known {
  /** The end of the provider's name: copies leave its beginning out. */
  readonly provider: string;
  readonly ids: readonly number[];
  readonly read: Reader;
  /** So many values, at least, tell the event by its number alone; absent: others have the number, and values like these. */
  readonly sure?: number;
  /** How the message begins in English, where it is copied without its head. */
  readonly begins?: RegExp;
}

const known: readonly Known[] = [
  {
    provider: 'Application Error',
    ids: [1000],
    read: crash,
    sure: 4,
    begins: new RegExp(String.raw`${stamped}\s?[^\n:：]{1,40}[:：]\s?0x[\da-f]{8}[ \t\r]{0,8}$`, 'im'),
  },
  { provider: 'Schannel', ids: [36881], read: schannel, begins: /The certificate received [^\n]{1,60} expired or is not yet valid/ },
  { provider: 'Schannel', ids: [36882], read: schannel, begins: /The certificate received [^\n]{1,60} untrusted certificate authority/ },
  { provider: 'Schannel', ids: [36884], read: schannel, begins: /The certificate received [^\n]{1,60} does not contain the expected name/ },
  { provider: 'Schannel', ids: [36887], read: schannel, begins: /A fatal alert was received from the remote endpoint/ },
  { provider: 'Schannel', ids: [36888], read: schannel, begins: /A fatal alert was generated and sent to the remote endpoint/ },
  { provider: 'Schannel', ids: [36871, 36874, 36881, 36882, 36884, 36886, 36887, 36888], read: schannel, sure: 2 },
  { provider: 'Schannel', ids: [], read: schannel },
  { provider: 'Windows Error Reporting', ids: [1001], read: reported, sure: 2 },
  { provider: 'Security-Auditing', ids: [5157], read: filtering, sure: 5, begins: /The Windows Filtering Platform has blocked a connection/ },
  { provider: 'Security-Auditing', ids: [5152], read: filtering, sure: 5, begins: /The Windows Filtering Platform (?:has )?blocked a packet/ },
  { provider: 'Security-Auditing', ids: [5156], read: filtering, sure: 5, begins: /The Windows Filtering Platform has (?:permitted|allowed) a connection/ },
  { provider: 'MsiInstaller', ids: [1033], read: installed, sure: 5, begins: /Windows Installer installed the product\./ },
  { provider: 'MsiInstaller', ids: [11708], read: wholeLine, begins: /Product: [^\n]{1,120} -- Installation (?:operation )?failed/ },
  { provider: 'MsiInstaller', ids: [11707], read: wholeLine, begins: /Product: [^\n]{1,120} -- Installation (?:operation )?completed/ },
  { provider: 'MsiInstaller', ids: [10005], read: wholeLine },
  { provider: 'Kernel-PnP', ids: [411], read: deviceProblem, sure: 3, begins: /Device \S{1,200} had a problem starting/ },
  { provider: 'Kernel-PnP', ids: [400, 410], read: started },
  { provider: 'Kernel-PnP', ids: [219], read: driverFailed, begins: /The driver \\Driver\\\w{1,40} failed to load/ },
  { provider: 'Kernel-PnP', ids: [225], read: () => [], begins: /The application [^\n]{1,300} stopped the removal or ejection/ },
  { provider: 'Kernel-PnP', ids: [430], read: deviceProblem, begins: /Device \S{1,200} requires further installation/ },
  { provider: 'Application Hang', ids: [1002], read: hung, sure: 2, begins: /The program [^\n]{1,80} version [^\n]{1,40} stopped interacting with Windows/ },
  { provider: 'AppLocker', ids: [8004, 8007], read: kept('filepath'), sure: 1, begins: /(?:%\w{1,40}%|[A-Z]:)\\[^\n]{1,300}?\.\w{3} was prevented from running\./ },
  { provider: 'SoftwareRestrictionPolicies', ids: [865, 866, 867, 868], read: kept('data1'), begins: /Access to [^\n]{1,300} has been restricted by your Administrator/ },
  { provider: 'CodeIntegrity', ids: [3077], read: refused, sure: 2, begins: /Code Integrity determined that a process \(/ },
  { provider: 'Windows Defender', ids: [1121, 1131], read: guarded, sure: 2, begins: /(?:Windows|Microsoft) Defender [^\n]{1,40} has blocked an operation / },
  { provider: 'Windows Defender', ids: [1126], read: guarded, begins: /(?:Windows|Microsoft) Defender [^\n]{1,40} has blocked a potentially dangerous network connection/ },
  { provider: 'DNS-Client', ids: [1014], read: unresolved, sure: 1, begins: /Name resolution for the name \S{1,255} timed out/ },
  { provider: 'Service Control Manager', ids: [7031, 7034, 7000, 7023, 7024], read: () => [], begins: /The Windows (?:Camera Frame Server|Audio)[^\n]{0,40} service (?:terminated|failed)/ },
  { provider: 'Time-Service', ids: [50], read: difference, begins: /The time service detected a time difference/ },
  { provider: 'Time-Service', ids: [134, 129, 130], read: () => [], begins: /NtpClient was unable to set / },
  { provider: 'Kernel-General', ids: [1], read: stepped('newtime', 'oldtime'), begins: /The system time has changed to/ },
  { provider: 'Security-Auditing', ids: [4616], read: stepped('previoustime', 'newtime'), begins: /The system time was changed/ },
]; // biome-ignore format: a table

/** The values of a message that matter here. `provider` may be written without its beginning. */
export function readEventMessage(provider: string, id: number, message: string): EventValue[] {
  const one = known.find(
    (event) => provider.endsWith(event.provider) && (event.ids.length === 0 || event.ids.includes(id)),
  );
  return one ? one.read(message) : [];
}

/** Messages of known events that were copied without their head, each at the start of its line. */
export const bareMessage = new RegExp(
  `^[ \\t]{0,40}(?:${known.flatMap(({ begins }) => (begins ? [begins.source] : [])).join('|')})`,
  'im',
);

/** Whose message it is, by its own words. */
export function guessEvent(message: string): { readonly provider: string; readonly id: number } | null {
  const text = message.trimStart();
  const one = known.find(({ begins }) => begins !== undefined && text.search(begins) === 0);
  return one ? { provider: one.provider, id: one.ids[0]! } : null;
}

/** The provider of an event that is listed without it, by its number and its message; empty when that leaves it open. */
export function providerOf(id: number, message: string): string {
  const text = message.trimStart();
  const one = known.find(
    ({ ids, begins, sure, read }) =>
      ids.includes(id) &&
      ((begins !== undefined && text.search(begins) === 0) || (sure !== undefined && read(text).length >= sure)),
  );
  return one?.provider ?? '';
}

/** The formats in which Windows events come: what one of them shows, the others can show. */
export const windowsEventFormats = ['windows-events', 'windows-events-text', 'windows-events-json'] as const;
