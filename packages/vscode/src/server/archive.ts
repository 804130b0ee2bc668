/** What is packed: the bytes of a source in an archive or a compressed file, and archives as folders. */
import { findSources, statFile } from '@zoomlog/parser/node';
import type { ArchiveEntry } from '../protocol.ts';

/** The bytes of a packed source as they are unpacked; null when there is none of that path. */
export async function openEntry(path: string): Promise<AsyncGenerator<Uint8Array, void> | null> {
  const archive = await archiveOf(path);
  if (archive === null) return null;
  for await (const found of findSources([archive]))
    if (found.kind === 'source' && found.path === path) return found.bytes();
  return null;
}

/** What lies at a path in an archive, or at the archive itself (`bundle.zip!`); null when there is nothing. */
export async function statEntry(path: string): Promise<ArchiveEntry | null> {
  const asked = path.replace(/(?<!\/)\/+$/, '');
  const archive = await archiveOf(asked);
  if (archive === null) return null;
  const modified = Date.parse((await statFile(archive)).modified ?? '') || 0;
  const below = `${asked}/`;
  const names = new Set<string>();
  for await (const found of findSources([archive])) {
    if (found.kind !== 'source') continue;
    if (found.path === asked) return { isFolder: false, size: found.size ?? 0, modified, names: [] };
    if (!found.path.startsWith(below)) continue;
    const rest = found.path.slice(below.length);
    const slash = rest.indexOf('/');
    names.add(slash < 0 ? rest : rest.slice(0, slash + 1));
  }
  return names.size === 0 ? null : { isFolder: true, size: 0, modified, names: [...names].sort() };
}

/** The file on disk that holds what lies at the path. A folder's name may end in the mark of an archive, too. */
export async function archiveOf(path: string): Promise<string | null> {
  for (let mark = path.indexOf('!'); ; mark = path.indexOf('!', mark + 1)) {
    const prefix = mark < 0 ? path : path.slice(0, mark);
    const isEnd = mark < 0 || mark === path.length - 1 || path[mark + 1] === '/';
    if (isEnd && (await statFile(prefix).catch(() => null))?.kind === 'file') return prefix;
    if (mark < 0) return null;
  }
}
