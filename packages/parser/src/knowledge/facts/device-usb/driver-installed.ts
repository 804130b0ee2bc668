import { defineFact } from '../../../define.ts';

const section = (exit: string, inf = 'usbvideo.inf'): string =>
  [
    '>>>  [Device Install (Hardware initiated) - USB\\VID_1234&PID_ABCD&MI_00\\6&1&0&0000]',
    '>>>  Section start 2025/05/14 07:08:09.101',
    `     dvi:           InfName      - C:\\Windows\\INF\\${inf}`,
    `<<<  [Exit status: ${exit}]`,
  ].join('\n');

export default defineFact({
  id: 'driver-installed',
  class: 'device-usb',
  title: 'Windows installed the device driver',
  because: 'The installation of the same device succeeded.',
  effect: 'ends',
  mending: true,
  ends: ['driver-install-failed'],
  subject: { kind: 'device', fields: ['instance'] },
  match: [
    {
      formats: ['setupapi'],
      has: 'SUCCESS',
      fields: { exit: ['SUCCESS'], kind: ['camera', 'audio'] },
      layout: 'captured',
      hits: [section('SUCCESS')],
    },
  ],
  misses: [
    { text: section('FAILURE(0x00000490)'), why: 'it failed' },
    { text: section('SUCCESS', 'usbstor.inf'), why: 'a disk' },
  ],
});
