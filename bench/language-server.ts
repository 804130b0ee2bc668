/**
 * How soon the language server answers: diagnostics of a log of 20 MB, 200 MB and 600 MB after they are opened, hovers in
 * another log meanwhile, hovers in it after that, and its resident memory. Absolute figures depend on the machine and its other work. Needs the build: `npm run build`.
 */
import { spawn } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  createProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver-protocol/node';
import { shownTexts } from '../packages/vscode/src/protocol.ts';
import { uriOfSource } from '../packages/vscode/src/source-uri.ts';

const module = join(dirname(import.meta.dirname), 'packages/vscode/dist/server.cjs');
const folder = mkdtempSync(join(tmpdir(), 'zoomlog-bench-'));
const megabytes = [20, 200, 600];
const hovers = 200;

const line = (n: number, message: string): string => {
  const time = new Date(Date.UTC(2025, 1, 17, 8) + n * 10).toISOString();
  const [year, month, day] = time.slice(0, 10).split('-');
  return `${month}/${day}/${year} ${time.slice(11, 23).replace('.', ':')}\tZOOM\t[512:9013:41288]\tINFO\t${message}, this = 0x00c4d200\n`;
};

/** One line in a thousand can matter, one in ten thousand is a failure. */
function writeLog(path: string, size: number): number {
  const file = openSync(path, 'w');
  let failed = 0;
  for (let written = 0, n = 0; written < size; ) {
    let text = '';
    for (let k = 0; k < 10_000; k++, n++) {
      if (n % 10_000 === 7_007) failed = n;
      text += line(
        n,
        n % 10_000 === 7_007
          ? 'vc::on_ping_confirm_cli(),  start,  result: 104103,  top_mmr: '
          : 'vc::start_req(),  nothing to say of it',
      );
    }
    written += writeSync(file, text);
  }
  closeSync(file);
  return failed;
}

const started = performance.now();
const child = spawn(process.execPath, [module, '--stdio'], { stdio: ['pipe', 'pipe', 'inherit'] });
const connection = createProtocolConnection(
  new StreamMessageReader(child.stdout),
  new StreamMessageWriter(child.stdin),
);
const waiting = new Map<string, () => void>();
connection.onNotification('textDocument/publishDiagnostics', ({ uri, diagnostics }) => {
  if (diagnostics.length > 0) waiting.get(uri)?.();
});
connection.listen();
await connection.sendRequest('initialize', { processId: null, rootUri: null, capabilities: {} });
await connection.sendNotification('initialized', {});
console.log(`server up: ${Math.round(performance.now() - started)} ms`);

// proc(5); Linux only.
const resident = (): string =>
  `${Math.round(Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'))?.[1]) / 1000)} MB resident`;

/** Milliseconds that a hover took to be answered. */
async function hover(uri: string, line: number): Promise<number> {
  const before = performance.now();
  const position = { line, character: 92 };
  await connection.sendRequest('textDocument/hover', { textDocument: { uri }, position });
  return performance.now() - before;
}

/** Shows the logs; milliseconds until the first of them has diagnostics. */
async function show(...uris: string[]): Promise<number> {
  const { promise: seen, resolve } = Promise.withResolvers<void>();
  waiting.set(uris[0]!, resolve);
  const opened = performance.now();
  await connection.sendNotification(shownTexts, { texts: uris.map((uri) => ({ uri, claimed: true })) });
  await seen;
  return Math.round(performance.now() - opened);
}

function told(times: number[]): string {
  times.sort((a, b) => a - b);
  return `median ${times[times.length >> 1]!.toFixed(1)} ms, worst ${times.at(-1)!.toFixed(1)} ms of ${times.length}`;
}

const elsewhere = join(folder, 'zoom_memlog_1.log');
const failedElsewhere = writeLog(elsewhere, 1e6);
await show(uriOfSource(elsewhere, false));
await hover(uriOfSource(elsewhere, false), failedElsewhere);

for (const size of megabytes) {
  const path = join(folder, `zoom_memlog_${size}.log`);
  const failed = writeLog(path, size * 1e6);
  const uri = uriOfSource(path, false);
  let isRead = false;
  const reading = show(uri, uriOfSource(elsewhere, false)).finally(() => {
    isRead = true;
  });
  const meanwhile: number[] = [];
  while (!isRead) {
    meanwhile.push(await hover(uriOfSource(elsewhere, false), failedElsewhere));
    await sleep(20);
  }
  const after: number[] = [];
  for (let k = 0; k < hovers; k++)
    after.push(await hover(uri, k % 2 === 0 ? failed : Math.floor((failed * k) / hovers)));
  console.log(`${size} MB: diagnostics after ${await reading} ms; ${resident()}`);
  console.log(`  hover elsewhere meanwhile: ${told(meanwhile)}`);
  console.log(`  hover in it after that: first ${after[0]!.toFixed(1)} ms, ${told(after)}`);
  await connection.sendNotification(shownTexts, { texts: [{ uri: uriOfSource(elsewhere, false), claimed: true }] });
  await sleep(200);
}
connection.dispose();
child.kill();
rmSync(folder, { recursive: true });
