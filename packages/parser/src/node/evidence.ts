/** What a scan reads, so that nothing is written over it. */
import type { SourceProblem } from '../archive/disk-source.ts';
import { givenPath } from '../telling/paths.ts';
import { type FileInfo, realPath, statDescriptor, statFile } from './file-info.ts';
import { isWithin } from './links.ts';
import { type Place, placesAt } from './places.ts';

export interface Evidence {
  /** A file was read; `id` as in FileInfo. */
  add(id: string): void;
  /**
   * True for a file that was named, lies below a folder that was named, or was read: under whatever name, through links
   * and hard links.
   */
  holds(path: string): Promise<boolean>;
}

/** The evidence at the paths, as far as their names tell it before anything is read. */
export async function evidenceAt(paths: readonly string[], followLinks: boolean): Promise<Evidence> {
  const ids = new Set<string>();
  const places: (Place | SourceProblem)[] = [];
  for (const path of paths) {
    if (path === '-') addInput(ids);
    else places.push(...(await placesAt(givenPath(path, process.platform), followLinks)));
  }
  const roots = places.flatMap((place) => ('real' in place ? [place.real] : []));
  return {
    add: (id) => void ids.add(id),
    async holds(path) {
      let info: FileInfo;
      let real: string;
      try {
        real = await realPath(path);
        info = await statFile(real);
      } catch {
        // Writing to it says what is wrong.
        return false;
      }
      return info.kind === 'file' && (ids.has(info.id) || roots.some((root) => isWithin(real, root)));
    },
  };
}

/** Standard input may be redirected from a file. */
function addInput(ids: Set<string>): void {
  try {
    const { kind, id } = statDescriptor(0, '-');
    if (kind === 'file') ids.add(id);
  } catch {
    // It is closed.
  }
}
