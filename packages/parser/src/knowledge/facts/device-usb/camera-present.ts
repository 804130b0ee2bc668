import { defineFact } from '../../../define.ts';
import { references } from '../../references.ts';
import { dxdiagReport } from '../../wordings/samples.ts';

export default defineFact({
  id: 'camera-present',
  class: 'device-usb',
  title: 'Windows reports a camera',
  because:
    'The report lists a physical camera that has no problem. It does not show whether another program is using it.',
  effect: 'rules-out',
  clears: ['camera'],
  unless: ['device-start-failed', 'driver-install-failed', 'bus-device-failed'],
  standing: true,
  match: [
    {
      formats: ['dxdiag'],
      has: '---',
      fields: { cameras: { min: 1 }, session: ['local'] },
      layout: 'documented',
      see: [references.dxdiagCamera],
      hits: [dxdiagReport(['Microphone (Example)'], ['Example Desk Cam'])],
    },
  ],
  misses: [
    { text: dxdiagReport(['Microphone (Example)'], ['OBS Virtual Camera']), why: 'only a virtual camera' },
    { text: dxdiagReport(['Microphone (Example)'], ['Example Desk Cam'], 'Remote Audio'), why: 'a remote session' },
  ],
});
