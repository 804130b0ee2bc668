/** macOS's record of who may use the camera and the microphone, TCC.db: an SQLite database, whose rows are read as text. */
import { type Bytes, hold } from './bytes.ts';

/** Those of real machines have some hundred kilobytes. */
const mostBytes = 4 * 1024 ** 2;
/** Databases of one archive that wait for the file of their recent changes. */
const mostWaiting = 16;
const magic = 'SQLite format 3\0';

/** A database as it was read, with its recent changes (its `-wal`) where there are any. */
export interface PrivacyDatabase {
  readonly bytes: Uint8Array;
  readonly changes: Uint8Array | null;
}

export const isDatabase = (head: Uint8Array): boolean => head.length >= 16 && latin1(head.subarray(0, 16)) === magic;

/** All of such a database; null when it is another. Also the same bytes once more. */
export async function readPrivacyDatabase(bytes: Bytes): Promise<{ held: Uint8Array | null; whole: Bytes }> {
  const { held, whole } = await hold(bytes, mostBytes);
  return { held: held && isPrivacy(held) ? held : null, whole };
}

function isPrivacy(bytes: Uint8Array): boolean {
  if (!isDatabase(bytes)) return false;
  const text = latin1(bytes);
  return text.includes('CREATE TABLE access') && text.includes('client_type');
}

const latin1 = (bytes: Uint8Array): string => new TextDecoder('latin1').decode(bytes);

export interface Waiting extends PrivacyDatabase {
  readonly path: string;
  readonly modified: string | null;
}

/** In an archive the changes may stand behind their database. */
export interface WaitingDatabases {
  /** The same bytes once more, unless they are kept until the end. */
  offer(path: string, modified: string | null, bytes: Bytes): Promise<Bytes | null>;
  all(): readonly Waiting[];
}

export function openWaitingDatabases(): WaitingDatabases {
  const databases: Omit<Waiting, 'changes'>[] = [];
  const changes = new Map<string, Uint8Array>();
  return {
    async offer(path, modified, bytes) {
      if (/\.db-wal$/i.test(path) && changes.size < mostWaiting) {
        const { held, whole } = await hold(bytes, mostBytes);
        if (held) changes.set(path.slice(0, -4), held);
        return whole;
      }
      if (!/\.db$/i.test(path) || databases.length === mostWaiting) return bytes;
      const { held, whole } = await readPrivacyDatabase(bytes);
      if (!held) return whole;
      databases.push({ path, modified, bytes: held });
      await whole.return(null);
      return null;
    },
    all: () => databases.map((database) => ({ ...database, changes: changes.get(database.path) ?? null })),
  };
}
