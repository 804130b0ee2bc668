/** What is measured: for each case a file, or a folder, of so many megabytes, all from one seed. */
import { mkdir, open, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { tarOf, zipOf } from '../../scripts/make-archive.ts';
import { makeEventLog } from './event-log.ts';
import { blocksOf, bytesOf, type Log, logs } from './logs.ts';
import { foreignLogs } from './small-logs.ts';

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

const million = 1_000_000;

async function write(place: string, blocks: Iterable<Uint8Array>): Promise<void> {
  const file = await open(place, 'w');
  try {
    for (const block of blocks) await file.writeFile(block);
  } finally {
    await file.close();
  }
}

const ofFile = (title: string, megabytes: number, log: Log): Case => ({
  title,
  megabytes,
  file: log.file,
  format: log.format,
  ...(log.isWide && { isWide: true }),
  make: (place, size) => write(place, blocksOf(log, size * million)),
});

interface Named {
  readonly name: string;
  readonly data: Buffer;
}

/** Twenty memory logs under the names that a client gives them. */
function* bundleOf(megabytes: number): Generator<Named> {
  for (let i = 0; i < 20; i++) {
    const data = bytesOf(logs.onePercent, (megabytes * million) / 20, i);
    yield { name: `logs/zoom_memlog_${4000 + i}.log`, data };
  }
}

/** As many files of 10 kB as fit, of all kinds, over 100 folders. */
function* smallFiles(megabytes: number): Generator<Named> {
  const { failing, syslog, chromium, installer, audit, firewall, journal, unifiedDefault, msi, events } = logs;
  const foreign = Object.entries(foreignLogs).map(([file, pieces]): Log => ({ file, format: '', pieces }));
  const kinds = [
    failing,
    syslog,
    chromium,
    installer,
    audit,
    firewall,
    journal,
    unifiedDefault,
    msi,
    events,
    ...foreign,
  ];
  const count = Math.max(1, Math.round(megabytes * 100));
  for (let i = 0; i < count; i++) {
    const log = kinds[i % kinds.length]!;
    yield { name: `host-${i % 100}/${i}/${log.file}`, data: bytesOf(log, 10_000, i) };
  }
}

async function makeFolder(place: string, files: Iterable<Named>): Promise<void> {
  await rm(place, { recursive: true, force: true });
  for (const { name, data } of files) {
    const path = join(place, name);
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, data);
  }
}

const ofBundle = (title: string, by: 'zip' | 'tar.gz' | 'folder', make: Case['make']): Case => ({
  title,
  megabytes: 200,
  file: by === 'folder' ? 'logs' : `logs.${by}`,
  format: 'zoom-memlog',
  by,
  make,
});

export const cases: Readonly<Record<string, Case>> = {
  sparse: ofFile('memory log, almost nothing matches', 1000, logs.sparse),
  'sparse-4gb': ofFile('memory log, almost nothing matches, 4 GB', 4000, logs.sparse),
  'one-percent': ofFile('memory log, 1 % of the lines match', 200, logs.onePercent),
  failing: ofFile('memory log of a client that reconnects, 9 %', 200, logs.failing),
  'twenty-percent': ofFile('memory log, 20 % match', 200, logs.twentyPercent),
  'utf-16': ofFile('memory log in UTF-16, almost nothing matches', 200, { ...logs.sparse, isWide: true }),
  stdin: { ...ofFile('memory log from standard input, 1 % match', 200, logs.onePercent), by: 'stdin' },
  zip: ofBundle('zip of 20 memory logs', 'zip', (place, megabytes) =>
    writeFile(place, zipOf([...bundleOf(megabytes)])),
  ),
  'tar-gz': ofBundle('tar.gz of 20 memory logs', 'tar.gz', async (place, megabytes) =>
    writeFile(place, gzipSync(await tarOf([...bundleOf(megabytes)]))),
  ),
  tree: ofBundle('folder of 20 memory logs', 'folder', (place, megabytes) => makeFolder(place, bundleOf(megabytes))),
  'small-files': {
    ...ofBundle('10,000 files of 10 kB, half of them foreign', 'folder', (place, megabytes) =>
      makeFolder(place, smallFiles(megabytes)),
    ),
    megabytes: 100,
    file: 'machines',
  },
  journal: ofFile('journal as JSON, 0.5 % of interest', 300, logs.journal),
  syslog: ofFile('syslog, 1 % of interest', 200, logs.syslog),
  unified: ofFile('unified log as ndjson, 0.8 % of tccd', 300, logs.unified),
  'unified-default': ofFile('unified log in its default style, 0.8 % of tccd', 200, logs.unifiedDefault),
  tccd: ofFile('unified log as ndjson, 4 of 5 lines of tccd', 300, logs.tccd),
  netlog: ofFile("Chromium's network log", 100, logs.netlog),
  har: ofFile('HAR', 100, logs.har),
  events: ofFile('Windows events as XML', 300, logs.events),
  evtx: {
    title: 'Windows event log (EVTX)',
    megabytes: 200,
    file: 'System.evtx',
    format: 'windows-events',
    isWide: true,
    make: (place, megabytes) => makeEventLog(place, megabytes * million),
  },
  msi: ofFile('Windows Installer log in UTF-16', 100, logs.msi),
};
