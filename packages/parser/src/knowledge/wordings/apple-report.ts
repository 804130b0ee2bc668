/**
 * What macOS writes of a program that crashed, was ended or did not respond: as text up to macOS 11 and in what Console shows,
 * as JSON since macOS 12. Source: Apple, Interpreting the JSON format of a crash report.
 */
import type { Carry } from '../../define.ts';
import type { Entry, Field, Time } from '../../model.ts';
import { addField, locate, remember, withFields, withTime } from '../../reading/entry.ts';
import { isoTime } from '../../reading/time.ts';

/** A line of the crashed thread: the image that it is in, where that lies, and the function. */
export interface Frame {
  readonly image: string;
  readonly path: string | null;
  readonly symbol: string;
}

export interface AppleReport {
  readonly process: string | null;
  readonly path: string | null;
  readonly identifier: string | null;
  readonly version: string | null;
  readonly osVersion: string | null;
  readonly time: string | null;
  /** `EXC_BAD_ACCESS (SIGSEGV)`; null when it is no report of a crash. */
  readonly exception: string | null;
  /** What there is of it shows that it is one of a crash. */
  readonly isCrash: boolean;
  /** Why the system ended it: `Namespace DYLD, Code 1 Library missing`, and the lines below. */
  readonly reason: string;
  /** Written of a program that goes on, or by a developer's tool. */
  readonly isSimulated: boolean;
  readonly frames: readonly Frame[];
}

const zoomFolder = /\/zoom\.us\.app\/Contents\/|\/ZoomAudioDevice\.driver\//;
const ownIdentifier = /^us\.zoom\.[\w.-]{1,80}$/;

/** By its identifier; a report without one names a folder. Others are called `Zoom`, too. */
function isZooms({ identifier, path, process, osVersion }: AppleReport): boolean {
  if (/^(?:iPhone|iPad)/.test(osVersion ?? '')) return false;
  if (identifier !== null && /\..{1,80}\./.test(identifier)) return ownIdentifier.test(identifier);
  return path === null ? process === 'zoom.us' : zoomFolder.test(path);
}

const ofSystem = /^(?:\/System\/|\/usr\/lib\/|\/Library\/Apple\/|\/Users\/[^/]{1,80}\/Library\/Developer\/)/;

/** What somebody else has brought into the program: by where it lies, or by an identifier that is neither Apple's nor Zoom's. */
const isForeign = ({ image, path }: Frame): boolean =>
  path === null
    ? /^(?!com\.apple\.|us\.zoom\.)[a-z]{2,20}\.[\w-]{1,40}\.[\w.-]{1,80}$/i.test(image) && !/\.dylib$/.test(image)
    : path.startsWith('/') && !ofSystem.test(path) && !zoomFolder.test(path) && !ownIdentifier.test(image);

/** Functions that run when a program quits. */
const quitting = /^(?:__cxa_finalize_ranges|exit|-\[NSApplication terminate:\]|_exit)\b/;

/** How it ended: `crash`, `quit` (a crash while quitting), `library`, `signature`, `privacy`, `killed`, `simulated`; `open` where the report is cut. */
function endingOf({ exception, isCrash, reason, isSimulated, frames }: AppleReport): string | null {
  if (exception === null) return isCrash ? 'open' : null;
  if (isSimulated) return 'simulated';
  if (/\bTCC\b/.test(reason)) return 'privacy';
  if (/\bCODESIGNING\b|different Team IDs|not valid for use in process/.test(reason)) return 'signature';
  if (/\bDYLD\b|Library not loaded|Symbol not found/.test(reason)) return 'library';
  const byRequest = /^EXC_RESOURCE|^EXC_CRASH \(SIG(?:KILL|TERM|HUP|INT|QUIT)\)/.test(exception);
  if (byRequest) return 'killed';
  return frames.some(({ symbol }) => quitting.test(symbol)) ? 'quit' : 'crash';
}

/** The image in which it crashed: what is foreign counts first, then what is not the system's. */
function moduleOf({ frames }: AppleReport): Frame | null {
  return (
    frames.find(isForeign) ?? frames.find(({ path }) => path !== null && !ofSystem.test(path)) ?? frames[0] ?? null
  );
}

/** `2022-03-05 15:12:01.000 +0100` */
const timeOf = (text: string | null): Time | null =>
  text === null ? null : isoTime(text.trim().replace(/ (?=[+-]\d{4}$)/, ''), 'local');

const libraryIn =
  /(?:Library not loaded|Library missing|Symbol not found):? {0,4}(\S[^\n|]{0,300}?)(?=\n|$| {0,4}Referenced from| {0,4}\|)/;

/** The entry with its time; tells versions. */
export function datedBy(entry: Entry, carry: Carry, report: AppleReport): Entry {
  if (report.osVersion) carry.osVersion ??= report.osVersion;
  if (isZooms(report) && report.version) remember(carry.zoomVersions, report.version);
  return withTime(entry, timeOf(report.time));
}

export const reportFields = ['program', 'ending', 'module', 'foreign', 'library'] as const;

/**
 * Adds `program` (zoom, other), `ending`, `module` (the image it crashed in), `foreign` (the same, where it is another
 * maker's) and `library` (the one that was missing or refused).
 */
export const describedBy = (entry: Entry, read: (text: string) => AppleReport): Entry =>
  withFields(entry, (fields: Map<string, Field[]>) => {
    const { text } = entry.pieces[0]!;
    const report = read(text);
    const isZoom = isZooms(report);
    const add = (key: string, value: string | null | undefined, needle: string): void => {
      if (value) addField(fields, key, { value, piece: 0, ...locate(text, needle) });
    };
    const name = report.process ?? report.identifier ?? '';
    add('program', name === '' && !isZoom ? null : isZoom ? 'zoom' : 'other', name);
    const ending = endingOf(report);
    // The JSON names type and signal apart.
    add('ending', ending, report.exception?.split(' ')[0] ?? '');
    const module = ending === 'crash' || ending === 'quit' ? moduleOf(report) : null;
    if (module) add('module', module.image, module.image);
    if (module && isForeign(module)) add('foreign', module.image, module.image);
    const library = libraryIn.exec(report.reason)?.[1]?.trim();
    if (library) add('library', library, library);
  });
