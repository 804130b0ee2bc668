import { defineFailure } from '../../../define.ts';
import { linuxLaunch } from '../../wordings/samples.ts';

export default defineFailure({
  id: 'client-aborted',
  class: 'crash',
  role: 'support',
  strength: 'strong',
  severity: 'error',
  title: 'The client aborted on an internal error',
  cause: 'An uncaught exception, or a call into an object that no longer existed, made the client abort.',
  remedy: 'Update Zoom; if the crash recurs, send Zoom the crash report.',
  match: [
    {
      formats: ['zoom-stdout'],
      has: 'terminate called',
      layout: 'captured',
      hits: [linuxLaunch('terminate called without an active exception')],
    },
    {
      formats: ['zoom-stdout'],
      has: 'pure virtual method called',
      layout: 'captured',
      hits: [linuxLaunch('pure virtual method called')],
    },
  ],
  fixes: ['install-update-zoom', 'crash-send-report'],
  misses: [{ text: linuxLaunch('zoom terminated the call'), why: 'a call that ended' }],
});
