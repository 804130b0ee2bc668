/**
 * Binary event logs (EVTX) are read like the same events as XML, and as another program reads them; what is damaged costs no
 * more than itself. The logs are made by tests/helpers/event-log.ts, events that are known by the declarations and fixtures.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { globSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  type Entry,
  facts,
  failures,
  judge,
  knowledge,
  openSource,
  type Report,
  type SourceFindings,
} from '@zoomlog/parser';
import { linesIn, openLines } from '@zoomlog/parser/node';
import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { openTranscoder } from '../../packages/parser/src/reading/decode.ts';
import { sketchLiterals } from '../../packages/parser/src/reading/evtx/sketch.ts';
import { compileLiterals, findLines } from '../../packages/parser/src/reading/search.ts';
import { branchingEventLog, cyclicEventLog, eventLogOf } from '../helpers/event-log.ts';
import { root } from '../helpers/places.ts';
import { runsOf } from '../helpers/runs.ts';

const eventsIn = (text: string): string[] => text.match(/<Event[\s>][\s\S]*?<\/Event>/g) ?? [];

/** PowerShell writes UTF-16. */
const textOf = (bytes: Buffer): string => bytes.toString(bytes[0] === 0xff ? 'utf16le' : 'utf8');

const files = globSync('fixtures/{*/evidence,healthy/evidence/windows,commands/windows/*}/*events*.xml', { cwd: root });
const declared = [...failures, ...facts].flatMap(({ match, misses = [] }) => [
  ...match.filter(({ formats }) => formats.includes('windows-events')).flatMap(({ hits }) => hits.flatMap(eventsIn)),
  ...misses.flatMap(({ text }) => eventsIn(text)),
]);
/** A set of events for each fixture, and one of all that a declaration shows. */
const logs = [
  ...files.map((file) => [file, eventsIn(textOf(readFileSync(join(root, file))))] as const),
  ['every declared event', [...new Set(declared)]] as const,
].filter(([, events]) => events.length > 0);

function read(bytes: Uint8Array, onEntry?: (entry: Entry) => void): SourceFindings {
  const pipe = openSource(knowledge, 'events', onEntry ? { onEntry, everyPiece: true } : {});
  for (let at = 0; at < bytes.length; at += 100_000) pipe.push(bytes.subarray(at, at + 100_000));
  return pipe.end();
}

/** What was found, wherever on its line. */
const told = ({ findings }: SourceFindings) =>
  findings.map(({ kind, id, count, subject, code, computer, attempts }) => ({
    kind,
    id,
    count,
    subject,
    code,
    computer,
    places: attempts.map(({ first }) => [first.line, first.time]),
  }));
const reportOf = (source: SourceFindings): Report => judge(knowledge, [source], { version: 'test' });
/** Fields of each event, without their places. */
function entriesOf(bytes: Uint8Array): object[] {
  const entries: object[] = [];
  read(bytes, ({ time, fields }) => {
    entries.push({
      time,
      fields: [...fields].map(([key, values]) => [key, values.map(({ value }) => String(value).trim())]),
    });
  });
  return entries;
}

/** In one line each, as the binary log gives them. */
const asXml = (events: readonly string[]): Buffer =>
  Buffer.from(events.map((event) => `${event.replaceAll(/\s*\n\s*/g, ' ')}\n`).join(''));

describe.each(logs)('%s', (_, events) => {
  const binary = read(eventLogOf(events));
  const xml = read(asXml(events));

  test('the same is found, on the same record', () => {
    expect(binary).toMatchObject({ state: 'read', format: 'windows-events', complete: true, lines: events.length });
    expect(told(binary)).toEqual(told(xml));
  });

  test('the same is concluded', () => {
    const concluded = ({ diagnoses, verdicts, machines }: Report) => ({
      diagnoses: diagnoses.map(({ failure, confidence, subject, count }) => ({ failure, confidence, subject, count })),
      verdicts: verdicts.map(({ class: name, state }) => ({ name, state })),
      machines: machines.map(({ name, os }) => ({ name, os })),
    });
    expect(concluded(reportOf(binary))).toEqual(concluded(reportOf(xml)));
  });
});

const folder = mkdtempSync(join(tmpdir(), 'zoomlog-events-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const hasReader = spawnSync('evtxexport', ['-V']).status === 0;
if (!hasReader)
  console.warn('evtxexport (libevtx-utils) is not installed: no other program reads the event logs of these tests');

describe.skipIf(!hasReader)('another program (evtxexport)', () => {
  test.each(logs)('reads the same ids, times and fields: %s', (name, all) => {
    // It refuses an event with an attribute of no text.
    const events = all.filter((one) => !/=(?:""|'')/.test(one));
    const log = join(folder, `${name.replaceAll(/\W/g, '-')}.evtx`);
    writeFileSync(log, eventLogOf(events));
    const exported = execFileSync('evtxexport', ['-f', 'xml', log], { encoding: 'utf8', maxBuffer: 1 << 28 });
    // It writes nanoseconds, of which the log has hundreds, and GUIDs in capitals.
    const likeWindows = exported
      .replaceAll(/(\.\d{7})00Z/g, '$1Z')
      .replaceAll(/\{[\dA-F]{8}(?:-[\dA-F]{4}){3}-[\dA-F]{12}\}/g, (guid) => guid.toLowerCase());
    const theirs = entriesOf(asXml(eventsIn(likeWindows)));
    expect(theirs).toHaveLength(events.length);
    expect(entriesOf(eventLogOf(events))).toEqual(theirs);
  });
});

const [, some] = logs.toSorted(([, a], [, b]) => a.length - b.length)[0]!;
const event = (id: number, data: string): string =>
  `<Event xmlns="http://schemas.microsoft.com/win/2004/08/events/event"><System><Provider Name="Microsoft-Windows-Security-Auditing" Guid="{54849625-5478-4994-a5ba-3e3b0328c30d}"/><EventID>${id}</EventID><Keywords>0x8010000000000000</Keywords><TimeCreated SystemTime="2025-05-14T07:08:09.1234567Z"/><EventRecordID>9007199254740995</EventRecordID><Computer>DESK-7</Computer></System><EventData>${data}</EventData></Event>`;
const drop = event(
  5157,
  '<Data Name="Application">\\device\\harddiskvolume3\\program files\\zoom\\bin\\zoom.exe</Data><Data Name="Direction">%%14593</Data><Data Name="DestAddress">203.0.113.9</Data><Data Name="DestPort">8801</Data><Data Name="Protocol">17</Data>',
);
const other = event(
  4624,
  '<Data Name="TargetUserName">SYSTEM</Data><Data Name="Lines">one&#13;&#10;two &lt;b&gt; &amp;</Data>',
);

test('64-bit numbers and times are exact, and an event is one line', () => {
  let text = '';
  read(eventLogOf([other, drop]), ({ pieces }) => {
    text += `${pieces.map((piece) => piece.text).join('|')}\n`;
  });
  expect(text.split('\n')).toHaveLength(3);
  expect(text).toContain('<EventRecordID>9007199254740995</EventRecordID>');
  expect(text).toContain('SystemTime="2025-05-14T07:08:09.1234567Z"');
  expect(text).toContain('<Data Name="Lines">one&#13;&#10;two &lt;b&gt; &amp;</Data>');
});

test('of a log that wrote over its oldest records, the earliest and the latest time', () => {
  const at = (time: string) => other.replace('2025-05-14T07:08:09.1234567Z', time);
  const source = read(
    eventLogOf([
      at('2025-05-15T07:00:00.0000000Z'),
      at('2025-05-13T07:00:00.0000000Z'),
      at('2025-05-14T07:00:00.0000000Z'),
    ]),
  );
  expect([source.first?.text, source.last?.text]).toEqual([
    '2025-05-13T07:00:00.0000000Z',
    '2025-05-15T07:00:00.0000000Z',
  ]);
});

test('its lines are its records, wherever they are asked for', async () => {
  const log = join(folder, 'lines.evtx');
  writeFileSync(log, eventLogOf([other, drop, other]));
  const source = await openLines(log);
  const [line] = await source.read(2, 2);
  await source.close();
  expect(line).toContain('<EventID>5157</EventID>');
  expect(await linesIn(eventLogOf([other, drop])).read(2, 5)).toEqual([line]);
});

test('an event that holds nothing known is only dated', () => {
  const events = Array.from({ length: 400 }, (_, at) => (at % 100 === 7 ? drop : other));
  const source = read(eventLogOf(events));
  const all = read(eventLogOf(events), () => {});
  expect(source).toMatchObject({ lines: 400, complete: true, first: all.first, last: all.last });
  expect(told(source)).toEqual(told(all));
  expect(source.findings.map(({ id, count }) => [id, count])).toEqual([['local-firewall-drop', 4]]);
  const lines = (wanted: string): string[] => {
    const log = openTranscoder('evtx', findLines.bind(null, compileLiterals([wanted])));
    return new TextDecoder().decode(Buffer.concat([log.push(eventLogOf(events.slice(0, 10))), log.end()])).split('\n');
  };
  // The first one tells whose log it is.
  expect(lines('nowhere').filter((line) => line.includes('EventData'))).toHaveLength(1);
  expect(lines('zoom.exe').filter((line) => line.includes('EventData'))).toHaveLength(2);
  expect(lines('TargetUserName').filter((line) => line.includes('EventData'))).toHaveLength(9);
  expect(lines('nowhere')[5]).toBe(
    '<Event><System><TimeCreated SystemTime="2025-05-14T07:08:09.1234567Z"/></System></Event>',
  );
});

test('of the events of a chunk that are only dated, the earliest and the latest are', () => {
  const times = [5, 3, 7, 1, 9, 4].map((minute) => `2025-05-14T07:0${minute}:00.0000000Z`);
  const bytes = eventLogOf(times.map((time) => other.replace('2025-05-14T07:08:09.1234567Z', time)));
  const log = openTranscoder('evtx', findLines.bind(null, compileLiterals(['nowhere'])));
  const lines = new TextDecoder().decode(Buffer.concat([log.push(bytes), log.end()])).split('\n');
  expect(lines.map((line) => /SystemTime="([^"]+)/.exec(line)?.[1] ?? '')).toEqual(
    ['', '', '', '', '', '', ''].map((_, at) => ([0, 3, 4].includes(at) ? times[at] : '')),
  );
  expect(read(bytes)).toMatchObject({ lines: 6, first: { text: times[3] }, last: { text: times[4] } });
});

test('digits in the time of an event that is only dated are no sign of anything', () => {
  const digits = knowledge
    .literals(knowledge.formatById.get('windows-events')!)
    .literals.filter((one) => /^\d{3,7}$/.test(one));
  for (const one of digits) {
    const stamp = `2025-05-14T07:08:09.${one.padEnd(7, '0')}Z`;
    const dated = other.replace('2025-05-14T07:08:09.1234567Z', stamp);
    expect(read(eventLogOf([drop, dated, drop]))).toMatchObject({ lines: 3, complete: true, note: null });
  }
});

test('whatever stands in the text of an event is found in its record', () => {
  const samples = [...new Set(declared)];
  const written = new TextDecoder().decode(openTranscoder('evtx').push(eventLogOf(samples))).split('\n');
  const bytes = eventLogOf([other, ...samples]);
  fc.assert(
    fc.property(fc.nat(samples.length - 1), fc.nat(3000), fc.integer({ min: 1, max: 24 }), (which, from, length) => {
      const text = written[which]!;
      const literal = text.slice(from % text.length, (from % text.length) + length);
      // Nobody looks for a part of an entity.
      if (/^#?\w{1,5};/.test(literal)) return;
      const literals = sketchLiterals([literal]);
      // Nobody looks for what makes up a time.
      if (literals === null || /\d{4}-\d\d-\d\dT[^"]*/.exec(text)![0].includes(literals[0]!)) return;
      const log = openTranscoder('evtx', findLines.bind(null, compileLiterals(literals)));
      const lines = new TextDecoder().decode(Buffer.concat([log.push(bytes), log.end()])).split('\n');
      expect(lines[which + 1]).toBe(text);
    }),
    runsOf(2000),
  );
});

describe('damage costs no more than itself', () => {
  const many = Array.from({ length: 600 }, (_, at) => (at % 3 === 0 ? drop : other));
  const whole = eventLogOf(many);
  const count = (bytes: Uint8Array): number =>
    read(bytes).findings.find(({ id }) => id === 'local-firewall-drop')!.count;
  const damaged = (change: (bytes: Buffer) => void, bytes = whole): Buffer => {
    const copy = Buffer.from(bytes);
    change(copy);
    return copy;
  };

  test('a record', () => {
    const bytes = damaged((copy) => copy.fill(0xee, 4096 + 512 + 24, 4096 + 512 + 60));
    expect(count(bytes)).toBeGreaterThan(150);
    expect(read(bytes)).toMatchObject({
      complete: false,
      note: expect.stringMatching(/^\d+ records? (?:is|are) damaged$/),
    });
  });
  test("a chunk's header", () => {
    const bytes = damaged((copy) => copy.fill(0, 4096, 4096 + 512));
    expect(count(bytes)).toBe(count(whole));
    expect(read(bytes).note ?? '').not.toContain('missing');
  });
  test('the bytes of a chunk', () => {
    const bytes = damaged((copy) => copy.fill(0x55, 4096 + 65_536, 4096 + 131_072));
    expect(count(bytes)).toBeGreaterThan(0);
    expect(read(bytes)).toMatchObject({ complete: false, note: expect.stringContaining('damaged') });
  });
  test('the end of the file', () => {
    const bytes = whole.subarray(0, 4096 + 65_536 + 30_000);
    expect(count(bytes)).toBeGreaterThan(0);
    expect(read(bytes)).toMatchObject({ complete: false, note: expect.stringContaining('truncated') });
  });
  test('whole chunks at the end', () => {
    const cut = whole.subarray(0, 4096 + 65_536);
    const { lines } = read(cut);
    expect(read(cut)).toMatchObject({ complete: false, note: `${600 - lines} records are missing; truncated` });
    // Its header says less than it holds.
    const dirty = eventLogOf(many, { isDirty: true }).subarray(0, 4096 + 65_536);
    expect(read(dirty)).toMatchObject({ complete: true, note: null });
  });
  test('a chunk in the middle', () => {
    const bytes = damaged((copy) => copy.fill(0, 4096 + 65_536, 4096 + 131_072));
    const { lines } = read(bytes);
    expect(read(bytes)).toMatchObject({ complete: false, note: `${600 - lines} records are missing` });
  });
  test('a record that its chunk has skipped', () => {
    const two = eventLogOf([drop, other, drop]);
    const size = two.readUInt32LE(4096 + 512 + 4);
    const bytes = damaged((copy) => {
      const next = 4096 + 512 + size;
      const long = size + copy.readUInt32LE(next + 4);
      copy.writeUInt32LE(long, 4096 + 512 + 4);
      copy.writeUInt32LE(long, 4096 + 512 + long - 4);
    }, two);
    expect(read(bytes)).toMatchObject({ lines: 2, complete: false, note: '1 record is missing' });
  });
  test('a log without events, and one that began anew, lack none', () => {
    const empty = eventLogOf([]);
    expect(read(empty)).toMatchObject({ lines: 0, complete: true, note: null });
    const chunk = 65_536;
    const parts = [whole.subarray(4096, 4096 + chunk), whole.subarray(4096 + chunk, 4096 + 2 * chunk)];
    const header = Buffer.from(whole.subarray(0, 4096));
    const last = Number(parts[1]!.readBigUInt64LE(16));
    // The oldest chunk lies second; what was in the first place before is overwritten.
    const older = Buffer.from(parts[0]!);
    const newer = Buffer.from(parts[1]!);
    header.writeBigUInt64LE(1n, 8);
    header.writeBigUInt64LE(0n, 16);
    header.writeBigUInt64LE(BigInt(last + 1), 24);
    header.writeUInt16LE(2, 42);
    expect(read(Buffer.concat([header, newer, older]))).toMatchObject({ complete: true, note: null });
  });
  test('a log that Windows still writes is whole as far as it goes', () => {
    const bytes = eventLogOf(many, { isDirty: true });
    expect([count(bytes), read(bytes).note]).toEqual([count(whole), null]);
    const cut = read(bytes.subarray(0, 4096 + 65_536 + 30_000));
    expect(cut.note).toContain('copied while Windows wrote it');
  });
  test('a template that holds itself', () => {
    const source = read(cyclicEventLog(drop));
    expect(source).toMatchObject({ complete: false, note: '1 record is damaged' });
    expect(source.findings.map(({ id }) => id)).toEqual(['local-firewall-drop']);
  });
  test('templates in each other that would take for ever', () => {
    for (const onEntry of [undefined, () => {}]) {
      const source = read(branchingEventLog(drop, 28), onEntry);
      expect(source).toMatchObject({ complete: false, note: '1 record is damaged' });
      expect(source.findings.map(({ id }) => id)).toEqual(['local-firewall-drop']);
    }
  });
  test('only a header', () => {
    expect(read(whole.subarray(0, 4096))).toMatchObject({
      state: 'read',
      format: 'windows-events',
      lines: 0,
      complete: false,
      note: '600 records are missing; truncated',
    });
    expect(read(eventLogOf([other, drop], { isDirty: true }).subarray(0, 4096)).complete).toBe(true);
    expect(read(whole.subarray(0, 100))).toMatchObject({ complete: false, note: 'truncated' });
  });

  test('whatever is changed: no throw, and never more events than there were', () => {
    const small = eventLogOf([drop, other, drop]);
    const used = 4096 + new DataView(small.buffer, small.byteOffset + 4096).getUint32(48, true);
    const change = fc.record({ at: fc.integer({ min: 8, max: used }), byte: fc.integer({ min: 0, max: 255 }) });
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 12 }), fc.nat(used + 5000), (changes, cut) => {
        const bytes = Buffer.from(small.subarray(0, cut % 3 === 0 ? cut : small.length));
        for (const { at, byte } of changes) if (at < bytes.length) bytes[at] = byte;
        const source = read(bytes);
        expect(source.note ?? '').not.toContain('internal');
        expect(source.lines).toBeLessThanOrEqual(8);
      }),
      runsOf(10_000),
    );
  });
});

test('however the bytes arrive, the same is found', () => {
  const bytes = eventLogOf(some);
  fc.assert(
    fc.property(fc.array(fc.nat(bytes.length), { maxLength: 6 }), (cuts) => {
      const pipe = openSource(knowledge, 'events');
      let from = 0;
      for (const cut of [...cuts, bytes.length].sort((a, b) => a - b)) {
        pipe.push(bytes.subarray(from, cut));
        from = cut;
      }
      expect(told(pipe.end())).toEqual(told(read(bytes)));
    }),
    runsOf(400),
  );
});
