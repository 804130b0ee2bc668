/** The zip: the manifest first, then each file in the order in which the manifest names it. */
import { createReadStream } from 'node:fs';
import { Zip, ZipDeflate } from 'fflate';
import { type Collection, collectionName } from '../../knowledge/commands/collection.ts';
import type { Staging } from './staging.ts';

/** Takes the bytes of the zip, one after the other. */
export type Write = (bytes: Uint8Array) => Promise<void>;

/** Zip holds times from 1980 to 2099 only; a day inside is inside in every zone. */
const [firstTime, lastTime] = [Date.UTC(1980, 0, 2), Date.UTC(2099, 11, 30)];
const level = 6;

export async function pack(collection: Collection, staging: Staging, write: Write, signal: AbortSignal): Promise<void> {
  const pending: Uint8Array[] = [];
  let fault: Error | null = null;
  const zip = new Zip((error, bytes) => {
    if (error) fault ??= error;
    else pending.push(bytes);
  });
  const flush = async (): Promise<void> => {
    if (fault) throw fault;
    for (const bytes of pending.splice(0)) await write(bytes);
    signal.throwIfAborted();
  };
  const add = (name: string, modified: string | null): ZipDeflate => {
    const file = new ZipDeflate(name, { level });
    const time = Date.parse(modified ?? collection.ended);
    file.mtime = Math.min(lastTime, Math.max(firstTime, Number.isNaN(time) ? firstTime : time));
    zip.add(file);
    return file;
  };
  add(collectionName, collection.ended).push(
    new TextEncoder().encode(`${JSON.stringify(collection, null, 2)}\n`),
    true,
  );
  await flush();
  for (const file of collection.items.flatMap(({ files }) => files)) {
    const entry = add(file.path, file.modified);
    for await (const chunk of createReadStream(staging.placeOf(file)) as AsyncIterable<Buffer>) {
      entry.push(chunk);
      await flush();
    }
    entry.push(new Uint8Array(0), true);
    await flush();
  }
  zip.end();
  await flush();
}
