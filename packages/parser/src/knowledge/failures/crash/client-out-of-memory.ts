import { defineFailure } from '../../../define.ts';
import { journalKernel } from '../../wordings/samples.ts';
import { zoomKernelName } from '../../zoom-identity.ts';

const killed =
  'Out of memory: Killed process 4021 (zoom) total-vm:9123456kB, anon-rss:3123456kB, UID:1000 oom_score_adj:0';

export default defineFailure({
  id: 'client-out-of-memory',
  class: 'crash',
  role: 'cause',
  strength: 'proof',
  severity: 'error',
  title: 'The system ran out of memory and ended Zoom',
  cause:
    'The kernel had no memory left, for the whole machine or for the group that Zoom runs in, and chose Zoom to be ended.',
  remedy: 'Close other programs, or add memory or swap space; a container or a policy may limit it.',
  by: ['kernel'],
  match: [
    {
      formats: ['syslog', 'journal-json'],
      has: 'Killed process',
      text: new RegExp(`[Oo]ut of memory: Killed process \\d+ \\(${zoomKernelName}\\)`),
      layout: 'constructed',
      hits: [
        `Nov  9 07:08:09 box kernel: ${killed}`,
        `Nov  9 07:08:09 box kernel: ${killed.replace('Out of memory', 'Memory cgroup out of memory')}`,
        journalKernel(killed),
      ],
    },
  ],
  explains: ['client-exited'],
  fixes: ['crash-reports-linux'],
  misses: [
    {
      text: `Nov  9 07:08:09 box kernel: ${killed.replace('(zoom)', '(zoomer)')}`,
      why: 'another program whose name begins like Zoom',
    },
    { text: `Nov  9 07:08:09 box kernel: ${killed.replace('(zoom)', '(java)')}`, why: 'another program' },
  ],
});
