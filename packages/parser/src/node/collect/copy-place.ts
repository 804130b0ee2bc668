/** Copies what lies in a documented place: regular files within bounds, and never what a link leads to. */
import { readdir } from 'node:fs/promises';
import { errorCode, explainError, isAbsence } from '../../archive/disk-errors.ts';
import { type CollectedFile, type CollectedItem, copiesFolder } from '../../knowledge/commands/collection.ts';
import { formatCount } from '../../telling/labels.ts';
import { systemPath } from '../../telling/paths.ts';
import { statLink } from '../file-info.ts';
import { longestError } from './ending.ts';
import { ReadError, type Staging } from './staging.ts';

/** What may still be copied, in all places together. */
export interface Room {
  files: number;
  bytes: number;
}

export const wholeRoom = (): Room => ({ files: 10_000, bytes: 500e6 });
/** Bytes of one file. */
const mostOfFile = 64e6;
const deepest = 32;

export interface Copying {
  readonly staging: Staging;
  readonly room: Room;
  readonly platform: NodeJS.Platform;
  readonly signal: AbortSignal;
}

type Copied = Pick<CollectedItem, 'state' | 'error' | 'files'>;

/** Copies each path and all below it. What cannot be copied is told, and the rest goes on. */
export async function copyPlace(paths: readonly string[], copying: Copying): Promise<Copied> {
  const files: CollectedFile[] = [];
  const losses = openLosses();
  for (const path of paths) await copyAt(path, 0, files, losses, copying);
  const error = losses.text();
  if (files.length > 0 || error === null) return { state: 'ran', error, files };
  return { state: losses.isRefused() ? 'not-allowed' : 'failed', error, files };
}

async function copyAt(
  path: string,
  depth: number,
  files: CollectedFile[],
  losses: Losses,
  copying: Copying,
): Promise<void> {
  const { staging, room, platform, signal } = copying;
  signal.throwIfAborted();
  try {
    const { kind, size, modified } = await statLink(path);
    if (kind === 'link') losses.add(path, 'a link, which was not followed');
    else if (kind === 'other') losses.add(path, 'a pipe, a socket or a device, which was not opened');
    else if (kind === 'folder') {
      if (depth >= deepest) return losses.add(path, 'too many folders in folders');
      for (const name of (await readdir(path)).sort())
        await copyAt(`${path}/${name}`, depth + 1, files, losses, copying);
    } else if (room.files === 0) losses.add(path, 'too many files');
    else if (size > mostOfFile) losses.add(path, `too large (${formatCount(size)} bytes)`);
    else {
      const most = Math.min(mostOfFile, room.bytes);
      const from = systemPath(path, platform);
      const own = `${copiesFolder}/${platform === 'win32' ? path.replace(/^([A-Za-z]):/, '$1') : path}`;
      const copy = await staging.add({ source: path, path: own, from, modified, most });
      if (copy === null) return losses.add(path, 'too large together with the files before it');
      files.push(copy);
      room.files--;
      room.bytes -= copy.bytes;
    }
  } catch (error) {
    const cause = error instanceof ReadError ? error.cause : error;
    // A full disk, or an interruption.
    if (errorCode(cause) === '' || errorCode(cause) === 'ENOSPC') throw error;
    // A log that was rotated away meanwhile is no loss.
    if (isAbsence(cause) && /\ufffd/.test(path)) losses.add(path, 'its name is not UTF-8');
    else if (!isAbsence(cause)) losses.refuse(path, explainError(cause).message, errorCode(cause));
  }
}

interface Losses {
  add(path: string, why: string): void;
  refuse(path: string, why: string, code: string): void;
  isRefused(): boolean;
  text(): string | null;
}

/** The first few of what was not copied, and how many there are. */
function openLosses(): Losses {
  let first: string | null = null;
  let count = 0;
  let isRefused = false;
  const add = (path: string, why: string): void => {
    first ??= `${path}: ${why}`;
    count++;
  };
  return {
    add,
    refuse(path, why, code) {
      isRefused ||= code === 'EACCES' || code === 'EPERM';
      add(path, why);
    },
    isRefused: () => isRefused,
    text: () =>
      first === null
        ? null
        : `${first.slice(0, longestError - 40)}${count > 1 ? `; and ${formatCount(count - 1)} more` : ''}`,
  };
}
