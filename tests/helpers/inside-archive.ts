/** What is found in an archive on disk. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { SourceLimits } from '@zoomlog/parser/node';
import { afterAll } from 'vitest';
import { gather, told } from './gather-sources.ts';

/** Folders that are gone when the tests of the file are done. */
export function openFolders(name: string) {
  const home = mkdtempSync(join(tmpdir(), `zoomlog-${name}-`));
  afterAll(() => rmSync(home, { recursive: true, force: true }));
  const folder = (): string => mkdtempSync(join(home, 'f-'));
  const put = (file: string, bytes: Uint8Array): string => {
    const path = join(folder(), file);
    writeFileSync(path, bytes);
    return path;
  };
  return {
    folder,
    /** The bytes as a file of that name, in a folder of its own. */
    put,
    /** Told with `~` for its path. */
    async inside(file: string, bytes: Uint8Array, limits: Partial<SourceLimits> = {}): Promise<Record<string, string>> {
      const path = put(file, bytes);
      const found = told(await gather([path], { limits }));
      return Object.fromEntries(Object.entries(found).map(([at, text]) => [at.replace(path, '~'), text]));
    },
  };
}

/** Whether a program is there to compare with. */
export function hasProgram(name: string): boolean {
  try {
    execFileSync(name, ['--help'], { stdio: 'ignore' });
    return true;
  } catch (error) {
    return !(error instanceof Error && 'code' in error && error.code === 'ENOENT');
  }
}
