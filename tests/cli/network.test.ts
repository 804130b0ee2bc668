/** Nothing is sent anywhere: no command, nor the language server, opens a socket of the internet. */
import { execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, inject, test } from 'vitest';
import { zoomlogCommand } from '../helpers/command.ts';
import { openEditorOn } from '../helpers/language-client.ts';
import { fixtures } from '../helpers/places.ts';

function hasStrace(): boolean {
  try {
    execFileSync('strace', ['-V'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

const bundle = join(fixtures, 'demo-bundle/evidence/bundle.zip');
const commands: readonly (readonly string[])[] = [
  ['scan', bundle],
  ['scan'],
  ['watch', bundle, '--from-start', '--for', '1s'],
  ['watch', '--replay', bundle, '--speed', '1000', '--for', '1s'],
  ['explain', '104103'],
  ['list', 'failures'],
  ['list', 'paths'],
  ['--version'],
];

// socket(2): the families of the internet, and packets below them.
const internet = /socket\(AF_(?:INET6?|PACKET|NETLINK)/;

describe.runIf(hasStrace())('under strace (skipped where it is not installed)', () => {
  const folder = mkdtempSync(join(tmpdir(), 'zoomlog-network-'));
  afterAll(() => rmSync(folder, { recursive: true }));
  const traced = (record: string): string[] => ['-f', '-e', 'trace=socket,connect,sendto', '-o', record];

  test.each(commands.map((one) => [one.map((part) => part.replace(bundle, 'bundle.zip')).join(' '), one] as const))(
    'zoomlog %s',
    (_, args) => {
      const record = join(folder, 'record');
      const run = () =>
        execFileSync('strace', [...traced(record), ...zoomlogCommand(), ...args], {
          encoding: 'utf8',
          stdio: ['ignore', 'pipe', 'pipe'],
          env: { ...process.env, HOME: folder },
        });
      // Exit 1 and 3 are answers, too.
      try {
        run();
      } catch (error) {
        expect([1, 3]).toContain((error as { status: number | null }).status);
      }
      expect(readFileSync(record, 'utf8')).toMatch(/exited with [013]/);
      expect(readFileSync(record, 'utf8')).not.toMatch(internet);
    },
  );

  test('the language server', async () => {
    const record = join(folder, 'server');
    const server = join(inject('built'), 'packages/vscode/dist/server.cjs');
    const child = spawn('strace', [...traced(record), process.execPath, server, '--stdio'], {
      stdio: ['pipe', 'pipe', 'ignore'],
    });
    const ended = new Promise((resolve) => child.once('exit', resolve));
    const editor = await openEditorOn(child.stdout, child.stdin);
    const summary = await editor.scan(bundle);
    expect(summary.sources.length).toBeGreaterThan(0);
    await editor.close();
    child.stdin.end();
    child.kill();
    await ended;
    expect(readFileSync(record, 'utf8')).not.toMatch(internet);
  });

  test('a socket of the internet would be seen', () => {
    const record = join(folder, 'probe');
    const probe = "require('node:net').connect(9, '127.0.0.1').on('error', () => {})";
    execFileSync('strace', [...traced(record), process.execPath, '-e', probe], { stdio: 'ignore' });
    expect(readFileSync(record, 'utf8')).toMatch(internet);
  });
});
