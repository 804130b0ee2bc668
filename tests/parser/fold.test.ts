import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Match } from '../../packages/parser/src/reading/classify.ts';
import { makeEntry } from '../../packages/parser/src/reading/entry.ts';
import { openFolder } from '../../packages/parser/src/reading/fold.ts';

const word = fc.constantFrom(null, 'a', 'b');
const matches = fc.record({
  kind: fc.constantFrom<Match['kind']>('failure', 'fact'),
  id: fc.constantFrom('one', 'two'),
  layout: fc.constantFrom<Match['layout']>('captured', 'documented'),
  strength: fc.constantFrom<Match['strength']>('strong', 'proof'),
  code: word,
  subject: fc.constantFrom<Match['subject']>(null, { kind: 'host', text: 'a' }, { kind: 'host', text: 'b' }),
  computer: word,
  context: word,
  process: word,
  mark: fc.constant({ piece: 0, start: 0, end: 4 }),
  beside: fc.constant([]),
});

const entryAt = (line: number) =>
  makeEntry(
    { format: 'generic', pieces: [{ line, text: 'text' }], time: null, level: null, messageStart: 0 },
    () => new Map(),
  );

it('counts as one finding what differs in nothing but its place', () => {
  fc.assert(
    fc.property(fc.array(matches, { maxLength: 40 }), fc.nat(17), fc.nat(40), (some, thrift, at) => {
      const whole = openFolder();
      const copied = openFolder();
      const counts = new Map<string, number>();
      for (const [line, match] of some.entries()) {
        const { mark: _, beside: __, ...told } = match;
        const key = JSON.stringify(told);
        counts.set(key, (counts.get(key) ?? 0) + 1);
        whole.add(match, entryAt(line + 1), 0);
        copied.add(match, entryAt(line + 1), 0);
        // What one goes on with is nothing of the other's.
        if (line === at) copied.copy().add(match, entryAt(line + 1), 0);
      }
      const findings = whole.findings().map(({ count, attemptCount: _, attempts: __, ...told }) => [told, count]);
      expect(findings).toEqual([...counts].map(([key, count]) => [JSON.parse(key), count]));
      expect(copied.findings()).toEqual(whole.findings());
      whole.spare(thrift);
      const left = whole.findings().length;
      for (const match of some) whole.add(match, entryAt(1), 0);
      expect(whole.findings().length).toBeGreaterThanOrEqual(left);
    }),
  );
});
