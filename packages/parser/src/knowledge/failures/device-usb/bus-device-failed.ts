import { defineFailure } from '../../../define.ts';
import { references } from '../../references.ts';
import { busClass, presentProblem } from '../../wordings/capture-devices.ts';
import { copiedEvent, jsonEvent, windowsEvent } from '../../wordings/samples.ts';
import { windowsEventFormats } from '../../wordings/windows-event-message.ts';

const failed = (instance: string, problem: string): string =>
  windowsEvent('Microsoft-Windows-Kernel-PnP', 411, {
    DeviceInstanceId: instance,
    ClassGuid: '{36fc9e60-c465-11cf-8056-444553540000}',
    Problem: problem,
  });

const message =
  'Device USB\\VID_0000&PID_0002\\5&1&0&3 had a problem starting.\n\nDriver Name: usb.inf\nClass GUID: {36fc9e60-c465-11cf-8056-444553540000}\nService: \nLower Filters:\nUpper Filters:\nProblem: 0x2B\nStatus: 0x0';

/** A device that could not even identify itself, a hub or a Bluetooth adapter: a camera or headset may be connected through it. */
export default defineFailure({
  id: 'bus-device-failed',
  class: 'device-usb',
  role: 'cause',
  strength: 'weak',
  severity: 'warning',
  title: 'Windows could not start a USB or Bluetooth device',
  cause:
    'Windows could not identify a USB device, or a hub or Bluetooth adapter did not start: the cable, port or power is at fault, and a camera or headset may be affected.',
  remedy: 'Plug the camera or headset directly into the computer with another cable.',
  match: [
    {
      formats: windowsEventFormats,
      has: '411',
      fields: { problem: presentProblem, eventid: [411], classguid: busClass },
      layout: 'documented',
      see: [references.kernelPnp, references.deviceNotStarted],
      hits: [
        failed('USB\\VID_0000&PID_0002\\5&1&0&3', '0x2B'),
        copiedEvent('Microsoft-Windows-Kernel-PnP', 411, message),
        jsonEvent('Microsoft-Windows-Kernel-PnP', 411, message),
      ],
    },
  ],
  subject: { kind: 'device', fields: ['deviceinstanceid'] },
  when: { nothing: { with: ['remote-session'] } },
  fixes: ['device-list-windows', 'device-history-windows', 'device-plug-directly', 'device-rescan-windows'],
  misses: [{ text: failed('USB\\ROOT_HUB30\\5&1&0&3', '0x2D'), why: 'not connected' }],
});
