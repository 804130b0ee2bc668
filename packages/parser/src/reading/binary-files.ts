/** Files that are no text and that nothing here reads: what they are, and the one thing that makes them readable. */

interface BinaryFile {
  readonly starts: readonly number[];
  /** Where the sign stands; at the start unless given. */
  readonly at?: number;
  readonly note: string;
}

const magic = (text: string): readonly number[] => Array.from(text, (unit) => unit.charCodeAt(0));

const debug = 'open it in WinDbg and run  !analyze -v';
const mount = 'mount it read-only and scan the folders in it';
const capture = 'a packet capture, which zoomlog does not read: look at it in Wireshark';
const unifiedLog =
  'a part of the unified log of macOS: on a Mac save what  log show --archive NAME.logarchive --style ndjson  prints, and scan that';
const eventTrace =
  'an event trace: convert it with  tracerpt FILE.etl -of XML -o FILE.xml  or  netsh trace convert FILE.etl';

const files: readonly BinaryFile[] = [
  { starts: magic('SQLite format 3\0'), note: 'an SQLite database' },
  { starts: magic('PK\x03\x04'), note: 'a zip archive' },
  { starts: [0x1f, 0x8b], note: 'gzip data' },
  { starts: magic('bplist00'), note: 'a binary property list' },
  { starts: magic('MSCF\0\0\0\0'), note: 'a cabinet: unpack it with  expand -F:* FILE.cab FOLDER' },
  { starts: magic('MDMP'), note: `a minidump, the memory of a crashed process: ${debug}` },
  { starts: magic('PAGEDU'), note: `a crash dump of Windows: ${debug}` },
  {
    starts: magic('regf'),
    note: 'a registry hive: load it with  reg load HKLM\\Case FILE  and export it with  reg export HKLM\\Case FILE.reg',
  },
  {
    starts: [0x30, 0, 0, 0, ...magic('LfLe')],
    note: 'a binary event log from Windows XP or 2003: convert it with  wevtutil epl FILE.evt FILE.evtx /lf:true',
  },
  {
    starts: magic('LPKSHHRH'),
    note: 'a binary journal: export it with  journalctl --file FILE -o json > FILE.json',
  },
  ...[
    [0xd4, 0xc3, 0xb2, 0xa1],
    [0xa1, 0xb2, 0xc3, 0xd4],
    [0x4d, 0x3c, 0xb2, 0xa1],
    [0xa1, 0xb2, 0x3c, 0x4d],
    [0x0a, 0x0d, 0x0d, 0x0a],
  ].map((starts) => ({ starts, note: capture })),
  // The first chunk of a tracev3, a header of 208 bytes (0xd0).
  { starts: [0, 0x10, 0, 0, 0x11, 0, 0, 0, 0xd0, 0, 0, 0], note: unifiedLog },
  { starts: [0x37, 0x7f, 6, 0x82], note: 'recent changes of an SQLite database' },
  { starts: [0x37, 0x7f, 6, 0x83], note: 'recent changes of an SQLite database' },
  { starts: magic('Rar!\x1a\x07'), note: 'a RAR archive: extract it with 7-Zip or unrar, and scan the folder' },
  { starts: [0x1f, 0x9d], note: 'data of compress (.Z): decompress it with  uncompress  and scan the result' },
  { starts: magic('LZIP\x01'), note: 'lzip data: decompress it with  lzip -d  and scan the result' },
  { starts: [4, 0x22, 0x4d, 0x18], note: 'LZ4 data: decompress it with  lz4 -d  and scan the result' },
  { starts: magic('ISc('), note: 'a cabinet of InstallShield: extract it with unshield, and scan the folder' },
  { starts: magic('MSWIM\0\0\0'), note: 'a Windows image (WIM): extract it with 7-Zip, and scan the folder' },
  { starts: magic('EVF\x09\x0d\x0a\xff\0'), note: `a forensic image (EWF): ${mount}` },
  { starts: magic('EVF2\x0d\x0a\x81\0'), note: `a forensic image (EWF): ${mount}` },
  { starts: magic('LVF\x09\x0d\x0a\xff\0'), note: `a forensic image (EWF): ${mount}` },
  { starts: magic('ADSEGMENTEDFILE'), note: `a forensic image (AD1): ${mount}` },
  { starts: magic('conectix'), note: `a virtual disk (VHD): ${mount}` },
  { starts: magic('vhdxfile'), note: `a virtual disk (VHDX): ${mount}` },
  { starts: magic('KDMV'), note: `a virtual disk (VMDK): ${mount}` },
  { starts: magic('QFI\xfb'), note: `a virtual disk (QCOW): ${mount}` },
  { starts: magic('CD001'), at: 32_769, note: `a disc image (ISO): ${mount}` },
];

/** By the name, of what has no sign of its own at its start and is no text. */
const names: readonly (readonly [RegExp, string])[] = [
  [/\.logarchive[\\/]|\.tracev3$/i, unifiedLog],
  [/\.etl$/i, eventTrace],
  [/\.dmg$/i, 'a disk image of macOS: open it on a Mac (hdiutil attach FILE.dmg) and scan the folder'],
  [/\.(?:vhd|vmdk|dd|raw|img|iso)$/i, `a disk image: ${mount}`],
  [/\.lzma$/i, 'LZMA data: decompress it with  xz --format=lzma -d  and scan the result'],
  [/\.db$/i, 'an encrypted database'],
];

/** What it is by its first bytes; null when they are no sign of anything known. */
export function binaryFileOf(head: Uint8Array): string | null {
  const isKnown = ({ starts, at = 0 }: BinaryFile): boolean =>
    starts.every((byte, i) => head[at + i] === byte) && (at > 0 || !isWord(starts) || head.subarray(0, 64).includes(0));
  const known = files.find(isKnown);
  return known?.note ?? (isEventTrace(head) ? eventTrace : null);
}

/** A text may begin with it, too; the heads of these files hold small numbers. */
const isWord = (starts: readonly number[]): boolean => starts.every((byte) => byte >= 0x20 && byte < 0x7f);

/** Of what is known to be no text. */
export const binaryNoteOf = (path: string): string => names.find(([name]) => name.test(path))?.[1] ?? 'not text';

/** The size of a buffer, and after its header of 72 bytes the kind and the flags of a system event (evntrace.h). */
function isEventTrace(head: Uint8Array): boolean {
  const size = head[0]! | (head[1]! << 8) | (head[2]! << 16) | (head[3]! << 24);
  return size >= 1024 && size % 1024 === 0 && head[75] === 0xc0 && (head[74] === 1 || head[74] === 2);
}
