import { defineFact } from '../../../define.ts';
import { references } from '../../references.ts';
import { headset, onlyMonitors } from '../../wordings/linux-devices.ts';
import { profilerReport } from '../../wordings/mac-profiler.ts';
import { pnpDevice } from '../../wordings/pnp-device.ts';
import { dxdiagReport } from '../../wordings/samples.ts';

export default defineFact({
  id: 'microphone-present',
  class: 'device-usb',
  title: 'The system reports a microphone',
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
    {
      formats: ['system-profiler'],
      has: 'Audio',
      fields: { microphones: { min: 1 } },
      layout: 'constructed',
      hits: [
        profilerReport(null, [['Example Microphone', 1]]),
        'Audio:\n\n    Devices:\n\n        Desk Microphone:\n\n          Input Channels: 1\n',
      ],
    },
    {
      formats: ['pactl-sources'],
      has: '_input.',
      fields: { microphones: { min: 1 } },
      layout: 'documented',
      see: [references.pactlSources],
      hits: [onlyMonitors + headset],
    },
    {
      formats: ['pnp-devices'],
      has: 'Status',
      fields: { microphones: { min: 1 } },
      layout: 'constructed',
      hits: [pnpDevice('AudioEndpoint', 'OK')],
    },
  ],
  misses: [
    { text: profilerReport(null, [['ZoomAudioDevice', 2]]), why: 'a program' },
    { text: onlyMonitors, why: 'only what the machine plays' },
    { text: pnpDevice('AudioEndpoint', 'Unknown'), why: 'not connected' },
    { text: dxdiagReport([], ['Example Desk Cam']), why: 'no microphone' },
    { text: dxdiagReport(['Microphone (Example)'], ['Example Desk Cam'], 'Remote Audio'), why: 'a remote session' },
  ],
});
