/** What a Windows event log says of its own clearing: events 1102 of Security and 104 of System. What was before is gone. */
import type { Carried } from '../../define.ts';
import { fieldNumber, fieldText } from '../../reading/entry.ts';

const clearedBy = (number: string): Carried => ({
  has: number,
  read(entry, carry) {
    const id = fieldNumber(entry, 'eventid');
    if (fieldText(entry, 'provider') !== 'Microsoft-Windows-Eventlog' || (id !== 1102 && id !== 104)) return;
    // Of its two channels the first is where it was written, the second what was cleared.
    const { text } = entry.pieces[0]!;
    const channel = /<Channel>([^<]{1,100})<\/Channel>\s{0,20}(?:<BackupPath|<\/LogFileCleared)/.exec(text)?.[1];
    const log = id === 1102 ? 'Security' : (channel ?? /Name=["']Channel["']>([^<]{1,100})</.exec(text)?.[1] ?? null);
    const what = `log${log === null ? '' : ` (${log})`} was cleared at ${entry.time?.text ?? 'an unknown time'}`;
    if (carry.gaps.size < mostGaps) carry.gaps.set(what, 1);
  },
});

/** By their numbers: in some logs the provider stands in each event. */
export const cleared: readonly Carried[] = [clearedBy('1102'), clearedBy('104')];

const mostGaps = 20;
