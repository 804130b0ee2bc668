/** The report is the same for any number of threads. */
import { execFileSync } from 'node:child_process';
import { globSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { knowledge } from '@zoomlog/parser';
import { describe, expect, test } from 'vitest';
import type { ReadingJob } from '../../packages/parser/src/node/reading-job.ts';
import { openReadingPool } from '../../packages/parser/src/node/reading-pool.ts';
import { readSources } from '../../packages/parser/src/node/scan.ts';
import { openSource } from '../../packages/parser/src/reading/source.ts';

const root = join(import.meta.dirname, '../..');
const script = pathToFileURL(join(root, 'packages/cli/src/reading-worker.ts'));
const options = { os: null, hash: true, maxSize: null };

const job = (path: string): ReadingJob => ({ path, bytes: new TextEncoder().encode('text\n'), hints: {} });
const whole = (path: string) => {
  const pipe = openSource(knowledge, path);
  pipe.push(job(path).bytes);
  return pipe.end();
};

describe('a scan', () => {
  test.each([2, 3])('in %i threads finds what it finds in one', async (count) => {
    const places = globSync('*/evidence', { cwd: join(root, 'fixtures') }).map((one) => join(root, 'fixtures', one));
    const alone = await readSources(places, options);
    expect(alone.sources.length).toBeGreaterThan(200);
    expect(await readSources(places, { ...options, threads: { count, script } })).toEqual(alone);
  });
});

describe('a pool', () => {
  /** Asks until a thread takes one. */
  const taken = async (threads: { count: number; script: URL }, asked: number) => {
    const pool = openReadingPool(threads);
    const found = Array.from({ length: asked }, (_, at) => pool.read(job(`${at}.log`)));
    const findings = await Promise.all(found);
    pool.close();
    return findings;
  };

  test('starts nothing for a few sources, or with one thread', async () => {
    expect((await taken({ count: 2, script }, 40)).every((one) => one === null)).toBe(true);
    expect((await taken({ count: 1, script }, 90)).every((one) => one === null)).toBe(true);
  });

  test('leaves what its threads have no room for', async () => {
    const findings = await taken({ count: 2, script }, 90);
    const first = findings.findIndex((one) => one !== null);
    expect(findings[first]).toEqual(whole(`${first}.log`));
    expect(findings.at(-1)).toBeNull();
  });

  test('reads itself what a thread had that failed', async () => {
    const broken = new URL('data:text/javascript,process.exit(1)');
    const findings = await taken({ count: 2, script: broken }, 90);
    expect(findings.filter((one) => one !== null)).toHaveLength(6);
  });

  test('keeps the process while its threads read, and no longer', () => {
    const folder = mkdtempSync(join(tmpdir(), 'zoomlog-jobs-'));
    const pool = pathToFileURL(join(root, 'packages/parser/src/node/reading-pool.ts'));
    const text = `
      import { openReadingPool } from ${JSON.stringify(pool.href)};
      const pool = openReadingPool({ count: 2, script: new URL(${JSON.stringify(script.href)}) });
      const job = { path: 'a.log', bytes: new TextEncoder().encode('A line of text.\\n'.repeat(400)), hints: {} };
      const read = async (asked) => {
        const found = await Promise.all(Array.from({ length: asked }, () => pool.read(job)));
        return found.filter((one) => one !== null).length;
      };
      console.log(await read(60), await read(6));`;
    writeFileSync(join(folder, 'reads.mjs'), text);
    const node = ['--conditions=source', join(folder, 'reads.mjs')];
    const printed = execFileSync(process.execPath, node, { encoding: 'utf8', timeout: 30_000 });
    rmSync(folder, { recursive: true });
    expect(printed).toBe('6 6\n');
  });
});
