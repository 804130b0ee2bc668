import { type FindOptions, findSources } from '@zoomlog/parser/node';

/** A source as it was read: its text, and why it is not complete, if so. Or a problem in a source's place. */
export interface Gathered {
  readonly kind: 'source' | 'missing' | 'unreadable' | 'limit' | 'skipped';
  readonly path: string;
  readonly text: string;
  readonly modified: string | null;
  readonly file: string | null;
  /** What else is to be known of it. */
  readonly note: string | null;
  /** What went wrong, with what to do about it. */
  readonly trouble: string;
}

/** All that `findSources` yields, each source read to its end. */
export async function gather(paths: readonly string[], options?: FindOptions): Promise<Gathered[]> {
  const gathered: Gathered[] = [];
  for await (const found of findSources(paths, options)) {
    const { path } = found;
    if (found.kind === 'source') {
      const chunks: Uint8Array[] = [];
      for await (const chunk of found.bytes()) chunks.push(chunk);
      const problem = found.problem();
      if (problem && problem.path !== path) throw new Error(`${problem.path} is told of as ${path}`);
      const { modified, file } = found;
      const text = Buffer.concat(chunks).toString('latin1');
      gathered.push({
        kind: 'source',
        path,
        text,
        modified,
        file,
        note: found.note(),
        trouble: problem ? troubleOf(problem) : '',
      });
    } else {
      gathered.push({
        kind: found.kind,
        path,
        text: '',
        modified: null,
        file: null,
        note: null,
        trouble: troubleOf(found),
      });
    }
  }
  return gathered;
}

function troubleOf({ message, hint }: { readonly message: string; readonly hint: string }): string {
  if (message === '' || hint === '') throw new Error('a problem without a message or a hint');
  return `${message}. ${hint}`;
}

/** The text of each source by its path; what is wrong stands after `!`, and problems follow as `path: !kind …`. */
export const told = (gathered: readonly Gathered[]): Record<string, string> =>
  Object.fromEntries(
    gathered.map(({ kind, path, text, trouble }) =>
      kind === 'source' ? [path, trouble ? `${text}!${trouble}` : text] : [`${path} (${kind})`, trouble],
    ),
  );

/** Bytes as a pipe would deliver them. */
export async function* piped(bytes: Uint8Array, length = 65_536): AsyncGenerator<Uint8Array, void> {
  for (let at = 0; at < bytes.length; at += length) yield bytes.subarray(at, at + length);
}
