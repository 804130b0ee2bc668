import { gunzipSync, inflateRawSync } from 'node:zlib';

/** The files of a zip or a tar.gz by name; small ones, as tests make them. */
export const unpacked = (archive: Buffer): ReadonlyMap<string, Buffer> =>
  archive.subarray(0, 2).toString('latin1') === 'PK' ? ofZip(archive) : ofTar(gunzipSync(archive));

function ofZip(archive: Buffer): ReadonlyMap<string, Buffer> {
  const files = new Map<string, Buffer>();
  const end = archive.lastIndexOf('PK\x05\x06', undefined, 'latin1');
  let at = archive.readUInt32LE(end + 16);
  for (let left = archive.readUInt16LE(end + 10); left > 0; left--) {
    const [method, packed, nameLength] = [at + 10, at + 20, at + 28].map((field, k) =>
      k === 1 ? archive.readUInt32LE(field) : archive.readUInt16LE(field),
    ) as [number, number, number];
    const name = archive.subarray(at + 46, at + 46 + nameLength).toString();
    const local = archive.readUInt32LE(at + 42);
    const start = local + 30 + archive.readUInt16LE(local + 26) + archive.readUInt16LE(local + 28);
    const bytes = archive.subarray(start, start + packed);
    if (!name.endsWith('/')) files.set(name, method === 0 ? bytes : inflateRawSync(bytes));
    at += 46 + nameLength + archive.readUInt16LE(at + 30) + archive.readUInt16LE(at + 32);
  }
  return files;
}

function ofTar(archive: Buffer): ReadonlyMap<string, Buffer> {
  const files = new Map<string, Buffer>();
  let longName = '';
  for (let at = 0; at + 512 <= archive.length && archive[at] !== 0; ) {
    const field = (from: number, to: number) =>
      archive
        .subarray(at + from, at + to)
        .toString()
        .replace(/\0.*$/s, '');
    const size = Number.parseInt(field(124, 136), 8);
    const bytes = archive.subarray(at + 512, at + 512 + size);
    const kind = field(156, 157);
    // GNU tar writes a long name as a file of kind L before its file.
    if (kind === 'L') longName = bytes.toString().replace(/\0.*$/s, '');
    else {
      if (kind === '0' || kind === '') files.set((longName || field(0, 100)).replace(/^\.\//, ''), bytes);
      longName = '';
    }
    at += 512 + Math.ceil(size / 512) * 512;
  }
  return files;
}
