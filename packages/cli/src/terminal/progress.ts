import { counted, type Source } from '@zoomlog/parser';
import { type Io, takesUnicode } from '../io.ts';
import { printable, printablePath } from './escape.ts';
import { cutEnd, cutStart } from './layout.ts';
import { widthOf } from './width.ts';

const quietMs = 500;
const betweenMs = 100;
const clearLine = '\r\x1b[2K';

export interface Progress {
  /** Shows what is being read; draws at most ten times a second. */
  show(state: { readonly sources: number; readonly bytes: number; readonly path: string }): void;
  /** Clears the line. */
  erase(): void;
}

/** One line on standard error once the work has taken half a second; nothing when it is not a terminal. */
export function startProgress(io: Io): Progress {
  const { stderr, now } = io;
  const unicode = takesUnicode(stderr, io);
  if (!stderr.isTTY) return { show() {}, erase() {} };
  const width = (stderr.columns ?? 80) - 1;
  const ellipsis = unicode ? '…' : '...';
  let next = now().getTime() + quietMs;
  let isDrawn = false;
  return {
    show({ sources, bytes, path }) {
      const time = now().getTime();
      if (time < next) return;
      next = time + betweenMs;
      isDrawn = true;
      const done = cutEnd(
        `${counted(sources, 'source')}, ${counted(Math.round(bytes / 1e6), 'MB', 'MB')} `,
        width,
        ellipsis,
      );
      stderr.write(
        clearLine + done + cutStart(printablePath(path, io.platform, unicode), width - widthOf(done), ellipsis),
      );
    },
    erase() {
      if (isDrawn) stderr.write(clearLine);
      isDrawn = false;
    },
  };
}

export interface Status {
  show(sources: readonly Source[]): void;
  /** Shows the latest event. */
  happened(what: string): void;
  erase(): void;
  end(): void;
}

const tickMs = 1_000;

/** What is being followed, on one terminal line redrawn every second; nothing when standard error is no terminal. */
export function startStatus(io: Io): Status {
  const { stderr, now } = io;
  if (!stderr.isTTY) return { show() {}, happened() {}, erase() {}, end() {} };
  const unicode = takesUnicode(stderr, io);
  const width = (stderr.columns ?? 80) - 1;
  const dot = unicode ? ' · ' : ' | ';
  const linesOf = (sources: readonly Source[]): number => sources.reduce((sum, { lines }) => sum + lines, 0);
  let shown: readonly Source[] = [];
  let last = 'no diagnosis yet';
  let drawn = '';
  let before = { lines: 0, ms: now().getTime() };
  let rate = 0;

  const draw = (): void => {
    const text = `${counted(shown.length, 'source')}${dot}${counted(rate, 'line')}/s${dot}${printable(last, unicode)}`;
    const hint = `${dot}Ctrl-C to stop`;
    const line = cutEnd(text, width - widthOf(hint), unicode ? '…' : '...') + hint;
    if (line !== drawn) stderr.write(clearLine + line);
    drawn = line;
  };
  const tick = (): void => {
    const [lines, ms] = [linesOf(shown), now().getTime()];
    // The lines of a source that is gone are no longer counted.
    rate = Math.round((Math.max(0, lines - before.lines) * 1000) / Math.max(1, ms - before.ms));
    before = { lines, ms };
    draw();
  };
  const timer = setInterval(tick, tickMs);
  const erase = (): void => {
    if (drawn !== '') stderr.write(clearLine);
    drawn = '';
  };
  return {
    show(sources) {
      shown = sources;
    },
    happened(what) {
      last = what;
    },
    erase,
    end() {
      clearInterval(timer);
      erase();
    },
  };
}

/** How many questions have been answered, on one line of a terminal; nothing when standard error is none. */
export function startCount(io: Io): {
  readonly show: (state: { readonly done: number; readonly count: number; readonly what: string }) => void;
  readonly erase: () => void;
} {
  const { stderr } = io;
  if (!stderr.isTTY) return { show() {}, erase() {} };
  const unicode = takesUnicode(stderr, io);
  const width = (stderr.columns ?? 80) - 1;
  return {
    show: ({ done, count, what }) =>
      stderr.write(
        clearLine + cutEnd(printable(`${done} of ${count}: ${what}`, unicode), width, unicode ? '…' : '...'),
      ),
    erase: () => stderr.write(clearLine),
  };
}
