import { defineFailure } from '../../../define.ts';
import { spinText } from '../../wordings/apple-samples.ts';

export default defineFailure({
  id: 'client-stalled-macos',
  class: 'crash',
  role: 'cause',
  strength: 'strong',
  severity: 'warning',
  title: 'macOS recorded that Zoom did not respond',
  cause: 'The program did not react to its user for some seconds; it may have recovered.',
  remedy: 'Update Zoom; if it recurs, turn off camera and sound software that extends it.',
  match: [
    {
      formats: ['apple-crash'],
      has: 'Event:',
      fields: { program: ['zoom'], event: /^hang/ },
      layout: 'constructed',
      hits: [spinText('hang')],
    },
  ],
  fixes: ['crash-reports-macos', 'install-update-zoom', 'crash-disable-virtual-camera'],
  misses: [
    { text: spinText('hang', 'Recorder', 'com.example.recorder'), why: 'another program' },
    { text: spinText('cpu usage'), why: 'it worked hard, which a meeting does' },
  ],
});
