/**
 * A bundle as if it were being written now: each line comes when its own time says, so many times faster. Sources whose
 * times have no common clock start together, and so do those without times; a report that says what it has only at its end
 * (XML, a registry export) comes at its last time.
 */
import { setTimeout as sleep, setImmediate as turn } from 'node:timers/promises';
import type { DiskSource } from '../archive/disk-source.ts';
import { knowledge } from '../knowledge/index.ts';
import type { Os, SourceFindings, TimeBasis } from '../model.ts';
import { openSource, type SourcePipe } from '../reading/source.ts';
import { findSources } from './find-sources.ts';
import type { Following, FollowOptions } from './follow.ts';
import { concluded, unreadable } from './scan.ts';

export interface ReplayOptions extends Pick<FollowOptions, 'os' | 'followLinks' | 'onChange' | 'onProblem' | 'onEnd'> {
  /** How many times faster than it happened; above 0. */
  readonly speed: number;
}

/** A silence is never longer than this, whatever the speed. */
const longestSilenceMs = 2_000;
/** Bytes between which others have their turn. */
const blockSize = 1 << 20;
/** Lines that come within this time come together. */
const stepMs = 20;

/** One source of the bundle, and when which of its bytes come. */
interface Tape {
  readonly path: string;
  readonly bytes: Buffer;
  readonly basis: TimeBasis;
  /** In the order of time; `ms` on the source's own clock. */
  readonly steps: readonly { readonly ms: number; readonly end: number }[];
  readonly open: () => SourcePipe;
  /** What was found in all of it, with what the disk or the archive says of it. */
  readonly conclude: (findings: SourceFindings) => SourceFindings;
}

/** Clocks that run together: absolute times have one, the local times of a bundle one. */
const clockOf = (basis: TimeBasis): string => (basis === 'offset' ? 'utc' : basis);

/** Replays the files, folders and archives at the paths. The bundle is held in memory. */
export function replaySources(paths: readonly string[], options: ReplayOptions): Following {
  const playing = new Map<Tape, SourcePipe>();
  const said = new Map<Tape, SourceFindings | null>();
  const ended = new Set<Tape>();
  const missing: string[] = [];
  const lost: SourceFindings[] = [];
  const closing = new AbortController();

  const load = async (): Promise<Tape[]> => {
    const tapes: Tape[] = [];
    for await (const item of findSources(paths, { followLinks: options.followLinks ?? false })) {
      if (closing.signal.aborted) break;
      if (item.kind === 'source') {
        tapes.push(await record(item, options.os, closing.signal));
        const problem = item.problem();
        if (problem) options.onProblem(problem);
      } else if (item.kind === 'missing') missing.push(item.path);
      else {
        options.onProblem(item);
        if (item.kind === 'unreadable' || item.kind === 'limit') lost.push(unreadable(item));
      }
    }
    return tapes;
  };

  const play = async (tapes: readonly Tape[]): Promise<void> => {
    const steps = stepsInTime(tapes, options.speed * stepMs);
    let before = steps[0]?.ms ?? 0;
    for (const { tape, ms, from, end } of steps) {
      const wait = Math.min(longestSilenceMs, (ms - before) / options.speed);
      before = ms;
      if (wait > 0) await sleep(wait, undefined, { signal: closing.signal }).catch(() => {});
      if (closing.signal.aborted) return;
      const pipe = playing.get(tape) ?? tape.open();
      playing.set(tape, pipe);
      pipe.push(tape.bytes.subarray(from, end));
      if (end === tape.bytes.length) {
        ended.add(tape);
        said.set(tape, tape.conclude(pipe.end()));
      } else said.set(tape, pipe.sofar());
      options.onChange();
    }
    options.onEnd();
  };

  const sources = (): SourceFindings[] => [...[...said.values()].filter((one) => one !== null), ...lost];
  const loaded = load();
  void loaded.then(play);
  return {
    sources,
    missing: () => missing,
    ready: loaded.then(() => {}),
    async close() {
      closing.abort();
      for (const [tape, pipe] of playing) if (!ended.has(tape)) said.set(tape, pipe.end());
      return sources();
    },
  };
}

/** Reads a source whole, and learns when its lines were written. */
async function record(source: DiskSource, os: Os | null, signal: AbortSignal): Promise<Tape> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of source.bytes()) {
    if (signal.aborted) break;
    chunks.push(Buffer.from(chunk));
  }
  const bytes = Buffer.concat(chunks);
  const hints = { os, modified: source.modified };
  /** Line to the latest time up to there. */
  const times: { line: number; ms: number }[] = [];
  let latest = Number.NEGATIVE_INFINITY;
  const pipe = openSource(knowledge, source.path, {
    ...hints,
    everyPiece: true,
    onEntry: ({ time, pieces }) => {
      if (time === null || time.ms <= latest) return;
      latest = time.ms;
      times.push({ line: pieces[0]!.line, ms: time.ms });
    },
  });
  for (let at = 0; at < bytes.length && !signal.aborted; at += blockSize) {
    pipe.push(bytes.subarray(at, at + blockSize));
    await turn();
  }
  const isDocument = pipe.sofar() === null;
  const { timeBasis } = pipe.end();
  const whole = { ms: times.at(-1)?.ms ?? 0, end: bytes.length };
  return {
    path: source.path,
    bytes,
    basis: timeBasis,
    steps: isDocument || times.length === 0 ? [whole] : stepsOf(bytes, times),
    open: () => openSource(knowledge, source.path, hints),
    conclude: (findings) => concluded(findings, source),
  };
}

/** When which bytes come: up to the line before the next one that has a later time. */
function stepsOf(bytes: Buffer, times: readonly { line: number; ms: number }[]): Tape['steps'] {
  const LF = 10;
  const steps: { ms: number; end: number }[] = [];
  let line = 1;
  let end = 0;
  for (const [at, { ms }] of times.entries()) {
    const next = times[at + 1];
    if (!next) end = bytes.length;
    else
      for (; line < next.line; line++) {
        const feed = bytes.indexOf(LF, end);
        if (feed < 0) break;
        end = feed + 1;
      }
    steps.push({ ms, end });
  }
  return steps;
}

interface Play {
  readonly tape: Tape;
  readonly ms: number;
  readonly from: number;
  readonly end: number;
}

/** All steps on one clock that begins at 0; those of one source within `together` milliseconds are one. */
function stepsInTime(tapes: readonly Tape[], together: number): Play[] {
  const starts = new Map<string, number>();
  for (const { basis, steps } of tapes) {
    const clock = clockOf(basis);
    starts.set(clock, Math.min(starts.get(clock) ?? Number.POSITIVE_INFINITY, steps[0]!.ms));
  }
  const plays = tapes.flatMap((tape): Play[] => {
    const start = starts.get(clockOf(tape.basis))!;
    const merged: Play[] = [];
    for (const { ms, end } of tape.steps) {
      const last = merged.at(-1);
      if (last && ms - start - last.ms < together) merged[merged.length - 1] = { ...last, end };
      else merged.push({ tape, ms: ms - start, from: last?.end ?? 0, end });
    }
    return merged;
  });
  return plays.sort((a, b) => a.ms - b.ms);
}
