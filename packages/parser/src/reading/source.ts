/** openSource: the pipe from bytes to findings. Bytes come in any split; memory stays bounded whatever their number. */

import type { SourceFindings } from '../model.ts';
import { type Body, openBody } from './body.ts';
import type { Knowledge } from './classify.ts';
import { joinBytes } from './decode.ts';
import { sniffBytes } from './sniff.ts';
import type { SourceHints } from './source-hints.ts';

export interface SourcePipe {
  /** False when further bytes would change nothing: the source is no text of a known format. */
  push(bytes: Uint8Array): boolean;
  /**
   * What was found so far, as if the source ended with its last whole line; what is pushed later goes on from there. A
   * document that is no file of lines says all it has only at its end: null, read it anew when it has changed.
   */
  sofar(): SourceFindings | null;
  /** What was found. Call once, after the last `push`. */
  end(): SourceFindings;
  /** Keeps as little of what was found as at that step of thrift: many sources are open. */
  spare(thrift: number): void;
}

/** Opens a source for reading. `path` is how the report names it; neither `push` nor `end` ever throws. */
export function openSource(knowledge: Knowledge, path: string, hints: SourceHints = {}): SourcePipe {
  let head = new Uint8Array(0);
  let body: Body | null = null;
  let thrift = 0;
  return {
    push(given) {
      // `slice` of Node's buffers is no copy, and the next bytes may be read into the same ones.
      const chunk = new Uint8Array(given.buffer, given.byteOffset, given.length);
      if (body) return body.push(chunk);
      head = joinBytes(head, chunk);
      if (head.length < sniffBytes) return true;
      body = openBody(knowledge, path, head, hints);
      head = new Uint8Array(0);
      body.spare(thrift);
      return body.isOpen();
    },
    sofar() {
      if (body) return body.sofar();
      // Too short yet to be told for good: a reader of its own looks at what there is.
      const { onEntry: _, ...own } = hints;
      return openBody(knowledge, path, head, own).sofar();
    },
    end: () => (body ?? openBody(knowledge, path, head, hints)).end(),
    spare(step) {
      thrift = step;
      body?.spare(step);
    },
  };
}
