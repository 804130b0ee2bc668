/** `zoomlog watch` as people run it: what it says, when, and how it ends. */
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import {
  appendFileSync,
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { zoomlogCommand } from '../helpers/command.ts';
import { root } from '../helpers/places.ts';

const client = (second: number, message: string): string =>
  `02/17/2025 16:40:${String(second).padStart(2, '0')}:009\tZOOM\t[512:9013:41288]\tINFO\t${message}, this = 0x00c4d200\n`;
const refused = (second: number, code = '104103'): string =>
  client(second, `vc::on_ping_confirm_cli(),  start,  result: ${code},  top_mmr: `);
const kernel = (second: number, message: string): string =>
  `Nov  3 08:01:0${second} desk-7 kernel: usb 3-2: ${message}\n`;

let folder: string;
let child: ChildProcess | null = null;
const log = (): string => join(folder, 'zoom_memlog_1.log');

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'zoomlog-watch-'));
});
afterEach(() => {
  if (child?.exitCode === null && child.signalCode === null) child.kill('SIGKILL');
  child = null;
  rmSync(folder, { recursive: true, force: true });
});

interface Run {
  readonly process: ChildProcess;
  readonly written: { stdout: string; stderr: string };
  readonly status: Promise<number | null>;
  /** Resolves when an output holds the text; fails with what it holds instead. */
  says(text: string, stream?: 'stdout' | 'stderr'): Promise<void>;
}

function watch(
  args: readonly string[],
  { env = process.env, user = {} }: { env?: NodeJS.ProcessEnv; user?: { uid?: number; gid?: number } } = {},
): Run {
  const [node, script] = zoomlogCommand();
  const started = spawn(node, [script, 'watch', ...args], { ...user, env, stdio: ['pipe', 'pipe', 'pipe'] });
  child = started;
  const written = { stdout: '', stderr: '' };
  started.stdout.on('data', (part: Buffer) => {
    written.stdout += part.toString();
  });
  started.stderr.on('data', (part: Buffer) => {
    written.stderr += part.toString();
  });
  return {
    process: started,
    written,
    status: new Promise((resolve) => started.on('close', resolve)),
    async says(text, stream = 'stdout') {
      const until = Date.now() + 15_000;
      while (!written[stream].includes(text) && Date.now() < until)
        await new Promise((resolve) => setTimeout(resolve, 20));
      expect(written[stream], written.stderr).toContain(text);
    },
  };
}

const keepsSchema = new Ajv({ strict: true, allErrors: true, allowUnionTypes: true }).compile(
  JSON.parse(readFileSync(join(root, 'schema/watch-event.schema.json'), 'utf8')),
);

/** The events that were printed; each keeps the schema. */
const eventsIn = ({ written }: Run): unknown[] =>
  written.stdout
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => {
      const event: unknown = JSON.parse(line);
      expect(keepsSchema(event), JSON.stringify(keepsSchema.errors)).toBe(true);
      return event;
    });

describe('watch', { timeout: 60_000 }, () => {
  test('what stood there is passed over; what is written opens a diagnosis, and Ctrl-C reports', async () => {
    writeFileSync(log(), refused(1, '104101'));
    const run = watch([folder, '--format', 'ndjson']);
    await run.says('source-added');
    await new Promise((resolve) => setTimeout(resolve, 300));
    appendFileSync(log(), refused(2));
    await run.says('opened');
    run.process.kill('SIGINT');
    expect(await run.status).toBe(1);
    expect(eventsIn(run)).toMatchObject([
      { event: 'source-added', time: expect.any(String), source: { path: log(), format: 'zoom-memlog' } },
      { event: 'opened', time: expect.any(String), diagnosis: { code: '104103', first: { line: 2 } } },
    ]);
  });

  test('what was passed over is not called judged, and nothing judged is no health', async () => {
    writeFileSync(log(), refused(1) + client(2, 'vc::start_req(),  nothing'));
    const run = watch([folder, '--for', '2s']);
    expect(await run.status).toBe(3);
    expect(run.written.stdout).toContain('1 source, 0 lines');
    expect(run.written.stdout).toContain('Nothing could be judged.');
    expect(run.written.stdout).toMatch(/ {2}passed over {10}2 lines from before the watch/);
    expect(run.written.stdout).not.toContain('No known failure');
  });

  test('text: each diagnosis once, and the report at the end', async () => {
    writeFileSync(log(), client(0, 'vc::start_req(),  nothing'));
    const run = watch([folder, '--from-start']);
    appendFileSync(log(), refused(1));
    await run.says('opened');
    appendFileSync(log(), refused(2) + refused(3));
    await new Promise((resolve) => setTimeout(resolve, 500));
    run.process.kill('SIGINT');
    expect(await run.status).toBe(1);
    expect(run.written.stdout.match(/^\d\d:\d\d:\d\d \w+/gm)).toHaveLength(1);
    expect(run.written.stdout).toContain('1 source, 4 lines');
    expect(run.written.stdout).toContain('seen  3 log entries');
  });

  test('--since: what was seen earlier is left out', async () => {
    writeFileSync(log(), refused(1, '104101') + refused(9));
    const run = watch([folder, '--from-start', '--since', '2025-02-17T16:40:05', '--for', '2s', '--format', 'ndjson']);
    expect(await run.status).toBe(1);
    expect(eventsIn(run)).toMatchObject([
      { event: 'source-added' },
      { event: 'opened', diagnosis: { code: '104103' } },
    ]);
  });

  test.skipIf(process.platform === 'win32')(
    'a file without permission is said once, and the rest goes on',
    async () => {
      writeFileSync(log(), '');
      writeFileSync(join(folder, 'shut.log'), refused(0, '104101'), { mode: 0 });
      chmodSync(folder, 0o777);
      // Root may read everything.
      const user = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {};
      const run = watch([folder, '--from-start'], { user });
      await run.says('permission denied', 'stderr');
      appendFileSync(join(folder, 'shut.log'), refused(1, '104101'));
      appendFileSync(log(), refused(1));
      await run.says('104103');
      run.process.kill('SIGINT');
      await run.status;
      expect(run.written.stderr).toMatch(/^zoomlog: [^\n]*shut\.log: [^\n]*permission denied[^\n]*\n$/);
      expect(run.written.stdout).not.toContain('zoomlog explain 104101');
    },
  );

  test.skipIf(process.platform === 'win32')('a file that may be read after all is no problem at the end', async () => {
    const shut = join(folder, 'kern.log');
    writeFileSync(shut, kernel(1, 'new high-speed USB device number 5 using xhci_hcd'), { mode: 0 });
    chmodSync(folder, 0o777);
    const user = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {};
    const run = watch([folder, '--from-start'], { user });
    await run.says('permission denied', 'stderr');
    chmodSync(shut, 0o644);
    appendFileSync(shut, kernel(2, 'new high-speed USB device number 6 using xhci_hcd'));
    await new Promise((resolve) => setTimeout(resolve, 1_500));
    run.process.kill('SIGINT');
    expect(await run.status).toBe(0);
    expect(run.written.stdout).toContain('1 source, 2 lines');
  });

  test('JSON lines on standard input open a diagnosis while they come', async () => {
    const run = watch(['-', '--format', 'ndjson']);
    const journal = (message: string): string =>
      `${JSON.stringify({ __REALTIME_TIMESTAMP: '1738832412100000', _TRANSPORT: 'kernel', SYSLOG_IDENTIFIER: 'kernel', PRIORITY: '3', MESSAGE: message })}\n`;
    run.process.stdin!.write(journal('usb 3-2: device descriptor read/64, error -71'));
    run.process.stdin!.write(journal('usb 3-2-port1: unable to enumerate USB device'));
    await run.says('opened');
    run.process.kill('SIGINT');
    expect(await run.status).toBe(1);
  });

  test('a replay plays a bundle faster than it happened, and ends as a scan would', async () => {
    const client = (second: number): string => refused(second).replace('104103', 'x');
    writeFileSync(log(), client(0) + refused(1) + client(30) + refused(31, '104101'));
    const begun = Date.now();
    const run = watch(['--replay', folder, '--speed', '20', '--format', 'ndjson']);
    await run.says('104103');
    expect(run.written.stdout).not.toContain('"code":"104101"');
    expect(await run.status).toBe(1);
    expect(Date.now() - begun).toBeGreaterThan(1_500);
    expect(eventsIn(run)).toMatchObject([
      { event: 'source-added', source: { path: log(), lines: 1 } },
      { event: 'opened', diagnosis: { code: '104103', first: { line: 2 } } },
      { event: 'opened', diagnosis: { code: '104101', first: { line: 4 } } },
    ]);
  });

  test('a replay of nothing', async () => {
    const run = watch(['--replay', join(folder, 'nowhere')]);
    expect(await run.status).toBe(2);
    expect(run.written.stderr).toMatch(/^zoomlog: [^\n]*nowhere: does not exist\n$/);
  });

  test.skipIf(process.platform === 'win32')(
    'pipes and devices neither hold it up nor keep it from ending',
    async () => {
      for (let k = 0; k < 5; k++) execFileSync('mkfifo', [join(folder, `${k}.log`)]);
      symlinkSync('/dev/zero', join(folder, 'zero.log'));
      writeFileSync(log(), refused(1));
      const timed = watch([folder, '--from-start', '--for', '1s']);
      expect(await timed.status).toBe(1);
      expect(timed.written.stdout).toContain('1 source, 1 line');
      expect(timed.written.stderr.match(/it is a pipe, a socket or a device and was not opened/g)).toHaveLength(6);
      const stopped = watch([join(folder, '0.log'), join(folder, 'zero.log'), log(), '--from-start']);
      await stopped.says('104103');
      stopped.process.kill('SIGINT');
      expect(await stopped.status).toBe(1);
      expect(stopped.written.stdout).toContain('3 sources, 1 line');
      expect(stopped.written.stderr.trim().split('\n')).toHaveLength(2);
    },
  );

  test('--once ends at the first diagnosis, with 1 and without a report', async () => {
    const run = watch([folder, '--once', '--from-start']);
    writeFileSync(log(), refused(1) + refused(2));
    expect(await run.status).toBe(1);
    expect(run.written.stdout).toContain('104103');
    expect(run.written.stdout).not.toContain('1 source, ');
  });

  test('--for ends as a scan would', async () => {
    writeFileSync(join(folder, 'kern.log'), kernel(1, 'new high-speed USB device number 5 using xhci_hcd'));
    const run = watch([folder, '--from-start', '--for', '1s']);
    expect(await run.status).toBe(0);
    expect(run.written.stdout).toContain('1 source, 1 line');
  });

  test('standard input is followed to its end', async () => {
    const run = watch(['-', '--format', 'ndjson']);
    run.process.stdin!.write(kernel(1, 'device descriptor read/64, error -71'));
    run.process.stdin!.write('Nov  3 08:01:04 desk-7 kernel: usb 3-2-port1: unable to enumerate USB device\n');
    await run.says('opened');
    run.process.stdin!.end();
    expect(await run.status).toBe(1);
    expect(eventsIn(run)[0]).toMatchObject({ event: 'source-added', source: { path: '-' } });
    expect(eventsIn(run)[1]).toMatchObject({ event: 'opened', diagnosis: { class: 'device-usb' } });
  });

  test('standard input may end while the rest goes on', async () => {
    writeFileSync(log(), '');
    const run = watch(['-', folder, '--from-start']);
    run.process.stdin!.end();
    await run.says('standard input has ended', 'stderr');
    appendFileSync(log(), refused(1));
    await run.says('104103');
  });

  test('--exec gets each opened diagnosis, once', async () => {
    const run = watch([folder, '--from-start', '--exec', `cat >> '${join(folder, 'told')}.json'`, '--for', '3s']);
    writeFileSync(log(), refused(1));
    await run.status;
    const told = readFileSync(join(folder, 'told.json'), 'utf8').trim().split('\n');
    expect(told.map((line) => JSON.parse(line).code)).toEqual(['104103']);
  });

  test('a folder that is removed and made again', async () => {
    mkdirSync(join(folder, 'logs'));
    const path = join(folder, 'logs/zoom_memlog_1.log');
    writeFileSync(path, refused(0, '104101'));
    const run = watch([join(folder, 'logs'), '--from-start']);
    await run.says('104101');
    rmSync(join(folder, 'logs'), { recursive: true });
    await run.says('it was deleted or moved', 'stderr');
    mkdirSync(join(folder, 'logs'));
    await new Promise((resolve) => setTimeout(resolve, 3_000));
    writeFileSync(path, refused(1));
    await run.says('104103');
    expect(run.written.stderr.trim().split('\n')).toHaveLength(1);
  });

  test('a path that leads to nothing is said once; when nothing comes the status is 2', async () => {
    const run = watch([join(folder, 'later'), '--for', '1s']);
    expect(await run.status).toBe(2);
    expect(run.written.stderr).toMatch(/^zoomlog: [^\n]*later: does not exist yet[^\n]*\n$/);
  });

  test('without a path: the documented folders of this machine, also one that appears later', async () => {
    const env = { ...process.env, HOME: folder };
    const run = watch(['--format', 'ndjson', '--from-start'], { env });
    await new Promise((resolve) => setTimeout(resolve, 1_500));
    const logs = process.platform === 'darwin' ? 'Library/Logs/zoom.us' : '.zoom/logs';
    mkdirSync(join(folder, logs), { recursive: true });
    writeFileSync(join(folder, logs, 'zoom_stdout_stderr.log'), refused(1));
    await run.says('opened');
  });
});
