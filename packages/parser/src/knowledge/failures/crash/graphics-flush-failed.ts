import { defineFailure } from '../../../define.ts';
import { references } from '../../references.ts';
import { inJournals } from '../../wordings/linux-samples.ts';
import { oldLinuxLaunch } from '../../wordings/samples.ts';
import { zoomKernelName } from '../../zoom-identity.ts';

export default defineFailure({
  id: 'graphics-flush-failed',
  class: 'crash',
  role: 'cause',
  strength: 'strong',
  severity: 'error',
  title: 'The graphics driver failed',
  cause: 'The driver could not pass its commands to the graphics card: the card hung or its driver is broken.',
  remedy: 'Update the graphics driver and the kernel, then try again.',
  by: ['kernel'],
  match: [
    {
      formats: ['syslog', 'journal-json'],
      has: 'GPU HANG',
      text: new RegExp(`GPU HANG: .{1,80}, in ${zoomKernelName} \\[\\d{1,10}\\]`),
      layout: 'constructed',
      hits: inJournals('kernel', 'i915 0000:00:02.0: [drm] GPU HANG: ecode 12:1:85dffffb, in zoom [4021]'),
    },
    {
      formats: ['zoom-stdout'],
      has: '_flush_locked failed: ',
      layout: 'documented',
      see: [references.flushFailed],
      hits: [oldLinuxLaunch('intel_do_flush_locked failed: No space left on device')],
    },
  ],
  explains: ['client-exited'],
  fixes: ['crash-reports-linux', 'crash-update-graphics'],
  misses: [
    { text: oldLinuxLaunch('libGL error: failed to load driver: i965'), why: 'Mesa tries another driver' },
    {
      text: inJournals('kernel', 'i915 0000:00:02.0: [drm] GPU HANG: ecode 12:1:85dffffb, in game [77]')[0],
      why: 'another program',
    },
  ],
});
