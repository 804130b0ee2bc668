/**
 * A command that scans without starting anew: a small script asks this process, which has everything loaded. For tools that
 * start the command a hundred times.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { runCli } from './run-cli.ts';

export interface WarmCommand {
  readonly command: readonly string[];
  close(): void;
}

export async function startWarmCommand(): Promise<WarmCommand> {
  const folder = mkdtempSync(join(tmpdir(), 'zoomlog-warm-'));
  const [socket, script] = [join(folder, 'socket'), join(folder, 'ask.cjs')];
  writeFileSync(
    script,
    `const socket = require('node:net').connect(${JSON.stringify(socket)});
let answer = '';
socket.on('data', (part) => (answer += part)).on('end', () => {
  const { status, stdout, stderr } = JSON.parse(answer);
  process.stderr.write(stderr);
  process.stdout.write(stdout);
  process.exitCode = status;
});
socket.setEncoding('utf8');
socket.end(JSON.stringify(process.argv.slice(2)));
`,
  );
  const server = createServer({ allowHalfOpen: true }, async (connection) => {
    const run = await runCli(JSON.parse(await text(connection))).catch((error: unknown) => ({
      status: 70,
      stdout: '',
      stderr: String(error),
    }));
    connection.end(JSON.stringify(run));
  });
  await new Promise<void>((resolve) => server.listen(socket, resolve));
  return {
    command: [process.execPath, script],
    close() {
      server.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
