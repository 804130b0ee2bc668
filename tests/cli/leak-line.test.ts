/** What the commands print where only the last check found a secret. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { runCli } from '../helpers/run-cli.ts';

const secret = 'inventedSecret1';
const joinFailed = (beside: string): string =>
  `02/17/2025 16:40:07:009\tZOOM\t[512:9013:41288]\tINFO\tvc::on_ping_confirm_cli(),  start,  result: 104103,  top_mmr: ${beside}, this = 0x00c4d200\n`;

let folder: string;
const log = (): string => join(folder, 'zoom_memlog_1.log');
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'zoomlog-leak-'));
  writeFileSync(log(), joinFailed(`token=${secret}, not yet known (${secret})`));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test.each(['text', 'json'])('scan --format %s: one line, the same status, no secret', async (format) => {
  const { stdout, stderr, status } = await runCli(['scan', log(), '--format', format]);
  expect(stderr).toMatch(/^zoomlog: 1 secret was masked only by the last check \(<leak-1>\);.*\n$/);
  // The text face shows less of the line than JSON.
  if (format === 'json') expect(stdout).toContain('(<leak-1>)');
  expect(stdout + stderr).not.toContain(secret);
  expect(status).toBe(1);
});

test('none, and no line, with --no-redact', async () => {
  const { stdout, stderr } = await runCli(['scan', log(), '--format', 'json', '--no-redact']);
  expect(stdout).toContain(`not yet known (${secret})`);
  expect(stderr).toBe('');
});

test('watch: in its events and in what --exec is given', async () => {
  const taken = join(folder, 'taken.txt');
  const { stdout, stderr } = await runCli([
    ...['watch', '--replay', log(), '--speed', '1000', '--format', 'ndjson', '--exec', `cat > '${taken}'`],
  ]);
  await expect.poll(() => readFileSync(taken, 'utf8'), { timeout: 10_000 }).toContain('<leak-1>');
  expect(stdout).toContain('<leak-1>');
  expect(stdout + stderr + readFileSync(taken, 'utf8')).not.toContain(secret);
  expect(stderr.match(/masked only by the last check/g)).toHaveLength(1);
});
