/**
 * Evidence that looks like secrets and must stay: values made by rule, in the sentences in which logs have them, and
 * lines of real layouts. A diagnosis needs them.
 */
const { raw } = String;

/** A sequence of numbers that is the same on every run: numbers below `limit`. */
const numbers = (seed: number) => {
  let state = seed;
  return (limit: number): number => {
    state = (state * 1_103_515_245 + 12_345) % 2 ** 31;
    return Math.floor((state / 2 ** 31) * limit);
  };
};

const next = numbers(20_260_306);
const digits = (length: number): string => Array.from({ length }, () => next(10)).join('');
const hex = (length: number): string => Array.from({ length }, () => next(16).toString(16)).join('');
const pad = (value: number, length = 2): string => String(value).padStart(length, '0');
const guid = (): string => `${hex(8)}-${hex(4)}-4${hex(3)}-a${hex(3)}-${hex(12)}`;
const address = (): string => `${['192.0.2', '198.51.100', '203.0.113', '10.1.2'][next(4)]}.${next(256)}`;
const address6 = (): string => `2001:db8:${hex(4)}:${hex(2)}::${hex(4)}`;
const clock = (): string => `${pad(next(24))}:${pad(next(60))}:${pad(next(60))}`;
const day = (): string => `2026-${pad(1 + next(12))}-${pad(1 + next(28))}`;

/** A value each time it is asked, and the sentences it is in. */
type Kind = readonly [value: () => string, ...sentences: ((value: string) => string)[]];

const kinds: Readonly<Record<string, Kind>> = {
  version: [
    () => `${6 + next(2)}.${next(10)}.${next(12)}.${digits(5)}`,
    (v) => `client version ${v} started`,
    (v) => `Zoom Workplace ${v}`,
    (v) => `meeting sdk version: ${v}`,
    (v) => `mobile: ${v}`,
    (v) => `phone ${v}`,
  ],
  'system version': [
    () => `10.0.${19_000 + next(7_000)}.${next(6_000)}`,
    (v) => `Windows ${v}`,
    (v) => `OS: Windows 11 (${v})`,
    (v) => `serial driver ${v} loaded`,
    (v) => `called from ${v}`,
  ],
  address: [
    () => `${address()}:${1_024 + next(60_000)}`,
    (v) => `connect to ${v} failed`,
    (v) => `call to ${v} refused`,
    (v) => `host: ${v}`,
    (v) => `meeting server ${v} timed out`,
    (v) => `user request from ${v}`,
  ],
  'address 6': [
    address6,
    (v) => `connect to [${v}]:443 failed`,
    (v) => `src=${v} dst=::1`,
    (v) => `link ${v}`,
    (v) => `host ${v} is unreachable`,
  ],
  'ISO time': [
    () => `${day()}T${clock()}.${digits(3)}Z`,
    (v) => `${v} INFO join started`,
    (v) => `expires: ${v}`,
    (v) => `meeting ${v} ended`,
    (v) => `password changed at ${v}`,
    (v) => `called ${v}`,
  ],
  'US time': [
    () => `${pad(1 + next(12))}/${pad(1 + next(28))}/2026 ${clock()}`,
    (v) => `${v} PM meeting ended`,
    (v) => `call at ${v}`,
    (v) => `[${v}] participant joined`,
  ],
  epoch: [
    () => `17${digits(8)}`,
    (v) => `started at ${v}`,
    (v) => `called ${v}`,
    (v) => `time=${v}`,
    (v) => `t=${v}123`,
    (v) => `join at ${v}.${digits(3)}`,
  ],
  duration: [
    () => `${next(3_000)} ms`,
    (v) => `join meeting took ${v}`,
    (v) => `passcode checked in ${v}`,
    (v) => `called for ${v}`,
    (v) => `waiting room: ${v}`,
  ],
  MD5: [() => hex(32), (v) => `md5 ${v}`, (v) => `MD5: ${v}`, (v) => `file hash = ${v}`],
  'SHA-1': [() => hex(40), (v) => `sha1=${v}`, (v) => `commit ${v}`, (v) => `Thumbprint: ${v.toUpperCase()}`],
  'SHA-256': [() => hex(64), (v) => `sha256 ${v}`, (v) => `SHA256: ${v}`, (v) => `image id ${v}`],
  port: [
    () => String(1_024 + next(64_000)),
    (v) => `port ${v} is in use`,
    (v) => `udp/${v}`,
    (v) => `local port: ${v}`,
    (v) => `password port ${v}`,
    (v) => `Dst Port: ${v}`,
  ],
  counter: [
    () => String(next(90_000_000)),
    (v) => `count: ${v}`,
    (v) => `${v} packets dropped`,
    (v) => `called ${v} times`,
    (v) => `participant ${v} left`,
    (v) => `participants: ${v}`,
    (v) => `bytes = ${v}`,
    (v) => `user_id: ${v}`,
  ],
  process: [
    () => String(300 + next(60_000)),
    (v) => `zoom[${v}]: started`,
    (v) => `pid=${v} uid=1000`,
    (v) => `[${v}:${v}:0306/091431.120]`,
    (v) => `Process ID: ${v}`,
  ],
  'memory address': [
    () => `0x${hex(8)}`,
    (v) => `this = ${v}`,
    (v) => `fault at ${v}`,
    (v) => `owner: ${v}`,
    (v) => `serial ${v}`,
  ],
  HRESULT: [
    () => `0x8${hex(7)}`,
    (v) => `failed with ${v}`,
    (v) => `error ${v}`,
    (v) => `verification failed (${v})`,
    (v) => `passcode error ${v}`,
  ],
  'error code': [
    () => ['5003', '104103', '104101', '2026', '10002', '1132', '3001', '104113'][next(8)]!,
    (v) => `Error code: ${v}`,
    (v) => `errorCode=${v}`,
    (v) => `join failed, code ${v}`,
    (v) => `result: ${v}`,
    (v) => `(${v}) meeting ended`,
  ],
  'USB ids': [
    () => `VID_${hex(4).toUpperCase()}&PID_${hex(4).toUpperCase()}`,
    (v) => `USB\\${v} removed`,
    (v) => `USB\\${v}&MI_00`,
    (v) => `device ${v}`,
  ],
  'USB name': [
    () => `idVendor=${hex(4)}, idProduct=${hex(4)}`,
    (v) => `usb 1-2: New USB device found, ${v}`,
    (v) => `usb 1-2.4: ${v}, SerialNumber=3`,
  ],
  GUID: [
    guid,
    (v) => `req_id: ${v}`,
    (v) => `Hardware UUID: ${v.toUpperCase()}`,
    (v) => `meetingId: ${v}`,
    (v) => `{${v}}`,
    (v) => `uid = ${v}`,
    (v) => `user: ${v}`,
  ],
  build: [() => `(${digits(5)})`, (v) => `Zoom 6.0.11 ${v}`, (v) => `Build ${v}`],
};

const made = Object.values(kinds).flatMap(([value, ...sentences]) =>
  sentences.flatMap((sentence) => Array.from({ length: 5 }, () => sentence(value()))),
);

const written: readonly string[] = [
  'com.zoom.us.xos us.zoom.videomeetings us.zoom.Zoom',
  'Issuer: CN=Example Inspection CA, O=Example Networks, C=US',
  'issuer=CN=DigiCert TLS RSA SHA256 2020 CA1,O=DigiCert Inc,C=US',
  'Issuer : CN=Corp Issuing CA, DC=example, DC=com',
  'subject: CN=*.zoom.us,O=Zoom Video Communications',
  'device "HD Pro Webcam C920" removed',
  'display name: HD Pro Webcam C920',
  '"displayName":"Jabra Link 380"',
  'DisplayName : Block Zoom outbound',
  '"DisplayName"="Zoom (64-bit)"',
  'Display Name: Windows Audio Endpoint Builder',
  'friendly name: MacBook Pro Microphone',
  'S-1-5-18 S-1-5-19 S-1-5-32-544 S-1-1-0 S-1-15-2-1 S-1-5-80-123-456-789-1011-1213',
  raw`NT AUTHORITY\SYSTEM started it`,
  raw`User: NT AUTHORITY\LOCAL SERVICE`,
  raw`BUILTIN\Administrators has access`,
  raw`owner: BUILTIN\Administrators`,
  raw`NT SERVICE\TrustedInstaller`,
  raw`HKLM\software and HKCU\console`,
  raw`ROOT\cimv2 USB\hub ACPI\device`,
  raw`"text":"ERROR\nconnect failed\tretry"`,
  'user root, user=root, uid=0(root) gid=0(root) groups=0(root)',
  'session opened for user root(uid=0) by root(uid=0)',
  'session opened for user gdm(uid=120)',
  'New session c1 of user gdm.',
  '(root) CMD (run-parts /etc/cron.hourly)',
  'user daemon, user _coreaudiod, user=_coreaudiod, user=www-data, USER=gdm',
  'uid=202(_coreaudiod) gid=202(_coreaudiod)',
  'root       1  0.0  0.1 168000 12000 ?  Ss  09:00  0:01 /sbin/init',
  '-rw-r--r--  1 root  wheel  1024 Mar  6 09:14 system.log',
  'root@desk-7:~# ls',
  'passcode is required',
  'the password is wrong, invalid passcode, passcode incorrect',
  'Passcode: required, password: incorrect',
  'password is empty; password was changed',
  'host key verification failed',
  'SSH host key: not found',
  'verification code is required',
  'participant joined, participant left, attendee has left',
  'participant list updated, participants count changed',
  'participant audio started, participant video stopped',
  'User has joined the meeting',
  'The host has joined the meeting',
  'You have left the meeting',
  'Zoom has joined the meeting',
  'user cancelled the request',
  'user denied access, user consent denied',
  'user: denied',
  'User: canceled by user',
  'for user mode drivers, in user mode',
  'display name resolution',
  'screen name server',
  'name="HD Pro Webcam C920" class=video',
  'name=zoom role=renderer',
  'meeting number is unknown, no meeting id',
  'meeting 3 of 12, webinar 2026',
  'conference room 12',
  'PMI is disabled, use PMI = true',
  'MAC address is random, mac=none',
  'macOS 14.4.1 (23E224), Mac OS X 10.15.7',
  'Physical Address: none',
  'sequence 0x00, 0x1a, 0x2b',
  'Serial number of failed request:  12',
  'serial: 8250/16550 driver, 4 ports',
  'Asset Tag: Not Specified',
  'Serial Number: To Be Filled By O.E.M.',
  'IMEI is not available, UDID not set',
  'SSID: <private>, SSID=(null)',
  'ssid not found, no SSID',
  "starting connection 'Wired connection 1'",
  'sound card 0, card 1: PCH [HDA Intel PCH]',
  'sig=11 (SIGSEGV), signal=6, sig=SIGABRT',
  'Problem signature: P1: Zoom.exe',
  'SAML sign-in failed, SAMLResponse missing',
  'Basic authentication failed, Negotiate authentication required',
  'Authorization: required',
  'token expired, token: invalid',
  'code=104103, state=7, code: 5003',
  'secret is missing',
  'Client: Zoom.exe @ 192.0.2.7',
  'From: 192.0.2.7 To: 192.0.2.8',
  'Contact: the administrator',
  'owner: kernel, owner: unknown',
  '/Volumes/Macintosh HD/Applications /Volumes/ZoomInstaller/x',
  '~/Library/Logs, ~/.zoom/logs',
  raw`\\fs01\share\logs, \\fs01\C$\x, \\server\print$`,
  '/home/linuxbrew/.linuxbrew, /Users/Shared/x',
  'memcpy@GLIBC_2.14, icon@2x.png, user@1000.service',
  '2026-03-06 09:14:31 DROP TCP 192.0.2.7 198.51.100.8 50022 443 52 S 123456789 0 64240',
  'rtt min/avg/max/mdev = 12.345/13.456/14.567/0.123 ms',
  'UDP 0.0.0.0:8801 *:* 4711',
  'extension: .log, extension 12',
  'dial tcp 192.0.2.7:443: i/o timeout',
  'ext4 mounted, ext: none',
  'pin 0x14, Pin Default 0x0321403f',
  'PIN_CONFIG 12',
  'HTTP/1.1 407 Proxy Authentication Required',
  'ABCDE-12345 and 1111-2222-3333',
];

export const lookAlikes: readonly string[] = [...made, ...written];
