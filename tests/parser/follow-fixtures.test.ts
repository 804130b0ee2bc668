/** Every fixture grows on disk, in random pieces, under a watch: in the end it says what a scan of the whole says. */
import {
  appendFileSync,
  globSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { judge, knowledge, type SourceFindings } from '@zoomlog/parser';
import { followSources, replaySources } from '@zoomlog/parser/node';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fixtures } from '../helpers/places.ts';
import { plain, scanPlainly } from '../helpers/scan-plainly.ts';

const offline = globSync('offline-join/evidence/**/zoom_memlog*.log', { cwd: fixtures })[0]!;
const files = globSync('*/evidence/**', { cwd: fixtures }).filter((path) => statSync(join(fixtures, path)).isFile());

test('scan of the finished files and watch of the growing ones agree', { timeout: 120_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 3 }), {
        minLength: files.length,
        maxLength: files.length,
      }),
      async (cuts) => {
        const folder = mkdtempSync(join(tmpdir(), 'zoomlog-grow-'));
        const following = followSources([folder], {
          fromStart: true,
          os: null,
          onChange: () => {},
          onProblem: ({ path, message }) => expect.unreachable(`${path}: ${message}`),
          onRecovery: () => {},
          onPolling: () => {},
          onEnd: () => {},
        });
        try {
          await following.ready;
          const pieces = files.map((file, at) => {
            const bytes = readFileSync(join(fixtures, file));
            const ends = [...cuts[at]!.map((cut) => Math.floor(cut * bytes.length)), bytes.length].sort(
              (a, b) => a - b,
            );
            return ends.map((end, k) => bytes.subarray(ends[k - 1] ?? 0, end));
          });
          for (let round = 0; round < 4; round++) {
            files.forEach((file, at) => {
              const piece = pieces[at]![round];
              mkdirSync(dirname(join(folder, file)), { recursive: true });
              if (piece) appendFileSync(join(folder, file), piece);
            });
            await new Promise((resolve) => setTimeout(resolve, 200));
          }
          const wanted = (await scanPlainly([folder])).report;
          const inOrder = (sources: readonly SourceFindings[]): SourceFindings[] => {
            const order = new Map(wanted.sources.map(({ path }, at) => [path, at]));
            return [...sources].sort((a, b) => (order.get(a.path) ?? 0) - (order.get(b.path) ?? 0));
          };
          const until = Date.now() + 20_000;
          while (following.sources().length < wanted.sources.length && Date.now() < until)
            await new Promise((resolve) => setTimeout(resolve, 50));
          const sources = inOrder(await following.close());
          expect(sources.map(({ path }) => path)).toEqual(wanted.sources.map(({ path }) => path));
          const { diagnoses, verdicts } = judge(knowledge, sources, { ...plain, given: [folder] });
          expect(diagnoses.length).toBeGreaterThan(10);
          expect(diagnoses).toEqual(wanted.diagnoses);
          expect(verdicts).toEqual(wanted.verdicts);
        } finally {
          await following.close();
          rmSync(folder, { recursive: true, force: true });
        }
      },
    ),
    { numRuns: 3, endOnFailure: true },
  );
});

test('a replay at any speed says in the end what a scan says', { timeout: 180_000 }, async () => {
  const { promise: ended, resolve: onEnd } = Promise.withResolvers<void>();
  const steps: number[] = [];
  const following = replaySources([fixtures], {
    os: null,
    speed: 1e8,
    onChange: () => steps.push(following.sources().reduce((sum, { bytes }) => sum + bytes, 0)),
    onProblem: () => {},
    onEnd,
  });
  await ended;
  expect(steps.length).toBeGreaterThan(30);
  expect(steps).toEqual(steps.toSorted((a, b) => a - b));
  const { diagnoses, verdicts } = judge(knowledge, await following.close(), { ...plain, given: [fixtures] });
  const wanted = (await scanPlainly([fixtures])).report;
  expect(diagnoses).toEqual(wanted.diagnoses);
  expect(verdicts).toEqual(wanted.verdicts);
});

test('a replay reports what could not be read as a scan does', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'zoomlog-replay-'));
  try {
    writeFileSync(join(folder, 'broken.zip'), Buffer.concat([Buffer.from('PK\x03\x04'), Buffer.alloc(200, 7)]));
    writeFileSync(join(folder, 'cut.log.gz'), gzipSync(readFileSync(join(fixtures, offline))).subarray(0, 1500));
    const { promise: ended, resolve: onEnd } = Promise.withResolvers<void>();
    const problems: string[] = [];
    const onProblem = ({ path }: { path: string }) => void problems.push(path);
    const following = replaySources([folder], { os: null, speed: 1e8, onChange: () => {}, onProblem, onEnd });
    await ended;
    const { sources, verdicts } = judge(knowledge, await following.close(), plain);
    const wanted = await scanPlainly([folder]);
    expect(sources).toEqual(wanted.report.sources);
    expect(verdicts).toEqual(wanted.report.verdicts);
    expect(problems).toEqual(wanted.problems.map(({ path }) => path));
  } finally {
    rmSync(folder, { recursive: true });
  }
});
