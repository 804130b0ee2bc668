/**
 * Sources larger than the head by which they are told: how their bytes arrive (in pieces of any length, from a file, an
 * archive, a pipe, under a watch) changes nothing, and a log is found wherever in the first 2 MiB it begins.
 */
import { appendFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { knowledge, openSource, type SourceFindings } from '@zoomlog/parser';
import { type FollowOptions, followSources, readSources } from '@zoomlog/parser/node';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { zipOf } from '../../scripts/make-archive.ts';
import { type Sample, samples } from '../helpers/evidence.ts';
import { piped } from '../helpers/gather-sources.ts';
import { runsOf } from '../helpers/runs.ts';

const encoder = new TextEncoder();

/** What programs and people write before a log; a count makes the lines differ. */
const banners: Readonly<Record<string, (at: number) => string>> = {
  framed: () => '=== Some wrapper says hello ===',
  counted: (at) => `[collector] copying file ${at} of many`,
  dotted: () => '................................................................',
  blank: () => '',
  table: (at) => `item-${at}\tdone\t${at * 7} kB`,
  german: (at) => `— Schritt ${at}: prüfe Gerät —`,
};

const bannerOf = (name: string, size: number): string => {
  const line = banners[name]!;
  const lines: string[] = [];
  for (let at = 0, length = 0; length < size; at++) {
    lines.push(line(at));
    length += encoder.encode(line(at)).length + 1;
  }
  return lines.map((one) => `${one}\n`).join('');
};

function read(bytes: Uint8Array, cuts: readonly number[] = [], path = 'evidence/sample.log'): SourceFindings {
  const pipe = openSource(knowledge, path);
  let from = 0;
  for (const cut of [...cuts, bytes.length].sort((a, b) => a - b)) {
    pipe.push(bytes.subarray(from, cut));
    from = cut;
  }
  return pipe.end();
}

/** Logs of lines with heads, which a banner does not make another file. */
const logs = samples.filter(({ source: { format } }) => {
  const { head, framing } = knowledge.formatById.get(format ?? '') ?? {};
  return format !== 'generic' && head !== undefined && framing?.searched;
});
/** Below the head's 64 KiB, about it, above it, and above what a file is read in at once. */
const sizes = fc.oneof(
  { weight: 12, arbitrary: fc.constantFrom(0, 30_000, 65_000, 66_000, 90_000, 140_000) },
  { weight: 1, arbitrary: fc.constantFrom(530_000, 900_000) },
);

interface Large {
  readonly bytes: Uint8Array;
  readonly banner: string;
  readonly size: number;
  readonly sample: Sample;
}

const large: fc.Arbitrary<Large> = fc
  .record({
    banner: fc.constantFrom(...Object.keys(banners)),
    size: sizes,
    sample: fc.constantFrom(...samples),
    tail: fc.constantFrom(0, 0, 10_000, 70_000),
    times: fc.constantFrom(1, 30),
    wide: fc.boolean(),
  })
  .map(({ banner, size, sample, tail, times, wide }) => {
    const text = bannerOf(banner, size) + `${sample.text}\n`.repeat(times) + bannerOf('counted', tail);
    const bytes = wide ? new Uint8Array(Buffer.from(`\ufeff${text}`, 'utf16le')) : encoder.encode(text);
    return { bytes, banner, size, sample, [fc.toStringMethod]: () => `${size} ${banner}, ${sample.known.id}` };
  });

describe('a source of any size', () => {
  test('is read the same, however its bytes are cut', () => {
    fc.assert(
      fc.property(large, fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 6 }), ({ bytes }, parts) => {
        const whole = read(bytes);
        const cuts = parts.map((part) => Math.floor(part * bytes.length));
        expect(read(bytes, cuts)).toEqual(whole);
        for (const length of [1 << 16, 1 << 19])
          expect(
            read(
              bytes,
              Array.from({ length: Math.floor(bytes.length / length) }, (_, i) => i * length),
            ),
          ).toEqual(whole);
      }),
      runsOf(80),
    );
  });

  test('says so far what a source that ends there says', () => {
    fc.assert(
      fc.property(large, fc.double({ min: 0, max: 1, noNaN: true }), ({ bytes }, part) => {
        const text = Buffer.from(bytes).lastIndexOf(10, Math.floor(part * bytes.length));
        // UTF-16 has its line feeds in two bytes.
        const at = bytes[0] === 0xff ? text + 2 - (text % 2) : text + 1;
        const pipe = openSource(knowledge, 'evidence/sample.log');
        pipe.push(bytes.subarray(0, at));
        const sofar = pipe.sofar();
        const prefix = read(bytes.subarray(0, at));
        // That a record is longer than its bounds is told at the end: until then it may be the last one, which goes on.
        const isCut = / longer than 200 lines /.test(prefix.note ?? '');
        if (sofar) expect(sofar).toEqual(isCut ? { ...prefix, note: null, complete: true } : prefix);
        pipe.push(bytes.subarray(at));
        expect(pipe.end()).toEqual(read(bytes));
      }),
      runsOf(40),
    );
  });

  test('is read the same from a file, gzip, zip, a pipe, and as it grows', { timeout: 300_000 }, async () => {
    const folder = mkdtempSync(join(tmpdir(), 'zoomlog-large-'));
    try {
      await fc.assert(
        fc.asyncProperty(large, fc.double({ min: 0, max: 1, noNaN: true }), async ({ bytes }, part) => {
          const readAs = async (name: string, content: Uint8Array): Promise<SourceFindings> => {
            const path = join(folder, name);
            writeFileSync(path, content);
            return only(await readSources([path], reading));
          };
          const wanted = plainly(read(bytes));
          const zipped = zipOf([{ name: 'sample.log', data: bytes }]);
          expect(plainly(await readAs('sample.log', bytes))).toEqual(wanted);
          expect(plainly(await readAs('sample.log.gz', gzipSync(bytes)))).toEqual(wanted);
          expect(plainly(await readAs('sample.zip', zipped))).toEqual(wanted);
          const stream = await readSources(['-'], { ...reading, stdin: piped(bytes) });
          expect(plainly(only(stream))).toEqual(wanted);
          expect(plainly(await watched(join(folder, 'grows.log'), bytes, part))).toEqual(wanted);
        }),
        runsOf(40),
      );
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});

const reading = { maxSize: null, hash: false, os: null };
const only = ({ sources }: { sources: readonly SourceFindings[] }): SourceFindings => {
  expect(sources).toHaveLength(1);
  return sources[0]!;
};

/** Without what depends on where it lies. */
const plainly = ({ quoted, ...source }: SourceFindings): unknown => ({
  ...source,
  path: '',
  modified: null,
  packed: false,
  quoted: quoted.map((one) => plainly(one)),
});

const quietly: FollowOptions = {
  fromStart: true,
  os: null,
  onChange: () => {},
  onProblem: ({ message }) => expect.unreachable(message),
  onRecovery: () => {},
  onPolling: () => {},
  onEnd: () => {},
};

async function watched(path: string, bytes: Uint8Array, part: number): Promise<SourceFindings> {
  const at = Math.floor(part * bytes.length);
  writeFileSync(path, bytes.subarray(0, at));
  const following = followSources([path], quietly);
  await following.ready;
  following.sources();
  appendFileSync(path, bytes.subarray(at));
  return only({ sources: await following.close() });
}

describe('a large log', () => {
  const text = `${logs[0]!.text}\n`.repeat(20_000);

  /** Somebody who asks before the second block, and is answered when `answer` is called. */
  const someone = () => {
    const { promise, resolve } = Promise.withResolvers<void>();
    const { promise: asked, resolve: ask } = Promise.withResolvers<void>();
    let blocks = 0;
    const turn = (): Promise<void> | null => {
      blocks++;
      if (blocks < 2) return null;
      ask();
      return promise;
    };
    return { turn, asked, answer: resolve, blocks: () => blocks };
  };

  test.each(['read', 'followed'])('that is %s waits for others', async (how) => {
    const folder = mkdtempSync(join(tmpdir(), 'zoomlog-large-'));
    const path = join(folder, 'zoom_memlog_7.log');
    writeFileSync(path, text);
    const { turn, asked, answer, blocks } = someone();
    const following = how === 'read' ? null : followSources([path], { ...quietly, turn });
    const over = following?.ready ?? readSources([path], { os: null, hash: false, maxSize: null, turn });
    await asked;
    await new Promise(setImmediate);
    expect(blocks()).toBe(2);
    answer();
    const read = await over;
    expect(blocks()).toBeGreaterThan(2);
    expect(only(read ?? { sources: await following!.close() }).lines).toBe(20_000);
    rmSync(folder, { recursive: true });
  });
});

describe('a log that begins late', () => {
  test.each(Object.keys(banners))('is found below a banner: %s', (banner) => {
    fc.assert(
      fc.property(fc.constantFrom(...logs), sizes, (sample, size) => {
        const text = bannerOf(banner, size) + `${sample.text}\n`.repeat(40);
        const found = read(encoder.encode(text));
        const short = read(encoder.encode(`${sample.text}\n`.repeat(40)));
        expect([found.state, found.format]).toEqual(['read', short.format]);
        expect(found.findings.map(({ id }) => id)).toEqual(expect.arrayContaining(short.findings.map(({ id }) => id)));
      }),
      runsOf(30),
    );
  });

  test('is told as one that lies beyond 2 MiB is not', () => {
    const found = read(encoder.encode(bannerOf('framed', 3_000_000) + logs[0]!.text));
    expect([found.state, found.note]).toEqual([
      'unrecognised',
      'longer than 2 MiB: not searched for log lines to its end',
    ]);
  });
});
