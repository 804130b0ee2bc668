/** A text as bytes in one of the encodings that logs come in, or damaged on the disk. */
import type { Chance } from '../chance.ts';

const utf16 = (text: string, isBig: boolean, hasMark: boolean): Uint8Array => {
  const bytes = Buffer.from((hasMark ? '\ufeff' : '') + text, 'utf16le');
  return isBig ? bytes.swap16() : bytes;
};

/** Code page 437, as a console writes it: what it does not have becomes one of its upper half. */
const oem = (text: string): Uint8Array =>
  Uint8Array.from(text, (unit) => {
    const code = unit.charCodeAt(0);
    return code < 128 ? code : 128 + (code % 128);
  });

/** Lone surrogates as programs write them that know only UTF-16: three bytes that are not valid. */
const wtf8 = (text: string): Uint8Array =>
  Buffer.concat(
    text
      .split(/([\ud800-\udfff])/)
      .map((part) =>
        /^[\ud800-\udfff]$/.test(part)
          ? Buffer.from([0xed, 0x80 | ((part.charCodeAt(0) >> 6) & 0x3f), 0x80 | (part.charCodeAt(0) & 0x3f)])
          : Buffer.from(part),
      ),
  );

const encodings: readonly ((text: string) => Uint8Array)[] = [
  (text) => utf16(text, false, true),
  (text) => utf16(text, true, true),
  (text) => utf16(text, false, false),
  (text) => utf16(text, true, false),
  (text) => Buffer.from(`\ufeff${text}`),
  (text) => Buffer.from(text, 'latin1'),
  oem,
  wtf8,
  (text) => Buffer.from(text.replaceAll('\n', '\r\n')),
  (text) => Buffer.from(text.replaceAll('\n', '\r')),
  // A program began it, and PowerShell appended to it.
  (text) =>
    Buffer.concat([Buffer.from(text.slice(0, text.length >> 1)), utf16(text.slice(text.length >> 1), false, false)]),
];

export const encode = (text: string, chance: Chance): Uint8Array =>
  chance.happens(0.75) ? Buffer.from(text) : chance.pick(encodings)(text);

const binaries = [
  'MDMP',
  'SQLite format 3\0',
  'ElfFile\0',
  'regf',
  'PK\x03\x04',
  '\x1f\x8b\x08',
  'bplist00',
  'ReceiverVersion:',
  '\xff\xfe',
  '\xfe\xff',
  '\xef\xbb\xbf',
];

export function changeBytes(bytes: Uint8Array, chance: Chance): Uint8Array {
  const changed = Buffer.from(bytes);
  const choice = chance.below(6);
  if (choice === 0) return Buffer.concat([Buffer.from(chance.pick(binaries), 'latin1'), changed]);
  if (choice === 1) return changed.subarray(0, chance.below(changed.length + 1));
  if (choice === 2)
    return Buffer.concat([changed, Buffer.alloc(chance.between(1, 5000), chance.pick([0, 0, 0xff, 10]))]);
  const times = choice === 3 ? 1 : chance.between(1, 12);
  for (let left = times; left > 0 && changed.length > 0; left--) {
    const at = chance.below(changed.length);
    if (choice === 4) changed.fill(0, at, Math.min(changed.length, at + chance.between(1, 64)));
    else changed[at] = choice === 5 ? changed[at]! ^ (1 << chance.below(8)) : chance.below(256);
  }
  return changed;
}
