import { defineFailure } from '../../define.ts';
import { windowsEvent } from '../../samples.ts';

/** Problem codes 0x15, 0x18 and 0x2D mean removed, absent and not connected: no failure. Setup classes of cameras, imaging devices and media devices (windows-driver-docs). */
const captureClass =
  /\{?(?:ca3e7ab9-b4c3-4ae6-8251-579ef933890f|6bdd1fc6-810f-11d0-bec7-08002be2092f|4d36e96c-e325-11ce-bfc1-08002be10318)\}?/i;

export default defineFailure({
  id: 'device-start-failed',
  class: 'device-usb',
  role: 'cause',
  strength: 'proof',
  severity: 'error',
  title: 'Windows could not start a camera or sound device',
  cause: 'Plug and Play recorded that the device had a problem starting; the problem code says which.',
  remedy: 'Unplug the device and plug it directly into the computer; if it stays, update or reinstall its driver.',
  formats: ['windows-events'],
  match: [
    {
      has: 'Kernel-PnP',
      fields: { problem: /^0x0*(?!(?:0|15|18|2d)$)[0-9a-f]+$/i, eventid: [411], classguid: captureClass },
      layout: 'documented',
    },
  ],
  subject: ['deviceinstanceid'],
  fixes: [
    'device-list-windows',
    'device-history-windows',
    'device-plug-directly',
    'device-enable-windows',
    'device-rescan-windows',
    'device-update-driver-windows',
  ],
  hits: [
    windowsEvent('Microsoft-Windows-Kernel-PnP', 411, {
      DeviceInstanceId: 'USB\\VID_1234&PID_ABCD&MI_00\\6&1&0&0000',
      DriverName: 'usbvideo.inf',
      ClassGuid: '{ca3e7ab9-b4c3-4ae6-8251-579ef933890f}',
      Problem: '0xA',
      Status: '0xC0000001',
    }),
  ],
  misses: [
    {
      text: windowsEvent('Microsoft-Windows-Kernel-PnP', 410, {
        DeviceInstanceId: 'USB\\VID_1234&PID_ABCD&MI_00\\6&1&0&0000',
        ClassGuid: '{ca3e7ab9-b4c3-4ae6-8251-579ef933890f}',
        Problem: '0x0',
      }),
      why: 'started: information',
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
