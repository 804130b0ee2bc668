import type { Sibling } from './sibling.ts';

const cameraClass = '{ca3e7ab9-b4c3-4ae6-8251-579ef933890f}';
const device = (labels: readonly string[], values: readonly string[]): string =>
  `${labels.map((label, at) => `${`${label}:`.padEnd(30)}${values[at]}`).join('\n')}\n\n`;
const french = [
  'ID d’instance',
  'Description du périphérique',
  'Nom de classe',
  'GUID de classe',
  'Nom du fabricant',
  'État',
];
const english = ['Instance ID', 'Device Description', 'Class Name', 'Class GUID', 'Manufacturer Name', 'Status'];
const camera = (name: string, id: string): string[] => [
  `USB\\VID_${id}&PID_0042&MI_00\\6&2&0&0000`,
  name,
  'Camera',
  cameraClass,
  'Example',
];

export default [
  {
    title: 'French: the only camera is switched off',
    evidence: {
      'pnputil.txt': `Utilitaire PnP Microsoft\n\n${device([...french, 'Code du problème', 'Nom du pilote'], [...camera('Caméra intégrée', '1234'), 'Désactivé', '22 (0x16) [CM_PROB_DISABLED]', 'usbvideo.inf'])}`,
    },
    top: { class: 'device-usb' },
    exit: 1,
  },
  {
    title: 'French: one camera is switched off, the other one has started',
    evidence: {
      'pnputil.txt': `Utilitaire PnP Microsoft\n\n${device([...french, 'Code du problème', 'Nom du pilote'], [...camera('Caméra intégrée', '1234'), 'Désactivé', '22 (0x16) [CM_PROB_DISABLED]', 'usbvideo.inf'])}${device([...french, 'Nom du pilote'], [...camera('Example Desk Cam', '1235'), 'Démarré', 'usbvideo.inf'])}`,
    },
    top: null,
    exit: 0,
  },
  {
    title: 'a list of properties: the microphone of the monitor is switched off, that of the headset works',
    evidence: {
      'devices.txt':
        'FriendlyName : Microphone (Example Monitor)\nInstanceId   : SWD\\MMDEVAPI\\{0.0.1.00000000}.{00000000-0000-4000-8000-000000000007}\nClass        : AudioEndpoint\nStatus       : Error\nProblem      : CM_PROB_DISABLED\n\nFriendlyName : Microphone (Example Headset)\nInstanceId   : SWD\\MMDEVAPI\\{0.0.1.00000000}.{00000000-0000-4000-8000-000000000008}\nClass        : AudioEndpoint\nStatus       : OK\nProblem      : CM_PROB_NONE\n',
    },
    top: null,
    exit: 0,
  },
  {
    title: 'the camera has another problem, and that is no switch',
    evidence: {
      'pnputil.txt': `Microsoft PnP Utility\n\n${device([...english, 'Problem Code', 'Driver Name'], [...camera('Example Desk Cam', '1235'), 'Problem', '43 (0x2B) [CM_PROB_FAILED_POST_START]', 'usbvideo.inf'])}`,
    },
    top: { class: 'device-usb' },
    exit: 1,
  },
  {
    title: 'a scanner is switched off',
    evidence: {
      'pnputil.txt': `Microsoft PnP Utility\n\n${device(
        [...english, 'Problem Code', 'Driver Name'],
        [
          'USB\\VID_1236&PID_0007\\5&1&0&2',
          'Example Flatbed Scanner',
          'Image',
          '{6bdd1fc6-810f-11d0-bec7-08002be2092f}',
          'Example',
          'Problem',
          '22 (0x16) [CM_PROB_DISABLED]',
          'oem7.inf',
        ],
      )}`,
    },
    top: null,
    exit: 0,
  },
] satisfies readonly Sibling[];
