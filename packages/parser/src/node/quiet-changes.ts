/**
 * Changes that the system does not report. NTFS reports a file that a program keeps open only when its data reach the
 * disk (ReadDirectoryChangesW, FILE_NOTIFY_CHANGE_SIZE), which may take as long as the program runs; a network share
 * reports nothing that other machines write; when a watched folder is removed, Windows reports none of its files. So the
 * files that changed last are looked at once a second.
 */
import { isAbsence } from '../archive/disk-errors.ts';
import { type FileInfo, statFile } from './file-info.ts';

export interface QuietChanges {
  /** What is known of a file now: another size, time or identity is a change. */
  seen(path: string, info: FileInfo): void;
  forget(path: string): void;
  close(): void;
}

const lookMs = 1_000;
/** So many files are looked at, those that changed last: a folder of old logs costs nothing. */
const mostFiles = 64;

export function noticeQuietChanges(onChange: (path: string) => void, onGone: (path: string) => void): QuietChanges {
  const known = new Map<string, FileInfo>();
  let timer: NodeJS.Timeout | null = null;
  let isClosed = false;

  const lookAt = async ([path, before]: [string, FileInfo]): Promise<void> => {
    const now = await statFile(path).catch((error: unknown) => (isAbsence(error) ? null : before));
    if (isClosed || known.get(path) !== before) return;
    if (now === null) onGone(path);
    else if (now.size !== before.size || now.modified !== before.modified || now.id !== before.id) onChange(path);
  };
  const look = async (): Promise<void> => {
    await Promise.all([...known].map(lookAt));
    if (!isClosed) timer = setTimeout(() => void look(), lookMs);
  };
  timer = setTimeout(() => void look(), lookMs);

  return {
    seen(path, info) {
      known.set(path, info);
      if (known.size > mostFiles) known.delete(oldest(known));
    },
    forget(path) {
      known.delete(path);
    },
    close() {
      isClosed = true;
      if (timer) clearTimeout(timer);
    },
  };
}

/** ISO times sort as text; a file without a time is the oldest. */
function oldest(files: ReadonlyMap<string, FileInfo>): string {
  let [found, least] = ['', '\uffff'];
  for (const [path, { modified }] of files) if ((modified ?? '') < least) [found, least] = [path, modified ?? ''];
  return found;
}
