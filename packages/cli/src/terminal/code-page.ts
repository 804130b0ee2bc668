import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

let known: number | null | undefined;

/**
 * The code page of the console that this process shares with whatever started it, as `chcp` prints it: in the language
 * of the system, the number last. Null where nothing answers within two seconds. Asked once.
 */
export function consoleCodePage(): number | null {
  // windowsHide would give it a console of its own, with another code page.
  known ??= numberIn(
    spawnSync(join(process.env.SystemRoot ?? 'C:\\Windows', 'System32', 'chcp.com'), [], {
      encoding: 'latin1',
      stdio: ['ignore', 'pipe', 'ignore'],
      timeout: 2000,
    }).stdout,
  );
  return known;
}

/** `stdout` is null when the program did not start. */
function numberIn(stdout: string | null): number | null {
  const number = /(\d+)\D*$/.exec(stdout ?? '')?.[1];
  return number === undefined ? null : Number(number);
}
