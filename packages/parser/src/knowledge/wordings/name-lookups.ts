/** What the tools that ask a resolver print for a host of Zoom's. */
import type { Pattern } from '../../define.ts';
import { zoomHost } from '../zoom-identity.ts';

/** An answer of a kind that the formats tell of such tools. */
export const namesAnswered = (answers: readonly ('addresses' | 'nowhere' | 'none')[]): Pattern[] =>
  answers.flatMap((answer) => [
    ...(answer === 'nowhere' ? [] : [askedResolved(answer)]),
    {
      formats: ['getent'],
      has: answer === 'none' ? 'zoom' : 'STREAM',
      fields: { answer: [answer], host: zoomHost },
      layout: 'constructed',
      hits: [
        {
          addresses: '203.0.113.40    STREAM zoom.us\n203.0.113.40    DGRAM\n203.0.113.40    RAW',
          nowhere: '0.0.0.0         STREAM zoom.us\n0.0.0.0         DGRAM\n0.0.0.0         RAW',
          none: '/srv/case/resolve-zoom.txt',
        }[answer],
      ],
    },
  ]);

/** systemd-resolved answers with the name and an address, or with why there is none. */
const askedResolved = (answer: 'addresses' | 'none'): Pattern => ({
  formats: ['resolvectl'],
  has: 'zoom',
  fields: { answer: [answer], host: zoomHost },
  layout: 'constructed',
  hits: [
    answer === 'none'
      ? "zoom.us: resolve call failed: 'zoom.us' not found"
      : 'zoom.us: 203.0.113.40                         -- link: wlp2s0\n\n-- Information acquired via protocol DNS in 21.3ms.',
  ],
});
