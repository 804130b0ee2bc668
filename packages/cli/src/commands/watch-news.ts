/** Reports, as it happens, what changes between two judgments of the followed sources. */
import { spawn } from 'node:child_process';
import { eventsBetween, type Report, systemPath, type WatchEvent } from '@zoomlog/parser';
import type { WatchArguments } from '../args/watch-args.ts';
import { drawJsonLine } from '../faces/json.ts';
import { clockOf, drawWatchEvent } from '../faces/text/watch-event.ts';
import { type Io, writeError } from '../io.ts';
import type { Status } from '../terminal/progress.ts';
import { styleOf } from '../terminal/style.ts';

const lossMs = 1_000;

export interface News {
  /** Prints what has changed since the last report, and returns it. */
  report(now: Report): readonly WatchEvent[];
  /** One line on standard error. */
  complain(text: string): void;
}

export function openNews({ format, color, exec }: WatchArguments, io: Io, status: Status): News {
  const style = styleOf(io, color);
  let before: Report | null = null;

  const complain = (text: string): void => {
    status.erase();
    writeError(io, text);
  };

  /** A rotating log is missing only for a moment. */
  const complainOfLoss = (path: string): void => {
    const isLost = (): boolean => !before?.sources.some((source) => source.path === path);
    const loss = `${systemPath(path, io.platform)}: it was deleted or moved`;
    setTimeout(() => isLost() && complain(loss), lossMs).unref();
  };

  const print = (event: WatchEvent, { machines }: Report): void => {
    if (format === 'ndjson') {
      status.erase();
      io.stdout.write(drawJsonLine(event, style));
    } else if ('diagnosis' in event) {
      status.erase();
      io.stdout.write(drawWatchEvent(event, machines, style));
    } else if (event.event === 'source-lost') complainOfLoss(event.source.path);
    if ('diagnosis' in event) status.happened(`${clockOf(event.time)} ${event.event}: ${event.diagnosis.title}`);
    if (event.event === 'opened' && exec !== null) execute(exec, drawJsonLine(event.diagnosis, style), io);
  };

  return {
    complain,
    report(now) {
      const events = eventsBetween(before, now, io.now());
      before = now;
      for (const event of events) print(event, now);
      status.show(now.sources);
      return events;
    },
  };
}

/** Runs the user's own command with the diagnosis as JSON on its standard input. Its output is ignored. */
function execute(command: string, json: string, io: Io): void {
  const child = spawn(command, { shell: true, stdio: ['pipe', 'ignore', 'ignore'] });
  child.on('error', ({ message }) => writeError(io, `--exec: ${message}`));
  child.on('exit', (code) => {
    if (code !== 0 && code !== null) writeError(io, `--exec: the command failed with exit code ${code}`);
  });
  child.stdin.on('error', () => {}); // it may exit without reading
  child.stdin.end(json);
}
