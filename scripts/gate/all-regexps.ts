/** Every RegExp of all packages: those that are written, and those that are built. */
import { Worker } from 'node:worker_threads';
import { root } from '../declarations.ts';
import { type PlacedRegExp, sourcePaths, writtenRegExps } from './written-regexps.ts';

export interface KnownRegExp {
  readonly source: string;
  readonly flags: string;
  readonly places: readonly string[];
}

/** What only an editor, a thread or a process of its own can load. */
const isLoaded = (path: string): boolean =>
  !/^packages\/vscode\/src\/(?:client\/|extension\.ts|server\/main\.ts)|^packages\/cli\/src\/entry\.ts|\/reading-worker\.ts$/.test(
    path,
  );

/** Builds some alternatives of an expression that is judged whole: they are no slower, and the combinations are many. */
const isPart = ({ place }: PlacedRegExp): boolean => /\/reading\/(?:search\/sign-search|signs)\.ts:/.test(place);

/** All, the same ones once, and the places that build RegExps of which none was seen. */
export async function allRegExps(): Promise<{
  readonly all: readonly KnownRegExp[];
  readonly unseen: readonly string[];
}> {
  const { literals, builders } = writtenRegExps();
  const built = await builtRegExps();
  const seen = new Set(built.map(({ place }) => place));
  const all = [...Map.groupBy([...literals, ...built.filter((one) => !isPart(one))], keyOf).values()].map((same) => ({
    source: same[0]!.source,
    flags: same[0]!.flags,
    places: [...new Set(same.map(({ place }) => place))],
  }));
  return { all, unseen: builders.filter((place) => !seen.has(place)) };
}

export const keyOf = ({ source, flags }: Pick<KnownRegExp, 'source' | 'flags'>): string =>
  `${flags}\t${source.replaceAll('\t', '\\t')}`;

function builtRegExps(): Promise<readonly PlacedRegExp[]> {
  const worker = new Worker(new URL('built-regexps.ts', import.meta.url), {
    workerData: { root, paths: sourcePaths.filter(isLoaded) },
    execArgv: ['--conditions=source'],
  });
  return new Promise((resolve, reject) => worker.on('error', reject).on('message', resolve));
}
