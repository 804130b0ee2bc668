/** The fixed values of a report as people read them: one wording for the terminal, the editor and the docs. */
import type { Code, CodeConfidence, Fact } from '../define.ts';
import { fixById } from '../knowledge/fixes/index.ts';
import type {
  Confidence,
  Diagnosis,
  DiagnosisSubject,
  FailureClass,
  FixStep,
  Layout,
  Machine,
  Os,
  Role,
  SourceState,
  SubjectKind,
  TimeBasis,
  VerdictState,
  Who,
} from '../model.ts';

export const osNames: Readonly<Record<Os, string>> = { windows: 'Windows', macos: 'macOS', linux: 'Linux' };

/** From the best known to the least known. */
export const layoutNames: Readonly<Record<Layout, string>> = {
  captured: 'pattern seen in real logs',
  documented: 'pattern from vendor documentation, not yet confirmed by a real log',
  constructed: 'constructed pattern, not yet confirmed by a real log',
};

export const roleNames: Readonly<Record<Role, string>> = {
  symptom: 'what the user saw',
  cause: 'cause',
  support: 'supporting evidence',
};

export const subjectNames: Readonly<Record<SubjectKind, string>> = {
  program: 'program',
  device: 'device',
  flow: 'traffic to',
  host: 'host',
  rule: 'rule',
  proxy: 'proxy',
  package: 'package',
  library: 'module',
  file: 'file',
  permission: 'permission',
};

/** `device USB\\VID_1234&PID_ABCD and 2 more`. */
export const subjectText = ({ kind, text, others }: DiagnosisSubject): string =>
  `${subjectNames[kind]} ${kind === 'rule' ? `"${text}"` : text}${others > 0 ? ` and ${formatCount(others)} more` : ''}`;

export const stateNames: Readonly<Record<SourceState, string>> = {
  read: 'read',
  quoted: 'quoted',
  encrypted: 'encrypted',
  binary: 'binary',
  empty: 'empty',
  unreadable: 'unreadable',
  unrecognised: 'unrecognized',
};

export const effectNames: Readonly<Record<Fact['effect'], string>> = {
  'rules-out': 'rules out a cause',
  ends: 'ends a failure',
  benign: 'benign',
};

export const whoNames: Readonly<Record<Who, string>> = {
  user: 'the user',
  'local-admin': 'a local administrator',
  'network-team': 'the network team',
  'device-management': 'device management',
  'zoom-admin': 'the Zoom administrator',
  zoom: 'Zoom support',
};

export const verdictNames: Readonly<Record<VerdictState, string>> = {
  confirmed: 'confirmed',
  suspected: 'suspected',
  resolved: 'resolved',
  'ruled-out': 'ruled out',
  'not-assessable': 'not enough evidence',
};

/** `3,239`. Intl.NumberFormat takes 8 ms to load, which `explain` feels. */
export const formatCount = (value: number): string => String(value).replace(/\B(?=(?:\d{3}){1,7}$)/g, ',');

/** `1 source`, `3,239 lines`. */
export const counted = (value: number, noun: string, plural = `${noun}s`): string =>
  `${formatCount(value)} ${value === 1 ? noun : plural}`;

/** `high confidence`; `inferred` for the meaning of a code that has no source. */
export const confidenceName = (confidence: Confidence | CodeConfidence): string =>
  confidence === 'inferred' ? confidence : `${confidence} confidence`;

/** A log time for people: no `T`, no zone, no fraction of a second. The input is a `Time`'s text. */
function formatTime(time: string): string {
  const sinceBoot = /^PT(\d+)/.exec(time);
  if (sinceBoot) return `${formatCount(Number(sinceBoot[1]))} s`;
  const parts = /^(?:--)?([\d-]*)T?([\d:]*)/.exec(time)!;
  return [parts[1], parts[2]].filter((part) => part).join(' ');
}

/** `2026-03-06 09:14:31 to 09:20:02`: the day is not repeated. */
export function formatSpan(first: string, last: string): string {
  const from = formatTime(first);
  const to = formatTime(last);
  if (from === to) return from;
  const day = from.slice(0, from.indexOf(' ') + 1);
  return `${from} to ${day.includes('-') && to.startsWith(day) ? to.slice(day.length) : to}`;
}

/** The same with the time basis: `(local, no zone)`. `timezone` is the machine's, null when unknown. */
export function formatRange(first: string, last: string, basis: TimeBasis, timezone: string | null): string {
  const note = basisNote(first, basis, timezone);
  return formatSpan(first, last) + (note ? ` (${note})` : '');
}

function basisNote(time: string, basis: TimeBasis, timezone: string | null): string {
  const zone = timezone ?? 'no zone';
  switch (basis) {
    case 'utc':
      return 'UTC';
    case 'offset':
      return /[+-]\d\d:?\d\d$/.exec(time)?.[0] ?? '';
    case 'local':
      return `local, ${zone}`;
    case 'no-year':
      return `local, ${zone}, no year`;
    case 'time-only':
      return `local, ${zone}, no date`;
    case 'boot':
      return 'since boot';
    case 'none':
      return '';
  }
}

/** Failures that count attempts to join. */
const joinFailures: ReadonlySet<string> = new Set(['connection-failed', 'join-failed', 'meeting-refused']);

/** `40 log entries, 1 join attempt`; a single entry is a single attempt. */
export function frequencyOf({ count, occurrences, evidence }: Diagnosis): string {
  if (count === 1) return '1 log entry';
  const isJoin = evidence.some(({ failure }) => joinFailures.has(failure));
  return `${counted(count, 'log entry', 'log entries')}, ${counted(occurrences, isJoin ? 'join attempt' : 'attempt')}`;
}

/** How well the patterns behind a diagnosis are known: the weakest line of evidence decides. */
export function provenanceOf({ evidence }: Pick<Diagnosis, 'evidence'>): string {
  const order = Object.keys(layoutNames) as Layout[];
  const layouts = new Set(evidence.map(({ layout }) => layout));
  const weakest = order.findLast((layout) => layouts.has(layout)) ?? 'constructed';
  return `${layouts.size > 1 ? 'weakest evidence: ' : ''}${layoutNames[weakest]}`;
}

/** What a class points to, for a sentence. */
const suspects: Readonly<Record<FailureClass, string>> = {
  firewall: 'a firewall',
  proxy: 'a proxy',
  'tls-clock': 'a wrong clock or a certificate problem',
  'device-usb': 'a device problem',
  permissions: 'a denied permission',
  network: 'a network problem',
  service: "a problem on Zoom's side",
  account: 'an account or meeting problem',
  install: 'an installation problem',
  crash: 'a crash',
};

/** `5003: most often a firewall, but the code alone proves nothing`. `cause` is the class to look at first; null: none. */
export function codeSummary(code: string, cause: FailureClass | null, confidence: Confidence | null): string {
  if (cause === null) return `${code} by itself points to no cause`;
  const often = confidence === 'low' ? 'most often ' : '';
  return `${code}: ${often}${suspects[cause]}, but the code alone proves nothing`;
}

/** `ERR_TIMED_OUT: the operation got no answer in time`. */
export const meaningOf = ({ symbol, meaning }: Pick<Code, 'symbol' | 'meaning'>): string =>
  symbol === null ? meaning : `${symbol}: ${meaning}`;

/**
 * What a person must know before taking a step. A step with nothing to undo changes nothing: the gates ensure that.
 * The report only says that a step is destructive; in what way, and whether it erases evidence, is in its declaration.
 */
export const cautionsOf = ({
  id,
  destructive,
  undo,
  who,
  restart,
}: Pick<FixStep, 'id' | 'destructive' | 'undo' | 'who' | 'restart'>): readonly string[] =>
  [
    destructive ? (fixById(id)?.harm ?? 'destructive') : undo === null ? 'read-only' : 'reversible',
    who === 'user' ? '' : `needs ${whoNames[who]}`,
    restart ? 'needs a restart' : '',
    fixById(id)?.erases ? 'first run zoomlog collect' : '',
  ].filter((caution) => caution !== '');

/** `Linux Mint 21.3`, not `Linux Linux Mint 21.3`; `Windows`, `unknown system`. */
export function systemOf({ os, osVersion }: Pick<Machine, 'os' | 'osVersion'>): string {
  if (os === null) return 'unknown system';
  const name = osNames[os];
  return osVersion?.startsWith(`${name} `) ? osVersion : `${name} ${osVersion ?? ''}`.trimEnd();
}
