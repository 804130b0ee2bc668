import { defineFailure } from '../../../define.ts';
import { dxdiagReport } from '../../wordings/samples.ts';

export default defineFailure({
  id: 'no-microphone',
  class: 'device-usb',
  role: 'cause',
  strength: 'proof',
  severity: 'error',
  title: 'Windows finds no microphone',
  cause: 'The report of the machine lists no device that records sound.',
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
      why: 'a remote session shows the devices that it brings along',
    },
    { text: dxdiagReport(['Microphone (Example)'], ['Example Desk Cam']), why: 'there is one' },
    {
      text: 'DxDiag Version: 10.00\n-----\nSound Devices\n-----\n            Description: Speakers (Example Audio)\n',
      why: 'a report without the section says nothing',
    },
  ],
});
