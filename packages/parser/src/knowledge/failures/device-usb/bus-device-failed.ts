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

/** A device that could not even say what it is, a hub, a Bluetooth adapter: a camera or a headset may hang on it. */
export default defineFailure({
  id: 'bus-device-failed',
  class: 'device-usb',
  role: 'cause',
  strength: 'weak',
  severity: 'warning',
  title: 'A USB or Bluetooth device could not be started',
  cause:
    'Windows could not read what a USB device is, or a hub or a Bluetooth adapter did not start: cable, port or power are at fault, and a camera or headset may be behind it.',
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
  subject: ['deviceinstanceid'],
  fixes: ['device-list-windows', 'device-history-windows', 'device-plug-directly', 'device-rescan-windows'],
  misses: [{ text: failed('USB\\ROOT_HUB30\\5&1&0&3', '0x2D'), why: 'it is not connected' }],
});
