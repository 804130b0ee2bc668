/** Files that nothing here reads: what they are called, and what to do about each. */
import { knowledge, openSource } from '@zoomlog/parser';
import { expect, test } from 'vitest';

const noise = Buffer.from(Array.from({ length: 600 }, (_, i) => (i * 7919) % 251));
const after = (start: string | readonly number[]): Buffer =>
  Buffer.concat([typeof start === 'string' ? Buffer.from(start, 'latin1') : Buffer.from(start), noise]);

function noteOf(path: string, bytes: Uint8Array): string | null {
  const source = openSource(knowledge, path);
  source.push(bytes);
  const { state, note } = source.end();
  return state === 'binary' ? note : `${state}: ${note}`;
}

const trace = Buffer.alloc(4096);
trace.writeUInt32LE(65_536, 0);
trace.set([0xe0, 0, 2, 0xc0], 72);
const image = Buffer.alloc(40_000);
image.write('CD001', 32_769, 'latin1');

test.each([
  ['NTUSER.DAT', after('regf\0'), 'reg load'],
  ['crash.dmp', after('MDMP\x93\xa7'), '!analyze'],
  ['MEMORY.DMP', after('PAGEDU64\0'), '!analyze'],
  ['AppEvent.Evt', after('\x30\0\0\0LfLe'), 'wevtutil epl'],
  ['system.journal', after('LPKSHHRH\0'), 'journalctl --file'],
  ['trace.bin', trace, 'tracerpt'],
  ['net.etl', noise, 'netsh trace convert'],
  ['0000000000000001.tracev3', after([0, 0x10, 0, 0, 0x11, 0, 0, 0, 0xd0, 0, 0, 0]), 'log show --archive'],
  ['case/system_logs.logarchive/1A/0B', noise, 'log show --archive'],
  ['a.pcapng', after('\x0a\x0d\x0d\x0a'), 'Wireshark'],
  ['a.cap', after([0xd4, 0xc3, 0xb2, 0xa1]), 'Wireshark'],
  ['logs.rar', after('Rar!\x1a\x07\x01\0'), 'unrar'],
  ['install.wim', after('MSWIM\0\0\0'), '7-Zip'],
  ['case.E01', after('EVF\x09\x0d\x0a\xff\0'), 'mount it'],
  ['disk.vhdx', after('vhdxfile\0'), 'mount it'],
  ['disk.vmdk', after('KDMV\x01\0'), 'mount it'],
  ['x.iso', image, 'mount it'],
  ['x.dmg', noise, 'hdiutil'],
  ['log.lz4', after([4, 0x22, 0x4d, 0x18]), 'lz4 -d'],
])('%s', (path, bytes, words) => {
  const note = noteOf(path, bytes);
  expect(note).toContain(words);
  // What to do stands behind a colon.
  expect(note).toContain(': ');
});

test('what is not known is not text, and text is text under any of the names', () => {
  expect(noteOf('x.bin', noise)).toBe('not text');
  for (const name of ['x.etl', 'x.dmg', 'x.tracev3', 'x.raw'])
    expect(noteOf(name, Buffer.from('2025-03-11 09:02:41,002 ERROR Zoom: Unable to connect.\n'))).not.toMatch(
      /^(?:an?|not) /,
    );
  for (const word of ['regf', 'MDMP', 'KDMV', 'conectix', 'LPKSHHRH', 'PAGEDU64', 'LZIP'])
    expect(noteOf('x.log', Buffer.from(`${word} begins this line of text\n`))).toMatch(/^unrecognised/);
});
