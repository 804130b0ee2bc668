/** Events are read without a parser of XML as with one, or left to it. */
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { facts, failures } from '@zoomlog/parser';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parsedElement } from '../../packages/parser/src/reading/framings/xml-entry.ts';
import { readPlainEvent } from '../../packages/parser/src/reading/framings/xml-plain.ts';
import { root } from '../helpers/places.ts';
import { runsOf } from '../helpers/runs.ts';

const eventsIn = (text: string): string[] => text.match(/<Event[\s>][\s\S]*?<\/Event>/g) ?? [];

const textOf = (bytes: Buffer): string => bytes.toString(bytes[0] === 0xff ? 'utf16le' : 'utf8');

const events = [
  ...new Set([
    ...[...failures, ...facts].flatMap(({ match, misses = [] }) => [
      ...match.flatMap(({ hits }) => hits.flatMap(eventsIn)),
      ...misses.flatMap(({ text }) => eventsIn(text)),
    ]),
    ...globSync('fixtures/**/*events*.xml', { cwd: root }).flatMap((file) =>
      eventsIn(textOf(readFileSync(join(root, file)))),
    ),
  ]),
];

const expectSame = (text: string): void => {
  const plain = readPlainEvent(text);
  if (plain === null) return;
  const parsed = parsedElement(text);
  expect([...plain.fields]).toEqual(parsed && [...parsed.fields]);
  expect(plain.stamp).toBe(parsed!.stamp);
};

test('events that are known', () => {
  for (const event of events) expectSame(event);
  const plain = events.filter((event) => readPlainEvent(event) !== null);
  expect(plain.length).toBeGreaterThan(events.length / 2);
});

test('whatever is changed in them', () => {
  const bits = fc.constantFrom(
    ...[
      '<',
      '>',
      '/',
      '"',
      "'",
      '=',
      ' ',
      '\n',
      '\t',
      '\r',
      '&',
      '&amp;',
      '&lt;',
      '&quot;',
      '&x;',
      '&#13;&#10;',
      ' &#9;',
      '&#65;',
      ']]>',
      '<!--x-->',
      '<![CDATA[x]]>',
    ],
    ...['<Data>', '</Data>', '<Data/>', '<Data />', "<Data Name=''>", '<Data Name="a">', '<b>', '</b>', '<UserData>'],
    ...["<Provider Name=''/>", "<Execution ProcessID=' 7 '/>", '<EventID>', '</EventID>', '</Event>', ' Name="b"'],
    ...['\0', '\x7f', 'é', '\u00a0', '\ufeff', '\uffff', '😀', '\ud800', '1', '0', ':', '-', 'x'],
  );
  const change = fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.nat(4), bits);
  fc.assert(
    fc.property(
      fc.constantFrom(...events),
      fc.array(change, { minLength: 1, maxLength: 3 }),
      fc.boolean(),
      (event, changes, atTags) => {
        let text = event;
        for (const [where, dropped, bit] of changes) {
          let at = 6 + Math.floor(where * (text.length - 6));
          if (atTags) at = Math.max(6, text.indexOf('<', at));
          text = text.slice(0, at) + bit + text.slice(at + (atTags ? 0 : dropped));
        }
        expectSame(text);
      },
    ),
    runsOf(5000),
  );
});
