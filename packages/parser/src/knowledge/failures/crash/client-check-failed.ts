import { defineFailure } from '../../../define.ts';
import { linuxLaunch } from '../../wordings/samples.ts';

const fatal = '[4021:51841:03-05/15:12:01.130:FATAL:SBConfUI.cpp(61)] Check failed: pWindow.';

export default defineFailure({
  id: 'client-check-failed',
  class: 'crash',
  role: 'cause',
  strength: 'strong',
  severity: 'error',
  title: 'The client ended itself on a failed check',
  cause: 'A check inside the client failed; a line of the level FATAL is the last that it writes.',
  remedy: 'Update Zoom; if it recurs, send Zoom the crash report and this log.',
  match: [
    {
      formats: ['zoom-client-log'],
      has: ':FATAL:',
      text: /^\[[\d:]{3,32}:\d\d-\d\d\/[\d:.]{8,16}:FATAL:/,
      fields: { owner: ['zoom'] },
      layout: 'constructed',
      hits: [fatal, linuxLaunch(fatal)],
    },
  ],
  explains: ['client-exited', 'crash-dump'],
  fixes: ['install-update-zoom', 'crash-send-report'],
  misses: [{ text: fatal.replace('FATAL', 'ERROR'), why: 'a healthy first start is full of errors' }],
});
