/** Programs that print the samples of `fixtures/commands/` in place of the real ones, and the folders of Zoom beside them. */
import { cpSync, existsSync, globSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Os } from '@zoomlog/parser';
import { probesOf } from '../../packages/parser/src/knowledge/commands/index.ts';
import { fixtures } from './places.ts';

type Health = 'healthy' | 'failing';

const samplesIn = (os: Os, state: Health): string => join(fixtures, 'commands', os, state);

/** Programs that the commands need beside those that are asked. */
const tools = ['grep', 'cat', 'sleep'];

export function stubProgram(folder: string, name: string, script: string): void {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, name), `#!/bin/sh\n${script}\n`, { mode: 0o755 });
}

/** A folder for the PATH, with nothing on it but what is needed and what is stubbed. */
export function emptyPath(folder: string): string {
  mkdirSync(folder, { recursive: true });
  for (const tool of tools) {
    const real = ['/usr/bin', '/bin'].map((at) => join(at, tool)).find((path) => existsSync(path));
    symlinkSync(real!, join(folder, tool));
  }
  return folder;
}

const quoted = (text: string): string => `'${text.replaceAll("'", "'\\''")}'`;

/** Stubs of all programs that the commands for a POSIX system ask. */
export function stubCommands(folder: string, os: 'linux' | 'macos', state: Health): string {
  emptyPath(folder);
  const cases = probesOf(os)
    .filter(({ copies }) => !copies)
    .map(({ collect, output }) => {
      const [, program = '', args = ''] = /^(?:LC_ALL=C )?\(?([\w-]+) ?([^>|;]*)/.exec(collect)!;
      const sample = join(samplesIn(os, state), output);
      const target = collect.includes('>') ? '' : ` > ${output}`;
      // `getent` says with this that there is no answer.
      const ending = output === 'resolve-zoom.txt' && state === 'failing' ? '; exit 2' : '';
      return {
        program,
        line: `${quoted(args.replaceAll("'", '').trim())}) cat ${quoted(sample)}${target}${ending} ;;`,
      };
    });
  for (const [program, own] of Map.groupBy(cases, (one) => one.program))
    stubProgram(folder, program, `case "$*" in\n${own.map(({ line }) => line).join('\n')}\nesac`);
  return folder;
}

/** What runs in PowerShell's place: each command is known by the file that it names. */
export function stubPowershell(folder: string, state: Health): (command: string) => readonly [string, ...string[]] {
  const samples = samplesIn('windows', state);
  const lines = probesOf('windows')
    .filter(({ copies }) => !copies)
    .flatMap(({ output }) =>
      globSync(output, { cwd: samples }).map(
        (name) => `*${quoted(output.split('*')[0]!)}*) cat ${quoted(join(samples, name))} > ${quoted(name)} ;;`,
      ),
    );
  stubProgram(folder, 'powershell', `case "$1" in\n${lines.join('\n')}\nesac`);
  return (command) => [join(folder, 'powershell'), command];
}

const homes: Readonly<Record<Os, Readonly<Record<string, string>>>> = {
  windows: {
    'zoom-logs': 'AppData/Roaming/Zoom/logs',
    'installer.txt': 'AppData/Roaming/Zoom/installer.txt',
    'MSI*.LOG': 'AppData/Local/Temp',
  },
  macos: {
    'zoom-logs': 'Library/Logs/zoom.us',
    'zoominstall.log': 'Library/Logs/zoominstall.log',
    'zoom.us*.ips': 'Library/Logs/DiagnosticReports',
  },
  linux: { 'zoom-logs': '.zoom/logs' },
};

/** A home folder with the samples of Zoom's own files where Zoom writes them. */
export function zoomHome(home: string, os: Os, state: Health): string {
  // A Mac has it whether anything crashed or not.
  if (os === 'macos') mkdirSync(join(home, 'Library/Logs/DiagnosticReports'), { recursive: true });
  for (const [sample, place] of Object.entries(homes[os]))
    for (const name of globSync(sample, { cwd: samplesIn(os, state) })) {
      const target = sample.includes('*') ? join(home, place, basename(name)) : join(home, place);
      mkdirSync(join(target, '..'), { recursive: true });
      cpSync(join(samplesIn(os, state), name), target, { recursive: true });
    }
  return home;
}
