/** Reports written by hand for tests/cli/text-face.test.ts. `«…»` in a log line is where its mark stands. */

import type { Outcome } from '../../packages/cli/src/faces/text/outcome.ts';
import type {
  Diagnosis,
  Evidence,
  FailureClass,
  FixStep,
  Machine,
  Report,
  Source,
  Verdict,
} from '../../packages/parser/src/model.ts';
import { failureClasses } from '../../packages/parser/src/model.ts';

export interface Scene {
  readonly report: Report;
  readonly outcome: Outcome;
}

const machine = (parts: Partial<Machine> = {}): Machine => ({
  id: 1,
  bundles: [1],
  name: null,
  os: 'macos',
  osVersion: '14.4.1',
  zoomVersions: ['6.1.0.35886'],
  timezone: null,
  managed: null,
  ...parts,
});

export const source = (path: string, parts: Partial<Source> = {}): Source => ({
  bundle: 1,
  path,
  machine: 1,
  modified: null,
  format: 'zoom-memlog',
  state: 'read',
  complete: true,
  bytes: 4096,
  lines: 40,
  passedOver: 0,
  first: '2025-11-03T08:01:02.100',
  last: '2025-11-03T08:09:44.020',
  timeBasis: 'local',
  note: null,
  ...parts,
});

/** The line goes in with the mark in guillemets. */
export function evidence(path: string, line: number, marked: string, parts: Partial<Evidence> = {}): Evidence {
  const start = marked.indexOf('«');
  const end = marked.indexOf('»') - 1;
  return {
    path,
    line,
    column: start + 1,
    endColumn: end + 1,
    time: '2025-11-03T08:01:11.300',
    timeBasis: 'local',
    role: 'cause',
    failure: 'network-unreachable',
    shows: 'No route to any Zoom server',
    witness: null,
    isAttested: false,
    layout: 'captured',
    text: marked.replace('«', '').replace('»', ''),
    mark: [start, end],
    ...parts,
  };
}

const step = (title: string, parts: Partial<FixStep> = {}): FixStep => ({
  id: 'step',
  os: ['macos'],
  title,
  command: null,
  admin: false,
  destructive: false,
  restart: false,
  undo: null,
  who: 'user',
  source: 'example',
  ...parts,
});

export const diagnosis = (parts: Partial<Diagnosis> = {}): Diagnosis => ({
  id: '0a1b2c',
  machine: 1,
  failure: 'network-unreachable',
  class: 'network',
  code: null,
  likelyCodes: [],
  subject: null,
  title: 'No route to any Zoom server',
  cause: 'The machine had no way out: every address is unreachable, not refused or filtered.',
  remedy: 'Bring the connection back, then join again.',
  severity: 'error',
  confidence: 'high',
  count: 1,
  occurrences: 1,
  first: { path: 'a.log', line: 1, time: null },
  last: { path: 'a.log', line: 1, time: null },
  phase: 'ongoing',
  ended: null,
  spells: [],
  evidence: [],
  alternatives: [],
  who: [],
  fixes: [],
  ...parts,
});

/** All ten classes; those that are not named cannot be judged. */
function verdicts(stated: Partial<Record<FailureClass, Partial<Verdict>>> = {}): Verdict[] {
  return failureClasses.map((name) => ({
    machine: 1,
    class: name,
    state: 'not-assessable',
    proof: null,
    phase: null,
    because: 'no evidence of this class was read',
    cleared: [],
    diagnoses: [],
    evidence: [],
    missing: [],
    ...stated[name],
  }));
}

export const report = (parts: Partial<Report> = {}): Report => ({
  schemaVersion: 2,
  tool: { name: 'zoomlog', version: '9.8.7' },
  run: null,
  bundles: [{ id: 1, path: null }],
  machines: [machine()],
  sources: [source('a.log')],
  coverage: [],
  asked: [],
  diagnoses: [],
  hidden: { count: 0, first: null, last: null },
  verdicts: verdicts(),
  ...parts,
});

/** One class was looked for in one source. */
export const covered: Report['coverage'] = [
  { machine: 1, class: 'network', count: 1, sources: ['a.log'], first: null, last: null, timeBasis: 'none', gaps: [] },
];

export const nothingElse: Outcome = { problems: [], looked: null, filters: [] };

const memlog = 'case-7/Users/example/Library/Logs/zoom.us/client/zoom_memlog_2025-11-03_08-01-02_join.log';
const uninstalled = 'case-7/Users/example/Library/Logs/zoominstall.log';

/** A failed join with its cause, in one file, and a lesser diagnosis of another file. */
const offline: Scene = {
  outcome: nothingElse,
  report: report({
    sources: [
      source(memlog, { lines: 3120 }),
      source(uninstalled, { format: 'zoom-mac-install', lines: 12 }),
      ...['cookies.db', 'queue.bin', 'cache.db'].map((name) =>
        source(`case-7/cefcache/${name}`, {
          state: 'binary',
          format: null,
          lines: 0,
          first: null,
          last: null,
          timeBasis: 'none',
        }),
      ),
    ],
    diagnoses: [
      diagnosis({
        code: '104101',
        count: 1240,
        occurrences: 5,
        first: { path: memlog, line: 19, time: '2025-11-03T08:01:11.300' },
        last: { path: memlog, line: 3001, time: '2025-11-03T08:09:40.000' },
        evidence: [
          evidence(
            memlog,
            19,
            '[08:01:11.300 512:77] ERROR async_connector_t::connect failed, «errno = 51», this = 0x00500a10',
          ),
          evidence(
            memlog,
            88,
            '[08:01:12.010 512:78] ERROR dns_provider_t::sync_resolve failed, errno = 0, rv = 8, «gai_strerror(rv) = nodename nor servname provided, or not known»',
            {
              failure: 'dns-failed',
              layout: 'documented',
            },
          ),
          evidence(
            memlog,
            104,
            '[08:01:12.020 512:78] ERROR dns_provider_t::sync_resolve failed, errno = 0, «rv = 8»',
            {
              failure: 'dns-failed',
            },
          ),
          evidence(
            memlog,
            3001,
            '[08:09:40.000 512:12] INFO  CmmConfAgent::on_start_confirm, conf = 1, «result = 104101», reason = 0',
            {
              role: 'symptom',
              failure: 'connection-failed',
            },
          ),
        ],
        alternatives: [{ class: 'firewall', why: 'a VPN that removes the route gives the same answer' }],
        fixes: [
          step('Which interface is up, and is there a default route?', { command: 'scutil --nwi' }),
          step('Switch Wi-Fi off and on again', { undo: 'Nothing to undo' }),
          step('Take the VPN out of the way for one try', {
            undo: 'scutil --nc start "Office VPN"',
            who: 'local-admin',
            admin: true,
          }),
          step('Set the network up again', {
            destructive: true,
            undo: 'Set it up by hand',
            who: 'local-admin',
            admin: true,
            restart: true,
          }),
        ],
      }),
      diagnosis({
        failure: 'proxy-set',
        class: 'proxy',
        severity: 'info',
        confidence: 'low',
        title: 'A proxy is set',
        cause: 'Zoom uses the proxy of the system.',
        remedy: 'Nothing has to be done as long as joins work.',
        likelyCodes: ['5003', '104103', '2026'],
        evidence: [
          evidence(uninstalled, 4, '«HTTPProxy : proxy.example.com»', {
            failure: 'proxy-set',
            layout: 'constructed',
            time: null,
          }),
        ],
      }),
    ],
    verdicts: verdicts({
      network: { state: 'confirmed', diagnoses: ['0a1b2c'] },
      proxy: {
        cleared: ['login', 'script'],
        missing: [{ what: 'the proxy in force', collect: 'scutil --proxy > scutil-proxy.txt', asked: null }],
      },
      'tls-clock': {
        state: 'ruled-out',
        because: 'the clock was measured to be 0.2 s off and a handshake with Zoom succeeded',
      },
      service: {
        missing: [{ what: 'a request to Zoom', collect: 'curl -sv -o /dev/null https://zoom.us', asked: null }],
      },
      firewall: {
        missing: [{ what: 'a request to Zoom', collect: 'curl -sv -o /dev/null https://zoom.us', asked: null }],
      },
    }),
  }),
};

/** Nothing found, and much of it for want of evidence. */
const unread: Scene = {
  report: report({
    machines: [
      machine({ os: 'windows', osVersion: null, zoomVersions: ['6.3.0', '6.3.5', '6.4.1', '6.4.6'], managed: true }),
    ],
    sources: [
      source('bundle.zip!/Zoom/logs/zoom_memlog_1.log.zenc', {
        state: 'encrypted',
        format: 'zoom-memlog',
        first: null,
        last: null,
      }),
      source('bundle.zip!/Zoom/logs/zoom_memlog_2.log.zenc', {
        state: 'encrypted',
        format: 'zoom-memlog',
        first: null,
        last: null,
      }),
      source('bundle.zip!/Zoom/installer.txt', {
        format: 'zoom-installer',
        complete: false,
        note: 'the archive holds more than 4,294,967,296 bytes; the rest was not read',
      }),
      source('bundle.zip!/Notes/ticket.md', { state: 'unrecognised', format: null, first: null, last: null }),
      ...['#L12-40', '#L51-56'].map((lines) =>
        source(`bundle.zip!/Notes/ticket.md${lines}`, {
          state: 'quoted',
          format: 'pfirewall',
          lines: 29,
          note: 'quoted in a document: at most suspected; the original file is wanted',
        }),
      ),
      source('bundle.zip!/System/app.xml', { state: 'unrecognised', format: null, first: null, last: null }),
      ...['a', 'b', 'c', 'd', 'e'].map((name) =>
        source(`bundle.zip!/Notes/${name}.docx`, { state: 'unrecognised', format: null, first: null, last: null }),
      ),
      source('bundle.zip!/Zoom/empty.log', { state: 'empty', format: null, lines: 0, first: null, last: null }),
      source('locked/pfirewall.log', {
        state: 'unreadable',
        complete: false,
        format: null,
        note: 'you may not read it',
        first: null,
        last: null,
      }),
    ],
    verdicts: verdicts({
      firewall: {
        missing: [
          {
            what: 'whether TCP 443 to Zoom opens now',
            collect: 'Test-NetConnection zoom.us -Port 443 > test-zoom-443.txt',
            asked: null,
          },
        ],
      },
    }),
  }),
  outcome: {
    problems: [
      {
        kind: 'missing',
        path: 'D:/case/no-such.log',
        message: 'no such file or folder',
        hint: 'Check the spelling.',
      },
      { kind: 'unreadable', path: 'locked/pfirewall.log', message: 'you may not read it', hint: 'Ask for it.' },
    ],
    looked: null,
    filters: ['--class proxy,firewall', '--since 2025-11-03T00:00:00'],
  },
};

const wide = 'case-9/ユーザー/日本語のとても長いフォルダー名/zoom_memlog.log';

/** Two machines; wide, combining and joined characters before and in the marks; log text that attacks the terminal. */
const foreign: Scene = {
  outcome: nothingElse,
  report: report({
    machines: [
      machine({ os: 'linux', osVersion: 'Debian GNU/Linux 12', timezone: 'Europe/Berlin' }),
      machine({ id: 2, os: null, osVersion: null, zoomVersions: [] }),
    ],
    sources: [
      source(wide, { timeBasis: 'no-year', first: '--11-03T08:01:02', last: '--11-03T08:09:44' }),
      source('kern.log', { timeBasis: 'boot', first: 'PT12.5S', last: 'PT3600.25S', format: 'syslog' }),
      source('b.json', {
        machine: 2,
        timeBasis: 'utc',
        first: '2025-11-03T08:01:02Z',
        last: '2025-11-04T09:00:00Z',
        format: 'netlog',
      }),
      source('c.json', {
        machine: 2,
        timeBasis: 'utc',
        first: '2025-11-02T22:00:00Z',
        last: '2025-11-03T09:00:00Z',
        format: 'netlog',
      }),
    ],
    diagnoses: [
      diagnosis({
        class: 'device-usb',
        failure: 'camera-busy',
        title: 'Another program holds the camera — „Kamera“',
        severity: 'warning',
        confidence: 'medium',
        count: 2,
        occurrences: 1,
        evidence: [
          evidence(wide, 7, 'カメラ「会議室」を開けません: «デバイスはビジー状態です» (EBUSY)', {
            failure: 'camera-busy',
          }),
          evidence('kern.log', 1048576, 'usb 1-2: Ka\u0301mera 👩‍👩‍👧 «belegt\u0308 🇩🇪» by pid 77', {
            failure: 'usb-busy',
            role: 'support',
          }),
          evidence('kern.log', 9, '\u001b[2J\u001b]0;owned\u0007 name=\u202e«gpj.exe»\u2066\r\nroot#\tnext\u2028line', {
            failure: 'camera-name',
            role: 'symptom',
          }),
        ],
      }),
      diagnosis({
        machine: 2,
        class: 'proxy',
        failure: 'proxy-auth-required',
        title: 'The proxy requires a login',
        evidence: [
          evidence('b.json', 3, `${'x'.repeat(5000)}«HTTP/1.1 407»${'y'.repeat(5000)}`, {
            failure: 'proxy-auth-required',
          }),
        ],
        fixes: [step('Open the proxy page', { os: ['windows', 'macos'], command: 'https://proxy.example.com/' })],
      }),
    ],
    verdicts: verdicts({
      'device-usb': { state: 'suspected', diagnoses: ['0a1b2c'] },
      proxy: { state: 'confirmed', diagnoses: ['0a1b2c'], missing: [{ what: 'x', collect: 'y', asked: null }] },
      network: { missing: [{ what: 'interfaces', collect: 'ip route', asked: null }] },
    }),
  }),
};

export const scenes = { offline, unread, foreign } as const satisfies Record<string, Scene>;
