/** The unified log of a Mac, as `log show --style ndjson` writes it, and in its default style. */
import type { Random } from './random.ts';
import { type Template, templatesOf } from './templates.ts';

interface Speaker {
  readonly path: string;
  readonly subsystem: string;
  readonly category: string;
  readonly says: readonly Template[];
}

const speaker = (path: string, subsystem: string, category: string, says: string): Speaker => ({
  path,
  subsystem,
  category,
  says: templatesOf(says),
});

const speakers: readonly Speaker[] = [
  speaker(
    '/kernel',
    '',
    '',
    `
wlan0: {word} {word} scan request completed in {n 900} ms, channels {n 30}
Sandbox: {noun}({n 9999}) allow file-read-data {path}
AppleSMC: {word} key {upper 4} value {n 255}
hfs: {verb}ed {Noun} on device disk{n 6}s{n 4}
IOPMrootDomain: idle {verb}, {word}={n 99}
memorystatus: {word} process {noun} [{n 9999}] ({words 1 3}) {n 99999}KB - memorystatus_available_pages: {n 999999}`,
  ),
  speaker(
    '/usr/libexec/runningboardd',
    'com.apple.runningboard',
    'process',
    `
[app<application.{bundle}.{n 99999}.{n 99999}(501)>:{n 9999}] Ignoring jetsam update because this process is not memory-managed
Acquiring assertion targeting [app<{bundle}(501)>:{n 9999}] from originator [osservice<{bundle}>:{n 999}] with description <RBSAssertionDescriptor| "{words 1 4}" ID:{n 999}-{n 999}-{n 9999} target:{n 9999} attributes:[
Invalidating assertion {n 999}-{n 999}-{n 9999} (target:[{bundle}:{n 9999}]) from originator [{bundle}:{n 999}]
Calculated state for app<{bundle}(501)>: {running-active|running-suspended|none} (role: {UserInteractive|NonUserInteractive|None}) (endowments: (null))`,
  ),
  speaker(
    '/usr/sbin/mDNSResponder',
    'com.apple.mDNSResponder',
    'Default',
    `
[R{n 99999}] DNSServiceQueryRecord START -- qname: <mask.hash: '{hex 22}'>, qtype: {A|AAAA|HTTPS|SRV}, flags: 0x{hex 5}, interface index: {n 20}, client pid: {n 9999} ({noun})
[R{n 99999}->Q{n 65536}] Question assigned DNS service {n 40}
[Q{n 65536}] Sent {n 900}-byte query #{n 4} to <private> over UDP via {en0|utun3}/{n 20} -- id: 0x{upper 4}, flags: 0x0100
[R{n 99999}] getaddrinfo result -- event: add, ifindex: {n 20}, name: <mask.hash: '{hex 22}'>, type: A, rdata: <private>, expired: no`,
  ),
  speaker(
    '/System/Library/CoreServices/WindowServer',
    'com.apple.SkyLight',
    'default',
    `
{n 999}[{verb}_{noun}]: {Words 2 6} 0x{hex 6} ({n 1920}, {n 1080})
Display {n 9} set {word} state to {n 2}
Fence 0x{hex 8} for context {hex 6} {word} in {float 17} ms`,
  ),
  speaker(
    '/usr/libexec/nsurlsessiond',
    'com.apple.CFNetwork',
    'Default',
    `
Connection {n 999}: {enabling TLS|set is idle true|asked for TLS Client Certificates|received viability advisory(Y)}
[C{n 999} {id} Hostname#{hex 8}:443 tcp, url: https://<private>, definite, attribution: developer] start
[C{n 999}.1.1 {id} {ip}.{n 65536}<->IPv4#{hex 8}:443] event: path:satisfied_change @{float 9}s, uuid: {id}
nw_flow_connected [C{n 999}.1 IPv4#{hex 8}:443 in_progress channel-flow (satisfied (Path is satisfied), viable, interface: en0, ipv4, ipv6, dns)] Output protocol connected`,
  ),
  speaker(
    '/usr/sbin/bluetoothd',
    'com.apple.bluetooth',
    'Server.Core',
    `
{Words 2 5} for device "{mac}" rssi -{n 30 90} channel {n 40}
Received {noun} {word} event {n 999} from {id}
Scan {started|stopped} with interval {n 900} window {n 400}, {words 1 4}`,
  ),
  speaker(
    '/usr/libexec/airportd',
    'com.apple.WiFiManager',
    'driver',
    `
[corewifi] END REQ [GET {upper 4}] took {float 1}s (pid={n 9999} proc={noun} bundleID={bundle} codesignID={bundle} service=com.apple.private.corewifi qos={n 40} intf=en0 uuid={hex 5} err=0)
WIFI_{upper 5}: rssi=-{n 30 90} noise=-{n 80 99} snr={n 50} txRate={n 1200} channel={n 165}
<airport[{n 9999}]> {words 3 8}: bssid=<private> rc={n 3}`,
  ),
  speaker(
    '/System/Library/PrivateFrameworks/CoreDuetContext.framework/Resources/ContextStoreAgent',
    'com.apple.coreduet',
    'xpc',
    `
Updated {word} for keypath /app/{noun}/{word}: {n 9}
Evaluating predicate {words 2 7} ({n 99} registrations)`,
  ),
  speaker(
    '/usr/sbin/cfprefsd',
    'com.apple.defaults',
    'cfprefsd',
    `
Process {n 9999} ({noun}) sent a request related to {{bundle}, user: {name}, kCFPreferencesAnyHost, /Users/{name}/Library/Preferences/{bundle}.plist, managed: 0} (0x{hex 9})
Couldn't open parent path due to [{n 3}: {words 2 5}]`,
  ),
  speaker(
    '/usr/libexec/coreaudiod',
    'com.apple.coreaudio',
    'HALS',
    `
HALS_IOContext_Legacy_Impl::IOThreadEntry: {n 99} {Verb}{Noun}: state: {n 9} starting frame: {n 9999999}
AudioDeviceStart: {word} {noun} {n 99} {true|false}, sampleRate {44100|48000}, buffer {n 1024}
{Noun}Engine: {words 2 6} (client {n 9999})`,
  ),
  speaker(
    '/Applications/Safari.app/Contents/MacOS/Safari',
    'com.apple.WebKit',
    'Network',
    `
{ptr} - [pageProxyID={n 99}, webPageID={n 99}, PID={n 9999}] WebPageProxy::{verb}{Noun}: frameID={n 99}, isMainFrame={n 2}
{ptr} - NetworkResourceLoader::didReceiveResponse: (httpStatusCode=200, MIMEType={text/html|image/png|application/json}, expectedContentLength={n 99999}, hasCachedEntry={n 2})`,
  ),
  speaker(
    '/usr/libexec/locationd',
    'com.apple.locationd.Core',
    'Client',
    `
{"msg":"{words 2 6}", "event":"{word}", "ClientKey":"i{bundle}:", "remaining":{float 9}}
@ClxClient, {Verb}, {word}, {n 99}, {word}, {n 9}`,
  ),
  speaker(
    '/System/Library/Frameworks/Security.framework/Versions/A/MachServices/trustd',
    'com.apple.securityd',
    'trust',
    `
cert[{n 4}]: {word} =(leaf)[]> {n 2}
{Noun}Client: {words 2 6} for <private> ({n 900} ms)`,
  ),
  speaker(
    '/usr/libexec/xpcproxy',
    'com.apple.xpc',
    'connection',
    `
[{ptr}] activating connection: mach=true listener=false peer=false name={bundle}
[{ptr}] invalidated because the current process cancelled the connection by calling xpc_connection_cancel()`,
  ),
  speaker(
    '/Applications/zoom.us.app/Contents/MacOS/zoom.us',
    '',
    '',
    `
{Noun}Controller {verb}: {words 2 6}
-[ZM{Noun}{Noun} {verb}{Noun}:] {word}={n 99}`,
  ),
];

/** A request for an access, as tccd answers it, in the order in which its lines come. */
const request = (id: string, who: string, service: string, allowed: number): readonly string[] => [
  `AUTHREQ_CTX: msgID=${id}, function=TCCAccessRequest, service=${service}, preflight=yes, query=1, client_dict=(null), daemon_dict=<private>`,
  `AUTHREQ_ATTRIBUTION: msgID=${id}, attribution={accessing={TCCDProcess: identifier=${who}, pid=${id.split('.')[0]}, auid=501, euid=501, binary_path=/Applications/Example.app/Contents/MacOS/${who}}, requesting={TCCDProcess: identifier=com.apple.WindowServer, pid=301, auid=88, euid=88, binary_path=/System/Library/PrivateFrameworks/SkyLight.framework/Versions/A/Resources/WindowServer}, },`,
  `AUTHREQ_SUBJECT: msgID=${id}, subject=${who},`,
  `AUTHREQ_RESULT: msgID=${id}, authValue=${allowed}, authReason=${allowed === 2 ? 4 : 5}, authVersion=1, desired_auth=0, error=(null),`,
];

const services = [
  'Camera',
  'Microphone',
  'ScreenCapture',
  'Accessibility',
  'ListenEvent',
  'PostEvent',
  'AddressBook',
  'Calendar',
];

interface Said {
  readonly path: string;
  readonly subsystem: string;
  readonly category: string;
  readonly message: string;
}

const tccd = {
  path: '/System/Library/PrivateFrameworks/TCC.framework/Support/tccd',
  subsystem: 'com.apple.TCC',
  category: 'access',
};

/** `share` of the lines are tccd's requests, 0 to 1; one request in fifty is Zoom's. */
function sayings(random: Random, share: number): () => Said {
  let waiting: string[] = [];
  return () => {
    if (random.chance(share)) {
      if (waiting.length === 0) {
        const isZooms = random.chance(0.02);
        const who = isZooms ? 'us.zoom.xos' : `com.example.${random.pick(['editor', 'notes', 'shell', 'recorder'])}`;
        const id = `${300 + random.below(9000)}.${random.below(900)}`;
        waiting = [...request(id, who, `kTCCService${random.pick(services)}`, isZooms ? 0 : random.pick([0, 2]))];
      }
      return { ...tccd, message: waiting.shift()! };
    }
    const by = random.pick(speakers);
    return { path: by.path, subsystem: by.subsystem, category: by.category, message: random.pick(by.says)(random) };
  };
}

const firstMs = Date.UTC(2024, 7, 8, 18);

/** The clock of the Mac, two hours ahead of UTC, with microseconds. */
const stampOf = (micros: number): string =>
  `${new Date(Math.floor(micros / 1000) + 7_200_000).toISOString().slice(0, 23).replace('T', ' ')}${String(micros % 1000).padStart(3, '0')}+0200`;

export function unifiedNdjsonLines(random: Random, share: number): () => string {
  const next = sayings(random, share);
  let micros = firstMs * 1000;
  return () => {
    micros += 1 + random.below(9000);
    const { path, subsystem, category, message } = next();
    return JSON.stringify({
      timezoneName: '',
      messageType: random.pick(['Default', 'Default', 'Info', 'Debug', 'Error']),
      eventType: 'logEvent',
      source: null,
      formatString: '%{public}s',
      userID: 501,
      activityIdentifier: random.below(999_999),
      subsystem,
      category,
      threadID: random.below(9_999_999),
      senderImageUUID:
        `${random.hex(8)}-${random.hex(4)}-3${random.hex(3)}-A${random.hex(3)}-${random.hex(12)}`.toUpperCase(),
      backtrace: { frames: [{ imageOffset: random.below(999_999), imageUUID: random.hex(32).toUpperCase() }] },
      bootUUID: '49BA93E4-0000-4000-8000-62D80BFFE539',
      processImagePath: path,
      senderImagePath: path,
      timestamp: stampOf(micros),
      machTimestamp: micros * 24,
      eventMessage: message,
      processImageUUID: '39395A83-0000-4000-8000-D1B5EDB9C714',
      traceID: random.below(2 ** 48),
      processID: 60 + random.below(40_000),
      senderProgramCounter: random.below(999_999),
      parentActivityIdentifier: 0,
    });
  };
}

/** `log show` without a style. The first line names the columns. */
export function unifiedDefaultLines(random: Random, share: number): () => string {
  const next = sayings(random, share);
  let micros = firstMs * 1000;
  let isFirst = true;
  return () => {
    if (isFirst) {
      isFirst = false;
      return 'Timestamp                       Thread     Type        Activity             PID    TTL  ';
    }
    micros += 1 + random.below(9000);
    const { path, subsystem, category, message } = next();
    const thread = `0x${random.hex(5)}`.padEnd(10);
    const type = random.pick(['Default', 'Default', 'Info', 'Activity', 'Error']).padEnd(11);
    const pid = String(60 + random.below(40_000)).padEnd(6);
    const name = path.slice(path.lastIndexOf('/') + 1);
    const speaks = subsystem === '' ? name : `${name}: [${subsystem}:${category}]`;
    return `${stampOf(micros)} ${thread} ${type} 0x${random.hex(5).padEnd(18)} ${pid} 0    ${speaks}${subsystem === '' ? ': ' : ' '}${message}`;
  };
}
