import { defineFailure } from '../../../define.ts';
import { dxdiagReport } from '../../wordings/samples.ts';

export default defineFailure({
  id: 'remote-session',
  class: 'device-usb',
  role: 'support',
  strength: 'strong',
  severity: 'info',
  title: 'Windows was used in a remote session',
  cause:
    'In a remote or virtual desktop, Zoom uses the camera, microphone and speakers of the computer that the user sits at; those of this machine prove nothing.',
  remedy: 'Collect the same evidence on the computer that the user sits at.',
  match: [
    {
      formats: ['dxdiag'],
      has: '---',
      fields: { session: ['remote'] },
      layout: 'constructed',
      hits: [dxdiagReport([], [], 'Remote Audio'), dxdiagReport([], [], 'Audio remoto')],
    },
  ],
  standing: true,
  fixes: [],
  misses: [
    { text: dxdiagReport(['Microphone (Example)'], ['Example Desk Cam']), why: 'devices of the machine itself' },
  ],
});
