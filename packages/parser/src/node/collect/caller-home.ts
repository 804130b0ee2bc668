/** The home folder of who called sudo: the logs are there, and not in that of root. */
import { readFile } from 'node:fs/promises';
import type { Machine } from '../known-paths.ts';

/** Null where nobody called sudo, or the system's own list does not know them. */
export async function callerHome({ platform, env }: Machine, passwd = '/etc/passwd'): Promise<string | null> {
  const name = env.SUDO_USER ?? '';
  if (platform === 'win32' || name === 'root' || !/^\w[\w.-]{0,100}$/.test(name)) return null;
  if (platform === 'darwin') return `/Users/${name}`;
  const text = await readFile(passwd, 'utf8').catch(() => '');
  const home = text
    .split('\n')
    .map((line) => line.split(':'))
    .find(([account]) => account === name)?.[5];
  return home?.startsWith('/') ? home : null;
}
