/** What is kept from one chunk of a binary event log for the next changes nothing. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { openTranscoder } from '../../packages/parser/src/reading/decode.ts';
import { openKnownTemplates } from '../../packages/parser/src/reading/evtx/known-templates.ts';
import { openTokens } from '../../packages/parser/src/reading/evtx/tokens.ts';
import { eventLogChunks, eventLogHeader } from '../helpers/event-log.ts';
import { runsOf } from '../helpers/runs.ts';

const event = (data: string, provider = 'Example'): string =>
  `<Event xmlns="http://schemas.microsoft.com/win/2004/08/events/event"><System><Provider Name="${provider}"/><EventID>7</EventID><TimeCreated SystemTime="2025-05-14T07:08:09.1234567Z"/></System><EventData>${data}</EventData></Event>`;
const one = event('<Data Name="First">a</Data><Data Name="Other">b</Data>');
const two = event('<Data Name="Other">c</Data><Data Name="Third">d</Data>');
const three = event('<Data Name="Fifth">e</Data><Data Name="First">f</Data>');
const four = event('<Zoom Name="First">e</Zoom>');
/** The same templates and names, at other places each. */
const chunks = [
  [one, two, three],
  [event('<Data Name="Other">b</Data>', 'Longer than that'), two, one],
  [four, three, two, one],
  [one, two, three],
].map((events) => [...eventLogChunks(events)][0]!);
const used = chunks.map((chunk) => chunk.readUInt32LE(48));

function textOf(parts: readonly Uint8Array[]): string {
  const log = openTranscoder('evtx');
  const written = [eventLogHeader(parts.length, 16), ...parts].map((bytes) => Buffer.from(log.push(bytes)));
  return Buffer.concat([...written, log.end()]).toString();
}

test('a template of an earlier chunk is known again, wherever it stands', () => {
  const known = openKnownTemplates();
  const templates = new Set<unknown>();
  for (const chunk of chunks) {
    const tokens = openTokens(chunk, known);
    for (let at = 512; at < chunk.readUInt32LE(48); at += chunk.readUInt32LE(at + 4)) {
      const [instance] = tokens.parts(at + 24, at + chunk.readUInt32LE(at + 4) - 4, false, 0);
      templates.add((instance as { template: unknown }).template);
    }
  }
  // One with the names in it, and one without.
  expect(templates.size).toBe(2);
  expect(textOf(chunks).split('\n')).toHaveLength(14);
});

test('whatever is changed in them, chunks together are read as each alone', () => {
  const change = fc.record({
    chunk: fc.nat(chunks.length - 1),
    place: fc.nat(0xffff),
    byte: fc.oneof(fc.nat(255), fc.constantFrom(0x05, 0x06, 0x0c, 0x0d, 0x41)),
  });
  fc.assert(
    fc.property(fc.array(change, { minLength: 1, maxLength: 4 }), (changes) => {
      const parts = chunks.map((chunk) => Buffer.from(chunk));
      for (const { chunk, place, byte } of changes) parts[chunk]![512 + (place % (used[chunk]! - 512))] = byte;
      expect(textOf(parts)).toBe(parts.map((part) => textOf([part])).join(''));
    }),
    runsOf(6000),
  );
});
