import { defineFailure } from '../../../define.ts';
import { pnputilDevice } from '../../wordings/pnp-device.ts';

const listed = (problem: string): string =>
  `FriendlyName : Example Desk Cam\nInstanceId   : USB\\VID_1234&PID_ABCD&MI_00\\6&1&0&0000\nClass        : Camera\nStatus       : Error\nProblem      : ${problem}`;

export default defineFailure({
  id: 'camera-disabled',
  class: 'device-usb',
  role: 'cause',
  strength: 'strong',
  severity: 'error',
  title: 'A camera is switched off in the Device Manager',
  cause: 'Windows reports problem 22 for the camera: someone, a program or a policy disabled it.',
  remedy: 'Enable the camera in the Device Manager, then select it again in Zoom.',
  // Most machines have another one that Zoom uses: what is switched off beside it is no fault.
  when: { nothing: { with: ['remote-session', 'camera-present'] } },
  subject: { kind: 'device', fields: ['disabled_camera'] },
  match: [
    {
      formats: ['pnputil-devices'],
      has: ':',
      fields: { disabled_camera: /\S/ },
      layout: 'constructed',
      hits: [
        pnputilDevice('Status:                     Disabled'),
        pnputilDevice(
          'Status:                     Problem',
          'Problem Code:               22 (0x16) [CM_PROB_DISABLED]',
        ),
      ],
    },
    {
      formats: ['pnp-devices'],
      has: 'Error',
      fields: { disabled_camera: /\S/ },
      layout: 'constructed',
      hits: [listed('CM_PROB_DISABLED'), listed('22')],
    },
    {
      formats: ['dxdiag'],
      has: 'ProblemCode',
      fields: { disabled_camera: /\S/ },
      layout: 'constructed',
      hits: [
        `DxDiag Version: 10.00\n---------------------\nVideo Capture Devices\nNumber of Devices: 1\n---------------------\n           FriendlyName: Example Desk Cam\n            ProblemCode: 22`,
      ],
    },
  ],
  fixes: ['device-list-windows', 'device-enable-windows'],
  misses: [
    { text: listed('CM_PROB_FAILED_START'), why: 'it could not start' },
    { text: pnputilDevice('Status:                     Started'), why: 'it works' },
    {
      text: pnputilDevice(
        'Status:                     Disconnected',
        'Problem Code:               45 (0x2D) [CM_PROB_PHANTOM]',
      ),
      why: 'not connected',
    },
  ],
});
