import { defineFailure } from '../../../define.ts';
import { references } from '../../references.ts';
import { dxdiagReport } from '../../wordings/samples.ts';

export default defineFailure({
  id: 'no-camera',
  class: 'device-usb',
  role: 'cause',
  strength: 'proof',
  severity: 'error',
  title: 'Windows finds no camera',
  cause: 'The report of the machine lists no camera, or only programs that stand in for one.',
  remedy: 'Plug the camera in directly, or enable it in the Device Manager; open the shutter of a built-in one.',
  match: [
    {
      formats: ['dxdiag'],
      has: '---',
      fields: { cameras: [0], session: ['local'] },
      layout: 'documented',
      see: [references.dxdiagCamera, references.dxdiagSound],
      hits: [dxdiagReport(['Microphone (Example)'], ['OBS Virtual Camera'])],
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
      text: dxdiagReport(['Microphone (Example)'], [], 'Remote Audio'),
      why: 'a remote session shows the devices that it brings along',
    },
    { text: dxdiagReport(['Microphone (Example)'], ['Example Desk Cam']), why: 'there is one' },
    {
      text: 'DxDiag Version: 10.00\n-----\nSound Devices\n-----\n            Description: Speakers (Example Audio)\n',
      why: 'a report without the section says nothing',
    },
  ],
});
