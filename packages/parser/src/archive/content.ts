/** What a file holds, told by its first bytes. Names are never asked: a `.log.zip` may be gzip and a `.log` a zip. */
export type Content = 'gzip' | 'xz' | 'zstd' | 'bzip2' | 'zip' | 'cab' | '7z' | 'tar' | 'plain';

/** As many bytes as the decision may need: one tar block. */
const headLength = 512;

/**
 * True when `head` is too short to tell. A line without NULs is no tar, whose first field is a name padded with NULs:
 * so a live pipe of text is told by its first line, and never waited for.
 */
export const isUndecided = (head: Uint8Array): boolean =>
  head.length < headLength && contentOf(head) === 'plain' && (head.includes(0) || !head.includes(0x0a));

const magics: readonly (readonly [Content, readonly number[]])[] = [
  ['xz', [0xfd, 0x37, 0x7a, 0x58, 0x5a, 0]],
  ['zstd', [0x28, 0xb5, 0x2f, 0xfd]],
  ['7z', [0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c]],
  // With the reserved field behind it.
  ['cab', [0x4d, 0x53, 0x43, 0x46, 0, 0, 0, 0]],
];

export function contentOf(head: Uint8Array): Content {
  const known = magics.find(([, magic]) => magic.every((byte, i) => head[i] === byte));
  if (known) return known[0];
  // `BZh`, a level, and the mark of a block, or that of the end of an empty stream.
  if (head[0] === 0x42 && head[1] === 0x5a && head[2] === 0x68 && head[3]! >= 0x31 && head[3]! <= 0x39) {
    const mark = (head[4]! << 16) | (head[5]! << 8) | head[6]!;
    if (mark === 0x314159 || mark === 0x177245) return 'bzip2';
  }
  // RFC 1952 §2.3: magic, method deflate, reserved flags zero.
  if (head[0] === 0x1f && head[1] === 0x8b && head[2] === 8 && (head[3]! & 0xe0) === 0) return 'gzip';
  // APPNOTE 4.3: a local file header, an empty archive, or the marker of an archive once split.
  if (head[0] === 0x50 && head[1] === 0x4b) {
    const signature = (head[2]! << 8) | head[3]!;
    if (signature === 0x0304 || signature === 0x0506 || signature === 0x0708) return 'zip';
  }
  return isTarBlock(head) ? 'tar' : 'plain';
}

/** The checksum alone decides: the oldest tars carry no magic. POSIX pax, "ustar Interchange Format". */
function isTarBlock(head: Uint8Array): boolean {
  if (head.length < headLength || head[0] === 0) return false;
  const stated = String.fromCharCode(...head.subarray(148, 156))
    .replace(/[ \0]+/g, ' ')
    .trim();
  if (!/^[0-7]+$/.test(stated)) return false;
  let sum = 8 * 0x20;
  for (let at = 0; at < headLength; at++) if (at < 148 || at >= 156) sum += head[at]!;
  return sum === Number.parseInt(stated, 8);
}
