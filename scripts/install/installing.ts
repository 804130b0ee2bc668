/** What the installers of test environments share: commands run quietly, packages of Debian, refusals in one line. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { commandOnPath } from './installation.ts';

/** Something that the user can change: reported in one line, without a stack. */
export class Refusal extends Error {}

export interface Installation {
  /** What is installed, as refusals name it. */
  readonly name: string;
  /** Debian packages that are missing. */
  readonly packages: () => readonly string[];
  /** The npm script, for hints. */
  readonly script: string;
  readonly folder: string;
  readonly isInstalled: () => boolean;
  readonly install: () => void;
}

/** Runs an installer; `--system`, as root, also installs what it needs of Debian. */
export function runInstaller({ name, packages, script, folder, isInstalled, install }: Installation): void {
  try {
    const { values } = parseArgs({ options: { system: { type: 'boolean', default: false } } });
    requirePlatform(name);
    const needed = packages();
    if (values.system) installSystem(needed);
    else if (needed.length > 0)
      throw new Refusal(
        `${name} needs: ${needed.join(' ')}\n  as root: apt-get update && apt-get install -y --no-install-recommends ${needed.join(' ')}\n  or:      npm run ${script} -- --system`,
      );
    if (isInstalled()) {
      console.log(`${name} is installed in ${folder}`);
      return;
    }
    const started = performance.now();
    console.log(`${name} is being installed in ${folder}`);
    install();
    console.log(`installed in ${Math.round((performance.now() - started) / 1000)} s`);
  } catch (error) {
    const isOurs = error instanceof Refusal || (error as NodeJS.ErrnoException).code?.startsWith('ERR_PARSE_ARGS');
    if (!isOurs) throw error;
    console.error((error as Error).message);
    process.exitCode = 1;
  }
}

function requirePlatform(name: string): void {
  const here = `${process.platform} ${process.arch}`;
  if (here !== 'linux x64') throw new Refusal(`${name} can be installed on Linux x64 only; this is ${here}.`);
}

function installSystem(packages: readonly string[]): void {
  if (packages.length === 0) return;
  if (process.getuid?.() !== 0) throw new Refusal('--system installs Debian packages: run it as root.');
  if (commandOnPath('apt-get') === null)
    throw new Refusal(`--system needs apt-get. Install these yourself: ${packages.join(' ')}`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  run('apt-get', ['update', '-qq'], { env });
  run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...packages], { env });
}

/**
 * Makes the folder and empties it, unless it holds something else than an earlier installation: its name may come from
 * the environment. An installation is known by `sign`, in its package.json, which stays: this may be interrupted.
 */
export function clear(folder: string, sign: string): void {
  const manifest = join(folder, 'package.json');
  mkdirSync(folder, { recursive: true });
  const names = readdirSync(folder);
  if (names.length > 0 && !(names.includes('package.json') && readFileSync(manifest, 'utf8').includes(sign)))
    throw new Refusal(`${folder} holds something else: name another folder.`);
  for (const name of names) if (name !== 'package.json') rmSync(join(folder, name), { recursive: true });
  writeFileSync(manifest, JSON.stringify({ private: true, description: sign }));
}

/** Runs a command to its end and returns what it prints; that is shown only when it fails. */
export function run(
  command: string,
  args: readonly string[],
  options: { cwd?: string; env: NodeJS.ProcessEnv },
): string {
  const { error, status, signal, stdout, stderr } = spawnSync(command, args, { ...options, encoding: 'utf8' });
  if (error === undefined && status === 0) return stdout;
  const how = error?.message ?? (signal === null ? `exit status ${status}` : `ended by ${signal}`);
  throw new Refusal(`${[command, ...args].join(' ')}: ${how}\n${`${stdout ?? ''}${stderr ?? ''}`.slice(-4000)}`);
}
