/**
 * Bytes to UTF-8 text. UTF-16 (with or without a byte order mark) is transcoded as it streams;
 * everything else passes through, and each line that is not valid UTF-8 is read as Windows-1252.
 */
import type { Encoding, LineSearch } from '../define.ts';
import { isEventLog, openEventLog } from './evtx/records.ts';
import type { Transcoder } from './transcoder.ts';

/** What the first bytes say. Without a mark, text whose every other byte is mostly NUL is UTF-16. */
export function detectEncoding(head: Uint8Array): Encoding {
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le';
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be';
  if (isEventLog(head)) return 'evtx';
  const pairs = Math.min(head.length, 4096) >> 1;
  // Text that was begun in another encoding is no UTF-16 from the start.
  if (pairs < 2 || !head.subarray(0, 16).includes(0)) return 'utf-8';
  let evenZeros = 0;
  let oddZeros = 0;
  for (let i = 0; i < pairs; i++) {
    if (head[2 * i] === 0) evenZeros++;
    if (head[2 * i + 1] === 0) oddZeros++;
  }
  if (oddZeros > pairs * 0.4 && evenZeros < pairs * 0.1) return 'utf-16le';
  if (evenZeros > pairs * 0.4 && oddZeros < pairs * 0.1) return 'utf-16be';
  return 'utf-8';
}

const nothing = new Uint8Array(0);

/**
 * Bytes of `encoding` to UTF-8 bytes, a byte order mark removed; any split of the input gives the same output.
 * @param search of records that are expensive to write as text, only those are in which it finds something.
 */
export function openTranscoder(encoding: Encoding, search: LineSearch | null = null): Transcoder {
  if (encoding === 'evtx') return openEventLog(search);
  if (encoding === 'utf-8') {
    const remover = openMarkRemover();
    return {
      push: (bytes) => withoutNuls(remover.push(bytes)),
      end: () => withoutNuls(remover.end()),
      note: () => null,
    };
  }
  const decoder = new TextDecoder(encoding);
  const encoder = new TextEncoder();
  let size = 0;
  return {
    push(bytes) {
      size += bytes.length;
      return withoutNuls(encoder.encode(decoder.decode(bytes, { stream: true })));
    },
    end: () => withoutNuls(encoder.encode(decoder.decode())),
    note: () => (size % 2 === 1 ? 'truncated in the middle of a character' : null),
  };
}

/**
 * A NUL is no text. Where PowerShell appends UTF-16 to a file that another program began, every other byte is one: without
 * them its ASCII can be read.
 */
function withoutNuls(bytes: Uint8Array): Uint8Array {
  return bytes.includes(0) ? bytes.filter((byte) => byte !== 0) : bytes;
}

const mark = [0xef, 0xbb, 0xbf];

function openMarkRemover(): Pick<Transcoder, 'push' | 'end'> {
  let held = nothing;
  let past = false;
  return {
    push(bytes) {
      if (past) return bytes;
      held = joinBytes(held, bytes);
      if (held.length < 3 && mark.every((byte, i) => i >= held.length || held[i] === byte)) return nothing;
      past = true;
      const whole = held;
      held = nothing;
      return mark.every((byte, i) => whole[i] === byte) ? whole.subarray(3) : whole;
    },
    end() {
      const rest = held;
      held = nothing;
      past = true;
      return rest;
    },
  };
}

/** Both arrays in one new array. */
export function joinBytes(a: Uint8Array, b: Uint8Array): Uint8Array<ArrayBuffer> {
  const joined = new Uint8Array(a.length + b.length);
  joined.set(a);
  joined.set(b, a.length);
  return joined;
}

const LF = 10;

const strictUtf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
const windows1252 = new TextDecoder('windows-1252');

/** The text of lines, each of them UTF-8, or Windows-1252 when it is not valid UTF-8. Never throws. */
export function decodeText(bytes: Uint8Array): string {
  try {
    return strictUtf8.decode(bytes);
  } catch {
    // A line that is not valid changes no other.
    let text = '';
    for (let start = 0; start < bytes.length; ) {
      const end = bytes.indexOf(LF, start) + 1 || bytes.length;
      text += decodeLine(bytes.subarray(start, end));
      start = end;
    }
    return text;
  }
}

function decodeLine(bytes: Uint8Array): string {
  try {
    return strictUtf8.decode(bytes);
  } catch {
    return windows1252.decode(bytes);
  }
}
