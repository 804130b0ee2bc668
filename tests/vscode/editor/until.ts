import { setTimeout as pause } from 'node:timers/promises';

/**
 * Reads until the value is good (by default: true of anything but false, null, undefined, 0 and ''), and gives it back.
 * Rejects after `milliseconds`, with the value or the error that was there last.
 */
export async function until<T>(
  what: string,
  read: () => T | Promise<T>,
  milliseconds = 15_000,
  isGood: (value: T) => boolean = Boolean,
): Promise<T> {
  const end = performance.now() + milliseconds;
  for (;;) {
    let seen: string;
    try {
      const value = await read();
      if (isGood(value)) return value;
      seen = JSON.stringify(value) ?? String(value);
    } catch (error) {
      seen = (error as Error).message;
    }
    if (performance.now() > end) throw new Error(`${what}: not within ${milliseconds / 1000} s; seen last: ${seen}`);
    await pause(50);
  }
}
