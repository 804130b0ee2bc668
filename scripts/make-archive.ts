/** Archives for tests, well-formed or not. */
import { buffer } from 'node:stream/consumers';
import { crc32, deflateRawSync } from 'node:zlib';
import { pack } from 'tar-stream';

export interface ZipEntry {
  readonly name: string;
  readonly data?: string | Uint8Array;
  /** 0 stored, 8 deflated; any other only claims to be. */
  readonly method?: number;
  readonly flags?: number;
  /** Unix mode, as a Unix zip states it. */
  readonly mode?: number;
  /** Stated instead of the true values. */
  readonly crc?: number;
  readonly size?: number;
  /** Seconds since 1970 in an Info-ZIP extra field; else only the DOS date is there. */
  readonly modified?: number;
  /** Compressed bytes to put in, instead of those made from `data`. */
  readonly raw?: Uint8Array;
}

/** A zip of the entries, in their order. `entryCount` is stated instead of the true number. */
export function zipOf(entries: readonly ZipEntry[], entryCount = entries.length): Buffer {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const entry of entries) {
    const data = Buffer.from(entry.data ?? '');
    const method = entry.method ?? 8;
    const raw = entry.raw ?? (method === 0 ? data : deflateRawSync(data));
    const name = Buffer.from(entry.name);
    const extra = entry.modified === undefined ? Buffer.alloc(0) : Buffer.alloc(9);
    if (entry.modified !== undefined) {
      extra.writeUInt16LE(0x5455, 0);
      extra.writeUInt16LE(5, 2);
      extra.writeUInt8(1, 4);
      extra.writeInt32LE(entry.modified, 5);
    }
    const shared = Buffer.alloc(26);
    shared.writeUInt16LE(20, 0);
    shared.writeUInt16LE((entry.flags ?? 0) | 0x800, 2);
    shared.writeUInt16LE(method, 4);
    shared.writeUInt16LE(0x5a21, 8);
    shared.writeUInt32LE(entry.crc ?? crc32(data), 10);
    shared.writeUInt32LE(raw.length, 14);
    shared.writeUInt32LE(entry.size ?? data.length, 18);
    shared.writeUInt16LE(name.length, 22);
    shared.writeUInt16LE(extra.length, 24);
    const local = Buffer.concat([Buffer.from('PK\x03\x04'), shared, name, extra, raw]);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(((entry.mode ?? 0) << 16) >>> 0, 6);
    tail.writeUInt32LE(offset, 10);
    const madeByUnix = Buffer.from([20, 3]);
    directory.push(Buffer.concat([Buffer.from('PK\x01\x02'), madeByUnix, shared, tail, name, extra]));
    parts.push(local);
    offset += local.length;
  }
  const central = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(entryCount, 8);
  end.writeUInt16LE(entryCount, 10);
  end.writeUInt32LE(central.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...parts, central, end]);
}

export interface TarEntry {
  readonly name: string;
  readonly data?: string | Uint8Array;
  readonly type?: 'file' | 'directory' | 'symlink' | 'link' | 'fifo';
  readonly linkname?: string;
  readonly mtime?: Date;
  readonly pax?: Readonly<Record<string, string>>;
}

export function tarOf(entries: readonly TarEntry[]): Promise<Buffer> {
  const archive = pack();
  for (const { data, ...header } of entries) archive.entry(header, Buffer.from(data ?? ''));
  archive.finalize();
  return buffer(archive as AsyncIterable<Buffer>);
}
