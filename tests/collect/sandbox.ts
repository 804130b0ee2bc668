/**
 * A machine for the shell collector: a home, and a PATH whose programs print what fixtures/commands/ holds of each command.
 * Nothing asks the real network: all programs that would are stubs.
 */
import { spawn, spawnSync } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { type Collection, collectionName } from '../../packages/parser/src/knowledge/commands/collection.ts';
import { root } from '../helpers/places.ts';
import { unpacked } from './unpacked.ts';

export type System = 'linux' | 'macos';
export const isRoot = process.getuid?.() === 0;
/** Where tests run as root, the collector runs as `nobody` unless it is to run as root. */
const nobody = 65_534;

/** The shells of this machine; macOS has bash as sh. */
export const shells = [['dash'], ['bash'], ['busybox', 'sh']].filter(
  ([program = '', ...args]) => spawnSync(program, [...args, '-c', ':']).status === 0,
);

/** Which program prints which file of the fixtures, by its arguments: a pattern of `case`. */
const printed: Readonly<Record<System, readonly (readonly [program: string, args: string, file: string])[]>> = {
  linux: [
    ['journalctl', '*--user*', 'journal-user.json'],
    ['journalctl', '*', 'journal-kernel.json'],
    ['env', '*', 'proxy-env.txt'],
    ['timedatectl', '*', 'timedatectl.txt'],
    ['chronyc', '*', 'chronyc-tracking.txt'],
    ['lsusb', '*', 'lsusb.txt'],
    ['v4l2-ctl', '*', 'v4l2-devices.txt'],
    ['pactl', '*', 'pactl-sources.txt'],
    ['snap', '*', 'snap-connections.txt'],
    ['flatpak', '*', 'flatpak-permissions.txt'],
    ['ip', '*address*', 'ip-routes.txt'],
    ['getent', '*ahosts*', 'resolve-zoom.txt'],
    ['ldd', '*', 'zoom-libraries.txt'],
    ['coredumpctl', '*', 'coredumps.txt'],
  ],
  macos: [
    ['log', '*', 'log-show.ndjson'],
    ['scutil', '*--proxy*', 'scutil-proxy.txt'],
    ['scutil', '*--nwi*', 'scutil-nwi.txt'],
    ['scutil', '*--dns*', 'scutil-dns.txt'],
    ['sntp', '*', 'sntp.txt'],
    ['system_profiler', '*', 'system-profiler.json'],
    ['ping', '*', 'ping-zoom.txt'],
  ],
};

export interface Run {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
  /** Null where no archive was written. */
  readonly manifest: Collection | null;
  readonly files: ReadonlyMap<string, Buffer>;
}

export class Sandbox {
  readonly folder = mkdtempSync(join(tmpdir(), 'zoomlog-sandbox-'));
  readonly home: string;
  readonly script: string;
  readonly #system: System;

  /** Of each program, what it does instead of printing its healthy sample. */
  constructor(system: System, home = 'home', edit = (script: string): string => script) {
    this.#system = system;
    this.home = this.at(home);
    this.script = this.at('zoomlog-collect.sh');
    for (const path of ['bin', 'out', 'tmp', 'samples', 'seen', home]) mkdirSync(this.at(path), { recursive: true });
    writeFileSync(this.script, edit(readFileSync(join(root, 'collect/zoomlog-collect.sh'), 'utf8')));
    this.sample('healthy');
    for (const program of new Set(printed[system].map(([name]) => name))) this.stub(program, this.#prints(program));
    this.stub('uname', `echo ${system === 'macos' ? 'Darwin' : 'Linux'}`);
    this.stub('curl', this.#prints('curl'));
    this.stub('ps', 'exec /bin/ps "$@"');
    chmodSync(this.folder, 0o755);
    for (const path of ['out', 'tmp', 'seen', home]) this.own(path);
  }

  at = (path: string): string => join(this.folder, path);

  own(path: string): void {
    if (isRoot) chownSync(this.at(path), nobody, nobody);
  }

  /** What each program prints from now on. */
  sample(state: 'healthy' | 'failing'): void {
    const samples = join(root, 'fixtures/commands', this.#system, state);
    for (const file of [...printed[this.#system].map(([, , name]) => name), 'curl-zoom.txt', 'install.log']) {
      try {
        copyFileSync(join(samples, file), this.at(`samples/${file}`));
      } catch {
        // No such command on this system.
      }
    }
  }

  stub(program: string, body: string): void {
    writeFileSync(
      this.at(`bin/${program}`),
      `#!/bin/sh\nPATH=/usr/bin:/bin\necho "$0 $*" >>'${this.at('seen/calls')}'\n${body}\n`,
    );
    chmodSync(this.at(`bin/${program}`), 0o755);
  }

  /** The system has no such program. */
  remove(program: string): void {
    rmSync(this.at(`bin/${program}`));
  }

  #prints(program: string): string {
    if (program === 'curl')
      return [
        `case "$*" in *-I*) printf 'HTTP/1.1 301 Moved Permanently\\r\\nDate: Fri, 06 Mar 2026 08:14:31 GMT\\r\\nLocation: https://www.zoom.us/\\r\\n\\r\\n'; exit 0 ;; esac`,
        `while [ $# -gt 0 ]; do [ "$1" != --stderr ] || cat '${this.at('samples/curl-zoom.txt')}' >"$2"; shift; done`,
      ].join('\n');
    const cases = printed[this.#system]
      .filter(([name]) => name === program)
      .map(([, args, file]) => `${args}) cat '${this.at(`samples/${file}`)}' ;;`);
    return `case "$*" in\n${cases.join('\n')}\nesac`;
  }

  #spawned(shell: readonly string[], args: readonly string[], asRoot: boolean, env: NodeJS.ProcessEnv) {
    const [program, ...before] = shell as [string, ...string[]];
    const options = {
      cwd: this.at('out'),
      env: { PATH: `${this.at('bin')}:/usr/bin:/bin`, HOME: this.home, TMPDIR: this.at('tmp'), ...env },
      ...(isRoot && !asRoot ? { uid: nobody, gid: nobody } : {}),
    };
    return [program, [...before, this.script, ...args], options] as const;
  }

  async run(
    args: readonly string[] = [],
    { shell = shells[0]!, asRoot = false, env = {} as NodeJS.ProcessEnv } = {},
  ): Promise<Run> {
    const [program, words, options] = this.#spawned(shell, args, asRoot, env);
    const running = spawn(program, words, { ...options, stdio: ['ignore', 'pipe', 'pipe'] });
    const [stdout, stderr, status] = await Promise.all([
      text(running.stdout),
      text(running.stderr),
      new Promise<number | null>((resolve) => running.on('close', resolve)),
    ]);
    const written = /^Written: (.*)$/m.exec(stdout)?.[1];
    const files = written ? unpacked(readFileSync(written)) : new Map<string, Buffer>();
    const manifest = files.get(collectionName);
    return { status, stdout, stderr, files, manifest: manifest ? JSON.parse(manifest.toString()) : null };
  }

  /** A run that goes on while the test looks at it. */
  start(args: readonly string[] = []) {
    const [program, words, options] = this.#spawned(shells[0]!, args, false, {});
    return spawn(program, words, { ...options, stdio: 'ignore' });
  }

  clear(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}
