/** The logs that inputs are made of: one of each kind, in bytes as they lie on a machine. */
import { harEnd, harEntries, harHead } from './har.ts';
import { journalLines, syslogLines } from './journal.ts';
import { memlogLines } from './memlog.ts';
import { msiLines } from './msi.ts';
import { netlogEnd, netlogEvents, netlogHead } from './netlog.ts';
import { randomOf } from './random.ts';
import { auditLines, chromiumLines, firewallLines, installerLines, type LineMaker } from './small-logs.ts';
import { unifiedDefaultLines, unifiedNdjsonLines } from './unified-log.ts';
import { windowsEvents } from './windows-events.ts';

export interface Log {
  /** The name that the file has on a machine. */
  readonly file: string;
  /** The id of its format. */
  readonly format: string;
  readonly pieces: LineMaker;
  /** What is around and between the pieces; lines unless said otherwise. */
  readonly head?: string;
  readonly between?: string;
  readonly end?: string;
  /** UTF-16, little-endian, with its mark. */
  readonly isWide?: true;
}

const seed = 20_250_520;
const blockSize = 1_000_000;

const memlog = (share: number, failing: number): Log => ({
  file: 'zoom_memlog.log',
  format: 'zoom-memlog',
  pieces: (random) => memlogLines(random, { share, failing }),
});

/** Named for what they are to measure. */
export const logs = {
  sparse: memlog(0.0001, 0.5),
  onePercent: memlog(0.01, 0.5),
  failing: memlog(0.09, 0.9),
  twentyPercent: memlog(0.2, 0.5),
  journal: { file: 'journal.ndjson', format: 'journal-json', pieces: (random) => journalLines(random, 0.005) },
  syslog: { file: 'syslog', format: 'syslog', pieces: (random) => syslogLines(random, 0.01) },
  unified: {
    file: 'log-show.ndjson',
    format: 'unified-log-ndjson',
    pieces: (random) => unifiedNdjsonLines(random, 0.008),
  },
  unifiedDefault: {
    file: 'log-show.txt',
    format: 'unified-log-default',
    pieces: (random) => unifiedDefaultLines(random, 0.008),
  },
  tccd: { file: 'tccd.ndjson', format: 'unified-log-ndjson', pieces: (random) => unifiedNdjsonLines(random, 0.8) },
  netlog: {
    file: 'chrome-net-export-log.json',
    format: 'netlog',
    pieces: netlogEvents,
    head: netlogHead,
    between: ',\n',
    end: netlogEnd,
  },
  har: { file: 'app.har', format: 'har', pieces: harEntries, head: harHead, between: ',\n', end: harEnd },
  events: {
    file: 'events.xml',
    format: 'windows-events',
    pieces: (random) => windowsEvents(random, 0.05),
    head: '<Events>\n',
    end: '\n</Events>\n',
  },
  msi: { file: 'MSI4c1d0.LOG', format: 'msi-log', pieces: msiLines, isWide: true },
  chromium: { file: 'chrome_debug.log', format: 'chromium', pieces: chromiumLines },
  installer: { file: 'installer.txt', format: 'zoom-installer', pieces: installerLines },
  audit: { file: 'audit.log', format: 'audit-log', pieces: auditLines },
  firewall: { file: 'pfirewall.log', format: 'pfirewall', pieces: firewallLines },
} as const satisfies Readonly<Record<string, Log>>;

/**
 * Logs of machines on which nothing is wrong, with as many of the words that failures look for as such logs have: for
 * measuring how often a literal stands in an ordinary line.
 */
export const ordinaryLogs: readonly Log[] = [
  memlog(0.03, 0),
  logs.journal,
  logs.syslog,
  logs.unified,
  logs.unifiedDefault,
  logs.events,
  logs.msi,
  logs.chromium,
  logs.installer,
  logs.audit,
  logs.firewall,
];

/** A log of about so many bytes, in blocks of about a megabyte. The same seed gives the same bytes. */
export function* blocksOf(log: Log, bytes: number, from: number = seed): Generator<Buffer> {
  const { head = '', between = '\n', end = '\n', isWide } = log;
  const encoding = isWide ? 'utf16le' : 'utf8';
  const next = log.pieces(randomOf(from));
  let block = (isWide ? '\uFEFF' : '') + head + next();
  let left = bytes / (isWide ? 2 : 1) - block.length - end.length;
  while (left > 0) {
    const piece = between + next();
    block += piece;
    left -= piece.length;
    if (block.length < blockSize) continue;
    yield Buffer.from(block, encoding);
    block = '';
  }
  yield Buffer.from(block + end, encoding);
}

/** The same as one buffer. */
export const bytesOf = (log: Log, bytes: number, from?: number): Buffer =>
  Buffer.concat([...blocksOf(log, bytes, from)]);
