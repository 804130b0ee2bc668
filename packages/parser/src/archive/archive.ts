import { formatCount } from '../telling/labels.ts';
import { type ArchiveEntries, holdsNothing, plainName, refusal } from './archive-entry.ts';
import { type Budget, metered, takeEntry } from './budget.ts';
import { type Blocks, blockBytes, collect, hold, memoryBlocks, peek, tooLargeToHold } from './bytes.ts';
import { cabEntries } from './cab.ts';
import { openClaims } from './claims.ts';
import { type Content, contentOf } from './content.ts';
import { hashBlocks, openStored, storedMemory } from './custody.ts';
import { type Found, isLost, type Loss } from './disk-source.ts';
import { type Parcel, type StoredParcel, sourceOf, tell } from './parcel.ts';
import { isDatabase, openWaitingDatabases, type PrivacyDatabase, readPrivacyDatabase } from './privacy-database.ts';
import { sevenZipEntries } from './seven-zip.ts';
import { findZip, mayFollow, type ZipSpan } from './zip-span.ts';

/** The sources in a parcel: itself when it is no archive, else those of its entries, as deep as the limits allow. */
export function unpack(parcel: Parcel, budget: Budget): AsyncGenerator<Found, void, undefined> {
  const { custody } = budget;
  if (!custody?.wants(parcel.path)) return unpackStored({ ...parcel, stored: null }, budget);
  const stored = openStored(parcel.bytes, custody.hasher());
  return unpackStored({ ...parcel, bytes: stored.bytes, stored }, budget);
}

async function* unpackStored(parcel: StoredParcel, budget: Budget): AsyncGenerator<Found, void, undefined> {
  const { limits } = budget;
  const { head, whole: stream, loss } = await peek(parcel.bytes);
  if (isLost(loss) && head.length === 0) {
    yield tell(parcel.path, loss, budget);
    return;
  }
  const content = contentOf(head);
  const mayHide = content === 'plain' && mayFollow(head, parcel.path);
  // Where a zip ends is known only once all of it has come.
  const { whole, held } = mayHide && !parcel.blocks ? await hold(stream, budget.buffer) : { whole: stream, held: null };
  const blocks = held ? memoryBlocks(held) : parcel.blocks;
  const hidden = mayHide && blocks ? await hiddenZip(blocks) : null;
  if (content === 'plain' && !hidden) {
    if (isDatabase(head)) yield* databaseSource({ ...parcel, bytes: whole }, budget);
    else {
      parcel.blocks?.reuse?.();
      yield sourceOf({ ...parcel, bytes: whole }, budget);
    }
    return;
  }
  const isCompressed = content === 'gzip' || content === 'xz' || content === 'zstd' || content === 'bzip2';
  const level = isCompressed && !parcel.decompressed ? parcel.level : parcel.level + 1;
  if (level > limits.depth) {
    yield tell(parcel.path, tooDeep(limits.depth), budget);
    return;
  }
  if (isCompressed) {
    const bytes = metered(budget.decompression.inflate(whole, content, limits), budget);
    yield* unpackStored({ ...parcel, file: null, size: null, blocks: null, bytes, level, decompressed: true }, budget);
  } else if (content === 'tar') {
    const { tarEntries } = await import('./tar.ts');
    yield* unpackEntries({ ...parcel, level }, tarEntries(whole), budget);
    await tellContainer(parcel, null, budget);
  } else if (blocks) {
    budget.buffer -= held?.length ?? 0;
    yield* unpackEntries({ ...parcel, level }, await entriesIn(content, blocks, budget, hidden), budget);
    budget.buffer += held?.length ?? 0;
    await tellContainer(parcel, blocks, budget);
  } else {
    const notes: Loss[] = [];
    const zip =
      (parcel.size ?? 0) > budget.buffer ? tooLargeToHold(budget.buffer) : await collect(whole, budget.buffer, notes);
    if (!(zip instanceof Uint8Array)) {
      yield tell(parcel.path, zip, budget);
      return;
    }
    budget.buffer -= zip.length;
    yield* unpackEntries({ ...parcel, level }, await entriesIn(content, memoryBlocks(zip), budget, null), budget);
    budget.buffer += zip.length;
    await tellContainer(parcel, memoryBlocks(zip), budget);
    for (const note of notes) yield tell(parcel.path, note, budget);
  }
}

/** The hash of an archive whose sources have been found: of its `blocks`, or of what has passed by. */
async function tellContainer(
  { path, stored, decompressed }: StoredParcel,
  blocks: Blocks | null,
  { custody }: Budget,
): Promise<void> {
  if (!custody || !stored) return;
  // What was decompressed passed by; blocks are those of what came out.
  const isPassed = decompressed || blocks === null;
  const sha256 = isPassed ? stored.sha256() : await hashBlocks(blocks, custody.hasher());
  if (sha256 !== null) custody.container(path, isPassed ? stored.size() : blocks.size, sha256);
}

/** Of an archive that is read here and there. What reads zip and tar is loaded with the first of them: a log needs neither. */
async function entriesIn(
  content: Content,
  blocks: Blocks,
  budget: Budget,
  hidden: ZipSpan | null,
): Promise<ArchiveEntries> {
  if (content === 'cab') return cabEntries(blocks, budget);
  if (content === '7z') return sevenZipEntries(blocks, budget);
  return (await import('./zip.ts')).zipEntries(blocks, budget, hidden ?? undefined);
}

/** A zip behind a program that extracts it, or behind what a transfer has added. */
async function hiddenZip(blocks: Blocks): Promise<ZipSpan | null> {
  try {
    return await findZip(blocks);
  } catch {
    // Reading the file as it is says what is wrong.
    return null;
  }
}

async function* unpackEntries(
  { path: archive, level, notes }: Pick<Parcel, 'path' | 'level' | 'notes'>,
  entries: ArchiveEntries,
  budget: Budget,
): AsyncGenerator<Found, void, undefined> {
  const refused = new Map<string, string[]>();
  const seen = new Set<string>();
  const claims = openClaims();
  const databases = openWaitingDatabases();
  let loss: Loss | null = null;
  try {
    for (;;) {
      const step = await entries.next();
      if (step.done) {
        loss = step.value;
        break;
      }
      loss = takeEntry(budget);
      if (loss) break;
      const entry = step.value;
      if (entry.type === 'directory') continue;
      const path = `${archive}!/${plainName(entry.name)}`;
      const isOver = entry.span !== null && !claims.claim(entry.span.start, entry.span.end);
      const reason =
        refusal(entry) ??
        (seen.has(path)
          ? 'duplicates of another entry'
          : isOver
            ? 'laid over another entry, as in an archive bomb,'
            : null);
      if (reason) {
        if (!refused.get(reason)?.push(entry.name)) refused.set(reason, [entry.name]);
        continue;
      }
      seen.add(path);
      if (entry.locked) {
        yield tell(path, entry.locked, budget);
        continue;
      }
      const { size, modified } = entry;
      const bytes = await databases.offer(path, modified, entry.open());
      if (!bytes) continue;
      yield* unpack({ ...unpacked, path, modified, size, bytes, level, notes }, budget);
    }
  } finally {
    await entries.return(null);
  }
  for (const database of databases.all()) {
    const { custody } = budget;
    const stored = custody?.wants(database.path) ? storedMemory(database.bytes, custody.hasher()) : null;
    yield rowsOf({ ...database, file: null, notes, stored }, database, budget);
  }
  for (const [reason, names] of refused) yield tell(archive, refusedEntries(reason, names), budget);
  if (loss && !budget.told.has(loss)) yield tell(archive, loss, budget);
}

/** What is known of an entry besides what the archive states. */
const unpacked = { file: null, blocks: null, close: null, decompressed: false } as const;

/** The privacy database of macOS as its rows; another as it is. */
async function* databaseSource(parcel: StoredParcel, budget: Budget): AsyncGenerator<Found, void, undefined> {
  const { held, whole } = await readPrivacyDatabase(parcel.bytes);
  if (!held) {
    yield sourceOf({ ...parcel, bytes: whole }, budget);
    return;
  }
  await whole.return(null);
  parcel.close?.();
  yield rowsOf(parcel, { bytes: held, changes: null }, budget);
}

function rowsOf(
  { path, file, modified, notes, stored }: Pick<StoredParcel, 'path' | 'file' | 'modified' | 'notes' | 'stored'>,
  database: PrivacyDatabase,
  budget: Budget,
): Found {
  const rows = budget.decompression.privacyRows(database, file);
  if (!(rows instanceof Uint8Array)) return tell(path, rows, budget);
  const bytes = blockBytes(memoryBlocks(rows), 0, rows.length);
  const told = [...notes, 'the rows of its table access, as sqlite3 prints them'];
  return sourceOf({ ...unpacked, path, modified, size: rows.length, bytes, level: 0, notes: told, stored }, budget);
}

const tooDeep = (depth: number): Loss => ({
  kind: 'limit',
  message: `nested more than ${formatCount(depth)} archives deep`,
  hint: 'Extract the outer archives and scan it on its own.',
});

/** One problem for all entries of one kind: an archive of a home folder may hold thousands of links. */
function refusedEntries(reason: string, names: readonly string[]): Loss {
  const shown = names.slice(0, 3).map((name) => JSON.stringify(name.slice(0, 120)));
  const more = names.length > shown.length ? ` and ${formatCount(names.length - shown.length)} more` : '';
  return {
    kind: holdsNothing.has(reason) ? 'skipped' : 'unreadable',
    message: `entries that are ${reason} were skipped: ${shown.join(', ')}${more}`,
    hint: 'If they matter, extract the archive and scan the folder.',
  };
}
