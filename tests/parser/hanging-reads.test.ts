/** A disk that does not answer, such as a network share that is gone: the watch ends all the same. */

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import type { open as openFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { followSources } from '@zoomlog/parser/node';
import { expect, test, vi } from 'vitest';

vi.mock('node:fs/promises', async (original) => {
  const real = await original<{ open: typeof openFile }>();
  const open: typeof openFile = async (path, ...rest) => {
    const handle = await real.open(path, ...rest);
    if (String(path).endsWith('hangs.log')) handle.read = () => new Promise(() => {});
    return handle;
  };
  return { ...real, open };
});

test('the report comes, and says which source was not read to its end', { timeout: 30_000 }, async () => {
  const folder = mkdtempSync(join(tmpdir(), 'zoomlog-hangs-'));
  const line = '02/17/2025 16:40:01:009\tZOOM\t[512:9013:41288]\tINFO\tvc::start_req(),  nothing, this = 0x00c4d200\n';
  for (const name of ['a.log', 'hangs.log']) writeFileSync(join(folder, name), line);
  const said: string[] = [];
  const following = followSources([folder], {
    fromStart: true,
    os: null,
    onChange: () => {},
    onProblem: ({ kind, path, message }) => said.push(`${path.slice(folder.length + 1)} ${kind}: ${message}`),
    onRecovery: () => {},
    onPolling: () => {},
    onEnd: () => {},
  });
  await vi.waitFor(() => expect(following.sources().map(({ lines }) => lines)).toContain(1), 8_000);
  const begun = performance.now();
  const sources = await following.close();
  expect(performance.now() - begun).toBeLessThan(30_000);
  expect(said).toEqual(['hangs.log limit: it was not read to its end before the watch ended']);
  const told = sources.map(({ path, lines, complete, note }) => ({
    name: path.slice(folder.length + 1),
    lines,
    complete,
    note,
  }));
  expect(told.toSorted((a, b) => (a.name < b.name ? -1 : 1))).toEqual([
    { name: 'a.log', lines: 1, complete: true, note: null },
    { name: 'hangs.log', lines: 0, complete: false, note: expect.stringContaining('not read to its end') },
  ]);
  rmSync(folder, { recursive: true, force: true });
});
