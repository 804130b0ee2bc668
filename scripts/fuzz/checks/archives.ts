/** An archive, found and read through a pipe and as a file in memory: no throw, no endless work, the same sources. */
import { judge, knowledge, type SourceFindings } from '@zoomlog/parser';
import type { Found, SourceLimits } from '@zoomlog/parser/node';
import { unpack } from '../../../packages/parser/src/archive/archive.ts';
import { newBudget } from '../../../packages/parser/src/archive/budget.ts';
import { blockBytes, memoryBlocks, streamBytes } from '../../../packages/parser/src/archive/bytes.ts';
import { defaultLimits } from '../../../packages/parser/src/archive/disk-source.ts';
import { zlib } from '../../../packages/parser/src/node/decompress.ts';
import { readSource } from '../../../packages/parser/src/node/scan.ts';
import type { Chance } from '../chance.ts';
import { difference, type Examination } from './fault.ts';
import { checkSchema } from './judging.ts';

/** Lower than those of a scan, so that they are met. */
const limits: SourceLimits = { ...defaultLimits, entries: 2000, bytes: 1 << 25, ratioFloor: 1 << 20, buffer: 1 << 22 };

interface Unpacked {
  readonly sources: readonly SourceFindings[];
  readonly problems: readonly string[];
}

const outermost = { path: 'a', file: null, modified: null, close: null, level: 0, decompressed: false, notes: [] };

async function* piecesOf(bytes: Uint8Array, length: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += length) yield bytes.subarray(at, at + length);
}

async function readAll(found: AsyncGenerator<Found, void>): Promise<Unpacked> {
  const sources: SourceFindings[] = [];
  const problems: string[] = [];
  for await (const one of found) {
    if (one.kind === 'source') {
      const { findings, problem } = await readSource(one, { os: null }, () => {});
      sources.push(findings);
      if (problem) problems.push(`${problem.path}: ${problem.message}. ${problem.hint}`);
    } else problems.push(`${one.path}: ${one.message}. ${one.hint}`);
  }
  return { sources, problems };
}

export async function checkArchive(bytes: Uint8Array, chance: Chance, examination: Examination): Promise<void> {
  const { stepping, step, complain } = examination;
  const blocks = memoryBlocks(bytes);
  const size = bytes.length;
  const asFile = { ...outermost, size, blocks, bytes: blockBytes(blocks, 0, size) };
  const fromFile = await stepping('unpacking a file', () =>
    readAll(
      unpack(
        asFile,
        newBudget(limits, zlib, () => size),
      ),
    ),
  );
  if (!fromFile) return;
  const length = Math.max(chance.pick([1 << 16, 1 << 16, 4096, 700]), size >> 10);
  const asPipe = { ...outermost, size: null, blocks: null, bytes: streamBytes(piecesOf(bytes, length), () => {}) };
  const piped = await stepping('unpacking a pipe', () =>
    readAll(
      unpack(
        asPipe,
        newBudget(limits, zlib, () => size),
      ),
    ),
  );
  const isHeld = piped?.problems.some((problem) => problem.includes('in memory')) ?? false;
  const found = piped && !isHeld ? difference(withoutSizes(fromFile), withoutSizes(piped)) : null;
  if (found)
    complain(
      'archive',
      found.replace(/\d+/g, (digits) => (digits.length > 3 ? 'n' : digits)),
    );
  for (const { note, format } of fromFile.sources)
    if (note?.includes('internal error')) complain('internal-note', `${format}: ${note}`);
  for (const problem of fromFile.problems)
    if (/undefined|null|\[object|NaN/.test(problem.slice(problem.indexOf(': '))))
      complain('archive', `a problem reads ${problem.slice(0, 200)}`);
  const report = step('judging an archive', () => judge(knowledge, fromFile.sources, { version: '0.0.0' }));
  if (report) checkSchema('report', report, examination);
}

/** A file of no archive has a size on disk; the same bytes in a pipe have none. */
const withoutSizes = ({ sources, problems }: Unpacked) => ({
  problems,
  sources: sources.map((source) => ({ ...source, packed: null })),
});
