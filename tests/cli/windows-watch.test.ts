/** `zoomlog watch` on Windows' own Node: files written by another process of that system. */
import { appendFileSync, linkSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { hasWindows } from '../../scripts/install/find-windows.ts';
import { type Running, startMachine, type WindowsMachine } from '../helpers/windows/machine.ts';

let clock = 0;
const failure = (code = '104103'): string => line(`vc::on_ping_confirm_cli(),  start,  result: ${code},  top_mmr: `);
const noise = (): string => line('vc::start_req(),  nothing');
function line(message: string): string {
  const second = clock++ % 60;
  return `02/17/2025 16:40:${String(second).padStart(2, '0')}:009\tZOOM\t[512:9013:41288]\tINFO\t${message}, this = 0x00c4d200\r\n`;
}

/** Writes like a client and its housekeeping: steps from a file, one after the other. */
const hands = `
const fs = require('fs');
const steps = JSON.parse(fs.readFileSync(process.argv[2], 'utf8'));
const open = new Map();
const act = {
  append: ({ path, text }) => fs.appendFileSync(path, text),
  write: ({ path, text }) => fs.writeFileSync(path, text),
  keep: ({ path, text }) => {
    if (!open.has(path)) open.set(path, fs.openSync(path, 'a'));
    fs.writeSync(open.get(path), text);
  },
  rename: ({ path, to }) => fs.renameSync(path, to),
  truncate: ({ path }) => fs.truncateSync(path, 0),
  remove: ({ path }) => fs.rmSync(path, { recursive: true }),
  folder: ({ path }) => fs.mkdirSync(path, { recursive: true }),
  hold: ({ path, ms }) => {
    // libuv: UV_FS_O_EXLOCK shares the file with nobody.
    const file = fs.openSync(path, 2 | 0x10000000);
    setTimeout(() => fs.closeSync(file), ms);
  },
};
(async () => {
  for (const step of steps) {
    act[step.do](step);
    await new Promise((resolve) => setTimeout(resolve, step.wait ?? 0));
  }
  console.log('done');
})();
`;

type Step = { readonly do: string; readonly path: string; readonly [name: string]: unknown };

describe.runIf(hasWindows())('watch on Windows', { timeout: 180_000 }, () => {
  let machine: WindowsMachine;
  let folder = '';
  let count = 0;
  const running = new Set<Running>();

  beforeAll(() => {
    machine = startMachine();
    machine.write('hands.cjs', hands);
  });
  afterEach(async () => {
    for (const run of running) run.interrupt();
    await Promise.all([...running].map(({ status }) => status));
    running.clear();
  });
  afterAll(() => machine?.close());

  const fresh = (): void => {
    folder = `live ${count++}`;
    mkdirSync(machine.at(folder));
  };
  const at = (name: string): string => machine.at(folder, name);
  const watch = async (...options: readonly string[]): Promise<Running> => {
    const run = machine.startZoomlog(['watch', machine.path(folder), '--format', 'ndjson', ...options]);
    running.add(run);
    return run;
  };
  const act = async (...steps: readonly Step[]): Promise<void> => {
    const script = `steps-${count++}.json`;
    const placed = steps.map((step) => ({
      ...step,
      path: machine.path(folder, step.path),
      ...(typeof step.to === 'string' ? { to: machine.path(folder, step.to) } : {}),
    }));
    machine.write(script, JSON.stringify(placed));
    const run = machine.start([machine.path('hands.cjs'), machine.path(script)]);
    expect(await run.status, run.output().stderr).toBe(0);
  };
  const eventsOf = (
    run: Running,
  ): { event: string; source?: { path: string }; diagnosis?: { code: string; count: number } }[] =>
    run
      .output()
      .stdout.split('\n')
      .filter((text) => text !== '')
      .map((text) => JSON.parse(text));
  const opened = (run: Running): (string | undefined)[] =>
    eventsOf(run)
      .filter(({ event }) => event === 'opened')
      .map(({ diagnosis }) => diagnosis?.code);
  /** Ends the watch as Ctrl-C does. */
  const end = async (run: Running): Promise<number | null> => {
    run.interrupt();
    running.delete(run);
    return run.status;
  };

  test('a log that exists is followed from its end; Ctrl-C reports', async () => {
    fresh();
    writeFileSync(at('zoom_memlog_1.log'), failure('104101'));
    const run = await watch();
    await run.says('source-added');
    await act({ do: 'keep', path: 'zoom_memlog_1.log', text: noise() + failure(), wait: 500 });
    await run.says('"opened"');
    expect(await end(run)).toBe(1);
    expect(opened(run)).toEqual(['104103']);
    expect(run.output().stderr).toBe('');
  });

  test('text: paths as Windows writes them, and a report at the end', async () => {
    fresh();
    const run = machine.startZoomlog(['watch', machine.path(folder), '--from-start', '--color', 'never']);
    running.add(run);
    await act({ do: 'write', path: 'zoom_memlog_1.log', text: failure(), wait: 100 });
    await run.says('opened');
    await end(run);
    expect(run.output().stdout).toMatch(/live \d+\\zoom_memlog_1\.log:1:/);
    expect(run.output().stdout).toContain('1 source, 1 line');
  });

  test('rotation, truncation, replacement', async () => {
    fresh();
    writeFileSync(at('zoom_memlog_1.log'), noise());
    const run = await watch('--from-start');
    await run.says('source-added');
    const path = 'zoom_memlog_1.log';
    await act({ do: 'append', path, text: failure('104101'), wait: 500 });
    await run.says('"code":"104101"');
    await act(
      { do: 'rename', path, to: `${path}.1`, wait: 100 },
      { do: 'write', path, text: failure('104102'), wait: 500 },
    );
    await run.says('"code":"104102"');
    await act(
      { do: 'truncate', path, wait: 200 },
      { do: 'append', path, text: noise() + failure('104103'), wait: 500 },
    );
    await run.says('"code":"104103"');
    await act(
      { do: 'write', path: 'other.tmp', text: failure('104110') },
      { do: 'rename', path: 'other.tmp', to: path, wait: 500 },
    );
    await run.says('"code":"104110"');
    expect(await end(run)).toBe(1);
    expect(opened(run)).toEqual(['104101', '104102', '104103', '104110']);
  });

  test('a folder that is removed and made again', async () => {
    fresh();
    mkdirSync(at('logs'));
    writeFileSync(at('logs/zoom_memlog_1.log'), noise());
    const run = machine.startZoomlog(['watch', machine.path(folder, 'logs'), '--format', 'ndjson']);
    running.add(run);
    await run.says('source-added');
    await act({ do: 'remove', path: 'logs' });
    await run.says('source-lost');
    await act({ do: 'folder', path: 'logs', wait: 3_000 });
    await act({ do: 'write', path: 'logs/zoom_memlog_1.log', text: failure() });
    await run.says('104103');
    await end(run);
    expect(run.output().stderr).toBe('');
  });

  test('a file that a program keeps open grows unreported, and is read all the same', async () => {
    fresh();
    writeFileSync(at('zoom_memlog_1.log'), noise());
    // What is written under the other name is reported to nobody who watches this folder: as NTFS does.
    linkSync(at('zoom_memlog_1.log'), machine.at(`elsewhere-${count}.log`));
    const run = await watch();
    await run.says('source-added');
    await sleep(500);
    appendFileSync(machine.at(`elsewhere-${count}.log`), failure());
    await run.says('104103');
    await end(run);
  });

  test('a file that is held for a moment is read later, without a word', async () => {
    fresh();
    writeFileSync(at('zoom_memlog_1.log'), noise());
    const run = await watch();
    await run.says('source-added');
    await act(
      { do: 'append', path: 'zoom_memlog_1.log', text: failure() },
      { do: 'hold', path: 'zoom_memlog_1.log', ms: 700, wait: 900 },
    );
    await run.says('104103');
    expect(await end(run)).toBe(1);
    expect(run.output().stderr).toBe('');
  });

  test('--exec, --once and --for', async () => {
    fresh();
    const run = machine.startZoomlog([
      'watch',
      machine.path(folder),
      '--from-start',
      '--once',
      '--for',
      '60s',
      '--exec',
      `cmd /c echo told> told.txt`,
    ]);
    running.add(run);
    await act({ do: 'write', path: 'zoom_memlog_1.log', text: failure(), wait: 300 });
    expect(await run.status).toBe(1);
    running.delete(run);
    expect(run.output().stderr).toBe('');
    expect(readFileSync(machine.at('told.txt'), 'utf8').trim()).toBe('told');
  });

  test('50 files, 20 rotations, 100,000 lines: the findings of a scan afterwards', async () => {
    fresh();
    machine.write(
      'storm.cjs',
      `
const fs = require('fs');
const [folder] = process.argv.slice(2);
const place = (name) => folder + '\\\\' + name;
const [files, rounds, perRound] = [50, 20, 100];
let clock = 0;
const line = (message) => {
  const at = new Date(Date.UTC(2025, 1, 17, 8) + clock++ * 100).toISOString();
  return at.slice(5, 7) + '/' + at.slice(8, 10) + '/' + at.slice(0, 4) + ' ' + at.slice(11, 19) + ':' + at.slice(20, 23) +
    '\\tZOOM\\t[512:9013:41288]\\tINFO\\t' + message + ', this = 0x00c4d200\\r\\n';
};
(async () => {
  for (let round = 0; round < rounds; round++) {
    for (let file = 0; file < files; file++) {
      let text = '';
      for (let k = 0; k < perRound; k++) text += line(k === 50 ? 'vc::on_ping_confirm_cli(),  start,  result: 1041' + String(file % 19).padStart(2, '0') + ',  top_mmr: ' : 'vc::start_req(),  nothing');
      fs.appendFileSync(place('zoom_memlog_' + file + '.log'), text);
    }
    const file = round % files;
    fs.renameSync(place('zoom_memlog_' + file + '.log'), place('zoom_memlog_' + file + '.log.' + round));
    fs.writeFileSync(place('zoom_memlog_' + file + '.log'), line('vc::start_req(),  nothing'));
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  console.log('done');
})();
`,
    );
    const run = machine.startZoomlog(['watch', machine.path(folder), '--from-start', '--for', '600s']);
    running.add(run);
    await sleep(1_500);
    const writer = machine.start([machine.path('storm.cjs'), machine.path(folder)]);
    await writer.says('done');
    expect(await writer.status).toBe(0);
    await sleep(2_000);
    expect(await end(run)).toBe(1);
    expect(run.output().stderr).toBe('');
    const scanned = await machine.zoomlog(['scan', machine.path(folder)]);
    expect(scanned.stdout).toContain('70 sources, 100,020 lines');
    expect(run.output().stdout.endsWith(`\n${scanned.stdout}`), run.output().stdout).toBe(true);
  });
});
