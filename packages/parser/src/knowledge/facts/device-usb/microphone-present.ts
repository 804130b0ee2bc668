import { defineFact } from '../../../define.ts';
import { references } from '../../references.ts';
import { dxdiagReport } from '../../wordings/samples.ts';

export default defineFact({
  id: 'microphone-present',
  class: 'device-usb',
  title: 'Windows reports a microphone',
  because: 'The report lists an audio recording device. It does not show whether another program is using it.',
  effect: 'rules-out',
  clears: ['microphone'],
  unless: ['device-start-failed', 'driver-install-failed', 'bus-device-failed'],
  standing: true,
  match: [
    {
      formats: ['dxdiag'],
      has: '---',
      fields: { microphones: { min: 1 }, session: ['local'] },
      layout: 'documented',
      see: [references.dxdiagSound],
      hits: [dxdiagReport(['Microphone (Example)'], ['Example Desk Cam'])],
    },
  ],
  misses: [
    { text: dxdiagReport([], ['Example Desk Cam']), why: 'no microphone' },
    { text: dxdiagReport(['Microphone (Example)'], ['Example Desk Cam'], 'Remote Audio'), why: 'a remote session' },
  ],
});
