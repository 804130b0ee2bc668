/** An archive as a read-only file system: what lies at a path in it. */
import { findSources } from '@zoomlog/parser/node';
import type { ArchiveEntry } from '../protocol.ts';

/** `bundle.zip!/a/b` or `bundle.zip!` itself; null when there is nothing. Paths of archives in archives have several marks. */
export async function statEntry(path: string): Promise<ArchiveEntry | null> {
  const mark = path.indexOf('!');
  if (mark < 0) return null;
  const asked = path.replace(/\/+$/, '');
  const below = `${asked}/`;
  const names = new Set<string>();
  for await (const found of findSources([path.slice(0, mark)])) {
    if (found.kind !== 'source') continue;
    if (found.path === asked) return { isFolder: false, size: found.size ?? 0, names: [] };
    if (!found.path.startsWith(below)) continue;
    const rest = found.path.slice(below.length);
    const slash = rest.indexOf('/');
    names.add(slash < 0 ? rest : rest.slice(0, slash + 1));
  }
  return names.size === 0 ? null : { isFolder: true, size: 0, names: [...names].sort() };
}
