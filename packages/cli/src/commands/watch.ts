import { spawn } from 'node:child_process';
import { type Diagnosis, judge, knowledge, type Report } from '@zoomlog/parser';
import { followSources, locateKnownPaths, type Problem } from '@zoomlog/parser/node';
import { type ExitStatus, exitStatusOf, isWorthFailing } from '../exit-status.ts';
import { drawWatchEvent } from '../faces/text/watch-event.ts';
import { drawReport } from '../faces/text.ts';
import { filtersOf } from '../filters.ts';
import { type Io, writeError } from '../io.ts';
import { startStatus } from '../progress.ts';
import { styleOf } from '../style.ts';
import type { WatchArguments } from '../watch-args.ts';
import { eventsBetween, type WatchEvent } from '../watch-events.ts';

/** A judgement waits so long for more of what is being written. */
const settleMs = 20;

/**
 * Follows the sources and says what has happened to the diagnoses, as it happens. It ends with an interrupt, after `--for`,
 * at the first diagnosis with `--once`, or with standard input, and then reports and exits as a scan would.
 */
export async function runWatch(paths: readonly string[], options: WatchArguments, io: Io): Promise<ExitStatus> {
  const { failOn, format } = options;
  const style = styleOf(io, options.color);
  const known = new Map<string, Diagnosis>();
  const problems = new Map<string, Problem>();
  const status = startStatus(io);
  const { promise: ended, resolve: end } = Promise.withResolvers<'found' | 'over'>();
  let settling: NodeJS.Timeout | null = null;

  const report = (sources = following.sources()): Report =>
    judge(knowledge, sources, { ...options, version: io.version, until: null });

  const tell = (what: WatchEvent, { machines }: Report): void => {
    status.erase();
    if (format === 'ndjson') io.stdout.write(`${JSON.stringify({ ...what, time: io.now().toISOString() })}\n`);
    else io.stdout.write(drawWatchEvent(what, machines, io.now(), style));
    if (what.event === 'opened' && options.exec !== null) execute(options.exec, what.diagnosis, io);
  };

  const judgeNow = (): void => {
    settling = null;
    const now = report();
    const events = eventsBetween(known, now);
    for (const event of events) tell(event, now);
    status.show(now.sources);
    if (options.once && events.some(({ event, diagnosis }) => event === 'opened' && isWorthFailing(diagnosis, failOn)))
      end('found');
  };

  const following = followSources(paths, {
    fromStart: options.fromStart,
    os: options.os,
    // Looking at standard input opens it.
    ...(paths.includes('-') ? { stdin: io.stdin } : {}),
    onChange: () => {
      settling ??= setTimeout(judgeNow, settleMs);
    },
    onSource: (event, path) => {
      if (format === 'ndjson') {
        const what = { event: `source-${event}`, time: io.now().toISOString(), source: { path } };
        io.stdout.write(`${JSON.stringify(what)}\n`);
      } else if (event === 'lost') {
        status.erase();
        writeError(io, path === '-' ? 'standard input has ended; the rest is followed' : `${path}: it is gone`);
      }
    },
    onProblem: (problem) => {
      if (problems.has(problem.path)) return;
      problems.set(problem.path, problem);
      status.erase();
      writeError(io, `${problem.path}: ${problem.message}. ${problem.hint}`);
    },
    onPolling: (reason) => {
      status.erase();
      writeError(io, `${reason}; looking at each of them five times a second instead`);
    },
    onEnd: () => end('over'),
  });
  const forget = io.onInterrupt(() => end('over'));
  const timer = options.forMs === null ? null : setTimeout(() => end('over'), options.forMs);
  await following.ready;
  for (const path of following.missing())
    writeError(io, `${path}: nothing is there yet; it is followed when it appears`);
  const how = await ended;
  forget();
  if (timer) clearTimeout(timer);
  if (settling) clearTimeout(settling);

  const missing = following.missing();
  const last = report(await following.close());
  for (const event of eventsBetween(known, last)) tell(event, last);
  status.erase();
  const all = [...problems.values(), ...missing.map(neverThere)];
  if (format === 'text' && how === 'over') {
    const looked = paths.length > 0 ? null : await locateKnownPaths(io);
    io.stdout.write(
      `\n${drawReport(last, { problems: all, looked, filters: filtersOf({ ...options, until: null }) }, style)}`,
    );
  }
  return how === 'found' ? 1 : exitStatusOf(last, all, paths, failOn);
}

const neverThere = (path: string): Problem => ({
  kind: 'missing',
  path,
  message: 'nothing was there',
  hint: 'Check the spelling.',
});

/** Runs a command of the user's own, with the diagnosis as JSON on its standard input. What it prints is its own affair. */
function execute(command: string, diagnosis: Diagnosis, io: Io): void {
  const child = spawn(command, { shell: true, stdio: ['pipe', 'ignore', 'ignore'] });
  child.on('error', ({ message }) => writeError(io, `--exec: ${message}`));
  child.on('exit', (code) => {
    if (code !== 0 && code !== null) writeError(io, `--exec: the command ended with ${code}`);
  });
  child.stdin.on('error', () => {}); // it may not want to read
  child.stdin.end(`${JSON.stringify(diagnosis)}\n`);
}
