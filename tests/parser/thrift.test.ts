/** What is kept of findings stays bounded, whatever is read: of one source, and of all together. */
import { type Finding, knowledge, openSource, type SourceFindings } from '@zoomlog/parser';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { attemptsAt, mostOfSource, openLedger, sizeOfAttempts } from '../../packages/parser/src/reading/thrift.ts';
import { runsOf } from '../helpers/runs.ts';

const sizeOf = (findings: readonly Finding[]): number =>
  findings.reduce((sum, { attempts }) => sum + sizeOfAttempts(attempts), 0);

const pad = 'x'.repeat(3000);
/** `devices` fail one after the other, two minutes apart, `rounds` times: every line is an attempt of its own. */
function kernelLog(devices: number, rounds: number): Uint8Array {
  const lines: string[] = [];
  for (let round = 0; round < rounds; round++)
    for (let device = 0; device < devices; device++) {
      const at = new Date(Date.UTC(2024, 0, 1) + (round * devices + device) * 120_000).toISOString();
      lines.push(
        `${at.slice(0, 19)}+00:00 desk kernel: usb 1-${device}-port4: unable to enumerate USB device ${pad}\n`,
      );
    }
  return new TextEncoder().encode(lines.join(''));
}

function read(bytes: Uint8Array, length = bytes.length): SourceFindings {
  const pipe = openSource(knowledge, 'var/log/kern.log');
  for (let at = 0; at < bytes.length; at += length) pipe.push(bytes.subarray(at, at + length));
  return pipe.end();
}

describe('one source', () => {
  test('keeps the first and the last attempts of each finding, as many as fit', () => {
    const [devices, rounds] = [100, 90];
    const bytes = kernelLog(devices, rounds);
    const whole = read(bytes);
    const own = whole.findings.filter(({ id }) => id === 'usb-device-lost');
    expect(own).toHaveLength(devices);
    expect(sizeOf(whole.findings)).toBeLessThanOrEqual(mostOfSource);
    for (const { count, attemptCount, attempts } of own) {
      expect([count, attemptCount]).toEqual([rounds, rounds]);
      expect(attempts).toHaveLength(2 * attemptsAt(1));
    }
    const { attempts } = own[0]!;
    expect([attempts[0]!.first.line, attempts.at(-1)!.first.line]).toEqual([1, devices * (rounds - 1) + 1]);
    expect(whole.complete).toBe(true);
    expect(read(bytes, 77_777)).toEqual(whole);
  });
});

const readSources = new Map<string, SourceFindings>();

/** A source with findings, so many attempts of each. */
const source = fc
  .record({ devices: fc.integer({ min: 1, max: 12 }), rounds: fc.integer({ min: 1, max: 12 }) })
  .map(({ devices, rounds }) => {
    const name = `${devices} × ${rounds}`;
    const known = readSources.get(name) ?? read(kernelLog(devices, rounds));
    readSources.set(name, known);
    return { ...known, [fc.toStringMethod]: () => name };
  });

describe('all sources together', () => {
  test('keep within bounds, and the same whatever their order', () => {
    fc.assert(
      fc.property(
        fc.array(source, { minLength: 1, maxLength: 6 }),
        fc.integer({ min: 20_000, max: 400_000 }),
        fc.infiniteStream(fc.nat()),
        (sources, most, random) => {
          const kept = (order: readonly SourceFindings[]) => {
            const ledger = openLedger(most);
            for (const one of order) ledger.add(one);
            return ledger;
          };
          const [first, second] = [kept(sources), kept(sources.toSorted(() => (random.next().value! % 3) - 1))];
          expect(first.thrift()).toBe(second.thrift());
          const told = (list: readonly SourceFindings[]) => new Set(list.map((one) => JSON.stringify(one)));
          expect(told(first.sources())).toEqual(told(second.sources()));
          const size = first.sources().reduce((sum, { findings }) => sum + sizeOf(findings), 0);
          // One finding of each, with its first and its last attempt.
          const least = 5_000 * sources.length;
          expect(size).toBeLessThanOrEqual(Math.max(most, least));
          for (const [at, { findings, complete }] of first.sources().entries())
            expect(complete).toBe(findings.length === sources[at]!.findings.length);
        },
      ),
      runsOf(200),
    );
  });
});
