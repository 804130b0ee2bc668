import { defineFailure } from '../../../define.ts';
import { pnputilDevice } from '../../wordings/pnp-device.ts';

const listed = (problem: string): string =>
  `FriendlyName : Microphone (Example Headset)\nInstanceId   : SWD\\MMDEVAPI\\{0.0.1.00000000}.{00000000-0000-4000-8000-000000000001}\nClass        : AudioEndpoint\nStatus       : Error\nProblem      : ${problem}`;

export default defineFailure({
  id: 'microphone-disabled',
  class: 'device-usb',
  role: 'cause',
  strength: 'strong',
  severity: 'error',
  title: 'A microphone is switched off in the Device Manager',
  cause: 'Windows reports problem 22 for the microphone: someone, a program or a policy disabled it.',
  remedy: 'Enable the microphone in the Device Manager, then select it again in Zoom.',
  // Most machines have another one that Zoom uses: what is switched off beside it is no fault.
  when: { nothing: { with: ['remote-session', 'microphone-present'] } },
  subject: { kind: 'device', fields: ['disabled_microphone'] },
  match: [
    {
      formats: ['pnputil-devices'],
      has: ':',
      fields: { disabled_microphone: /\S/ },
      layout: 'constructed',
      hits: [
        'Instance ID:                SWD\\MMDEVAPI\\{0.0.1.00000000}.{00000000-0000-4000-8000-000000000001}\nDevice Description:         Microphone (Example Headset)\nClass Name:                 AudioEndpoint\nClass GUID:                 {c166523c-fe0c-4a94-a586-f1a80cfbbf3e}\nManufacturer Name:          Microsoft\nStatus:                     Deaktiviert\nProblem Code:               22 (0x16) [CM_PROB_DISABLED]\nDriver Name:                audioendpoint.inf',
      ],
    },
    {
      formats: ['pnp-devices'],
      has: 'Error',
      fields: { disabled_microphone: /\S/ },
      layout: 'constructed',
      hits: [listed('CM_PROB_DISABLED'), listed('22')],
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
