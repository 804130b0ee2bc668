/**
 * The nouns of zoomlog as types: a Source's bytes become Entries, Entries become Findings,
 * Findings become Diagnoses and Verdicts, and those make the Report. Everything here is plain, cloneable data.
 */

/** The ten classes of failure, in the order in which a report lists its verdicts. */
export const failureClasses = [
  'firewall',
  'proxy',
  'tls-clock',
  'device-usb',
  'permissions',
  'network',
  'service',
  'account',
  'install',
  'crash',
] as const;

export type FailureClass = (typeof failureClasses)[number];
export const systems = ['windows', 'macos', 'linux'] as const;
export type Os = (typeof systems)[number];
/** Where a wording was seen: in a real log, only in a document, or only in a hand-made sample. */
export type Layout = 'captured' | 'documented' | 'constructed';
export type Role = 'symptom' | 'cause' | 'support';
export type Strength = 'proof' | 'strong' | 'weak';
export type Severity = 'error' | 'warning' | 'info';
/** From the least to the worst. */
export const severities: readonly Severity[] = ['info', 'warning', 'error'];
export type Confidence = 'high' | 'medium' | 'low';
/** From the least to the most. */
export const confidences = ['low', 'medium', 'high'] as const satisfies readonly Confidence[];
export type TimeBasis = 'utc' | 'offset' | 'local' | 'no-year' | 'time-only' | 'boot' | 'none';
/** `quoted`: a run of log lines in a document. */
export type SourceState = 'read' | 'quoted' | 'encrypted' | 'binary' | 'empty' | 'unreadable' | 'unrecognised';

/** A moment as the log states it. Nothing is added that the log does not say. */
export interface Time {
  /** ISO 8601 as far as the log goes: `2026-03-06T08:14:31.120Z`, `…+01:00`, bare, `--03-06T09:16:01.2`, `T13:29:53.058`, `PT101.2S`. */
  readonly text: string;
  readonly basis: Exclude<TimeBasis, 'none'>;
  /**
   * Milliseconds: since 1970 UTC (utc, offset); the same as if local time were UTC (local);
   * since the start of a leap year (no-year); since midnight (time-only); since boot (boot).
   */
  readonly ms: number;
}

/** One contiguous run of lines of a source. `text` may hold several lines joined by LF. */
export interface Piece {
  /** First line, counted from 1; in a binary source the record's number. */
  readonly line: number;
  readonly text: string;
  /** UTF-16 units of its first line before it; absent when it begins its line. */
  readonly indent?: number;
}

/** A value that an entry states, and where: `[start, end)` in the text of piece `piece`, the key included. */
export interface Field {
  readonly value: string | number;
  readonly piece: number;
  readonly start: number;
  readonly end: number;
}

export type Fields = ReadonlyMap<string, readonly Field[]>;

/** One logged event: a line, several lines, or a chain of lines folded into one. */
export interface Entry {
  readonly format: string;
  readonly pieces: readonly Piece[];
  /** Its values as they read, where the text writes some of them in numeric entities. */
  readonly plain?: string;
  /** The program that says it, in a log that many programs write to; absent where the log does not tell. */
  readonly witness?: string;
  /** The logging system itself wrote down that it is that program. */
  readonly isAttested?: boolean;
  /** The machine that it was said on, in a log that may hold several; absent where the log does not tell. */
  readonly host?: string;
  /** In which network, by which user or of which program it was seen, as far as the log tells: `from 192.0.2.5; user 501`. */
  readonly context?: string;
  /** Its chain, and whether it is the last of it, where its format tells that without reading its fields. */
  readonly link?: { readonly key: string; readonly isLast: boolean };
  readonly time: Time | null;
  readonly level: string | null;
  /** Where the message starts in the first piece; the head is before it. */
  readonly messageStart: number;
  /** Keys are as the log writes them, lower-cased; computed on first use. */
  readonly fields: Fields;
}

/** One place where a finding was seen. */
export interface Sight {
  readonly line: number;
  /** From 1, in UTF-16 code units of the source line, NULs not counted; `endColumn` is exclusive. */
  readonly column: number;
  readonly endColumn: number;
  readonly time: Time | null;
  /** The source line, unmasked, cut to 2,000 units around the evidence. */
  readonly text: string;
  /** Units of the source line before `text` begins. */
  readonly offset: number;
  /** As in Entry; null where the log does not tell. */
  readonly witness: string | null;
  readonly isAttested: boolean;
}

/** Sights of one finding that belong together: no gap over 60 s, no new launch between them. */
export interface Attempt {
  readonly first: Sight;
  readonly last: Sight;
  readonly count: number;
  /** The launch or run of its log, counted from 1; 0 where the log has none. */
  readonly launch: number;
  /** Other lines of the first sight's entry that belong to it: the service and the program of a privacy request. */
  readonly beside: readonly Sight[];
}

/** What a finding can be about. A host is a name or an address, a permission a service of privacy settings. */
export const subjectKinds = [
  'program',
  'device',
  'flow',
  'host',
  'rule',
  'proxy',
  'package',
  'library',
  'file',
  'permission',
] as const;
export type SubjectKind = (typeof subjectKinds)[number];

/** What a finding is about, as its entry writes it: `USB\\VID_1234&PID_ABCD`, `udp/8801`, `zoom.us`. */
export interface Subject {
  readonly kind: SubjectKind;
  readonly text: string;
}

/** A failure or a fact, seen in one source; repeats are folded. */
export interface Finding {
  readonly kind: 'failure' | 'fact';
  readonly id: string;
  readonly layout: Layout;
  readonly strength: Strength;
  /** Digits of a Zoom code read from the entry, separators removed. */
  readonly code: string | null;
  /** Findings of two subjects are two; null where the failure or fact names none. */
  readonly subject: Subject | null;
  /** The computer that the entry names, where its source holds those of several (collected events); else null. */
  readonly computer: string | null;
  /** As in Entry; null where the log does not tell. */
  readonly context: string | null;
  /** Id of the process that it is about; null where its failure or fact asks for none, or the log does not tell. */
  readonly process: string | null;
  readonly count: number;
  /** Attempts seen; at most 64 of them (first and last) are kept in `attempts`. */
  readonly attemptCount: number;
  readonly attempts: readonly Attempt[];
}

/** The line with which a launch or a run begins. */
export interface Launch {
  readonly line: number;
  readonly time: Time | null;
}

/** What a source tells of the machine it came from; null where it says nothing. */
export interface MachineTraits {
  readonly os: Os | null;
  readonly osVersion: string | null;
  readonly computer: string | null;
  /** What tells the machine from others of its name, each with its kind: `boot 5f0c…`, `sid S-1-5-21-…`. At most 50. */
  readonly keys: readonly string[];
  /** Addresses by which others reach it. At most 50. */
  readonly addresses: readonly string[];
  readonly zoomVersions: readonly string[];
  readonly timezone: string | null;
  readonly managed: boolean | null;
  /** When a collector took it from the machine: ISO 8601 with its zone. */
  readonly collected: string | null;
}

/** How a question to a machine ended, as `knowledge/commands/collection.ts` tells them apart. */
export const collectedStates = ['ran', 'absent', 'not-allowed', 'timed-out', 'failed', 'skipped'] as const;
export type CollectedState = (typeof collectedStates)[number];

/** A command that a collector ran, or a place that it looked at, or did not, as it says. One of the two is null. */
export interface Question {
  readonly command: string | null;
  /** As the table of documented places has it. */
  readonly place: string | null;
  /** Names of the files that hold what it printed. */
  readonly outputs: readonly string[];
  readonly state: CollectedState;
  /** What went wrong, or why it was skipped; null when all went well. */
  readonly error: string | null;
}

/** A file as a source beside it states it. */
export interface ListedFile {
  /** From the folder of that source on, with `/`. */
  readonly path: string;
  /** Null where it is not stated. */
  readonly bytes: number | null;
  /** Lower-case hex; null where it is not stated. */
  readonly sha256: string | null;
}

/** All that judging needs of one source. */
export interface SourceFindings {
  readonly path: string;
  /** Where it lay on its machine, where the layout of a collector tells it. */
  readonly origin: string | null;
  readonly format: string | null;
  /** Ids of all formats that were read in it: its own, and those of the files that it holds. */
  readonly formats: readonly string[];
  /** Who writes such files: what two of one writer show, one program saw. Null where that is unknown. */
  readonly writer: string | null;
  /** What it would hold, had its writer kept it: `3 events were lost`. */
  readonly gaps: readonly string[];
  readonly state: SourceState;
  readonly complete: boolean;
  readonly bytes: number;
  readonly lines: number;
  /** Of these, the first ones that were only read for what they tell of the rest: nothing was looked for in them. */
  readonly passedOver: number;
  readonly first: Time | null;
  readonly last: Time | null;
  readonly timeBasis: TimeBasis;
  readonly note: string | null;
  /** ISO 8601 UTC, null when unknown. */
  readonly modified: string | null;
  /** Its text came out of an archive or a compressed file: no file on disk holds these bytes. */
  readonly packed: boolean;
  /** Lower-case hex; null unless asked for. */
  readonly sha256: string | null;
  readonly machine: MachineTraits;
  readonly findings: readonly Finding[];
  /** Where launches or runs begin, in the order of the file; at most 500. */
  readonly launches: readonly Launch[];
  /** Remote addresses that this source ties to a Zoom host name or a Zoom process; at most 2,000. */
  readonly zoomAddresses: readonly string[];
  /** What it says was asked of the machine; at most 1,000. */
  readonly questions: readonly Question[];
  /** The files that it says lie beside it, until they were compared with those that do; at most 20,000. */
  readonly listed: readonly ListedFile[];
  /** Runs of log lines that it quotes, in its order, each a source of its own. Their paths go on from its own (`#L12-40`), their lines are its. */
  readonly quoted: readonly SourceFindings[];
  /** What it shows is at most suspected, and neither ends nor excludes what a log file shows: it is only quoted. */
  readonly isHearsay: boolean;
  /** It is not as the manifest that lists it states: what it alone shows is no proof. */
  readonly isAltered?: boolean;
}

/** The order of paths and ids everywhere: by code units, the same on every machine. */
export const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

// ---- the report: what every face draws --------------------------------------------------------

/** One run of the tool. */
export interface Run {
  /** ISO 8601 UTC. */
  started: string;
  /** What was asked to be read, as given; empty: the documented folders of this computer. */
  paths: string[];
  /** The options that were given, by name without dashes, as they were understood. */
  options: Record<string, string>;
  /** Case numbers and the like, as given. */
  labels: Record<string, string>;
}

/** What was handed in as one case: its evidence proves nothing of another bundle. */
export interface Bundle {
  /** From 1, in the order of the paths. */
  id: number;
  /** The archive or the folder, as given; null when it is made of several paths, or of the documented folders. */
  path: string | null;
}

/** An archive that sources were found in, or a file that an archive was compressed to. */
export interface Container {
  /** As paths of sources begin: theirs go on with `!/`. */
  path: string;
  /** As stored. */
  bytes: number;
  /** Lower-case hex, of the bytes as stored. */
  sha256: string;
}

/** A computer of a bundle, or of several whose names and one more key agree. */
export interface Machine {
  /** From 1, in the order of the bundles and of the paths of its sources. */
  id: number;
  /** Ids of the bundles that hold its sources. */
  bundles: number[];
  /** As its evidence writes it; null when no source names the computer. */
  name: string | null;
  /** As the evidence shows, or as `--os` says; null when unknown. */
  os: Os | null;
  /** As the evidence words it: `Windows 11 Pro 23H2`. */
  osVersion: string | null;
  /** Versions of Zoom that the logs name, the oldest first. */
  zoomVersions: string[];
  /** IANA name or `+01:00`: given, or what the evidence states; null when unknown. */
  timezone: string | null;
  /** Whether settings of an organization were seen to be in force; null when nothing tells. */
  managed: boolean | null;
}

export interface Source {
  /** Id of its bundle. */
  bundle: number;
  /** As given, joined with `/` on every system (`C:/Users/…`, `//server/share/…`); `!/` enters an archive, `-` is standard input. */
  path: string;
  /** Id of its machine. */
  machine: number;
  /** ISO 8601 UTC; null when unknown. */
  modified: string | null;
  /** Lower-case hex, of the bytes as stored: of a file on disk, or of what extracting it from its archive gives. Only with `--hash`. */
  sha256?: string;
  /** Id of its format; null when it has none that is known. */
  format: string | null;
  /** What could be made of it. */
  state: SourceState;
  /** False when part of it was not read: see `note`. */
  complete: boolean;
  /** As stored, or as many as were read of a stream. */
  bytes: number;
  /** How many it has; in a binary source, records. */
  lines: number;
  /** Of these, the first ones that were not judged: they stood there before a watch began. */
  passedOver: number;
  /** Time of its first dated entry, as far as the log states it; null when none is. */
  first: string | null;
  /** Time of its last dated entry. */
  last: string | null;
  /** What its times are relative to. */
  timeBasis: TimeBasis;
  /** What a reader must know of it; null when nothing. */
  note: string | null;
}

export interface Place {
  /** Of the source. */
  path: string;
  /** From 1. */
  line: number;
  /** As the log states it; null when it states none. */
  time: string | null;
}

export interface Evidence {
  /** Of the source. */
  path: string;
  /** Lines and columns count from 1; columns are UTF-16 code units of the source line, NULs not counted, `endColumn` exclusive. */
  line: number;
  /** From 1, where the mark begins. */
  column: number;
  /** Where it ends, exclusive. */
  endColumn: number;
  /** As the log states it; null when it states none. */
  time: string | null;
  /** What that time is relative to. */
  timeBasis: TimeBasis;
  /** What it is in the diagnosis. */
  role: Role;
  /** Id of the failure or the fact. */
  failure: string;
  /** What the mark shows: the title of that failure or fact. */
  shows: string;
  /** The program that wrote it, in a log that many programs write to; null where the log does not tell. */
  witness: string | null;
  /** The logging system itself vouches for that program; else the line only claims to be its. */
  isAttested: boolean;
  /** Where such wording was seen: in a real log, in a document, or only in a sample made by hand. */
  layout: Layout;
  /** Masked, at most 240 units around the evidence. */
  text: string;
  /** `[start, end)` of the evidence in `text`. */
  mark: [number, number];
}

export interface Alternative {
  /** Where else the cause may lie. */
  class: FailureClass;
  /** In one plain clause. */
  why: string;
}

export type Who = 'user' | 'local-admin' | 'network-team' | 'device-management' | 'zoom-admin' | 'zoom';

export interface FixStep {
  /** Kebab-case, stable. */
  id: string;
  /** The systems that it is for. */
  os: Os[];
  /** What it does, or shows. */
  title: string;
  /** Exactly what to type or to open; null when the title says it all. */
  command: string | null;
  /** It takes the rights of an administrator of this machine. */
  admin: boolean;
  /** It loses something, or lowers protection. */
  destructive: boolean;
  /** The machine or Zoom must be restarted. */
  restart: boolean;
  /** How to take it back; null for a step that changes nothing. */
  undo: string | null;
  /** Who can take it. */
  who: Who;
  /** Where the advice comes from. */
  source: string;
}

export interface DiagnosisSubject {
  /** What sort of thing it is. */
  kind: SubjectKind;
  /** As the evidence writes it, masked; the one that was seen most. */
  text: string;
  /** How many other subjects of the kind the diagnosis has as well. */
  others: number;
}

export interface Diagnosis {
  /** The same for the same trouble, however the log grew or was rotated. */
  id: string;
  /** Id of its machine. */
  machine: number;
  /** Id of the failure that is named as the cause; of the symptom where no cause was found. */
  failure: string;
  /** The class of that failure, or the one to think of first for its code. */
  class: FailureClass;
  /** The code that the user saw, digits only; null when the evidence shows none. */
  code: string | null;
  /** Codes that the user probably saw. Never evidence. */
  likelyCodes: string[];
  /** What broke or broke it: a device, a rule, a host; null where the evidence does not name it. */
  subject: DiagnosisSubject | null;
  /** What broke, in a few words. */
  title: string;
  /** Why, in one or two plain sentences. */
  cause: string;
  /** What to do, in one plain sentence. */
  remedy: string;
  /** error: what the user tried cannot work. warning: it works badly, soon fails, or is over. info: context. */
  severity: Severity;
  /** high: proved. medium: strong evidence. low: weak evidence, or a code alone. */
  confidence: Confidence;
  /** Log entries that show it. */
  count: number;
  /** Attempts that failed: sights with no gap over 60 s and no new launch between them are one. */
  occurrences: number;
  /** Its first sight. */
  first: Place;
  /** Its last sight. */
  last: Place;
  /** As of the end of the evidence, or of the moment that was asked about. */
  phase: Phase;
  /** The success that followed every attempt, so that the failure is over; null while nothing shows that it is. */
  ended: Ending | null;
  /** From its first sight to what ended it, each time; at most 20, the first ones. Empty for a state such as a setting. */
  spells: Spell[];
  /** At most twenty places, causes first. */
  evidence: Evidence[];
  /** What else it could be. */
  alternatives: Alternative[];
  /** Who can mend it, the first to ask first: those who take the steps that change something, else those who check. */
  who: Who[];
  /** What to do, in order: checks, then changes, then last resorts. */
  fixes: FixStep[];
}

/**
 * ongoing: nothing ended it. intermittent: it passed twice or more, and counts as ongoing. ended: over. unknown: a success was
 * seen, and no clock tells whether before or after.
 */
export type Phase = 'ongoing' | 'intermittent' | 'ended' | 'unknown';

/** One time that a failure lasted. */
export interface Spell {
  /** Its first sight. */
  first: Place;
  /** Its last sight before that end. */
  last: Place;
  /** What ended it; null where nothing shows an end. */
  end: Ending | null;
}

/** The last sight of a fact that ended a failure. */
export interface Ending extends Place {
  /** mended: by a recorded change. passed: only a success shows it. */
  how: 'mended' | 'passed';
  /** Id of the fact. */
  fact: string;
  /** What the fact shows. */
  title: string;
}

/** The classes of failure that the sources of one machine can tell of; what is not listed was not looked for anywhere. */
export interface Coverage {
  /** Id of the machine. */
  machine: number;
  /** The class that was looked for. */
  class: FailureClass;
  /** In how many sources it was looked for. */
  count: number;
  /** Their paths, the first hundred. */
  sources: string[];
  /** From when to when, each as its source states it; null where no source states a time. */
  first: string | null;
  /** When the last of those sources ends; null where no source states a time. */
  last: string | null;
  /** Of `first`. */
  timeBasis: TimeBasis;
  /** What those sources would hold, had their writer kept it. */
  gaps: string[];
}

/** The time that was asked about, as it was placed for one machine. */
export interface Asked {
  /** Id of the machine. */
  machine: number;
  /** ISO 8601 UTC; null: open. */
  since: string | null;
  /** ISO 8601 UTC; null: open. */
  until: string | null;
  /** The zone in which bounds and local times without one were taken; null: as UTC. */
  zone: string | null;
  /** That zone is this computer's: neither an option nor the evidence gives the machine's. */
  isZoneAssumed: boolean;
  /** How many sources hold any of that time; none: the evidence says nothing of it. */
  count: number;
  /** Their paths, the first hundred. */
  sources: string[];
}

/** What filters left out of the report. Verdicts know of it all. */
export interface Hidden {
  /** Diagnoses. */
  count: number;
  /** When the first and the last of them were seen; null when none is dated. */
  first: string | null;
  /** When the last of them was seen; null when none is dated. */
  last: string | null;
}

/**
 * confirmed and suspected: a failure that is not over. resolved: one that was proved and is over. ruled-out: evidence excludes
 * every cause. not-assessable: the evidence does not decide; a suspicion that is over is in `because`.
 */
export type VerdictState = 'confirmed' | 'suspected' | 'resolved' | 'ruled-out' | 'not-assessable';

export interface Missing {
  /** What it gathers. */
  what: string;
  /** A read-only command that collects it. */
  collect: string;
  /** How it ended when a collector asked for it; null when nobody did, as far as the evidence tells. */
  asked: {
    /** Why there is no answer. */
    state: Exclude<CollectedState, 'ran'>;
    /** What went wrong, or why it was skipped, masked; null when the collector does not say. */
    error: string | null;
  } | null;
}

/** The conclusion about one class of failure on one machine. */
export interface Verdict {
  /** Id of the machine; null where no source was read. */
  machine: number | null;
  /** The class of failure. */
  class: FailureClass;
  /** The conclusion. */
  state: VerdictState;
  /** How sure it is that the class failed, at any time; null where nothing points to it. */
  proof: 'confirmed' | 'suspected' | null;
  /** As of the end of the evidence, or of the moment that was asked about; null where nothing points to the class. */
  phase: Phase | null;
  /** Why, in one or two plain sentences. */
  because: string;
  /** Causes of the class that evidence excludes. */
  cleared: string[];
  /** Ids of the class's diagnoses. */
  diagnoses: string[];
  /** At most five places. */
  evidence: Evidence[];
  /** What would decide it. */
  missing: Missing[];
}

/** The result of a scan: what `--format json` prints and every face draws. */
export interface Report {
  /** Grows when a reader of the report has to change. */
  schemaVersion: 2;
  /** The program that wrote it. */
  tool: {
    /** Always the same. */
    name: 'zoomlog';
    /** Semantic. */
    version: string;
  };
  /** How the report came about: the only part that differs when the same is asked again. Null when nobody stated it. */
  run: Run | null;
  /** What was handed in, case by case. */
  bundles: Bundle[];
  /** The computers that the evidence is of. */
  machines: Machine[];
  /** The archives that were opened, by path; only with `--hash`. */
  containers?: Container[];
  /** Every file that was read or could not be, by path. */
  sources: Source[];
  /** What was looked for, where and for which time. */
  coverage: Coverage[];
  /** For each machine; empty when no time was asked about. */
  asked: Asked[];
  /** What broke, the most important first; without what filters hide. */
  diagnoses: Diagnosis[];
  /** What filters left out of `diagnoses`. */
  hidden: Hidden;
  /** Ten for each machine; never filtered. */
  verdicts: Verdict[];
}
