/** What the editor and its language server exchange in addition to the Language Server Protocol. Plain data. */
import type { Confidence, FailureClass, Severity, SourceState, VerdictState } from '@zoomlog/parser';
import { NotificationType, RequestType, RequestType0 } from 'vscode-languageserver-protocol';

// ---- the editor notifies ------------------------------------------------------------------------

/** The texts that the editor shows now. `claimed`: its language is Zoom log, whatever it contains. */
export const shownTexts = new NotificationType<{ texts: { uri: string; claimed: boolean }[] }>('zoomlog/shownTexts');

/** Reads everything at the paths and judges it as one bundle; no path: the documented Zoom folders of this machine. Null: it was cancelled. */
export const scanPaths = new RequestType<{ paths: string[] }, { bundle: number; message: string } | null, void>(
  'zoomlog/scan',
);

/** Follows the paths as one bundle from now on; no path: the documented Zoom folders of this machine. */
export const watchPaths = new RequestType<{ paths: string[] }, { bundle: number }, void>('zoomlog/watch');

/** Stops following, or removes a bundle. What a stopped one had found stays. */
export const stopWatching = new RequestType0<void, void>('zoomlog/stopWatching');
export const removeBundle = new RequestType<{ bundle: number }, void, void>('zoomlog/remove');

// ---- the editor asks -------------------------------------------------------------------------

export const listBundles = new RequestType0<BundleSummary[], void>('zoomlog/bundles');

/** The text around a line of a source of any size, each line after its number. */
export const focusText = new RequestType<{ uri: string }, { text: string }, void>('zoomlog/focus');

/** A Markdown page: the report of a bundle, an explanation. Null: there is no such page. */
export const readPage = new RequestType<{ uri: string }, { text: string } | null, void>('zoomlog/page');

/** What can be explained: codes and failures, for a list to pick from. */
export const listTopics = new RequestType0<{ label: string; description: string }[], void>('zoomlog/topics');

/** What can be done about a diagnosis. */
export const listActions = new RequestType<{ diagnosis: string }, Action[], void>('zoomlog/actions');

/** Where the evidence before or after a line is; after the last comes the first. */
export const nextEvidence = new RequestType<
  { uri: string; line: number; step: 1 | -1 },
  { uri: string; range: TextRange } | null,
  void
>('zoomlog/nextEvidence');

/** What is at a path in an archive; null: nothing. Its bytes are Base64. */
export const statArchive = new RequestType<{ path: string }, ArchiveEntry | null, void>('zoomlog/archive/stat');
export const readArchive = new RequestType<{ path: string }, { base64: string } | null, void>('zoomlog/archive/read');

export interface ArchiveEntry {
  readonly isFolder: boolean;
  readonly size: number;
  /** When the archive was written: milliseconds since 1970. */
  readonly modified: number;
  /** Names below a folder; those of folders end in a slash. */
  readonly names: string[];
}

// ---- the server notifies ------------------------------------------------------------------------

export const bundlesChanged = new NotificationType<{ bundles: BundleSummary[] }>('zoomlog/bundlesChanged');

/** A watched source led to a new diagnosis. */
export const diagnosisOpened = new NotificationType<{ title: string; severity: Severity; place: PlaceSummary }>(
  'zoomlog/diagnosisOpened',
);

export const scanProgress = new NotificationType<{ text: string }>('zoomlog/scanProgress');

/** A text that is a log in a known format though the editor treats it as something else. */
export const recognised = new NotificationType<{ uri: string; format: string }>('zoomlog/recognised');

/** Nothing found does not prove health. */
export const nothingFound = 'no known failure found, which does not prove that Zoom is healthy: see the verdicts';

// ---- bundles as the view shows them ----------------------------------------------------------

/** Lines and columns from 0, columns in UTF-16 units, as the editor counts; `end` is exclusive. */
export interface TextRange {
  readonly start: { readonly line: number; readonly character: number };
  readonly end: { readonly line: number; readonly character: number };
}

export interface PlaceSummary {
  readonly uri: string;
  readonly range: TextRange;
  /** The source's text is too large for the editor's own tools. */
  readonly isLarge: boolean;
}

export interface EvidenceSummary {
  readonly place: PlaceSummary;
  readonly text: string;
  readonly label: string;
}

export interface DiagnosisSummary {
  readonly id: string;
  readonly failure: string;
  readonly title: string;
  readonly code: string | null;
  readonly severity: Severity;
  readonly confidence: Confidence;
  readonly evidence: EvidenceSummary[];
}

export interface VerdictSummary {
  readonly class: FailureClass;
  readonly state: VerdictState;
  /** The state as people read it. */
  readonly label: string;
  readonly because: string;
  readonly diagnoses: DiagnosisSummary[];
  readonly missing: { readonly what: string; readonly collect: string }[];
}

export interface SourceSummary {
  readonly path: string;
  readonly uri: string;
  readonly name: string;
  readonly state: SourceState;
  /** Its format and length; why it was not read otherwise. */
  readonly detail: string;
  readonly note: string | null;
}

export interface BundleSummary {
  readonly id: number;
  readonly name: string;
  readonly kind: 'file' | 'scanned' | 'watched';
  readonly verdicts: VerdictSummary[];
  readonly sources: SourceSummary[];
  /** How many sources, and how many diagnoses are muted, in words. */
  readonly detail: string;
}

// ---- what the server asks the editor to do, as arguments of the editor's commands ------------

export const commands = {
  /** Puts a command into a new terminal, not run. */
  toTerminal: 'zoomlog.toTerminal',
  openAddress: 'zoomlog.openAddress',
  copyText: 'zoomlog.copyText',
  openPage: 'zoomlog.openPage',
  showFixes: 'zoomlog.showFixes',
  openEvidence: 'zoomlog.openEvidence',
  mute: 'zoomlog.mute',
  draftFailure: 'zoomlog.draftFailure',
  nextEvidence: 'zoomlog.nextEvidence',
} as const;

/** One thing that can be done about a diagnosis. */
export interface Action {
  readonly title: string;
  readonly detail: string;
  readonly command: string;
  readonly arguments: readonly unknown[];
}
