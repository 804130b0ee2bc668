/**
 * The declarations the product's knowledge is written in. Each `define*` types its argument, and those
 * of fixes fill in what follows from their kind. What a declaration means is said here, once; the gates that every declaration must pass are in tests/house/gates.test.ts.
 */
import type {
  Entry,
  FailureClass,
  Layout,
  ListedFile,
  Os,
  Piece,
  Question,
  Role,
  Severity,
  Strength,
  SubjectKind,
  Time,
  Who,
} from './model.ts';

// ---- ids -------------------------------------------------------------------------------------

/**
 * The ids of each kind of declaration. `npm run generate` writes them into knowledge/ids.ts, which extends this interface:
 * a declaration that names another one is typed by it, and define.ts knows none of them.
 */
// biome-ignore lint/suspicious/noEmptyInterface: extended there
export interface KnownIds {}

type IdOf<Kind extends string> = Kind extends keyof KnownIds ? KnownIds[Kind] : string;

export type FormatId = IdOf<'format'>;
export type FailureId = IdOf<'failure'>;
export type FactId = IdOf<'fact'>;
export type FixId = IdOf<'fix'>;

// ---- failures and facts ----------------------------------------------------------------------

/** A test on one field of an entry. A field that occurs several times passes when any of its values does. */
export type Matcher =
  | readonly (string | number)[]
  | RegExp
  | { readonly min?: number; readonly max?: number; readonly abs?: true }
  | { readonly ports: readonly (number | readonly [number, number])[] };

/** Where such wording and layout were seen; who says that they are documented names the pages. */
export type Provenance =
  | {
      readonly layout: 'documented';
      /** Public pages, source files or threads that show the wording or name the fields. */
      readonly see: readonly string[];
    }
  | { readonly layout: Exclude<Layout, 'documented'>; readonly see?: readonly string[] };

/** One wording by which a failure or a fact shows itself. All parts that are given must hold. */
export type Pattern = Provenance & {
  /** A literal, ASCII case ignored, that stands in every entry this pattern finds: the search over large files looks for it. */
  readonly has: string;
  /** Must match the text of one piece. */
  readonly text?: RegExp;
  /** The first one is what the caret marks; without fields it is what `text` matches, or the literal. */
  readonly fields?: Readonly<Record<string, Matcher>>;
  /** The formats whose entries it judges. */
  readonly formats: readonly FormatId[];
  /** Instead of the failure's own strength. */
  readonly strength?: Strength;
  /** Whole pieces of a log, written fresh in that layout. In each of its formats the pattern must be earned by one of them. */
  readonly hits: readonly string[];
};

/** A sample that looks alike and must not be found. */
export interface Miss {
  readonly text: string;
  readonly why: string;
}

/** Where an entry names the subject. */
export interface SubjectSource {
  readonly kind: SubjectKind;
  /** In the first of these fields that is there. */
  readonly fields?: readonly string[];
  /** Else in the first group of this expression that holds something. */
  readonly text?: RegExp;
}

interface Known {
  /** Kebab-case; the file's name, the docs page, the diagnostic code, the `explain` argument. */
  readonly id: string;
  readonly class: FailureClass;
  readonly title: string;
  readonly match: readonly Pattern[];
  readonly misses?: readonly Miss[];
  /** What it is about; findings of different subjects are not folded. */
  readonly subject?: SubjectSource;
  /** Another machine may log it, a gateway: it counts for the one whose address its context tells (`from 192.0.2.5`), and for no other. */
  readonly ofSender?: true;
  /** Counts only when `subject` is an address that evidence of the same machine ties to Zoom. */
  readonly zoomAddress?: true;
  readonly see?: readonly string[];
  /**
   * The programs that it is believed, in a log that many programs write to: whoever else says it only retells it. Absent:
   * everyone.
   */
  readonly by?: readonly Witness[];
  /** The field that tells the process that it is about. */
  readonly process?: string;
}

/**
 * `kernel` reports what happens to devices, packets and processes, on macOS `usbd` of USB as well, `audit` what a policy
 * denied, `tccd` what macOS allows, `systemd-coredump` which programs crashed, `systemd` how what it started ended,
 * `systemd-oomd` and `earlyoom` what they ended for lack of memory, `pipewire` and `wireplumber` of the camera,
 * `xdg-desktop-portal` of what programs may share.
 */
export type Witness =
  | 'kernel'
  | 'usbd'
  | 'audit'
  | 'tccd'
  | 'systemd-coredump'
  | 'systemd'
  | 'systemd-oomd'
  | 'earlyoom'
  | 'pipewire'
  | 'wireplumber'
  | 'xdg-desktop-portal';

/** What else was seen, on the same machine and in the same context. Of several of these keys any one suffices. */
export interface Circumstances {
  /** One of these failures or facts. */
  readonly with?: readonly (FailureId | FactId)[];
  /** None of these. */
  readonly without?: readonly (FailureId | FactId)[];
  /** The same in formats of two origins. */
  readonly twice?: true;
}

/** How what else was seen changes a failure; what comes first here decides. */
export interface When {
  /** It does not count. */
  readonly nothing?: Pick<Circumstances, 'with' | 'without'> & {
    /** One of these of the same process at that time: the same event, or another program's. */
    readonly sameProcess?: readonly (FailureId | FactId)[];
  };
  /** It is weak: with what was seen within the longest time that a connection waits for an answer. */
  readonly weak?: Pick<Circumstances, 'with'>;
  /** It is weak, unless it is proof by itself: what was seen in the same time takes another way than the one that failed. */
  readonly bypassed?: Pick<Circumstances, 'with' | 'without'>;
  /** It is proof: with what was seen in the same window, or by two. */
  readonly proof?: Pick<Circumstances, 'with' | 'twice'>;
  /** It explains a symptom only where it is proof. */
  readonly explains?: 'proof';
  /** Standing: a state that was measured holds back only to the last of these. */
  readonly after?: readonly FailureId[];
}

export interface Failure extends Known {
  readonly role: Role;
  readonly strength: Strength;
  readonly severity: Severity;
  /** Why it broke, in one plain sentence. */
  readonly cause: string;
  /** What to do, in one plain sentence. */
  readonly remedy: string;
  /** Codes the user most probably saw. Never evidence. */
  readonly likelyCodes?: readonly string[];
  /** Of the readings of its code, those that count, by their symbols: a small number means one thing here and another there. */
  readonly readings?: RegExp;
  /** Symptoms: the classes whose causes can explain it. */
  readonly explainedBy?: readonly FailureClass[];
  /** Causes: failures that are mere consequences when both are seen in one window; they become this one's evidence. */
  readonly explains?: readonly FailureId[];
  /** What it is when something else was seen as well. */
  readonly when?: When;
  /** A state rather than a moment (a setting, a consent, a measured offset): joins any window. */
  readonly standing?: true;
  /** A change that holds from when it was made: joins what comes after it. */
  readonly lasting?: true;
  /** Failures that are over when this comes later: a recorded change that mends them. */
  readonly mends?: readonly FailureId[];
  /** Ids of fix steps, in the order in which they are to be tried. */
  readonly fixes: readonly FixId[];
  /** What else it could be when nothing decides. */
  readonly alternatives?: readonly { readonly class: FailureClass; readonly why: string }[];
}

/** What can make a class fail. A class is ruled out only when evidence excludes every one; facts name them in `clears`. */
export const classCauses = {
  firewall: ['local firewall', 'network firewall', 'security software'],
  proxy: ['manual proxy', 'automatic proxy', 'proxy login'],
  'tls-clock': ['clock', 'expired certificate', 'untrusted certificate', 'inspection'],
  'device-usb': ['camera', 'microphone', 'usb', 'device in use'],
  permissions: ['camera permission', 'microphone permission', 'screen permission'],
  network: ['route', 'name resolution'],
  service: ['outage'],
  account: ['sign-in', 'meeting', 'policy'],
  install: ['installer', 'missing file'],
  crash: ['crash'],
} as const satisfies Readonly<Record<FailureClass, readonly string[]>>;

export type Cause = (typeof classCauses)[FailureClass][number];

export interface Fact extends Known {
  /** rules-out: excludes `clears`. ends: a success, closes `ends`. benign: means nothing, and silences every failure on its line. */
  readonly effect: 'rules-out' | 'ends' | 'benign';
  /** rules-out: causes of its class that it excludes. */
  readonly clears?: readonly Cause[];
  /** rules-out: facts that must be seen on the same machine as well: a consent is given on several levels. */
  readonly needs?: readonly FactId[];
  /** rules-out: failures and facts that say the contrary, or leave it open, when one of them is seen on the same machine. */
  readonly unless?: readonly (FailureId | FactId)[];
  /** ends: failures that this success closes when it comes later. */
  readonly ends?: readonly FailureId[];
  /** ends: failures that are only a warning when this is seen at their time as well: a way round them works. */
  readonly eases?: readonly FailureId[];
  /** ends: it is a change that mends what failed, not only a success that passes. */
  readonly mending?: true;
  /** ends: only what the same program saw. Another one finds its way differently. */
  readonly ofSameProgram?: true;
  /** Why it means what it means, in one plain sentence. */
  readonly because: string;
  /** A state rather than a moment. */
  readonly standing?: true;
}

export const isFailure = (known: Failure | Fact): known is Failure => !('effect' in known);

/** The formats in which a failure or a fact can show, in the order of its patterns. */
export const formatsOf = ({ match }: Pick<Known, 'match'>): readonly string[] => [
  ...new Set(match.flatMap(({ formats }) => formats)),
];

/** The samples that its patterns must find. */
export const hitsOf = ({ match }: Pick<Known, 'match'>): readonly string[] => [
  ...new Set(match.flatMap(({ hits }) => hits)),
];

/** The public pages about it and about its patterns, each once. */
export const seeOf = ({ see = [], match }: Pick<Known, 'see' | 'match'>): readonly string[] => [
  ...new Set([...see, ...match.flatMap((pattern) => pattern.see ?? [])]),
];

// ---- fixes and codes -------------------------------------------------------------------------

/** One step a person can take. zoomlog never runs it. */
export interface Fix {
  readonly id: string;
  readonly class: FailureClass;
  /** All three when it does not depend on the system. */
  readonly os: readonly Os[];
  readonly title: string;
  /** Exactly what to type or to open; null when the title says it all. */
  readonly command: string | null;
  /** check: read-only. change: reversible. last-resort: destructive or with loss of protection. */
  readonly kind: 'check' | 'change' | 'last-resort';
  /** It takes the rights of an administrator of this machine; follows from `who`. */
  readonly admin: boolean;
  /** Every last resort is, if only in that it lowers protection: see `harm`. */
  readonly destructive: boolean;
  /** What a last resort does to the machine; null for every other step. */
  readonly harm: Harm | null;
  /** It removes or moves what shows the fault, such as logs and settings: the evidence is collected before. */
  readonly erases?: true;
  readonly restart: boolean;
  readonly undo: string | null;
  readonly who: Who;
  /** Where the advice comes from. */
  readonly source: string;
}

export type Harm = 'destructive' | 'lowers protection' | 'cannot be undone exactly';

/** What every step declares; the rest follows from its kind and from who takes it. */
interface Step extends Pick<Fix, 'id' | 'class' | 'os' | 'title' | 'source'> {
  readonly command?: string;
  /** The user when absent. */
  readonly who?: Who;
}

/** A change or a last resort always says how to undo it, or why that is impossible or unnecessary. */
interface Intervention extends Step {
  readonly undo: string;
  readonly restart?: true;
  readonly erases?: true;
}

/** How well a code's meaning is backed: vendor, one good third party, a weak page, or nothing but inference. */
export type CodeConfidence = 'high' | 'medium' | 'low' | 'inferred';

/** One reading of an error code. A number may have several, in several namespaces. */
export interface Code {
  /** Canonical: digits (with sign) or 0x + upper-case hex. */
  readonly code: string;
  readonly namespace: string;
  readonly symbol: string | null;
  /** In our own words. */
  readonly meaning: string;
  /** The class to think of first when nothing else is known; null when it says nothing of a class. */
  readonly class: FailureClass | null;
  /** Empty: on every system. */
  readonly os: readonly Os[];
  readonly source: string;
  readonly confidence: CodeConfidence;
}

// ---- collectors ------------------------------------------------------------------------------

/** What a collector states of the machine whose evidence it took. */
export interface Collected {
  readonly host?: string;
  readonly os?: Os;
  /** `+01:00`. */
  readonly timezone?: string;
  /** When it was taken: ISO 8601 with its zone. */
  readonly at?: string;
}

/** A program or a service that takes the evidence of one machine into an archive or a folder, its root, under names of its own. */
export interface Collector {
  readonly id: string;
  readonly title: string;
  /** Pages that show its layout, a source file at a commit. */
  readonly see: readonly string[];
  /** The system of all that it takes; absent when it takes several. */
  readonly os?: Os;
  /** How its root is named, without the ending of an archive. */
  readonly name?: RegExp;
  /** What the parts of that name state. */
  readName?(parts: Readonly<Record<string, string | undefined>>): Collected;
  /** People choose the name: what it states of the host counts only where nothing that was taken names one. */
  readonly isLabel?: true;
  /** How the path of what it took goes on below its root (sticky): no one else lays files out like this. */
  readonly below?: RegExp;
  /** The same, where others do: it counts only below a root of that name. */
  readonly belowName?: RegExp;
  /** The names of its own records, which lie at its root. */
  readonly records?: RegExp;
  /** What it lays down below its root: the rest there is of its machine only where its record lists it. */
  readonly holds?: RegExp;
  /** Where on the machine it lay that is stored so below the root; null: it is no file of the machine, or the path does not tell. */
  origin?(stored: string): string | null;
}

// ---- formats ---------------------------------------------------------------------------------

/** Takes UTF-8 bytes in any split and emits the same pieces in file order. */
export interface Cutter {
  push(utf8: Uint8Array): void;
  /** Lines that have ended so far. */
  lines(): number;
  /** The record that may still go on, as it stands; where records are joined. */
  open?(): Piece | null;
  /** Emits that record as it stands: what comes behind it is no part of it. */
  close?(): void;
  /** Emits what is left. `lines` is the source's number of lines; `note` reports what was cut or left unfinished. */
  end(): { readonly lines: number; readonly note: string | null };
}

/** Calls `found` for each wanted line in `bytes[from..to)`, which holds whole lines, and returns how many lines there are. */
export type LineSearch = (
  bytes: Uint8Array,
  from: number,
  to: number,
  found: (index: number, start: number, end: number) => void,
) => number;

/** How text is written as bytes. `evtx`: in the binary event logs of Windows, which are read as XML. */
export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'evtx';

/** How a file falls into pieces, and how one piece becomes an entry. */
export interface Framing {
  /**
   * By `search`, if given, a framing that is `searched` emits only the lines that may matter, one that is `sifted` says which
   * pieces may, and one with `skim` emits only those: of the others between two of them it tells the earliest and the latest time.
   */
  cut(
    emit: (piece: Piece, canMatter?: boolean) => void,
    search: LineSearch | null,
    dated?: (time: Time | null) => void,
  ): Cutter;
  /** The piece as an entry of `format`, or of one of `embeds`, whose lines live in it; null when it is none. */
  read(format: Format, piece: Piece, carry: Carry, embeds: readonly Format[]): Entry | null;
  /** Files of lines, which may be huge: the search picks the lines that are read, so first and last time are read apart. */
  readonly searched?: boolean;
  /** Each piece is read for its time and for what the format prepares; only what may matter is chained and matched. */
  readonly sifted?: true;
  /** Each line is complete in itself: a file that grows is read on from where it ended. */
  readonly grows?: true;
  /** Its lines need not come in the order of their times. */
  readonly shuffles?: true;
  /** What stands below a head belongs to its record, up to the next head. */
  readonly joins?: true;
  /** Each piece is a file of its own, of the format as which it gives itself away; what its first lines tell of the rest. */
  readonly nests?: (piece: string) => Introduction;
  readonly skim?: Skim;
  /** How a file falls into pieces that begins like this, if not as others of its format do. */
  as?(head: string): Framing | null;
}

/** What stands before a part of a file: a prompt with the command that printed it, or a heading. */
export interface Introduction {
  /** The first lines, which are no part of what was printed. */
  readonly lines: number;
  /** Whose console it is; null where there is no prompt. A prompt need not name the machine. */
  readonly prompt: { readonly os: Os | null; readonly host: string | null } | null;
  /**
   * The command asks another machine than the one it was typed on: by its name, if it has one. Or it prints a file that may
   * be of any machine, from a folder of that name.
   */
  readonly asks: { readonly host: string | null; readonly isFile: boolean } | null;
  /** The command opens a console of another machine, whose prompts may look like those before (`alike`); or it closes one. */
  readonly session: 'opens' | 'opens alike' | 'closes' | null;
  /** What is printed is the name of the machine. */
  readonly isName: boolean;
  /** A host or a program of Zoom's that the command names: what is printed may not. */
  readonly about: string | null;
}

/** For pieces that are expensive to read and mostly about nothing known: one without any of the literals is only dated. */
export interface Skim {
  /** How a literal stands in each piece that shows what is looked for by it, … */
  written(literal: string): string;
  /** … unless one of these stands there: it may be written in another way, … */
  readonly hides: readonly string[];
  /** … or the piece is laid out in one. */
  isOdd(text: string): boolean;
  timeOf(text: string): Time | null;
  /** What a piece is that has a literal and cannot be read: of one, and of several. */
  readonly malformed: readonly [one: string, many: string];
}

/** What the start of a line states. `messageStart` is an offset into the line. */
export interface LineStart {
  readonly time: Time | null;
  readonly level: string | null;
  readonly process: string | null;
  readonly component: string | null;
  readonly messageStart: number;
}

/** How the lines of a format begin. */
export interface Head {
  /** A cheap look: false for a line that does not begin like this. */
  begins(line: string): boolean;
  /** What the line's start states, or null when the line does not begin like this. Never throws. */
  read(line: string): LineStart | null;
}

/** What the reading of a source accumulates for later entries of the same source; bounded. */
export interface Carry {
  /** `YYYY-MM-DD` of the day that time-only lines belong to, once the log has said it. */
  day: string | null;
  /** Milliseconds since midnight at which that day was said: an earlier clock is the next day's. */
  clock: number | null;
  /** Counts launches or runs; a new number starts a new attempt. */
  launch: number;
  /** Launches that have not ended yet, by number: instances overlap. */
  open: number[];
  /** Process ids that the log says are Zoom's own. */
  zoomPids: Set<string>;
  /** Column names of a table, in order. */
  columns: readonly string[];
  /** Numbers to names, by table, of a file that brings its own. */
  constants: ReadonlyMap<string, ReadonlyMap<number, string>>;
  /** What lines say about a key for later ones: the kind of device on a USB port, the port of a vendor:product. */
  readonly names: Map<string, string>;
  /** Milliseconds to add to the file's ticks to get UTC. */
  tickOffset: number | null;
  /** Values that the file holds in a damaged form, so that they could not be read. */
  damaged: number;
  /** The file ends before what it holds does. */
  isCut: boolean;
  /** Why not all that the file holds is used. */
  remark: string | null;
  /** What the writer of the log says that it left out: how many of what (`events were lost`). */
  readonly gaps: Map<string, number>;
  /** What a collector says that it could not take: how many of what (`logs were refused`). */
  readonly lost: Map<string, number>;
  readonly path: string;
  os: Os | null;
  osVersion: string | null;
  computer: string | null;
  /** As in MachineTraits. */
  collected: string | null;
  /** As in MachineTraits. */
  keys: Set<string>;
  addresses: Set<string>;
  timezone: string | null;
  managed: boolean | null;
  zoomVersions: Set<string>;
  zoomAddresses: Set<string>;
  /** As in SourceFindings. */
  readonly questions: Question[];
  readonly listed: ListedFile[];
}

/** Entries of one key folded into one. */
export interface Chain {
  /** Literals of the lines that belong to a chain, for the search over large files. */
  readonly has: readonly string[];
  /** The key of an entry, null when it belongs to no chain. */
  by(entry: Entry, carry: Carry): string | null;
  /** True when this entry is the last of its chain; may take the chain off the carry. */
  ends(entry: Entry, carry: Carry): boolean;
  /** An entry that comes more milliseconds after the one before it begins a new chain. */
  readonly patience?: number;
  /** True when this entry begins a new chain even if one of its key is open. */
  begins?(entry: Entry): boolean;
}

/** A line that the format needs for others, found by its literal. */
export interface Carried {
  readonly has: string;
  /** Called with the entry before its chain, in file order. */
  read(entry: Entry, carry: Carry): void;
}

/** An alternative of `recognise.starts`, and what must stand in a text in which it is found: most texts need not be searched for it. */
export interface Sign {
  /** Where in the source of the expression it ends; the next one begins behind the `|` there. */
  readonly end: number;
  /** Literals, of each list one: in the case of the text, unless the expression has the flag `i`, and then ASCII. */
  readonly all: readonly (readonly string[])[];
  /**
   * Present when it matches at the begin of a line alone: for the first characters of that line, one by one, the ranges in which
   * they are, each as its first and its last one. `\x80` stands for all beyond ASCII, `\x81` for the end of the text; a character
   * of which nothing is known has an empty string, or none.
   */
  readonly begins?: readonly string[];
}

export interface FormatSample {
  readonly text: string;
  /** What the last entry must give; only what is named is compared. */
  readonly entry: {
    readonly format?: string;
    readonly time?: string | null;
    readonly level?: string | null;
    readonly message?: string;
    readonly fields?: Readonly<Record<string, string | number>>;
  };
}

export interface Format {
  readonly id: string;
  readonly title: string;
  readonly framing: Framing;
  /** Absent: a line is all message. */
  readonly head?: Head;
  /** Who writes what such files hold, where several formats show the same records: their copies are no second witness. */
  readonly origin?: string;
  /** Zoom itself writes such files: a folder that holds one is a collection of its own. */
  readonly isZooms?: true;
  /** People write such texts: sentences around one make it no quotation, and a document quotes none. */
  readonly isProse?: true;
  /**
   * Another program writes such files, and nothing in them tells of Zoom: they are only named, where no other format knows
   * them, and no pattern looks into them. All signs of `recognise` must be there.
   */
  readonly isForeign?: true;
  /** It tells what else is there, and of the machine; it covers a class only where something was found in it. */
  readonly isInventory?: true;
  /** A collector writes such files about its own work: they name the machine whose evidence lies beside them. */
  readonly isRecord?: true;
  /** The system that writes such files; absent when several do. */
  readonly os?: Os;
  /** File names (globs, any case) under which it is known. They help, but content decides. */
  readonly names: readonly string[];
  /** How the content gives itself away in the first 64 KiB. */
  readonly recognise: {
    /** Any one of these near the start decides. */
    readonly starts?: RegExp;
    /** This many of these literals must occur (default 1). */
    readonly marks?: readonly string[];
    readonly atLeast?: number;
    /**
     * At least half of the first lines have the format's head, or go on below one where records are joined. `own`: no other
     * log has such heads, so that one is enough among the very first lines.
     */
    readonly heads?: true | 'own';
    /** Not when this stands near the start as well: what it is a copy of is better. */
    readonly unless?: RegExp;
    /** Files of that encoding are of this format. */
    readonly encoding?: Encoding;
    /** Instead of its content: the path of a source that cannot be read is its only line, and the source stays of no format. */
    readonly path?: RegExp;
  };
  /** Worked out from `recognise.starts` when the indexes are generated; absent: nothing must stand there. */
  readonly signs?: readonly Sign[];
  /** Other formats whose lines live in this one. */
  readonly embeds?: readonly FormatId[];
  /** The logging system writes down which program an entry is from; else the entry only claims it. */
  readonly attests?: true;
  /** In a log that many programs write to, the one that an entry is from, as its head tells; null when it does not. */
  witness?(entry: Entry): string | null;
  /** The machine that an entry is from, in a log that may hold several; null when the entry does not tell. */
  host?(entry: Entry): string | null;
  /** In which network or by which user an entry was seen: what is seen in another one proves and ends nothing. */
  context?(entry: Entry): string | null;
  /** Literals behind which words stand in another way than in plain text: lines with them are read as well. */
  readonly hides?: readonly string[];
  readonly chain?: Chain;
  /**
   * Literals, ASCII case ignored, of which one stands in the raw text of every entry that any pattern finds, besides the
   * pattern's own: other entries are not derived and not matched.
   */
  readonly needs?: readonly string[];
  readonly carries?: readonly Carried[];
  /** Takes from the first 64 KiB what the entries near the start do not tell alone. */
  learn?(head: string, carry: Carry): void;
  /** The fields that `derive` adds, for patterns to test; all others have the names that the log gives them. */
  readonly derives?: readonly string[];
  /**
   * Adds what follows from an entry's fields (a folded chain's when there is one); null drops the entry. Where a format has
   * chains, it may not be asked of an entry without a literal of what is known of the format, unless `derivesCarry`.
   */
  derive?(entry: Entry, carry: Carry): Entry | null;
  /** What `derive` finds is also left in the carry: addresses of Zoom's. */
  readonly derivesCarry?: true;
  /** Adds what follows from the fields of each entry before it joins its chain; null drops the entry. */
  prepare?(entry: Entry, carry: Carry): Entry | null;
  readonly samples: readonly FormatSample[];
}

export const defineFailure = (failure: Failure): Failure => failure;
export const defineFact = (fact: Fact): Fact => fact;
/** Only reads. */
export const defineCheck = (step: Step): Fix => fixOf('check', step);
/** Reversible. */
export const defineChange = (step: Intervention): Fix => fixOf('change', step);
/** Destructive unless it names another harm. */
export const defineLastResort = ({ harm = 'destructive', ...step }: Intervention & { readonly harm?: Harm }): Fix =>
  fixOf('last-resort', step, harm);
export const defineFormat = (format: Format): Format => format;
export const defineCollector = (collector: Collector): Collector => collector;
export const defineCodes = (codes: readonly Code[]): readonly Code[] => codes;

const fixOf = (
  kind: Fix['kind'],
  { who = 'user', ...step }: Step & Partial<Intervention>,
  harm: Harm | null = null,
): Fix => ({
  command: null,
  restart: false,
  undo: null,
  ...step,
  kind,
  who,
  admin: who === 'local-admin',
  destructive: harm !== null,
  harm,
});
