/** What happens when the system tells of no more files. */
import type { EventEmitter } from 'node:events';
import { appendFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { followSources } from '@zoomlog/parser/node';
import { expect, test, vi } from 'vitest';

interface Options {
  readonly usePolling?: boolean;
}

const asked = vi.hoisted((): boolean[] => []);

// inotify(7): ENOSPC, the user's limit on the number of watches was reached.
vi.mock('chokidar', async (original) => {
  const real = await original<{ watch(paths: string[], options: Options): EventEmitter }>();
  return {
    ...real,
    watch(paths: string[], options: Options) {
      asked.push(options.usePolling === true);
      const watcher = real.watch(paths, options);
      if (!options.usePolling)
        setTimeout(() => watcher.emit('error', Object.assign(new Error('no space'), { code: 'ENOSPC' })), 10);
      return watcher;
    },
  };
});

test('out of watches: the files are polled, and it is said once', { timeout: 20_000 }, async () => {
  const folder = mkdtempSync(join(tmpdir(), 'zoomlog-'));
  const path = join(folder, 'zoom_memlog_1.log');
  const line = (second: number): string =>
    `02/17/2025 16:40:0${second}:009\tZOOM\t[512:9013:41288]\tINFO\tvc::on_ping_confirm_cli(),  start,  result: 104103,  top_mmr: , this = 0x00c4d200\n`;
  writeFileSync(path, line(1));
  const said: string[] = [];
  const following = followSources([folder], {
    fromStart: false,
    os: null,
    onChange: () => {},
    onProblem: ({ message }) => said.push(message),
    onRecovery: () => {},
    onPolling: (reason) => said.push(reason),
    onEnd: () => {},
  });
  const counts = () => following.sources().flatMap(({ findings }) => findings.map(({ count }) => count));
  try {
    await following.ready;
    await vi.waitFor(() => expect(asked).toEqual([false, true]), 5_000);
    await vi.waitFor(() => expect(following.sources()).toHaveLength(1), 5_000);
    appendFileSync(path, line(2));
    await vi.waitFor(() => expect(counts()).toEqual([1]), 10_000);
    expect(said).toEqual(['the system cannot watch more files (ENOSPC)']);
  } finally {
    await following.close();
    rmSync(folder, { recursive: true });
  }
});
