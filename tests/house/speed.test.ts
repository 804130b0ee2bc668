/** No kind of log takes three times as much of the processor as is recorded; what is merely slower is printed. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { root } from '../helpers/places.ts';

test('each kind of log is read about as fast as recorded', { timeout: 600_000 }, () => {
  const gate = join(root, 'scripts/gate/speed.ts');
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--conditions=source', gate], {
    cwd: root,
    encoding: 'utf8',
  });
  if (stdout.trimEnd().includes('\n')) console.log(stdout);
  expect(status, stdout + stderr).toBe(0);
});
