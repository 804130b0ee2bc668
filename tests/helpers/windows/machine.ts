/**
 * A Windows machine for one test file: a folder on its drive C: with the built product, and the command run there. Node
 * cannot open Wine's pipes, so its streams are files.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import {
  closeSync,
  copyFileSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { inject } from 'vitest';
import { findWindows, wineEnvironment } from '../../../scripts/install/find-windows.ts';
import { root } from '../places.ts';

export interface RunOptions {
  /** Folder of the machine to stand in, as the host names it. */
  readonly cwd?: string;
  /** Variables that are set, or unset by null, before the command starts. */
  readonly env?: Readonly<Record<string, string | null>>;
  /** File of the host that is standard input. */
  readonly stdin?: string;
}

export interface Output {
  readonly stdout: string;
  readonly stderr: string;
}

export interface Run extends Output {
  readonly status: number | null;
}

export interface Command {
  readonly argv: readonly string[];
  /** As in RunOptions. */
  readonly cwd: string;
}

/** A command that is running. */
export interface Running {
  readonly output: () => Output;
  readonly status: Promise<number | null>;
  /** Resolves when a stream holds the text; throws with what it holds instead. */
  says(text: string, stream?: keyof Output): Promise<void>;
  /** What Ctrl-C does: Wine makes a console event of the signal. */
  interrupt(): void;
}

export interface WindowsMachine {
  /** A path below the test's folder, as the host names it. */
  at(...names: readonly string[]): string;
  /** The same place as Windows names it. */
  path(...names: readonly string[]): string;
  write(name: string, content: string | Uint8Array): void;
  /** Runs `zoomlog` to its end. */
  zoomlog(argv: readonly string[], options?: RunOptions): Promise<Run>;
  /** Runs several to their ends, one after the other in one process: a start takes longer than most commands. */
  zoomlogs(commands: readonly (readonly [name: string, command: Command])[]): Promise<ReadonlyMap<string, Run>>;
  startZoomlog(argv: readonly string[], options?: RunOptions): Running;
  /** Starts any script of the machine, by its Windows path. */
  start(argv: readonly string[], options?: RunOptions): Running;
  /** Puts a folder of the host under a drive letter or a share (`\\server\share`). */
  mount(name: string, folder: string): void;
  close(): void;
}

const longestMs = 60_000;

/** Runs commands as if each had a process of its own; what each printed stands in a file. */
const series = `
import { readFileSync, writeFileSync } from 'node:fs';
const [program, list] = process.argv.slice(2);
const leave = process.exit;
// A command that has ended leaves a second later.
process.exit = () => {};
const streams = { stdout: process.stdout, stderr: process.stderr };
for (const stream of Object.values(streams)) stream.setMaxListeners(0);
for (const [at, { cwd, argv, printed }] of JSON.parse(readFileSync(list, 'utf8')).entries()) {
  const run = { status: null, stdout: '', stderr: '' };
  for (const [name, stream] of Object.entries(streams))
    stream.write = (text) => {
      run[name] += text;
      return true;
    };
  process.chdir(cwd);
  process.argv = [process.argv[0], program, ...argv];
  process.exitCode = undefined;
  await import(program + '?' + at);
  run.status = process.exitCode;
  writeFileSync(printed, JSON.stringify(run));
}
leave(0);
`;

export function startMachine(): WindowsMachine {
  const { wine, node, prefix } = findWindows()!;
  const drive = join(prefix, 'drive_c');
  mkdirSync(drive, { recursive: true });
  // As user folders are: with a blank, and beyond ASCII.
  const folder = mkdtempSync(join(drive, 'zoomlog Prüfstand '));
  const mounts: string[] = [];
  const running = new Set<ChildProcess>();
  let count = 0;

  const at = (...names: readonly string[]): string => join(folder, ...names);
  const toWindows = (path: string): string => `C:\\${relative(drive, path).replaceAll('/', '\\')}`;
  const path = (...names: readonly string[]): string => toWindows(at(...names));

  cpSync(inject('built'), at('program'), { recursive: true });
  for (const file of ['bin/zoomlog.js', 'package.json']) {
    mkdirSync(dirname(at('program/packages/cli', file)), { recursive: true });
    copyFileSync(join(root, 'packages/cli', file), at('program/packages/cli', file));
  }

  const start = (argv: readonly string[], { cwd = folder, env = {}, stdin }: RunOptions = {}): Running => {
    const own = at('runs', String(count++));
    mkdirSync(own, { recursive: true });
    // Wine has its own idea of variables such as APPDATA.
    const [set, unset] = [env, Object.keys(env).filter((name) => env[name] === null)];
    const preload = join(own, 'env.cjs');
    writeFileSync(
      preload,
      `Object.assign(process.env, ${JSON.stringify(set)});\nfor (const name of ${JSON.stringify(unset)}) delete process.env[name];\n`,
    );
    const [stdout, stderr] = [join(own, 'stdout'), join(own, 'stderr')];
    const streams = [openSync(stdin ?? '/dev/null', 'r'), openSync(stdout, 'w'), openSync(stderr, 'w')] as const;
    const child = spawn(wine, [node, '--require', toWindows(preload), ...argv], {
      cwd,
      env: wineEnvironment(prefix),
      stdio: [...streams],
    });
    for (const stream of streams) closeSync(stream);
    running.add(child);
    const status = new Promise<number | null>((resolve, reject) => {
      child.on('error', reject).on('exit', (code) => {
        running.delete(child);
        resolve(code);
      });
    });
    const output = (): Output => ({ stdout: readFileSync(stdout, 'utf8'), stderr: readFileSync(stderr, 'utf8') });
    return {
      output,
      status,
      async says(text, stream = 'stdout') {
        const until = Date.now() + longestMs;
        while (!output()[stream].includes(text)) {
          if (Date.now() > until || !running.has(child)) {
            const seen = output();
            if (seen[stream].includes(text)) return;
            throw new Error(`no '${text}' in ${stream}:\n${seen.stdout}\n${seen.stderr}`);
          }
          await sleep(30);
        }
      },
      interrupt: () => void child.kill('SIGINT'),
    };
  };
  const startZoomlog = (argv: readonly string[], options?: RunOptions): Running =>
    start([path('program/packages/cli/bin/zoomlog.js'), ...argv], options);

  return {
    at,
    path,
    write(name, content) {
      mkdirSync(dirname(at(name)), { recursive: true });
      writeFileSync(at(name), content);
    },
    async zoomlog(argv, options) {
      const run = startZoomlog(argv, options);
      const status = await run.status;
      return { status, ...run.output() };
    },
    async zoomlogs(commands) {
      const own = at('series');
      mkdirSync(own, { recursive: true });
      const printed = (order: number): string => join(own, `${order}.json`);
      writeFileSync(join(own, 'series.mjs'), series);
      writeFileSync(
        join(own, 'list.json'),
        JSON.stringify(
          commands.map(([, { argv, cwd }], order) => ({
            argv,
            cwd: toWindows(cwd),
            printed: toWindows(printed(order)),
          })),
        ),
      );
      const program = new URL(`file:///${path('program/packages/cli/dist/zoomlog.js').replaceAll('\\', '/')}`).href;
      const run = start([path('series/series.mjs'), program, path('series/list.json')]);
      const status = await run.status;
      if (status !== 0) throw new Error(`the series ended with ${status}: ${run.output().stderr}`);
      return new Map(commands.map(([name], order) => [name, JSON.parse(readFileSync(printed(order), 'utf8'))]));
    },
    startZoomlog,
    start,
    mount(name, target) {
      const place = name.startsWith('\\\\') ? join('unc', ...name.slice(2).split('\\')) : name.toLowerCase();
      const link = join(prefix, 'dosdevices', place);
      mkdirSync(dirname(link), { recursive: true });
      rmSync(link, { force: true });
      mkdirSync(target, { recursive: true });
      symlinkSync(target, link);
      mounts.push(link);
    },
    close() {
      for (const child of running) child.kill('SIGKILL');
      for (const link of mounts) rmSync(link, { force: true });
      rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
    },
  };
}
