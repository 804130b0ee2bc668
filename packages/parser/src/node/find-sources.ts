import { dirname } from 'node:path';
import { unpack } from '../archive/archive.ts';
import { newBudget } from '../archive/budget.ts';
import { blockBytes, streamBytes } from '../archive/bytes.ts';
import { brokenLink, explainError, isAbsence, notRegular } from '../archive/disk-errors.ts';
import { defaultLimits, type Found, type SourceLimits, type SourceProblem } from '../archive/disk-source.ts';
import { givenPath, isDevicePath } from '../telling/paths.ts';
import { zlib } from './decompress.ts';
import { type FileInfo, realPath, statFile, statLink } from './file-info.ts';
import { expandGlob, isGlob } from './glob.ts';
import { openFile } from './open-file.ts';
import { isWithin, type WalkedFile, walk } from './walk.ts';

export interface FindOptions {
  readonly limits?: Partial<SourceLimits>;
  /** What `-` reads; the standard input of the process unless given. */
  readonly stdin?: AsyncIterable<Uint8Array>;
}

/**
 * The sources at the paths, in the order of the paths: files, folders with all below them, globs, archives by their
 * content, and `-` for standard input. A file that several paths lead to is found once. A path that exists is taken
 * literally, even when it looks like a glob. disk-source.ts documents what is yielded and the order of reading.
 */
export async function* findSources(paths: readonly string[], options: FindOptions = {}): AsyncGenerator<Found, void> {
  const limits = { ...defaultLimits, ...options.limits };
  const visited = new Set<string>();
  for (const given of paths) {
    if (given === '-') {
      if (!visited.has(given)) yield* readStream(options.stdin ?? process.stdin, limits);
      visited.add(given);
      continue;
    }
    for await (const located of locate(givenPath(given, process.platform), visited)) {
      if (located.kind === 'file') yield* readFile(located.path, limits);
      else yield located;
    }
  }
}

/** The files that a path leads to, and what could not be looked at. `visited` as in `walk`. */
export async function* locate(path: string, visited: Set<string>): AsyncGenerator<WalkedFile | SourceProblem, void> {
  if (isDevicePath(path, process.platform)) {
    yield notRegular(path, 'unreadable');
    return;
  }
  let info: FileInfo;
  let real: string;
  try {
    info = await statFile(path);
    if (info.kind === 'other') {
      yield notRegular(path, 'unreadable');
      return;
    }
    real = await realPath(path);
  } catch (error) {
    if (await isLink(path)) yield brokenLink(path, error, 'missing');
    else if (!isAbsence(error)) yield { ...explainError(error), path };
    else if (isGlob(path)) yield* locateGlob(path, visited);
    else yield { kind: 'missing', path, message: 'no such file or folder', hint: missingHint };
    return;
  }
  if (info.kind === 'folder') yield* walk(path, real, visited);
  else if (!visited.has(real)) {
    visited.add(real);
    yield { kind: 'file', path };
  }
}

async function* locateGlob(pattern: string, visited: Set<string>): AsyncGenerator<WalkedFile | SourceProblem, void> {
  const { paths, problems } = await expandGlob(pattern, process.platform);
  yield* problems;
  if (paths.length === 0)
    yield { kind: 'missing', path: pattern, message: 'no file or folder matches', hint: missingHint };
  for (const path of paths) if (!(await isLoop(path))) yield* locate(path, visited);
}

const missingHint = 'Check the spelling. `zoomlog list paths` shows where Zoom keeps its logs.';

async function isLink(path: string): Promise<boolean> {
  try {
    return (await statLink(path)).kind === 'link';
  } catch {
    return false;
  }
}

/** True for a link to a folder that it stands in. A glob matches such links by accident; no one asks for them. */
async function isLoop(path: string): Promise<boolean> {
  try {
    return isWithin(await realPath(dirname(path)), await realPath(path));
  } catch {
    return false;
  }
}

async function* readFile(path: string, limits: SourceLimits): AsyncGenerator<Found, void> {
  const file = openFile(path);
  if ('kind' in file) {
    yield file;
    return;
  }
  const { size, modified, close } = file;
  const bytes = blockBytes(file, 0, size);
  try {
    yield* unpack(
      { ...outermost, path, file: path, modified, size, bytes, blocks: file, close },
      newBudget(limits, zlib),
    );
  } finally {
    close();
  }
}

const readStream = (stream: AsyncIterable<Uint8Array>, limits: SourceLimits): AsyncGenerator<Found, void> =>
  unpack({ ...outermost, path: '-', bytes: streamBytes(stream) }, newBudget(limits, zlib));

/** What is known of standard input, and where a file begins. */
const outermost = { file: null, modified: null, size: null, blocks: null, close: null, level: 0, gunzipped: false };
