import {
  createMasks,
  givenPath,
  judge,
  knowledge,
  type Report,
  type SourceFindings,
  systemPath,
} from '@zoomlog/parser';
import type { Problem } from '@zoomlog/parser/node';
import { type Following, type FollowOptions, followSources } from '@zoomlog/parser/node/follow';
import { locateKnownPaths } from '@zoomlog/parser/node/known-paths';
import { replaySources } from '@zoomlog/parser/node/replay';
import type { WatchArguments } from '../args/watch-args.ts';
import { type ExitStatus, exitStatusOf, isWorthFailing } from '../exit-status.ts';
import { drawReport } from '../faces/text.ts';
import { filtersOf, localZone } from '../filters.ts';
import type { Io } from '../io.ts';
import { leakText, withoutUsers } from '../redacting.ts';
import { startStatus } from '../terminal/progress.ts';
import { styleOf } from '../terminal/style.ts';
import { openNews } from './watch-news.ts';

/** How long judging waits for more of what is being written. */
const settleMs = 20;

/**
 * Follows the sources and reports changes to the diagnoses as they happen. Ends on an interrupt, after `--for`, at the first
 * diagnosis with `--once`, or with standard input, then reports and exits like a scan.
 */
export async function runWatch(given: readonly string[], options: WatchArguments, io: Io): Promise<ExitStatus> {
  const { failOn, format, redactPaths, replay, followLinks } = options;
  const paths = replay === null ? given : [replay];
  const style = styleOf(io, options.color);
  const started = io.now().toISOString();
  const runOptions = {
    ...(followLinks ? { 'follow-links': 'true' } : {}),
    ...(redactPaths ? { 'redact-paths': 'true' } : {}),
  };
  const problems = new Map<string, Problem>();
  const status = startStatus(io);
  const { promise: ended, resolve: end } = Promise.withResolvers<'found' | 'over'>();
  const { report, complain } = openNews(options, io, status);
  let settling: NodeJS.Timeout | null = null;

  // The same through all judgments: a path or a secret that changed its token would be another one.
  const masks = createMasks();
  let leaks = 0;
  const shown = (path: string): string => systemPath(redactPaths ? masks.path(path) : path, io.platform);
  const judgeNow = (sources: SourceFindings[]): Report => {
    const now = judge(knowledge, sources, {
      ...options,
      given: paths.map((path) => givenPath(path, io.platform)),
      masks,
      version: io.version,
      // A replay is of the past: its spans count back from its end.
      now: replay === null ? started : null,
      localZone: localZone(),
      run: { started, paths: [...paths], options: runOptions, labels: {} },
    });
    if (masks.leaks() > leaks) complain(leakText(masks.leaks()));
    leaks = masks.leaks();
    const isFound = report(now).some((event) => event.event === 'opened' && isWorthFailing(event.diagnosis, failOn));
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
      const message = redactPaths ? masks.text(problem.message) : problem.message;
      complain(`${shown(problem.path)}: ${message}. ${problem.hint}`);
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
      : replaySources(paths, { ...live, followLinks, speed: options.speed });
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
  const met = [...problems.values(), ...missing.map(neverThere)];
  const all = redactPaths ? withoutUsers(met, masks) : met;
  if (format === 'text' && how === 'over') {
    const looked = paths.length > 0 ? null : await locateKnownPaths(io);
    io.stdout.write(`\n${drawReport(last, { problems: all, looked, filters: filtersOf(options) }, style)}`);
  }
  return how === 'found' ? 1 : exitStatusOf(last, all, paths, failOn);
}

type Live = Pick<FollowOptions, 'os' | 'onChange' | 'onProblem' | 'onRecovery' | 'onEnd'>;

const follow = (
  paths: readonly string[],
  { fromStart, followLinks }: WatchArguments,
  live: Live,
  io: Io,
  complain: (text: string) => void,
): Following =>
  followSources(paths, {
    ...live,
    fromStart,
    followLinks,
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
