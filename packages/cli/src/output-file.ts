/** `--output`: a report or a collection in a file. Evidence is never touched, and the file is there whole or not at all. */
import { randomBytes } from 'node:crypto';
import { access, constants, type FileHandle, open, readlink, rename, rm } from 'node:fs/promises';
import { basename, dirname, join, resolve, sep } from 'node:path';
import type { Evidence } from '@zoomlog/parser/node';
import { type FileInfo, realPath, statLink } from '@zoomlog/parser/node/file-info';
import { UsageError } from './args/usage-error.ts';

/** Throws UsageError when the path leads to evidence. */
export async function refuseEvidence(path: string, evidence: Evidence): Promise<void> {
  if (!(await evidence.holds(path))) return;
  throw new UsageError(
    `--output: '${path}' is one of the files to be read, or lies in a folder to be read; nothing was written`,
    'choose a new name or another folder',
  );
}

/** Writes the report; throws UsageError when that is not possible. */
export const saveReport = (path: string, text: string, evidence: Evidence): Promise<void> =>
  saveFile(path, evidence, (file) => file.writeFile(text));

/**
 * Writes a file bit by bit: `write` is called with the new file once it is clear that there can be one. Throws UsageError
 * when there cannot; what else `write` throws is passed on, and then nothing was written. `mode`: of a new file.
 */
export async function saveFile(
  path: string,
  evidence: Evidence,
  write: (file: FileHandle) => Promise<void>,
  mode = 0o666,
): Promise<void> {
  try {
    await refuseEvidence(path, evidence);
    const target = await fileAt(path);
    if (target !== null) await replaceFile(target, write, mode, () => refuseEvidence(path, evidence));
    else {
      const file = await open(path, 'w');
      try {
        await write(file);
      } finally {
        await file.close();
      }
    }
  } catch (error) {
    const { code, syscall } = error as NodeJS.ErrnoException;
    if (error instanceof UsageError || syscall === undefined) throw error;
    throw new UsageError(`--output: cannot write '${path}' (${code})`, reasons[code ?? ''] ?? 'choose another file');
  }
}

const mostLinks = 40;

/**
 * The path of the file itself, through links; it need not exist. Null for what is written to where it is: pipes, devices,
 * and what is open already, such as `/dev/stdout`.
 */
async function fileAt(path: string): Promise<string | null> {
  if (path.endsWith('/') || path.endsWith(sep)) throw failure('EISDIR');
  let at = resolve(path);
  for (let links = 0; links < mostLinks; links++) {
    if (process.platform === 'win32' && at.startsWith('\\\\.\\')) return null;
    at = join(await realPath(dirname(at)), basename(at));
    if (/^\/(?:proc|dev\/fd)\/|^\/dev\/std(?:in|out|err)$/.test(at)) return null;
    const info = await infoAt(at);
    if (info === null || info.kind === 'file') return at;
    if (info.kind === 'folder') throw failure('EISDIR');
    if (info.kind === 'other') return null;
    at = resolve(dirname(at), await readlink(at));
  }
  throw failure('ELOOP');
}

async function infoAt(path: string): Promise<FileInfo | null> {
  try {
    return await statLink(path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}

const failure = (code: string): Error => Object.assign(new Error(code), { code, syscall: 'open' });

/** Writes beside the file and renames: a full disk leaves the former report as it was. `check` is called right before. */
async function replaceFile(
  path: string,
  write: (file: FileHandle) => Promise<void>,
  mode: number,
  check: () => Promise<void>,
): Promise<void> {
  const former = await infoAt(path);
  // A rename would not ask.
  if (former) await access(path, constants.W_OK);
  const beside = join(dirname(path), `.zoomlog-${randomBytes(8).toString('hex')}.tmp`);
  const file = await open(beside, 'wx', former?.mode ?? mode);
  try {
    try {
      await write(file);
      if (former) await file.chmod(former.mode);
      await file.sync();
    } finally {
      await file.close();
    }
    await check();
    await rename(beside, path);
  } catch (error) {
    await rm(beside, { force: true }).catch(() => {});
    throw error;
  }
}

const reasons: Readonly<Record<string, string>> = {
  ENOENT: 'its folder does not exist',
  EACCES: 'no permission to write there',
  EPERM: 'no permission to write there, or another program has it open',
  EBUSY: 'another program has it open',
  EISDIR: 'it is a folder: name a file inside it',
  ENOTDIR: 'part of the path is a file',
  EROFS: 'the disk is read-only',
  ENOSPC: 'the disk is full',
  EDQUOT: 'no space is left for this user',
  EFBIG: 'it is larger than a file may be here',
  ELOOP: 'its links form a loop',
};
