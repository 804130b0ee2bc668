/** Why a question that a collector asked has no answer, in a few words. */
import type { Missing } from '../model.ts';

/** `v4l2-ctl is not installed`; the first line of what was said. */
export function askedText({ state, error }: NonNullable<Missing['asked']>): string {
  const said = (error ?? '').split('\n')[0]!.trim().slice(0, 120);
  if (state === 'absent') return said || 'this machine has no such program or file';
  if (state === 'not-allowed') return 'this account may not read it: collect as an administrator';
  if (state === 'timed-out') return 'no answer within the time limit';
  if (state === 'skipped') return said || 'skipped';
  return said === '' ? 'the command failed' : `the command failed: ${said}`;
}

/** `cameras`; `cameras (asked: v4l2-ctl is not installed)`. */
export const missingText = ({ what, asked }: Pick<Missing, 'what' | 'asked'>): string =>
  asked === null ? what : `${what} (${asked.state === 'skipped' ? 'not asked' : 'asked'}: ${askedText(asked)})`;
