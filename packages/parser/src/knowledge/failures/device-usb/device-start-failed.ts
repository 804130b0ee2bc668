import { defineFailure, type Pattern } from '../../../define.ts';
import { references } from '../../references.ts';
import { captureClass, presentProblem, usableDevice } from '../../wordings/capture-devices.ts';
import { pnpDevice, pnputilDevice } from '../../wordings/pnp-device.ts';
import { jsonEvent, windowsEvent, windowsEventHits } from '../../wordings/samples.ts';
import { windowsEventFormats } from '../../wordings/windows-event-message.ts';

/** Camera and audio drivers that ship with Windows. */
const captureDriver = /\\Driver\\(?:usbvideo|usbaudio2?|HdAudAddService|BthA2dp|BthHFEnum|BthHFAud)$/i;

const notStarted = windowsEventHits(
  'Microsoft-Windows-Kernel-PnP',
  411,
  {
    DeviceInstanceId: 'USB\\VID_1234&PID_ABCD&MI_00\\6&1&0&0000',
    ClassGuid: '{ca3e7ab9-b4c3-4ae6-8251-579ef933890f}',
    Problem: '0xA',
  },
  'Device USB\\VID_1234&PID_ABCD\\0001 had a problem starting.\n\nDriver Name: usbvideo.inf\nClass GUID: {ca3e7ab9-b4c3-4ae6-8251-579ef933890f}\nService: usbvideo\nLower Filters:\nUpper Filters:\nProblem: 0xA\nStatus: 0xC0000001',
);

export default defineFailure({
  id: 'device-start-failed',
  class: 'device-usb',
  role: 'cause',
  strength: 'proof',
  severity: 'error',
  title: 'Windows could not start a camera or audio device',
  cause: 'Plug and Play recorded that the device had a problem starting; the problem code shows which.',
  remedy:
    'Unplug the device and plug it directly into the computer; if the problem remains, update or reinstall its driver.',
  // A laptop has an infrared camera, too: with a camera that works it is open whether Zoom's is the other one.
  when: { nothing: { with: ['remote-session'] }, weak: { with: ['camera-present'] } },
  match: [
    ...['411', 'had a problem'].map(
      (has): Pattern => ({
        has,
        fields: { problem: presentProblem, eventid: [411], classguid: captureClass },
        text: usableDevice,
        formats: has === '411' ? windowsEventFormats : windowsEventFormats.slice(1),
        layout: 'documented',
        see: [references.kernelPnp, references.deviceNotStarted],
        hits: has === '411' ? notStarted : notStarted.slice(1),
      }),
    ),
    {
      has: '\\Driver\\',
      fields: { failurename: captureDriver, eventid: [219] },
      formats: ['windows-events'],
      layout: 'captured',
      strength: 'strong',
      hits: [
        windowsEvent('Microsoft-Windows-Kernel-PnP', 219, {
          DriverName: 'USB\\VID_1234&PID_ABCD&MI_00\\6&1&0&0000',
          Status: 3221225473,
          FailureName: '\\Driver\\usbvideo',
        }),
      ],
    },
    {
      has: '\\Driver\\',
      fields: { failurename: captureDriver, eventid: [219] },
      formats: ['windows-events-text', 'windows-events-json'],
      layout: 'documented',
      see: [references.kernelPnp],
      strength: 'strong',
      hits: [
        'The driver \\Driver\\usbvideo failed to load for the device USB\\VID_1234&PID_ABCD\\0001.',
        jsonEvent(
          'Microsoft-Windows-Kernel-PnP',
          219,
          'The driver \\Driver\\usbvideo failed to load for the device USB\\VID_1234&PID_ABCD\\0001.',
        ),
      ],
    },
    // The reports seen so far list only devices without a problem.
    {
      has: 'ProblemCode',
      fields: { problem: /\S/ },
      formats: ['dxdiag'],
      layout: 'constructed',
      strength: 'strong',
      hits: [
        `DxDiag Version: 10.00\n---------------------\nVideo Capture Devices\nNumber of Devices: 1\n---------------------\n           FriendlyName: Example Desk Cam\n            ProblemCode: 10`,
      ],
    },
    {
      has: 'Error',
      fields: { failed: /\S/ },
      formats: ['pnp-devices'],
      layout: 'constructed',
      strength: 'strong',
      hits: [pnpDevice('Camera', 'Error')],
    },
    {
      has: ':',
      fields: { failed: /\S/, instance: /\\/ },
      formats: ['pnputil-devices'],
      layout: 'documented',
      see: [references.pnputil],
      strength: 'strong',
      hits: [
        pnputilDevice(
          'Status:                     Problem',
          'Problem Code:               10 (0x0A) [CM_PROB_FAILED_START]',
        ),
      ],
    },
    ...['USB\\', 'HDAUDIO\\'].map(
      (has): Pattern => ({
        has,
        fields: { failed: /\S/, instance: /\\/ },
        formats: ['msinfo32'],
        layout: 'constructed',
        strength: 'strong',
        hits: [
          `[Problem Devices]\n\nDevice\tPNP Device ID\tError Code\t\nExample Webcam\t${has}VID_1234&PID_ABCD\\6&1&0&0000\tThis device cannot start.\t`,
        ],
      }),
    ),
  ],
  subject: { kind: 'device', fields: ['deviceinstanceid', 'drivername', 'failed'] },
  explains: ['driver-install-failed'],
  fixes: [
    'device-list-windows',
    'device-history-windows',
    'device-plug-directly',
    'device-enable-windows',
    'device-rescan-windows',
    'device-update-driver-windows',
  ],
  misses: [
    { text: pnpDevice('Camera', 'Unknown'), why: 'not connected' },
    {
      text: pnputilDevice(
        'Status:                     Disconnected',
        'Problem Code:               45 (0x2D) [CM_PROB_PHANTOM]',
      ),
      why: 'not connected',
    },
    {
      text: windowsEvent('Microsoft-Windows-Kernel-PnP', 411, {
        DeviceInstanceId: 'HDAUDIO\\FUNC_01&VEN_10DE&DEV_0001\\5&1&0&0001',
        ClassGuid: '{4d36e96c-e325-11ce-bfc1-08002be10318}',
        ServiceName: 'NVHDA',
        Problem: '0xA',
      }),
      why: 'the sound of a display',
    },
    {
      text: windowsEvent('Microsoft-Windows-Kernel-PnP', 411, {
        DeviceInstanceId: 'USB\\VID_1234&PID_ABCE\\1',
        ClassGuid: '{6bdd1fc6-810f-11d0-bec7-08002be2092f}',
        ServiceName: 'usbscan',
        Problem: '0xA',
      }),
      why: 'a scanner',
    },
    {
      text: windowsEvent('Microsoft-Windows-Kernel-PnP', 219, {
        DriverName: 'HID\\VID_1234&PID_0001\\7&1&0&0000',
        Status: 3221226341,
        FailureName: '\\Driver\\WudfRd',
      }),
      why: 'routine noise at system startup',
    },
    {
      text: windowsEvent('Microsoft-Windows-Kernel-PnP', 411, {
        DeviceInstanceId: 'USB\\VID_1234&PID_ABCD&MI_00\\6&1&0&0000',
        ClassGuid: '{ca3e7ab9-b4c3-4ae6-8251-579ef933890f}',
        Problem: '0x2D',
      }),
      why: 'not plugged in',
    },
    {
      text: windowsEvent('Microsoft-Windows-Kernel-PnP', 410, {
        DeviceInstanceId: 'USB\\VID_1234&PID_ABCD&MI_00\\6&1&0&0000',
        ClassGuid: '{ca3e7ab9-b4c3-4ae6-8251-579ef933890f}',
        Problem: '0x0',
      }),
      why: 'it started: informational',
    },
    {
      text: windowsEvent('Microsoft-Windows-Kernel-PnP', 411, {
        DeviceInstanceId: 'USB\\VID_1234&PID_0001\\1',
        ClassGuid: '{4d36e96b-e325-11ce-bfc1-08002be10318}',
        Problem: '0xA',
      }),
      why: 'a keyboard',
    },
  ],
});
