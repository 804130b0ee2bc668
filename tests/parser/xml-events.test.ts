/** Elements of XML are cut from bytes as they would be from the whole text, however the bytes come; a search changes only what is emitted. */
import { knowledge, openSource } from '@zoomlog/parser';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Piece, Time } from '../../packages/parser/src/model.ts';
import { finderOf } from '../../packages/parser/src/reading/find-bytes.ts';
import { xmlEvents } from '../../packages/parser/src/reading/framings/xml-events.ts';
import { compileLiterals, findLines } from '../../packages/parser/src/reading/search.ts';
import { isoTime } from '../../packages/parser/src/reading/time.ts';
import { runsOf } from '../helpers/runs.ts';

const framing = xmlEvents('Event');

interface Cut {
  readonly pieces: readonly Piece[];
  readonly times: readonly (Time | null)[];
  readonly lines: number;
  readonly note: string | null;
}

function cut(bytes: Uint8Array, places: readonly number[], literals: readonly string[] | null): Cut {
  const pieces: Piece[] = [];
  const times: (Time | null)[] = [];
  const search = literals && findLines.bind(null, compileLiterals(literals));
  const cutter = framing.cut(
    (piece) => pieces.push(piece),
    search,
    (time) => times.push(time),
  );
  let from = 0;
  for (const to of [...places, bytes.length].sort((a, b) => a - b)) {
    cutter.push(bytes.subarray(from, to));
    from = to;
  }
  return { pieces, times, ...cutter.end() };
}

/** Comments as blanks, as a text that is there at once can be read. */
function withoutComments(text: string): string {
  return text.replace(/<!\[CDATA\[[\s\S]*?(?:\]\]>|$)|<!--[\s\S]*?(?:-->|$)/g, (all) =>
    all.startsWith('<!--') ? all.replace(/[^\n]/g, ' ') : all,
  );
}

function piecesOf(bytes: Uint8Array): Piece[] {
  const text = withoutComments(new TextDecoder().decode(bytes));
  const pieces: Piece[] = [];
  for (const { 0: element, index } of text.matchAll(/<Event(?=[\s>])(?:(?!<Event[\s>])[\s\S])*?<\/Event>/g)) {
    const before = text.slice(0, index);
    const indent = before.length - before.lastIndexOf('\n') - 1;
    pieces.push({ line: before.split('\n').length, text: element, ...(indent > 0 ? { indent } : {}) });
  }
  return pieces;
}

const stamp = fc
  .tuple(fc.nat(59), fc.constantFrom('', '.1', '.1234567', '.123456700'), fc.constantFrom('Z', 'Z', 'Z', '', '+02:00'))
  .map(([second, digits, zone]) => `2025-05-14T07:08:${String(second).padStart(2, '0')}${digits}${zone}`);
const time = fc
  .tuple(stamp, fc.constantFrom('"', "'"), fc.constantFrom(' ', ' ', '\n ', ' a="b" '))
  .map(([text, quote, blank]) => `<TimeCreated${blank}SystemTime=${quote}${text}${quote}/>`);
const words = fc.constantFrom(
  'zoom',
  'ZOOM',
  'z&#111;om',
  'größe',
  '会议',
  '😀',
  '\n',
  '\r\n',
  ' ',
  'one',
  '!',
  '<',
  '&lt;',
);
const event = fc
  .tuple(fc.constantFrom('<Event>', '<Event a="b">', '<Event\n>'), fc.option(time), fc.array(words, { maxLength: 5 }))
  .map(([open, at, inner]) => `${open}<EventID>1</EventID>${at ?? ''}${inner.join('')}</Event>`);
const fragment = fc.oneof(
  { weight: 5, arbitrary: event },
  { weight: 2, arbitrary: words },
  {
    weight: 2,
    arbitrary: fc.constantFrom(
      '<!--',
      '-->',
      '<![CDATA[',
      ']]>',
      '</Event>',
      '<Event>',
      '<Events>',
      '<!-',
      '<!-->',
      '<EventID>',
    ),
  },
);
const file = fc
  .tuple(
    fc.array(fragment, { maxLength: 30 }),
    fc.boolean(),
    fc.array(fc.tuple(fc.nat(400), fc.integer({ min: 128, max: 255 })), { maxLength: 2 }),
  )
  .map(([parts, isDamaged, bad]) => {
    const bytes = new TextEncoder().encode(parts.join(''));
    // What is no UTF-8 changes nothing else.
    if (isDamaged) for (const [at, byte] of bad) if (at < bytes.length && bytes[at]! >= 128) bytes[at] = byte;
    return bytes;
  });
const cuts = fc.array(fc.nat(800), { maxLength: 8 });
const within = (places: readonly number[], { length }: Uint8Array): number[] => places.filter((at) => at < length);

describe('elements of XML', () => {
  test('are cut from bytes as from the whole text', () => {
    fc.assert(
      fc.property(file, cuts, (bytes, places) => {
        const { pieces, lines } = cut(bytes, within(places, bytes), null);
        expect(pieces).toEqual(piecesOf(bytes));
        expect(lines).toBe(new TextDecoder().decode(bytes).split(/\n(?!$)/).length - (bytes.length === 0 ? 1 : 0));
      }),
      runsOf(2000),
    );
  });

  test('however the bytes come, and by a search only those that it finds, with the edges of the others', () => {
    const earliest = (times: readonly Time[]): Time | undefined =>
      times.find(({ ms }) => times.every((one) => one.ms >= ms));
    const latest = (times: readonly Time[]): Time | undefined =>
      times.findLast(({ ms }) => times.every((one) => one.ms <= ms));
    fc.assert(
      fc.property(file, cuts, (bytes, places) => {
        const all = cut(bytes, [], null);
        expect(cut(bytes, within(places, bytes), null)).toEqual(all);
        const found = cut(bytes, within(places, bytes), ['zoom', '&#1']);
        const isFound = ({ text }: Piece): boolean => /zoom|&#1/i.test(text) || framing.skim!.isOdd(text);
        expect(found.pieces).toEqual(all.pieces.filter(isFound));
        expect([found.lines, found.note]).toEqual([all.lines, all.note]);
        const told = found.times.flatMap((one) => one ?? []);
        const passed = all.pieces
          .filter((piece) => !isFound(piece))
          .flatMap(
            ({ text }) => isoTime(/<TimeCreated\s[^>]{0,20}SystemTime=["']([^"']*)/.exec(text)?.[1] ?? '', 'utc') ?? [],
          );
        for (const basis of ['utc', 'offset']) {
          const [of, from] = [told, passed].map((times) => times.filter((one) => one.basis === basis));
          expect([earliest(of!), latest(of!)]).toEqual([earliest(from!), latest(from!)]);
        }
      }),
      runsOf(2000),
    );
  });

  test('larger than 1 MiB are skipped, wherever the bytes are cut', () => {
    const long = (size: number): string => `<Event>${'x'.repeat(size - '<Event></Event>'.length)}</Event>`;
    const bytes = new TextEncoder().encode(
      `${long(1 << 20)}\n${long((1 << 20) + 1)}\n<Event>é</Event><Event>b</Event>`,
    );
    const all = cut(bytes, [], null);
    expect(all.pieces.map(({ line, indent, text }) => [line, indent, text.length])).toEqual([
      [1, undefined, 1 << 20],
      [3, undefined, 16],
      [3, 16, 16],
    ]);
    expect(all.note).toBe('1 events larger than 1 MiB, skipped');
    for (const step of [65_536, 100_000, 1_048_577])
      expect(
        cut(
          bytes,
          Array.from({ length: Math.floor(bytes.length / step) }, (_, at) => at * step),
          null,
        ),
      ).toEqual(all);
  });
});

test('a word is found where it stands first', () => {
  const text = fc.array(fc.constantFrom('a', 'b', 'ab', 'aab'), { maxLength: 40 }).map((parts) => parts.join(''));
  fc.assert(
    fc.property(text, fc.constantFrom('a', 'ab', 'aab', 'abab', 'bb'), fc.nat(20), (where, word, from) => {
      const bytes = new TextEncoder().encode(where);
      expect(finderOf(word)(bytes, from, bytes.length)).toBe(from > where.length ? -1 : where.indexOf(word, from));
    }),
    runsOf(1000),
  );
});

/** Events of a device that starts with or without a problem; digits as they stand elsewhere in others. */
test('numbers are found where a value begins with them, however it is laid out', () => {
  const blank = fc.constantFrom('', '', '', ' ', '\n', '\r\n\t');
  const event = fc
    .tuple(fc.constantFrom(410, 411, 4100, 200), fc.constantFrom('', ' Qualifiers="0"'), blank, fc.constantFrom(0, 10))
    .map(
      ([id, attribute, pad, problem]) =>
        `<Event><System><Provider Name="Microsoft-Windows-Kernel-PnP"/><EventID${attribute}>${pad}${id}${pad}</EventID><TimeCreated SystemTime="2025-05-14T07:08:09.4104110Z"/><EventRecordID>7${id}</EventRecordID></System><EventData><Data Name="DeviceInstanceId">USB\\VID_1234&amp;PID_ABCD\\0001</Data><Data Name="ClassGuid">{36fc9e60-c465-11cf-8056-444553540000}</Data><Data Name="Problem">0x${problem.toString(16)}</Data></EventData></Event>\n`,
    );
  fc.assert(
    fc.property(fc.array(event, { minLength: 1, maxLength: 20 }), (events) => {
      const read = (everyPiece: boolean) => {
        const pipe = openSource(knowledge, 'events.xml', { everyPiece });
        pipe.push(new TextEncoder().encode(events.join('')));
        return pipe.end();
      };
      const found = read(false);
      expect(found).toEqual(read(true));
      const shown = events.filter((one) => /410<|411<|41[01]\s/.test(one) && !/>\s*4100/.test(one)).length;
      const told = found.findings.reduce((sum, { count }) => sum + count, 0);
      expect(told).toBeLessThanOrEqual(shown);
      for (const one of events)
        if (/ID[^<>]*>\s*411\s*</.test(one) && one.includes('0xa')) expect(told).toBeGreaterThan(0);
    }),
    runsOf(200),
  );
});
