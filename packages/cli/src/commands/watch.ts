import { spawn } from 'node:child_process';
import {
  type Diagnosis,
  eventsBetween,
  judge,
  knowledge,
  type Report,
  type SourceFindings,
  systemPath,
  type WatchEvent,
} from '@zoomlog/parser';
import {
  type Following,
  type FollowOptions,
  followSources,
  locateKnownPaths,
  type Problem,
  replaySources,
} from '@zoomlog/parser/node';
import type { WatchArguments } from '../args/watch-args.ts';
import { type ExitStatus, exitStatusOf, isWorthFailing } from '../exit-status.ts';
import { clockOf, drawWatchEvent } from '../faces/text/watch-event.ts';
import { drawReport } from '../faces/text.ts';
import { filtersOf } from '../filters.ts';
import { type Io, writeError, writeJson } from '../io.ts';
import { startStatus } from '../terminal/progress.ts';
import { styleOf } from '../terminal/style.ts';

/** How long judging waits for more of what is being written. */
const settleMs = 20;
const lossMs = 1_000;

/**
 * Follows the sources and reports changes to the diagnoses as they happen. Ends on an interrupt, after `--for`, at the first
 * diagnosis with `--once`, or with standard input, then reports and exits like a scan.
 */
export async function runWatch(given: readonly string[], options: WatchArguments, io: Io): Promise<ExitStatus> {
  const { failOn, format, replay } = options;
  const paths = replay === null ? given : [replay];
  const style = styleOf(io, options.color);
  const problems = new Map<string, Problem>();
  const status = startStatus(io);
  const { promise: ended, resolve: end } = Promise.withResolvers<'found' | 'over'>();
  let settling: NodeJS.Timeout | null = null;
  let before: Report | null = null;

  const shown = (path: string): string => systemPath(path, io.platform);
  const complain = (text: string): void => {
    status.erase();
    writeError(io, text);
  };

  /** A rotating log is missing only for a moment. */
  const tellOfLoss = (path: string): void => {
    const stillLost = (): boolean => !before?.sources.some((source) => source.path === path);
    setTimeout(() => stillLost() && complain(`${shown(path)}: it was deleted or moved`), lossMs).unref();
  };

  const tell = (event: WatchEvent, { machines }: Report): void => {
    if (format === 'ndjson') {
      status.erase();
      writeJson(io, `${JSON.stringify(event)}\n`);
    } else if ('diagnosis' in event) {
      status.erase();
      io.stdout.write(drawWatchEvent(event, machines, style));
    } else if (event.event === 'source-lost') tellOfLoss(event.source.path);
    if ('diagnosis' in event) status.happened(`${clockOf(event.time)} ${event.event}: ${event.diagnosis.title}`);
    if (event.event === 'opened' && options.exec !== null) execute(options.exec, event.diagnosis, io);
  };

  const judgeNow = (sources: SourceFindings[]): Report => {
    const now = judge(knowledge, sources, { ...options, version: io.version, until: null });
    const events = eventsBetween(before, now, io.now());
    before = now;
    for (const event of events) tell(event, now);
    status.show(now.sources);
    const isFound = events.some((event) => event.event === 'opened' && isWorthFailing(event.diagnosis, failOn));
    if (options.once && isFound) end('found');
    return now;
  };

  const live: Live = {
    os: options.os,
    onChange: () => {
      settling ??= setTimeout(() => {
        settling = null;
        judgeNow(following.sources());
      }, settleMs);
    },
    onProblem: (problem) => {
      if (problems.has(problem.path)) return;
      problems.set(problem.path, problem);
      complain(`${shown(problem.path)}: ${problem.message}. ${problem.hint}`);
    },
    onRecovery: (path) => void problems.delete(path),
    onEnd: () => {
      if (replay !== null || paths.every((path) => path === '-')) end('over');
      else complain('standard input has ended; still following the other paths');
    },
  };
  const following =
    replay === null
      ? follow(paths, options, live, io, complain)
      : replaySources(paths, { ...live, speed: options.speed });
  const forget = io.onInterrupt(() => end('over'));
  const timer = options.forMs === null ? null : setTimeout(() => end('over'), options.forMs);
  await Promise.race([following.ready, ended]);
  for (const path of following.missing())
    complain(
      `${shown(path)}: ${replay === null ? 'does not exist yet; it will be followed once it appears' : 'does not exist'}`,
    );
  const how = await ended;
  forget();
  if (timer) clearTimeout(timer);
  if (settling) clearTimeout(settling);

  const missing = following.missing();
  const last = judgeNow(await following.close());
  status.end();
  const all = [...problems.values(), ...missing.map(neverThere)];
  if (format === 'text' && how === 'over') {
    const looked = paths.length > 0 ? null : await locateKnownPaths(io);
    io.stdout.write(
      `\n${drawReport(last, { problems: all, looked, filters: filtersOf({ ...options, until: null }) }, style)}`,
    );
  }
  return how === 'found' ? 1 : exitStatusOf(last, all, paths, failOn);
}

type Live = Pick<FollowOptions, 'os' | 'onChange' | 'onProblem' | 'onRecovery' | 'onEnd'>;

const follow = (
  paths: readonly string[],
  { fromStart }: WatchArguments,
  live: Live,
  io: Io,
  complain: (text: string) => void,
): Following =>
  followSources(paths, {
    ...live,
    fromStart,
    // Looking at standard input opens it.
    ...(paths.includes('-') ? { stdin: io.stdin } : {}),
    onPolling: (reason) => complain(`${reason}; polling five times a second instead`),
  });

const neverThere = (path: string): Problem => ({
  kind: 'missing',
  path,
  message: 'it never existed',
  hint: 'Check the spelling.',
});

/** Runs the user's own command with the diagnosis as JSON on its standard input. Its output is ignored. */
function execute(command: string, diagnosis: Diagnosis, io: Io): void {
  const child = spawn(command, { shell: true, stdio: ['pipe', 'ignore', 'ignore'] });
  child.on('error', ({ message }) => writeError(io, `--exec: ${message}`));
  child.on('exit', (code) => {
    if (code !== 0 && code !== null) writeError(io, `--exec: the command failed with exit code ${code}`);
  });
  child.stdin.on('error', () => {}); // it may exit without reading
  child.stdin.end(`${JSON.stringify(diagnosis)}\n`);
}
