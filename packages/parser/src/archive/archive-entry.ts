import { formatCount } from '../telling/labels.ts';
import { type Bytes, noBytes } from './bytes.ts';
import type { Loss } from './disk-source.ts';

/** One entry of an archive, as that states it. */
export interface ArchiveEntry {
  readonly name: string;
  readonly type: 'file' | 'directory' | 'link' | 'special';
  readonly size: number | null;
  /** ISO 8601 UTC; null when unknown. */
  readonly modified: string | null;
  /** Why the entry cannot be opened (encrypted, an unknown method); null when it can. */
  readonly locked: Loss | null;
  /** Where it lies in the archive, at least; null where entries follow each other. */
  readonly span: { readonly start: number; readonly end: number } | null;
  /** Called once, while the entry is the last that the archive gave. */
  open(): Bytes;
}

/** The entries in the archive's order; returns why they ended early. Never throws. */
export type ArchiveEntries = AsyncGenerator<ArchiveEntry, Loss | null, undefined>;

/** Refused entries that hold no text. */
export const holdsNothing: ReadonlySet<string> = new Set(['links', 'devices, pipes or sparse files']);

/** What is wrong with such entries ("entries that are …"): not a file, or a misleading name. Null when nothing is. */
export function refusal(entry: ArchiveEntry): string | null {
  const { name, type } = entry;
  if (type === 'link') return 'links';
  if (type === 'special') return 'devices, pipes or sparse files';
  if (/^[\\/]/.test(name) || /^[A-Za-z]:/.test(name)) return 'absolute paths';
  if (name.split(/[\\/]/).includes('..')) return 'paths that leave the archive';
  if (name.includes('\0') || plainName(name) === '') return 'without a valid name';
  return null;
}

/** `./logs//x.log` is `logs/x.log`. */
export const plainName = (name: string): string =>
  name
    .split('/')
    .filter((part) => part !== '' && part !== '.')
    .join('/');

/** Dates that the archive cannot mean (absent, zero, out of range) are null. */
export const isoDate = (date: Date | undefined): string | null =>
  date && date.getTime() > 0 ? date.toISOString() : null;

/** One in place of all entries with one hindrance ("is …"), under the name of the first. */
export function lockedTogether(names: readonly string[], reason: string, hint: string): ArchiveEntry {
  const subject = names.length === 1 ? 'it is' : `it and ${formatCount(names.length - 1)} more are`;
  const locked: Loss = { kind: 'unreadable', message: `${subject} ${reason}`, hint };
  return { name: names[0] ?? '', type: 'file', size: null, modified: null, locked, span: null, open: noBytes };
}
