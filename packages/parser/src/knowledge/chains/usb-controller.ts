/**
 * A USB controller that stopped answering: the kernel gives up on it, and all its devices leave at once. Where its card was
 * pulled out, a dock for example, it says the same.
 */
import type { Carried, Carry } from '../../define.ts';
import type { Entry } from '../../model.ts';
import { textOf } from '../../reading/entry.ts';

/** The devices leave within this time, or within so many lines where a log has no times. */
const leavesMs = 5000;
const leavesLines = 60;
/** So soon behind a card that was pulled out it is no fault. */
const pulledMs = 30_000;

const momentOf = (entry: Entry): string => `${entry.pieces[0]!.line} ${entry.time?.ms ?? ''}`;

/** True where the entry comes so soon behind what was noted under the key. */
function isSoonAfter(key: string, entry: Entry, { names }: Carry, ms: number): boolean {
  const [line = '', at = ''] = names.get(key)?.split(' ') ?? [];
  if (line === '') return false;
  const isDated = at !== '' && entry.time !== null;
  return isDated ? Math.abs(entry.time!.ms - Number(at)) <= ms : entry.pieces[0]!.line - Number(line) <= leavesLines;
}

/** Log, host, and what befell the controller. */
const keyOf = (entry: Entry, what: string): string => `${entry.host ?? ''} controller ${what}`;

export const controllerDies: readonly Carried[] = [
  {
    has: 'HC died',
    read: (entry, carry) => {
      if (entry.witness === 'kernel' && !isSoonAfter(keyOf(entry, 'pulled'), entry, carry, pulledMs))
        carry.names.set(keyOf(entry, 'died'), momentOf(entry));
    },
  },
  ...['Card not present', 'Link Down', ': remove, state '].map(
    (has): Carried => ({
      has,
      read: (entry, carry) => {
        if (entry.witness === 'kernel' && /pciehp|hcd.{0,40}: remove, state/.test(textOf(entry)))
          carry.names.set(keyOf(entry, 'pulled'), momentOf(entry));
      },
    }),
  ),
];

/** True where a device leaves because its controller died. */
export const leavesDead = (entry: Entry, carry: Carry): boolean =>
  isSoonAfter(keyOf(entry, 'died'), entry, carry, leavesMs);
