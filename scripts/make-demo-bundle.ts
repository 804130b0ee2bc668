/**
 * Packs fixtures/demo-bundle/unpacked as a helpdesk would get it: a zip of parts of a profile, and in it a log of the
 * client that is named .log.zip although it is gzip. Run it after a change to those files.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { gzipSync } from 'node:zlib';
import { zipOf } from './make-archive.ts';

const demo = join(dirname(import.meta.dirname), 'fixtures/demo-bundle');

/** When the bundle was collected, in seconds since 1970. */
const collected = Date.UTC(2025, 0, 15, 8, 40) / 1000;

/** The bundle's bytes, the same on every machine: what compressors make differs, so nothing is compressed. */
export function packDemoBundle(): Buffer {
  const unpacked = join(demo, 'unpacked');
  const paths = readdirSync(unpacked, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(unpacked, join(entry.parentPath, entry.name)).replaceAll('\\', '/'));
  return zipOf(
    paths.sort().map((path) => {
      const data = readFileSync(join(unpacked, path));
      const isClientsDump = path.endsWith('_JoinMeetingFail_win_.log');
      return {
        name: isClientsDump ? `${path}.zip` : path,
        data: isClientsDump ? gzipStored(data) : data,
        method: 0,
        modified: collected,
      };
    }),
  );
}

function gzipStored(data: Uint8Array): Buffer {
  const gzip = gzipSync(data, { level: 0, chunkSize: 1 << 20 });
  gzip[9] = 255; // the system that packed it: unknown
  return gzip;
}

if (import.meta.main) writeFileSync(join(demo, 'evidence/bundle.zip'), packDemoBundle());
