import type { Source } from '@zoomlog/parser';
import { printable } from './escape.ts';
import { counted } from './faces/text/words.ts';
import { type Io, takesUnicode } from './io.ts';
import { cutEnd, cutStart } from './layout.ts';
import { widthOf } from './width.ts';

const quietMs = 500;
const betweenMs = 100;
const clearLine = '\r\x1b[2K';

export interface Progress {
  /** Says what is being read now; draws at most ten times a second. */
  show(state: { readonly sources: number; readonly bytes: number; readonly path: string }): void;
  /** Takes the line off the terminal. */
  erase(): void;
}

/** One line on standard error, once work has lasted half a second; nothing when that is no terminal. */
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
      stderr.write(clearLine + done + cutStart(printable(path, unicode), width - widthOf(done), ellipsis));
    },
    erase() {
      if (isDrawn) stderr.write(clearLine);
      isDrawn = false;
    },
  };
}

export interface Status {
  show(sources: readonly Source[]): void;
  erase(): void;
}

/** What is being followed, on one line of a terminal; nothing when standard error is none. */
export function startStatus(io: Io): Status {
  const { stderr } = io;
  if (!stderr.isTTY) return { show() {}, erase() {} };
  const width = (stderr.columns ?? 80) - 1;
  return {
    show(sources) {
      const lines = sources.reduce((sum, source) => sum + source.lines, 0);
      const text = `following ${counted(sources.length, 'source')}, ${counted(lines, 'line')}; Ctrl-C ends`;
      stderr.write(clearLine + cutEnd(text, width, takesUnicode(stderr, io) ? '…' : '...'));
    },
    erase: () => stderr.write(clearLine),
  };
}
