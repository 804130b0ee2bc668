import { defineFailure } from '../../../define.ts';
import { linuxLaunch } from '../../wordings/samples.ts';

export default defineFailure({
  id: 'client-aborted',
  class: 'crash',
  role: 'support',
  strength: 'strong',
  severity: 'error',
  title: 'The client gave up on an error of its own',
  cause: 'An exception that nobody caught, or a call into an object that was already gone, made the client abort.',
  remedy: 'Update Zoom; if it goes on, send Zoom the crash report.',
  formats: ['zoom-stdout'],
  match: [
    { has: 'terminate called', layout: 'captured' },
    { has: 'pure virtual method called', layout: 'captured' },
  ],
  fixes: ['install-update-zoom', 'crash-send-report'],
  hits: [linuxLaunch('terminate called without an active exception'), linuxLaunch('pure virtual method called')],
  misses: [{ text: linuxLaunch('zoom terminated the call'), why: 'a call that ended' }],
});
