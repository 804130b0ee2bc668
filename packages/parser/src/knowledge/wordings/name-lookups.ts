/** What getent prints for a host of Zoom's. */
import type { Pattern } from '../../define.ts';
import { zoomHost } from '../zoom-identity.ts';

const hits = {
  addresses: '203.0.113.40    STREAM zoom.us\n203.0.113.40    DGRAM\n203.0.113.40    RAW',
  nowhere: '0.0.0.0         STREAM zoom.us\n0.0.0.0         DGRAM\n0.0.0.0         RAW',
  // It prints nothing: the name of the file tells what was asked.
  none: '/srv/case/resolve-zoom.txt',
};

/** An answer of a kind that the format tells. */
export const namesAnswered = (answers: readonly (keyof typeof hits)[]): Pattern[] =>
  answers.map((answer) => ({
    formats: ['getent'],
    has: answer === 'none' ? 'zoom' : 'STREAM',
    fields: { answer: [answer], host: zoomHost },
    layout: 'constructed',
    hits: [hits[answer]],
  }));
