import { defineFailure } from '../../../define.ts';
import { dxdiagReport } from '../../wordings/samples.ts';

export default defineFailure({
  id: 'no-microphone',
  class: 'device-usb',
  role: 'cause',
  strength: 'proof',
  severity: 'error',
  title: 'Windows reports no microphone',
  cause: 'The system report lists no audio recording device.',
  remedy: 'Plug the headset in directly, or enable the microphone in the sound settings.',
  match: [
    {
      formats: ['dxdiag'],
      has: '---',
      fields: { microphones: [0], session: ['local'] },
      layout: 'captured',
      hits: [dxdiagReport([], ['Example Desk Cam'])],
    },
  ],
  standing: true,
  when: { nothing: { with: ['remote-session'] } },
  fixes: [
    'device-list-windows',
    'device-history-windows',
    'device-select-in-zoom',
    'device-plug-directly',
    'device-enable-windows',
    'device-rescan-windows',
  ],
  misses: [
    {
      text: dxdiagReport([], ['Example Desk Cam'], 'Remote Audio'),
      why: 'a remote session lists its own redirected devices',
    },
    { text: dxdiagReport(['Microphone (Example)'], ['Example Desk Cam']), why: 'one is listed' },
    {
      text: 'DxDiag Version: 10.00\n-----\nSound Devices\n-----\n            Description: Speakers (Example Audio)\n',
      why: 'a report without the section proves nothing',
    },
  ],
});
