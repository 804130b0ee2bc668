import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

let known: number | null | undefined;

/**
 * The code page of the console that this process shares with its parent, as `chcp` prints it: localized text, the
 * number last. Null when there is no answer within two seconds. Asked once.
 */
export function consoleCodePage(): number | null {
  // windowsHide would give it its own console, with another code page.
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
  const number = stdout?.match(/\d+/g)?.at(-1);
  return number === undefined ? null : Number(number);
}
