/** What a log says of messages that it does not hold. Sources: systemd's journald-rate-limit, printk's rate limit. */
import type { Carried } from '../../define.ts';

/** Counts what journald and the kernel left out, being told too much at once. */
export const suppressed: Carried = {
  has: 'suppressed',
  read: ({ pieces }, carry) => {
    const [, before, after] =
      /\bSuppressed (\d{1,9}) messages? from |: (\d{1,9}) callbacks suppressed/.exec(pieces[0]!.text) ?? [];
    const count = Number(before ?? after ?? 0);
    const what = 'messages were suppressed';
    if (count > 0) carry.gaps.set(what, (carry.gaps.get(what) ?? 0) + count);
  },
};
