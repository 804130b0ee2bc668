import { defineFact } from '../../../define.ts';
import { references } from '../../references.ts';
import { dxdiagReport } from '../../wordings/samples.ts';

export default defineFact({
  id: 'microphone-present',
  class: 'device-usb',
  title: 'Windows finds a microphone',
  because: 'A device that records sound is listed. Whether another program holds it is not said.',
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
    { text: dxdiagReport([], ['Example Desk Cam']), why: 'none' },
    { text: dxdiagReport(['Microphone (Example)'], ['Example Desk Cam'], 'Remote Audio'), why: 'a remote session' },
  ],
});
