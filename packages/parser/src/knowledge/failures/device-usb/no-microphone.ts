import { defineFailure } from '../../../define.ts';
import { noRecorders, onlyMonitors } from '../../wordings/linux-devices.ts';
import { profilerReport } from '../../wordings/mac-profiler.ts';
import { noPnpDevice, pnpDevice } from '../../wordings/pnp-device.ts';
import { dxdiagReport } from '../../wordings/samples.ts';

export default defineFailure({
  id: 'no-microphone',
  class: 'device-usb',
  role: 'cause',
  strength: 'proof',
  severity: 'error',
  title: 'The system reports no microphone',
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
    {
      formats: ['system-profiler'],
      has: 'SPAudioDataType',
      fields: { microphones: [0] },
      layout: 'constructed',
      // A desktop computer has none of its own.
      strength: 'strong',
      hits: [profilerReport(null, [['Example Speakers', 0]])],
    },
    {
      formats: ['pactl-sources'],
      has: '.monitor',
      fields: { microphones: [0] },
      layout: 'constructed',
      // Many desktop computers have none, and nobody misses it.
      strength: 'strong',
      hits: [onlyMonitors],
    },
    {
      formats: ['arecord'],
      has: 'r',
      fields: { recorders: [0] },
      layout: 'constructed',
      strength: 'strong',
      hits: noRecorders,
    },
    {
      formats: ['pnp-devices'],
      has: 'AudioEndpoint',
      fields: { microphones: [0] },
      layout: 'constructed',
      hits: [pnpDevice('AudioEndpoint', 'Unknown'), noPnpDevice('AudioEndpoint')],
    },
  ],
  standing: true,
  when: { nothing: { with: ['remote-session'] } },
  fixes: [
    'device-list-windows',
    'device-list-macos',
    'device-list-linux',
    'device-history-windows',
    'device-select-in-zoom',
    'device-plug-directly',
    'device-enable-windows',
    'device-rescan-windows',
  ],
  misses: [
    { text: profilerReport(null, [['Example Microphone', 1]]), why: 'macOS lists one' },
    { text: profilerReport([]), why: 'a report without the list' },
    { text: profilerReport(null, [['Example Speakers', 0]]).slice(0, -12), why: 'the list is cut' },
    {
      text: `${onlyMonitors}2\talsa_input.pci-0000_00_1f.3.analog-stereo\tPipeWire\ts32le 2ch 48000Hz\tIDLE\n`,
      why: 'a jack, in which a microphone may be',
    },
    { text: pnpDevice('AudioEndpoint', 'OK'), why: 'one is listed' },
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
