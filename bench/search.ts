/**
 * How fast the lines that matter are found: `findLines` beside an alternation regex and, where it is installed, ripgrep,
 * on the same made-up memory log. Absolute figures depend on the machine and its other work; look at the ratios.
 * Run as `node bench/search.ts`.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { compileLiterals, findLines } from '../packages/parser/src/reading/search.ts';

const size = 200_000_000;
const chunkSize = 1 << 20;
/** The regex is so slow that a part of the log will do. */
const regexSize = 20_000_000;
const rounds = 5;

/** Written down by hand: what the failures of a memory log may look for. */
const literals: readonly string[] = `
connect failed|errno = |gai_strerror|nodename nor servname|getaddrinfo|ECONNREFUSED|ETIMEDOUT|ENETUNREACH|EHOSTUNREACH
ECONNRESET|connection refused|connection reset|timed out|network is unreachable|no route to host|result = 104|result: 104
connect_result: 104|no ping rsp data|proxy authentication|407 Proxy|HTTP/1.1 407|HTTP/1.0 407|HTTP/1.1 502|HTTP/1.1 503
ERR_PROXY|ERR_TUNNEL|ERR_CERT|ERR_SSL|ERR_NAME_NOT_RESOLVED|ERR_INTERNET_DISCONNECTED|ERR_CONNECTION|ERR_TIMED_OUT
net_error|PAC script|auto_config|wpad.dat|has expired|not yet valid|self signed|local issuer|handshake failed|ssl_error
SSL_connect|bad certificate|unknown ca|certificate verify|X509_V_ERR|clock skew|system time|device busy|device in use
kTCCService|camera denied|microphone denied|permission denied|access denied|not authorized|CoreAudio error|AUGraph
kAudioHardware|no such device|device disconnected|device lost|USB disconnect|usb reset|AVCaptureSession|VIDIOC_
snd_pcm_open|pulseaudio|start capture failed|open camera failed|open mic failed|login failed|sign-in failed
token expired|invalid token|error_code: 1|error_code = 1|errorCode=|status code: 4|status code: 5|web api error
has ended|meeting not found|wrong passcode|account disabled|locked out|update required|version too low|installer failed
corrupt|signature invalid|missing library|shared object|symbol lookup|undefined symbol|segmentation|crashed|fatal error
`
  .trim()
  .split(/[|\n]/);

/** Some three hundred more, of the kind that error enumerations give. */
const errorNames = 'open load bind listen send resolve verify decode create attach start sync update parse join'
  .split(' ')
  .flatMap((verb) =>
    'access busy cancel chain closed crypto denied expired format gateway host invalid key limit lock missing port quota size type'
      .split(' ')
      .map((noun) => `${verb} error ${noun}`),
  );

let state = 1;
/** The same numbers in every run: a linear congruential generator. */
function random(below: number): number {
  state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
  return Math.floor((state / 2 ** 32) * below);
}
const digits = (count: number, base = 16): string =>
  Array.from({ length: count }, () => random(base).toString(base)).join('');
const two = (value: number): string => String(value).padStart(2, '0');
const pointer = (): string => `0x${digits(8)}`;
const address = (): string => `198.51.100.${random(256)}`;
const host = (): string => `gw${random(90)}.example.com`;

const ordinary: readonly (() => string)[] = [
  () => `link_ctx_t::print_state() [${random(9)}/9], family = 2, url = TCP://${address()}:8801, self = ${pointer()}`,
  () =>
    `link_ctx_t::print_state() [${random(9)}/9], family = 2, url = SSL://${host()}:443, self = ${pointer()}, peer = ${pointer()}`,
  () => `http_link_t::on_connected, reason = 0, link = ${pointer()}, remote = ${pointer()}, self = ${pointer()}`,
  () =>
    `address_book_t::print_groups(),   index: ${random(12)},   group: [tcp://${address()}:8801,tcp://${address()}:8802,ssl://${host()}:443,ssl://${host()}:443]`,
  () =>
    `channel_t::on_packet(),  kind: ${random(400)},  length: ${random(1500)},  node: ${random(99999)},  seq: ${random(999999)},  delay: ${random(300)} ms`,
  () =>
    `video_stream_t::on_bandwidth(),  receive: ${random(4000)} kbps,  send: ${random(4000)} kbps,  rtt: ${random(200)},  jitter: ${random(40)},  lost: ${random(3)}%,  size: 1280x720`,
  () =>
    `audio_mixer_t::on_level, volume = ${random(255)}, gain = 1, speaker = "Built-in Output", microphone = "Built-in Microphone", rate = 48000`,
  () =>
    `roster_t::on_status_changed, node = ${random(99999)}, users = ${random(40)}, audio_muted = ${random(2)}, video_muted = ${random(2)}, version = ${random(999)}`,
  () =>
    `presence_t::on_stanza, from = ${digits(12)}@example.com, show = available, priority = ${random(99)}, stanza_id = ${digits(16)}`,
  () =>
    `request_t::start(), request: ${digits(8)}-${digits(4)}-4${digits(3)}-a${digits(3)}-${digits(12)}, session type: ${random(6)}, tunnel list size: 4, self = ${pointer()}`,
  () => `proxy_lookup_t::resolve, url: https://${address()} returns none, automatic script = 0`,
  () =>
    `timer_queue_t::schedule(), tick: ${random(999999)}, pending: ${random(400)}, next: ${random(999)} ms, owner = ${pointer()}`,
];
const failing: readonly (() => string)[] = [
  () => `connector_t::open, connect failed, errno = 51, self = ${pointer()}`,
  () => `resolver_t::run, errno = 2, gai_strerror(rv) = nodename nor servname provided, or not known`,
  () => `conference_t::on_confirm, action = 34, result = 104101, node = 0`,
];

/** About `bytes` bytes of a memory log, a line in a hundred failing: 16 MB of it are made, then repeated. */
function makeMemlog(bytes: number): Buffer {
  const lines: string[] = [];
  for (let made = 0, seconds = 0; made < 16_000_000; made += lines.at(-1)!.length) {
    if (random(20) === 0) seconds++;
    const isFailing = random(100) === 0;
    const kinds = isFailing ? failing : ordinary;
    const clock = `${two(Math.floor(seconds / 3600) % 24)}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
    const level = isFailing ? 'ERROR' : random(40) === 0 ? 'WARNING' : 'INFO';
    const head = `05/18/2021 ${clock}:${digits(3, 10)}\tZOOM\t[4711:${4800 + random(6)}:29576500${random(6)}]\t${level}\t`;
    lines.push(`${head}${kinds[random(kinds.length)]!()}\n`);
  }
  const block = Buffer.from(lines.join(''));
  return Buffer.concat(Array.from({ length: Math.ceil(bytes / block.length) }, () => block));
}

/** Ranges of whole lines, a chunk or a little more each. */
function chunksOf(bytes: Uint8Array): [from: number, to: number][] {
  const chunks: [number, number][] = [];
  for (let from = 0; from < bytes.length; ) {
    const lineFeed = bytes.indexOf(10, from + chunkSize);
    const to = lineFeed === -1 ? bytes.length : lineFeed + 1;
    chunks.push([from, to]);
    from = to;
  }
  return chunks;
}

/** The best of `times` runs, in seconds, and what the run returned. */
function best(times: number, run: () => number): { seconds: number; lines: number } {
  let seconds = Number.POSITIVE_INFINITY;
  let lines = 0;
  for (let i = 0; i < times; i++) {
    const begin = performance.now();
    lines = run();
    seconds = Math.min(seconds, (performance.now() - begin) / 1000);
  }
  return { seconds, lines };
}

function withFindLines(words: readonly string[], bytes: Uint8Array, sample?: Uint8Array): number {
  const set = compileLiterals(words, sample);
  let lines = 0;
  for (const [from, to] of chunksOf(bytes)) findLines(set, bytes, from, to, () => lines++);
  return lines;
}

function withRegex(words: readonly string[], bytes: Uint8Array): number {
  const regex = new RegExp(words.map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|'), 'gi');
  const decoder = new TextDecoder('latin1');
  let lines = 0;
  for (const [from, to] of chunksOf(bytes)) {
    const text = decoder.decode(bytes.subarray(from, to));
    for (regex.lastIndex = 0; regex.test(text); lines++) regex.lastIndex = text.indexOf('\n', regex.lastIndex);
  }
  return lines;
}

function withRipgrep(patterns: string, log: string): number {
  return Number(spawnSync('rg', ['-c', '-i', '-F', '-f', patterns, log], { encoding: 'utf8' }).stdout);
}

const megabytes = (bytes: number): string => (bytes / 1e6).toFixed(0);
const bytes = makeMemlog(size);
const sample = bytes.subarray(0, 1 << 16);
const regexPart = bytes.subarray(0, bytes.lastIndexOf(10, regexSize) + 1);
const hundred = literals.slice(0, 100);
const folder = mkdtempSync(join(tmpdir(), 'zoomlog-bench-'));
try {
  const log = join(folder, 'memlog.log');
  const patterns = join(folder, 'patterns.txt');
  writeFileSync(log, bytes);
  const hasRipgrep = spawnSync('rg', ['--version']).error === undefined;
  // The shortest literal sets the pace: the second set differs from the first by a literal of four bytes.
  for (const words of [hundred, [...hundred.slice(1), ' 407'], [...hundred, ...errorNames].slice(0, 400)]) {
    writeFileSync(patterns, words.join('\n'));
    const shortest = Math.min(...words.map((word) => word.length));
    console.log(`${words.length} literals of ${shortest} bytes and more, ${megabytes(bytes.length)} MB`);
    const contenders: [name: string, length: number, times: number, run: () => number][] = [
      ['findLines', bytes.length, rounds, () => withFindLines(words, bytes, sample)],
      ['findLines, no sample', bytes.length, rounds, () => withFindLines(words, bytes)],
      [`regex, ${megabytes(regexSize)} MB of it`, regexPart.length, 1, () => withRegex(words, regexPart)],
    ];
    if (hasRipgrep) contenders.push(['rg -c -i -F -f', bytes.length, rounds, () => withRipgrep(patterns, log)]);
    for (const [name, length, times, run] of contenders) {
      const { seconds, lines } = best(times, run);
      console.log(
        `  ${name.padEnd(24)}${megabytes(length / seconds).padStart(6)} MB/s${String(lines).padStart(9)} lines`,
      );
    }
  }
  if (!hasRipgrep) console.log('ripgrep (rg) is not on the PATH');
} finally {
  rmSync(folder, { recursive: true });
}
