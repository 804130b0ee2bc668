/** Comments of XML, blanked out as the bytes come: what stands in them is no element. */
import { finderOf } from '../find-bytes.ts';
import { compileLiterals, findLines } from '../search.ts';
import { joinAll } from '../transcoder.ts';

export interface CommentRemover {
  /** The bytes, each UTF-16 unit of a comment as a blank, so that places stay what they are; the last ones may wait for the next call. */
  push(utf8: Uint8Array): Uint8Array;
  /** What still waited. */
  end(): Uint8Array;
  /** True within a comment. */
  isOpen(): boolean;
}

const openings = ['<!--', '<![CDATA['] as const;
const [findComment, findData] = [finderOf(openings[0]), finderOf(openings[1])];
const closings = { comment: finderOf('-->'), data: finderOf(']]>') };
/** Bytes of what closes either. */
const closingSize = 3;
const anyOpening = compileLiterals(openings);
const lessThan = 0x3c;

const nothing = new Uint8Array(0);
const encoder = new TextEncoder();

/** Cuts of the bytes change nothing. What looks like a comment in CDATA is none. */
export function openCommentRemover(): CommentRemover {
  let held = nothing;
  let open: keyof typeof closings | null = null;
  /** Of the comment that is open: the bytes of a character may be cut. */
  let decoder = new TextDecoder();

  const blanked = (bytes: Uint8Array, isLast: boolean): Uint8Array =>
    encoder.encode(decoder.decode(bytes, { stream: !isLast }).replace(/[^\n]/g, ' '));

  const take = (bytes: Uint8Array, isLast: boolean): Uint8Array => {
    const parts: Uint8Array[] = [];
    let at = 0;
    let data = -2;
    for (;;) {
      if (open === null) {
        // What is not found once is not looked for again at each comment.
        if (data !== -1 && data < at) data = findData(bytes, at, bytes.length);
        const found = firstOpening(bytes, at, data);
        const end = found?.at ?? (isLast ? bytes.length : settled(bytes, at));
        parts.push(bytes.subarray(at, end));
        at = end;
        if (!found) break;
        open = found.kind;
        decoder = new TextDecoder('utf-8', { ignoreBOM: true });
        const size = openings[open === 'comment' ? 0 : 1].length;
        parts.push(open === 'comment' ? blanked(bytes.subarray(at, at + size), false) : bytes.subarray(at, at + size));
        at += size;
      }
      const found = closings[open](bytes, at, bytes.length);
      const end =
        found >= 0 ? found + closingSize : isLast ? bytes.length : Math.max(at, bytes.length - closingSize + 1);
      const part = bytes.subarray(at, end);
      parts.push(open === 'comment' ? blanked(part, found >= 0 || isLast) : part);
      at = end;
      if (found < 0) break;
      open = null;
    }
    held = bytes.slice(at);
    return joinAll(parts);
  };

  return {
    push(utf8) {
      const bytes = held.length > 0 ? joinAll([held, utf8]) : utf8;
      // Hardly any log has either.
      if (open === null && settled(bytes, 0) === bytes.length && !hasOpening(bytes)) {
        held = nothing;
        return bytes;
      }
      return take(bytes, false);
    },
    end: () => take(held, true),
    isOpen: () => open === 'comment',
  };
}

function hasOpening(bytes: Uint8Array): boolean {
  let has = false;
  findLines(anyOpening, bytes, 0, bytes.length, () => {
    has = true;
  });
  return has;
}

/** `data`: where the first CDATA opens, -1 for nowhere. */
function firstOpening(bytes: Uint8Array, from: number, data: number) {
  const comment = findComment(bytes, from, data < 0 ? bytes.length : data);
  if (comment >= 0) return { kind: 'comment', at: comment } as const;
  return data < 0 ? null : ({ kind: 'data', at: data } as const);
}

/** The end of what belongs to nothing that further bytes could make an opening. */
function settled(bytes: Uint8Array, from: number): number {
  for (let at = bytes.length - 1; at >= from && at > bytes.length - openings[1].length; at--)
    if (bytes[at] === lessThan) {
      const tail = String.fromCharCode(...bytes.subarray(at));
      return openings.some((one) => one.startsWith(tail)) ? at : bytes.length;
    }
  return bytes.length;
}
