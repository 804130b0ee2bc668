/** Single sources: what a file begins with, and texts that the editor sends. */
import { constants } from 'node:fs';
import { open } from 'node:fs/promises';
import { homedir } from 'node:os';
import { knowledge, openSource, type SourceFindings } from '@zoomlog/parser';
import { locateKnownPaths, statFile } from '@zoomlog/parser/node';

/** The system in the settings is for judging and naming; sources show their own. */
export const readOptions = { os: null, hash: false, maxSize: null } as const;

/** Bytes that show whether a text is a log. */
const headBytes = 1 << 16;

/** What the first bytes of a file show; null for what is not a file. */
export async function readHead(path: string): Promise<SourceFindings | null> {
  const { kind, size } = await statFile(path);
  if (kind !== 'file') return null;
  // A pipe may have taken its place.
  const handle = await open(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
  try {
    const head = Buffer.alloc(Math.min(headBytes, size));
    await handle.read(head, 0, head.length, 0);
    const pipe = openSource(knowledge, path);
    pipe.push(head);
    return pipe.end();
  } finally {
    await handle.close();
  }
}

/** A text that is not on disk. */
export function readText(path: string, text: string): SourceFindings {
  const pipe = openSource(knowledge, path);
  pipe.push(new TextEncoder().encode(text));
  return pipe.end();
}

/** The documented Zoom folders of this machine that are there. */
export async function knownPlaces(): Promise<string[]> {
  const located = await locateKnownPaths({ platform: process.platform, env: process.env, home: homedir() });
  return located.filter(({ exists }) => exists).map(({ path }) => path);
}
