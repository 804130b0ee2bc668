/** One large JSON document: how it falls into pieces, and that nothing is missed in what is not read whole. */
import { failures, formats, knowledge, openSource } from '@zoomlog/parser';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { hitsOf } from '../../packages/parser/src/define.ts';
import { glanceAt, lookAt } from '../../packages/parser/src/knowledge/wordings/netlog-event.ts';
import { newCarry } from '../../packages/parser/src/reading/carry.ts';
import { fieldNumber, fieldText } from '../../packages/parser/src/reading/entry.ts';
import { json } from '../../packages/parser/src/reading/framings/json.ts';
import { parseObject, readJson } from '../../packages/parser/src/reading/framings/json-lines.ts';
import { truncated } from '../../packages/parser/src/reading/notes.ts';
import { runsOf } from '../helpers/runs.ts';

const runs = runsOf(1000);
const encoder = new TextEncoder();

interface Piece {
  readonly line: number;
  readonly text: string;
  readonly indent?: number;
  readonly keys?: number;
  readonly mostValues?: number;
}

function cut(bytes: Uint8Array, cuts: readonly number[], elements: readonly string[], mayBeEmpty = false) {
  const pieces: Piece[] = [];
  const cutter = json({ elements, mayBeEmpty }).cut((piece) => pieces.push(piece), null);
  let from = 0;
  for (const at of [...cuts.map((one) => one % (bytes.length + 1)), bytes.length].sort((a, b) => a - b)) {
    cutter.push(bytes.slice(from, at));
    from = at;
  }
  return { pieces, ...cutter.end() };
}

const broken = 'the document is not valid JSON, as if edited or damaged';

const cutText = (text: string, elements: readonly string[] = ['events']) => cut(encoder.encode(text), [], elements);

const leaves = (one: unknown): number =>
  typeof one === 'object' && one !== null
    ? Object.values(one).reduce<number>((sum, inner) => sum + leaves(inner), 0)
    : 1;

const word = fc.constantFrom('a', 'events', '', 'é', '日本', '😀', 'x\ny', 'q"', '\\', '}', '{', '[', ',', ':');
const value = fc.letrec((tie) => ({
  any: fc.oneof(
    { depthSize: 'small' },
    word,
    fc.constantFrom<unknown>(1, -2.5e3, null, true),
    fc.array(tie('any'), { maxLength: 3 }),
    fc.dictionary(word, tie('any'), { maxKeys: 3 }),
  ),
})).any;
const element = fc.dictionary(word, value, { maxKeys: 4 });
const space = fc.constantFrom(0, 1, 2);
const cuts = fc.array(fc.nat(10_000), { maxLength: 6 });

describe('a JSON document', () => {
  test('gives each element, where it stands, with the number of its keys', () => {
    fc.assert(
      fc.property(element, fc.array(element, { maxLength: 5 }), space, cuts, (first, items, indent, where) => {
        const text = JSON.stringify({ first, items }, null, indent);
        const lines = text.split('\n');
        const { pieces, note } = cut(encoder.encode(text), where, ['items']);
        expect(note).toBeNull();
        expect(pieces.map((piece) => JSON.parse(piece.text))).toEqual([first, ...items].map((one) => ({ ...one })));
        for (const piece of pieces) {
          expect(piece.keys).toBe(Object.keys(JSON.parse(piece.text)).length);
          expect(piece.mostValues).toBeGreaterThanOrEqual(leaves(JSON.parse(piece.text)));
          const below = lines.slice(piece.line - 1).join('\n');
          expect(below.slice(piece.indent ?? 0).startsWith(piece.text)).toBe(true);
        }
      }),
      runs,
    );
  });

  test('any bytes, in any split, give the same', () => {
    const damage = fc.constantFrom([], [0x22], [0x5c], [0x0a], [0x7d], [0xc3], [0xe2, 0x82], [0xf0, 0x9f], [0xff]);
    const damages = fc.array(fc.tuple(fc.nat(10_000), damage, fc.nat(2)), { maxLength: 3 });
    const names = fc.constantFrom(['events'], [''], ['events', '']);
    fc.assert(
      fc.property(value, space, damages, cuts, names, (one, indent, where, at, elements) => {
        let bytes = [...encoder.encode(JSON.stringify({ a: one, events: [one, { one }] }, null, indent))];
        for (const [place, inserted, left] of where) bytes = bytes.toSpliced(place % bytes.length, left, ...inserted);
        const whole = cut(Uint8Array.from(bytes), [], elements);
        expect(cut(Uint8Array.from(bytes), at, elements)).toEqual(whole);
        // Lines and columns are those of the text as it is shown.
        const lines = new TextDecoder('utf-8', { ignoreBOM: true }).decode(Uint8Array.from(bytes)).split('\n');
        for (const { line, indent: column = 0, text } of whole.pieces)
          expect(lines[line - 1]!.slice(column).startsWith(text.split('\n')[0]!)).toBe(true);
      }),
      runs,
    );
  });

  test.each([
    ['{"events":[{"a":1},{"b":2}', [{ a: 1 }, { b: 2 }], truncated],
    ['{"events":[{"a":1},]}', [{ a: 1 }], broken],
    ['{"events":[{"a":1}{"b":2}]}', [{ a: 1 }, { b: 2 }], broken],
    ['{"events":[{"a":1}],"b":[}', [{ a: 1 }], `${truncated}; ${broken}`],
    ['{"events":[]}', [], 'no whole object in it'],
    ['{"log":{"events":[{"a":"}\\"]"}]}}', [{ a: '}"]' }], null],
  ])('%s', (text, pieces, note) => {
    const told = cutText(text);
    expect(told.pieces.map((piece) => JSON.parse(piece.text))).toEqual(pieces);
    expect(told.note).toBe(note);
  });

  test('an array without an element lacks nothing where that may be', () => {
    expect(cut(encoder.encode('{"items":[]}'), [], ['items'], true).note).toBeNull();
    expect(cut(encoder.encode('{"items":['), [], ['items'], true).note).not.toBeNull();
  });
});

const host = fc.constantFrom('us04web.zoom.us', 'ZOOM.us', 'z\\u006fom.us', 'www.example.com');
const params = fc.constantFrom(
  '',
  '"params":{},',
  '"params":{"net_error":-105,"url":"https://HOST/j/1"},',
  '"params":{"n\\u0065t_error":-118,"host":"HOST"},',
  '"params":{"NET_ERROR":-102,"net_error":"x","url":"https://HOST/j/1"},',
  '"params":{"net_error":[-101,null],"url":"https://HOST/j/1"},',
  '"params":{"a":{"net_error":-101},"url":"https://HOST/j/1"},',
  '"params":[{"net_error":-101}],',
  `"params":{"ids":[${'1,'.repeat(60)}1],"more":{${Array.from({ length: 350 }, (_, i) => `"k${i}":1`)}},"net_error":-7,"url":"https://HOST/j/1"},`,
  `"params":{${Array.from({ length: 500 }, (_, i) => `"k${i}":1`)}},`,
  '"params":{"headers":["HTTP/1.1 503 No"],"url":"https://HOST/j/1"},',
);
const event = fc
  .tuple(
    params,
    fc.constantFrom(
      '',
      '"Type":2,',
      '"type":139,',
      '"source.id":9,',
      '"event":"REQUEST_ALIVE",',
      '"params.net_error":-7,',
    ),
    fc.nat(2),
    fc.constantFrom(
      '{"id":7,"start_time":"1","type":1}',
      '{"id":"8","type":2}',
      '{"id":8,"ID":9}',
      '{"id":[7]}',
      'null',
      '7',
    ),
    fc.constantFrom('"5"', '5', '""', 'true', 'null', '1e400'),
    fc.nat(4),
    host,
  )
  .map(([inner, more, phase, source, time, type, name]) =>
    `{${inner}${more}"phase":${phase},"source":${source},"time":${time},"type":${type}}`.replaceAll('HOST', name),
  );
const constants =
  '{"constants":{"logEventTypes":{"REQUEST_ALIVE":2,"FAILED":1,"OTHER":0,"URL_REQUEST_START_JOB":3,"HTTP_TRANSACTION_READ_RESPONSE_HEADERS":4},"logSourceType":{"URL_REQUEST":1,"NETWORK_QUALITY_ESTIMATOR":2},"netError":{},"timeTickOffset":1700000000000},\n"events": [\n';

describe('an event of a NetLog', () => {
  const netlog = knowledge.formatById.get('netlog')!;
  const carry = newCarry('', null);
  carry.constants = new Map([
    ['type', new Map([0, 1, 2, 3, 4].map((number) => [number, `type ${number}`]))],
    ['source', new Map([1, 2].map((number) => [number, `source ${number}`]))],
  ]);

  test('is at one look what its fields say', () => {
    fc.assert(
      fc.property(event, (text) => {
        const { pieces } = cutText(`{"events":[${text}]}`);
        const entry = readJson(netlog, pieces[0]!)!;
        const glance = glanceAt(parseObject(text)!, pieces[0]!.mostValues!, () => entry, carry);
        const number = (key: string) => fieldNumber(entry, key);
        const [type, source] = [number('type'), number('source.type')];
        const named = {
          type: type === null ? null : `type ${type}`,
          source: source === null ? null : `source ${source}`,
        };
        expect(glance?.id ?? null).toBe(fieldText(entry, 'source.id'));
        if (glance)
          expect(glance).toEqual({
            ...named,
            id: fieldText(entry, 'source.id'),
            phase: number('phase'),
            tick: number('time'),
            hasError: number('params.net_error') !== null,
            event: fieldText(entry, 'event'),
          });
        const look = lookAt(text, pieces[0]!.keys!, carry);
        if (look && glance) expect({ ...look, hasError: false }).toEqual({ ...named, hasError: glance.hasError });
      }),
      runs,
    );
  });
});

/** Records that show nothing, whose times count. */
const record = fc
  .dictionary(
    fc.constantFrom(
      'timestamp',
      'TimeStamp',
      'Message',
      'Id',
      'EventID',
      'ProviderName',
      'MachineName',
      'TimeCreated',
      'StartedDateTime',
      'startedDateTime',
    ),
    fc.constantFrom<unknown>(
      '2025-12-24 18:00:02.5-0700',
      '2025-12-25 18:00:02.5-0700',
      '2025-12-24T18:00:02Z',
      'DESK-7',
      7,
      null,
      ['2025-12-23T18:00:02Z'],
      { value: 1 },
      Array.from({ length: 60 }, () => Array.from({ length: 9 }, () => 1)),
    ),
    { maxKeys: 8 },
  )
  .map((one) => JSON.stringify(one));

describe('what is not read whole', () => {
  const documents = formats.filter(({ framing, needs }) => framing.sifted || needs).map(({ id }) => id);
  const known = failures.flatMap((failure) =>
    failure.match.flatMap((pattern) =>
      pattern.formats.some((id) => documents.includes(id)) ? hitsOf({ match: [pattern] }) : [],
    ),
  );
  const text = fc.oneof(
    fc.array(event, { maxLength: 12 }).map((events) => `${constants}${events.join(',\n')}]}`),
    fc
      .array(fc.constantFrom(...known), { maxLength: 4 })
      .map((pieces) => `[${pieces.join(',').replace(/^\[|\]$/g, '')}]`),
    fc
      .array(fc.oneof(record, fc.constantFrom(...known)), { maxLength: 5 })
      .map((pieces) => `[${pieces.map((piece) => piece.replace(/^\[|\]$/g, '')).join(',')}]`),
    fc.constantFrom(...known),
  );

  test('shows nothing', () => {
    fc.assert(
      fc.property(text, fc.constantFrom(...documents), (sample, format) => {
        const read = (everyPiece: boolean) => {
          const pipe = openSource(knowledge, 'chrome.json', { format, everyPiece });
          pipe.push(encoder.encode(sample));
          return pipe.end();
        };
        expect(read(false)).toEqual(read(true));
      }),
      runs,
    );
  });
});
