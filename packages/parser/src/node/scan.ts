/** scan: paths in, a report out. Every source is pushed to its end, then all are judged once. */
import { createHash } from 'node:crypto';
import { homedir } from 'node:os';
import type { Custody, Hasher } from '../archive/custody.ts';
import type { DiskSource, SourceLimits, SourceProblem } from '../archive/disk-source.ts';
import { type JudgeOptions, judge } from '../judging/judge.ts';
import { knowledge } from '../knowledge/index.ts';
import type { Container, Os, Report, SourceFindings } from '../model.ts';
import { joinNotes } from '../reading/notes.ts';
import { openSource } from '../reading/source.ts';
import { openLedger } from '../reading/thrift.ts';
import { givenPath } from '../telling/paths.ts';
import { type FindOptions, findSources } from './find-sources.ts';
import { type LocatedPath, locateKnownPaths } from './known-paths.ts';
import { openManifests } from './manifests.ts';
import { readWhole } from './reading-job.ts';
import { openReadingPool, type ReadingPool, type Threads } from './reading-pool.ts';

export interface ScanOptions extends Omit<JudgeOptions, 'given' | 'now'> {
  readonly limits?: Partial<SourceLimits>;
  /** Adds the SHA-256 of each source and container, as stored; every byte is then read. */
  readonly hash: boolean;
  /** Bytes after which a source is cut. */
  readonly maxSize: number | null;
  readonly os: Os | null;
  /** Judges log lines that a document quotes like those of a log file. */
  readonly asLog?: boolean;
  /** Threads that read; the report is the same for any number. Absent: the one that calls. */
  readonly threads?: Threads;
  /** Called as the scan goes on: sources and bytes read so far, and the path being read. */
  readonly progress?: (state: { sources: number; bytes: number; path: string }) => void;
  readonly stdin?: AsyncIterable<Uint8Array>;
  /** Called before more of a large source is read, which waits for it. */
  readonly turn?: Turn;
  /** As in FindOptions. */
  readonly followLinks?: boolean;
  readonly onFile?: (id: string) => void;
}

/** Lets others have their turn; null when nobody waits. */
export type Turn = () => Promise<unknown> | null;

/** Something that could not be read, or not whole. */
export type Problem = SourceProblem;

export interface ScanResult {
  readonly report: Report;
  readonly problems: readonly Problem[];
  /** Where it looked when no path was given, else null. */
  readonly looked: readonly LocatedPath[] | null;
}

/** Scans files, folders, globs, archives and `-`; with no path the documented folders of this machine. Never throws for what it finds. */
export async function scan(paths: readonly string[], options: ScanOptions): Promise<ScanResult> {
  const looked =
    paths.length > 0 ? null : await locateKnownPaths({ platform: process.platform, env: process.env, home: homedir() });
  const places = looked?.filter(({ exists }) => exists).map(({ path }) => path) ?? paths;
  const { sources, containers, problems } = await readSources(places, options);
  const given = paths.map((path) => givenPath(path, process.platform));
  // What lies in this computer's own folders is still being written.
  const now = looked === null ? null : new Date().toISOString();
  const told = options.hash ? { containers } : {};
  return { report: judge(knowledge, sources, { ...options, ...told, given, now }), problems, looked };
}

export interface ReadOptions
  extends Pick<
    ScanOptions,
    | 'limits'
    | 'maxSize'
    | 'hash'
    | 'os'
    | 'asLog'
    | 'threads'
    | 'progress'
    | 'turn'
    | 'stdin'
    | 'followLinks'
    | 'onFile'
  > {
  /** Rejects with its reason soon after it is aborted. */
  readonly signal?: AbortSignal;
}

/** Reads every source at the paths to its end; what could not be read is a source as well, and a problem. */
export async function readSources(
  paths: readonly string[],
  options: ReadOptions,
): Promise<{ sources: SourceFindings[]; containers: Container[]; problems: Problem[] }> {
  const ledger = openLedger();
  const manifests = openManifests();
  let count = 0;
  const problems: Problem[] = [];
  const containers: Container[] = [];
  let bytes = 0;
  const custody: Custody = {
    wants: (path) => options.hash || manifests.wantsHash(path),
    hasher: sha256,
    container(path, size, hash) {
      containers.push({ path, bytes: size, sha256: hash });
      manifests.enter(path, size, hash);
    },
  };
  const finding: FindOptions = {
    custody,
    limits: { ...options.limits, ...(options.maxSize === null ? {} : { fileBytes: options.maxSize }) },
    ...(options.stdin ? { stdin: options.stdin } : {}),
    ...(options.followLinks ? { followLinks: true } : {}),
    ...(options.onFile ? { onFile: options.onFile } : {}),
  };
  const pool = options.threads ? openReadingPool(options.threads) : null;
  const mostWaiting = mostUnderWay * ((options.threads?.count ?? 1) - 1);
  /** What is to be taken in this order, some of which is still being read. */
  const underWay: (() => void | Promise<void>)[] = [];
  try {
    for await (const item of findSources(paths, finding)) {
      options.signal?.throwIfAborted();
      if (item.kind === 'source') {
        const reading = await startReading(pool, item, options, (more) => {
          options.signal?.throwIfAborted();
          bytes += more;
          options.progress?.({ sources: count, bytes, path: item.path });
        });
        underWay.push(async () => {
          const { findings, problem } = await reading.done;
          ledger.add(manifests.take(findings, item, options.hash));
          count++;
          if (problem) problems.push(problem);
        });
      } else
        underWay.push(() => {
          problems.push(item);
          manifests.lose(item.path);
          if (item.kind === 'unreadable' || item.kind === 'limit') ledger.add(unreadable(item));
        });
      while (underWay.length > mostWaiting) await underWay.shift()!();
    }
    for (const take of underWay) await take();
  } finally {
    pool?.close();
  }
  // Our own zips begin with the manifest; what was packed anew need not.
  const rest = manifests.unhashed();
  if (rest.size > 0) {
    const again = paths.filter((path) => path !== '-' && [...rest].some((one) => isBelow(one, path)));
    const second = { ...custody, wants: (path: string) => rest.has(path), container: () => {} };
    await manifests.hashAgain(findSources(again, { ...finding, custody: second }));
  }
  return { sources: manifests.compared(ledger.sources()), containers, problems };
}

function sha256(): Hasher {
  const hash = createHash('sha256');
  return { update: (bytes) => void hash.update(bytes), digest: () => hash.digest('hex') };
}

/** Whether a source may have been found there; a pattern may lead anywhere. */
const isBelow = (path: string, given: string): boolean =>
  /[*?[{]/.test(given) || path.startsWith(givenPath(given, process.platform).replace(/(?<=[^/])\/+$/, ''));

/** Sources for each thread besides the first that are kept until those before them are read. */
const mostUnderWay = 64;

interface Reading {
  readonly findings: SourceFindings;
  readonly problem: Problem | null;
}

type ReadingOptions = Pick<ScanOptions, 'os' | 'asLog' | 'turn'> & { readonly isOver?: () => boolean };

/** Takes all bytes of one source; what is found in few of them may still be worked out in another thread. */
async function startReading(
  pool: ReadingPool | null,
  source: DiskSource,
  options: ReadingOptions,
  onBytes: (bytes: number) => void,
): Promise<{ readonly done: Reading | Promise<Reading> }> {
  const chunks = source.bytes();
  const first = await chunks.next();
  const second = first.done || first.value.length > smallSource ? null : await chunks.next();
  if (!first.done && second?.done) {
    onBytes(first.value.length);
    const { os, asLog = false } = options;
    const job = { path: source.path, bytes: first.value, hints: { os, asLog, modified: source.modified } };
    const read = pool?.read(job);
    return { done: read ? read.then((findings) => readingOf(findings, source)) : readingOf(readWhole(job), source) };
  }
  const begun = [first, second].flatMap((step) => (step && !step.done ? [step.value] : []));
  return { done: await readChunks(source, begun, chunks, options, onBytes) };
}

/** Bytes of a source that is read as one piece. */
const smallSource = 256 * 1024;

/** Reads one source to its end, or until `isOver`. */
export const readSource = (
  source: DiskSource,
  options: ReadingOptions,
  onBytes: (bytes: number) => void,
): Promise<Reading> => readChunks(source, [], source.bytes(), options, onBytes);

async function readChunks(
  source: DiskSource,
  begun: readonly Uint8Array[],
  chunks: AsyncIterable<Uint8Array>,
  options: ReadingOptions,
  onBytes: (bytes: number) => void,
): Promise<Reading> {
  const { os, asLog = false } = options;
  const pipe = openSource(knowledge, source.path, { os, asLog, modified: source.modified });
  let isOpen = true;
  for (const chunk of begun) {
    onBytes(chunk.length);
    isOpen = pipe.push(chunk);
  }
  for await (const chunk of chunks) {
    if (!isOpen) break;
    await options.turn?.();
    onBytes(chunk.length);
    isOpen = pipe.push(chunk);
    if (!isOpen || options.isOver?.()) break;
  }
  return readingOf(pipe.end(), source);
}

const readingOf = (findings: SourceFindings, source: DiskSource): Reading => ({
  findings: { ...concluded(findings, source), sha256: source.sha256() },
  problem: source.problem(),
});

/** What was found in a source that was read to its end, with what only the disk or the archive knows of it. */
export function concluded(findings: SourceFindings, source: DiskSource): SourceFindings {
  const problem = source.problem();
  const read = {
    ...findings,
    bytes: Math.max(findings.bytes, problem ? 0 : (source.size ?? 0)),
    packed: source.file === null,
  };
  if (!problem) return { ...read, note: joinNotes([read.note, source.note()]) };
  // Nothing at all came out of it: unreadable, not empty.
  const state = read.state === 'empty' ? 'unreadable' : read.state;
  return { ...read, state, complete: false, note: joinNotes([problem.message, source.note()]) };
}

/** A place that gave no source at all, so that the report says so too. */
export function unreadable({ path, message }: SourceProblem): SourceFindings {
  const nothing = openSource(knowledge, path).end();
  return { ...nothing, state: 'unreadable', complete: false, note: message };
}
