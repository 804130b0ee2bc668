/** A file that another program than Zoom wrote: what it is can be said, and nothing else is looked for in it. */
import type { Carry, Format } from '../define.ts';
import type { Sniffed } from './sniff.ts';

export interface ForeignFile {
  push(utf8: Uint8Array): void;
  /** What is told of it, in place of a text that is not known. */
  told(sniffed: Sniffed): { readonly sniffed: Sniffed; readonly lines: number; readonly note: string };
}

export function openForeign(format: Format, head: string, carry: Carry): ForeignFile {
  format.learn?.(head, carry);
  let ended = 0;
  let isOpen = false;
  return {
    push(utf8) {
      for (let at = utf8.indexOf(LF); at >= 0; at = utf8.indexOf(LF, at + 1)) ended++;
      if (utf8.length > 0) isOpen = utf8.at(-1) !== LF;
    },
    told: (sniffed) => ({
      sniffed: { ...sniffed, state: 'read', format },
      lines: ended + Number(isOpen),
      note: `${format.title}: it does not show whether Zoom works`,
    }),
  };
}

const LF = 10;
