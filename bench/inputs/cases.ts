/** What is measured: for each case a file, or a folder, of so many megabytes, all from one seed. */
import { mkdir, open, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { tarOf, zipOf } from '../../scripts/make-archive.ts';
import { eventLogChunks, eventLogHeader } from '../../tests/helpers/event-log.ts';
import { harEnd, harEntries, harHead } from './har.ts';
import { journalLines, syslogLines } from './journal.ts';
import { memlogLines } from './memlog.ts';
import { msiLines } from './msi.ts';
import { netlogEnd, netlogEvents, netlogHead } from './netlog.ts';
import { randomOf } from './random.ts';
import { auditLines, chromiumLines, firewallLines, foreignLogs, installerLines, type LineMaker } from './small-logs.ts';
import { unifiedDefaultLines, unifiedNdjsonLines } from './unified-log.ts';
import { windowsEvents } from './windows-events.ts';

export interface Case {
  readonly title: string;
  /** Of 1,000,000 bytes, as they are on the disk before any packing. */
  readonly megabytes: number;
  /** The name that the file, or the folder, has on a machine. */
  readonly file: string;
  /** The format whose literals are looked for. */
  readonly format: string;
  /** How the command gets it; by its path unless said otherwise. */
  readonly by?: 'stdin' | 'zip' | 'tar.gz' | 'folder';
  /** Of two bytes a character, in which grep finds nothing. */
  readonly isWide?: true;
  make(place: string, megabytes: number): Promise<void>;
}

const seed = 20_250_520;
const million = 1_000_000;

interface Document {
  readonly head: string;
  readonly between: string;
  readonly end: string;
}
const ofLines: Document = { head: '', between: '\n', end: '\n' };

/** Blocks of about a megabyte of text: pieces between a head and an end, so many bytes in all. */
function* textOf(
  next: () => string,
  bytes: number,
  { head, between, end }: Document = ofLines,
): Generator<string> {
  let block = head + next();
  let left = bytes - block.length - end.length;
  while (left > 0) {
    const piece = between + next();
    block += piece;
    left -= piece.length;
    if (block.length < million) continue;
    yield block;
    block = '';
  }
  yield block + end;
}

async function write(
  place: string,
  blocks: Iterable<string | Uint8Array>,
  encoding: BufferEncoding = 'utf8',
): Promise<void> {
  const file = await open(place, 'w');
  try {
    if (encoding === 'utf16le') await file.write(Buffer.from([0xff, 0xfe]));
    for (const block of blocks) await file.writeFile(typeof block === 'string' ? Buffer.from(block, encoding) : block);
  } finally {
    await file.close();
  }
}

/** A file of pieces that a generator makes. */
const file =
  (lines: LineMaker, document: Document = ofLines, encoding: BufferEncoding = 'utf8') =>
  (place: string, megabytes: number): Promise<void> => {
    const bytes = megabytes * million;
    return write(place, textOf(lines(randomOf(seed)), encoding === 'utf16le' ? bytes / 2 : bytes, document), encoding);
  };

const sparse: LineMaker = (random) => memlogLines(random, { share: 0.0001, failing: 0.5 });
const onePercent: LineMaker = (random) => memlogLines(random, { share: 0.01, failing: 0.5 });
const fifth: LineMaker = (random) => memlogLines(random, { share: 0.2, failing: 0.5 });
const reconnecting: LineMaker = (random) => memlogLines(random, { share: 0.09, failing: 0.9 });

/** Twenty memory logs under the names that a client gives them. */
function* bundleOf(megabytes: number): Generator<{ name: string; data: Buffer }> {
  for (let i = 0; i < 20; i++) {
    const text = [...textOf(onePercent(randomOf(seed + i)), (megabytes * million) / 20)].join('');
    yield { name: `logs/zoom_memlog_${4000 + i}.log`, data: Buffer.from(text) };
  }
}

async function makeFolder(place: string, files: Iterable<{ name: string; data: Buffer }>): Promise<void> {
  await rm(place, { recursive: true, force: true });
  const made = new Set<string>();
  for (const { name, data } of files) {
    const path = join(place, name);
    if (!made.has(dirname(path))) await mkdir(dirname(path), { recursive: true });
    made.add(dirname(path));
    await writeFile(path, data);
  }
}

async function makeEventLog(place: string, megabytes: number): Promise<void> {
  const next = windowsEvents(randomOf(seed), 0.05);
  let bytes = 0;
  let events = 0;
  let chunks = 0;
  function* until(): Generator<string> {
    for (; bytes < megabytes * million; events++) yield next();
  }
  function* blocks(): Generator<Uint8Array> {
    yield Buffer.alloc(4096);
    for (const chunk of eventLogChunks(until())) {
      chunks++;
      bytes += chunk.length;
      yield chunk;
    }
  }
  await write(place, blocks());
  const file = await open(place, 'r+');
  await file.write(eventLogHeader(chunks, events), 0, 4096, 0);
  await file.close();
}

const small: Readonly<Record<string, LineMaker>> = {
  syslog: (random) => syslogLines(random, 0.01),
  'zoom_memlog.log': reconnecting,
  'chrome_debug.log': chromiumLines,
  'installer.txt': installerLines,
  'audit.log': auditLines,
  'pfirewall.log': firewallLines,
  'journal.ndjson': (random) => journalLines(random, 0.01),
  'log-show.txt': (random) => unifiedDefaultLines(random, 0.02),
  'msi.log': msiLines,
  'events.txt': (random) => windowsEvents(random, 0.1),
  ...foreignLogs,
};

/** As many files of 10 kB as fit, over 100 folders. */
function* smallFiles(megabytes: number): Generator<{ name: string; data: Buffer }> {
  const makers = Object.entries(small);
  const random = randomOf(seed);
  const count = Math.max(1, Math.round(megabytes * 100));
  for (let i = 0; i < count; i++) {
    const [name, maker] = makers[i % makers.length]!;
    yield { name: `host-${i % 100}/${i}/${name}`, data: Buffer.from([...textOf(maker(random), 10_000)].join('')) };
  }
}

const memlog = { format: 'zoom-memlog', file: 'zoom_memlog.log' };

export const cases: Readonly<Record<string, Case>> = {
  sparse: { title: 'memory log, almost nothing matches', megabytes: 1000, ...memlog, make: file(sparse) },
  'sparse-4gb': { title: 'the same, 4 GB', megabytes: 4000, ...memlog, make: file(sparse) },
  'one-percent': { title: 'memory log, 1 % of the lines match', megabytes: 200, ...memlog, make: file(onePercent) },
  failing: {
    title: 'memory log of a client that reconnects, 9 %',
    megabytes: 200,
    ...memlog,
    make: file(reconnecting),
  },
  'twenty-percent': { title: 'memory log, 20 % match', megabytes: 200, ...memlog, make: file(fifth) },
  'utf-16': {
    title: 'memory log in UTF-16',
    megabytes: 200,
    ...memlog,
    isWide: true,
    make: file(sparse, ofLines, 'utf16le'),
  },
  stdin: { title: 'memory log from standard input', megabytes: 200, ...memlog, by: 'stdin', make: file(onePercent) },
  zip: {
    title: 'zip of 20 memory logs',
    megabytes: 200,
    format: 'zoom-memlog',
    file: 'logs.zip',
    by: 'zip',
    make: (place, megabytes) => writeFile(place, zipOf([...bundleOf(megabytes)])),
  },
  'tar-gz': {
    title: 'tar.gz of the same',
    megabytes: 200,
    format: 'zoom-memlog',
    file: 'logs.tar.gz',
    by: 'tar.gz',
    make: async (place, megabytes) => writeFile(place, gzipSync(await tarOf([...bundleOf(megabytes)]))),
  },
  tree: {
    title: 'the same unpacked',
    megabytes: 200,
    format: 'zoom-memlog',
    file: 'logs',
    by: 'folder',
    make: (place, megabytes) => makeFolder(place, bundleOf(megabytes)),
  },
  'small-files': {
    title: '10,000 files of 10 kB, half of them foreign',
    megabytes: 100,
    format: 'zoom-memlog',
    file: 'machines',
    by: 'folder',
    make: (place, megabytes) => makeFolder(place, smallFiles(megabytes)),
  },
  journal: {
    title: 'journal as JSON, 0.5 % of interest',
    megabytes: 300,
    format: 'journal-json',
    file: 'journal.ndjson',
    make: file((random) => journalLines(random, 0.005)),
  },
  syslog: {
    title: 'syslog, 1 % of interest',
    megabytes: 200,
    format: 'syslog',
    file: 'syslog',
    make: file((random) => syslogLines(random, 0.01)),
  },
  unified: {
    title: 'unified log as ndjson, 0.8 % of tccd',
    megabytes: 300,
    format: 'unified-log-ndjson',
    file: 'log-show.ndjson',
    make: file((random) => unifiedNdjsonLines(random, 0.008)),
  },
  tccd: {
    title: 'unified log as ndjson, 4 of 5 lines of tccd',
    megabytes: 300,
    format: 'unified-log-ndjson',
    file: 'tccd.ndjson',
    make: file((random) => unifiedNdjsonLines(random, 0.8)),
  },
  netlog: {
    title: "Chromium's network log",
    megabytes: 100,
    format: 'netlog',
    file: 'chrome-net-export-log.json',
    make: file(netlogEvents, { head: netlogHead, between: ',\n', end: netlogEnd }),
  },
  har: {
    title: 'HAR',
    megabytes: 100,
    format: 'har',
    file: 'app.har',
    make: file(harEntries, { head: harHead, between: ',\n', end: harEnd }),
  },
  events: {
    title: 'Windows events as XML',
    megabytes: 300,
    format: 'windows-events',
    file: 'events.xml',
    make: file((random) => windowsEvents(random, 0.05), { head: '<Events>\n', between: '\n', end: '\n</Events>\n' }),
  },
  evtx: {
    title: 'Windows event log (EVTX)',
    megabytes: 200,
    format: 'windows-events',
    file: 'System.evtx',
    isWide: true,
    make: makeEventLog,
  },
  msi: {
    title: 'Windows Installer log in UTF-16',
    megabytes: 100,
    format: 'msi-log',
    file: 'MSI4c1d0.LOG',
    isWide: true,
    make: file(msiLines, ofLines, 'utf16le'),
  },
};
