import { defineFailure } from '../../../define.ts';
import { references } from '../../references.ts';
import { captureClass } from '../../wordings/capture-devices.ts';
import { windowsEvent, windowsEventHits } from '../../wordings/samples.ts';
import { windowsEventFormats } from '../../wordings/windows-event-message.ts';

/** 0x103: there is no better driver; 0xBC2: the driver works after a restart. */
const realError = /^0x(?!0*(?:103|bc2)?$)[\da-f]{1,8}$/i;

const section = (inf: string, mark: string, exit: string): string =>
  [
    '>>>  [Device Install (Hardware initiated) - USB\\VID_1234&PID_ABCD&MI_00\\6&1&0&0000]',
    '>>>  Section start 2025/05/14 07:08:09.101',
    `     dvi:           InfName      - C:\\Windows\\System32\\DriverStore\\FileRepository\\${inf}_amd64_0a1b\\${inf}`,
    `${mark}  dvi:                Device not started.`,
    '<<<  Section end 2025/05/14 07:08:11.202',
    exit,
  ].join('\n');

/** A UserPnp event: the result of a driver installation. */
const event = (setupClass: string, status: string): string =>
  `<Event xmlns="http://schemas.microsoft.com/win/2004/08/events/event"><System><Provider Name="Microsoft-Windows-UserPnp"/><EventID>20001</EventID><TimeCreated SystemTime="2025-10-11T12:13:14.1516171Z"/><Computer>DESK-7</Computer></System><UserData><InstallDeviceID><DeviceInstanceID>USB\\VID_1234&amp;PID_ABCD\\0001</DeviceInstanceID><SetupClass>${setupClass}</SetupClass><InstallStatus>${status}</InstallStatus></InstallDeviceID></UserData></Event>`;

export default defineFailure({
  id: 'driver-install-failed',
  class: 'device-usb',
  role: 'cause',
  strength: 'strong',
  severity: 'error',
  title: 'Windows could not install a camera or audio driver',
  cause: 'The device installation ended with an error, so no program can use the device.',
  remedy: "Unplug the device, remove it in Device Manager, plug it in again, then install the manufacturer's driver.",
  match: [
    {
      has: 'FAILURE',
      fields: { exit: ['FAILURE'], exitcode: realError, task: /^Device Install\b/i, kind: ['camera', 'audio'] },
      formats: ['setupapi'],
      layout: 'documented',
      see: [references.setupapiFailure],
      hits: [section('usbvideo.inf', '!!!', '<<<  [Exit status: FAILURE(0x00000490)]')],
    },
    {
      has: '!!!',
      fields: { errors: { min: 1 }, exit: ['none'], task: /^Device Install\b/i, kind: ['camera', 'audio'] },
      formats: ['setupapi'],
      layout: 'documented',
      see: [references.setupapiBody],
      strength: 'weak',
      hits: [section('usbvideo.inf', '!!!', '').trimEnd()],
    },
    {
      has: 'InstallStatus',
      fields: { installstatus: realError, setupclass: captureClass, eventid: [20001] },
      formats: ['windows-events'],
      layout: 'captured',
      hits: [event('{ca3e7ab9-b4c3-4ae6-8251-579ef933890f}', '0x00000490')],
    },
    // Not yet: Windows may finish it by itself.
    {
      has: '430',
      fields: { classguid: captureClass, eventid: [430], provider: /Kernel-PnP$/ },
      formats: windowsEventFormats,
      layout: 'documented',
      see: [references.kernelPnp],
      strength: 'weak',
      hits: windowsEventHits(
        'Microsoft-Windows-Kernel-PnP',
        430,
        { DeviceInstanceId: 'USB\\VID_1234&PID_ABCD\\0001', ClassGuid: '{ca3e7ab9-b4c3-4ae6-8251-579ef933890f}' },
        'Device USB\\VID_1234&PID_ABCD\\0001 requires further installation.\n\nDriver Name: usbvideo.inf\nClass GUID: {ca3e7ab9-b4c3-4ae6-8251-579ef933890f}\nService: usbvideo',
      ),
    },
  ],
  subject: { kind: 'device', fields: ['instance', 'deviceinstanceid'] },
  when: { nothing: { with: ['remote-session'] } },
  fixes: [
    'device-list-windows',
    'device-history-windows',
    'device-plug-directly',
    'device-rescan-windows',
    'device-update-driver-windows',
  ],
  misses: [
    {
      text: section('usbvideo.inf', '!  ', '<<<  [Exit status: FAILURE(0x00000103)]'),
      why: 'no better driver than the installed one',
    },
    {
      text: section('usbvideo.inf', '!!!', '<<<  [Exit status: FAILURE(0x00000490)]').replace(
        'Device Install (Hardware initiated)',
        'Delete Device',
      ),
      why: 'a device removal',
    },
    {
      text: section('display.inf', '!!!', '<<<  [Exit status: FAILURE(0x00000490)]').replace(
        '!!!',
        "     dvi:      Searched 'usbvideo.inf'.\n!!!",
      ),
      why: 'another device, for which Windows searched all drivers',
    },
    { text: section('usbstor.inf', '!!!', '<<<  [Exit status: FAILURE(0x00000490)]'), why: 'a disk' },
    {
      text: section('usbvideo.inf', '!!!', '<<<  [Exit status: SUCCESS]'),
      why: 'an error along the way, but the installation succeeded',
    },
    { text: section('usbvideo.inf', '!  ', '<<<  [Exit status: SUCCESS]'), why: 'a warning' },
    { text: event('{ca3e7ab9-b4c3-4ae6-8251-579ef933890f}', '0x00000000'), why: 'it worked' },
    {
      text: windowsEvent('Microsoft-Windows-Kernel-PnP', 442, {
        DeviceInstanceId: 'USB\\VID_1234&PID_ABCD\\0001',
        ClassGuid: '{ca3e7ab9-b4c3-4ae6-8251-579ef933890f}',
      }),
      why: 'settings of an older Windows, which were not taken over',
    },
    { text: event('{4d36e972-e325-11ce-bfc1-08002be10318}', '0x00000490'), why: 'a network adapter' },
  ],
});
