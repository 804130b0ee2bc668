import { asJson, asSyslog, columns, shown } from './apple-lines.ts';
import { type Sibling, unproved } from './sibling.ts';

const port = (name: string, what: string): string => `${name}: AppleUSBHostPort::${what}`;
export default [
  {
    title: 'macOS: the port of the webcam reports too much current',
    evidence: {
      'log-show.ndjson':
        asJson(
          '08:00:00.000000',
          '/kernel',
          port(
            'HS04@14400000',
            'enumerateDeviceComplete_block_invoke: enumerated 0x1234/00aa/0100 (Example Webcam Pro / 3) at 480 Mbps',
          ),
        ) +
        asJson(
          '08:20:10.000000',
          '/kernel',
          port('HS04@14400000', 'interruptOccurred: overcurrent detected with port status 0x4000'),
        ) +
        '{"count":2,"finished":1}\n',
    },
    top: { class: 'device-usb' },
    exit: 1,
  },
  {
    title: 'macOS: the port of a keyboard gives up beside a camera that works',
    evidence: {
      'log-show.txt':
        columns +
        shown(
          '08:00:00.000101',
          'Default',
          0,
          'kernel',
          `(IOUSBHostFamily) ${port('HS04@14400000', 'enumerateDeviceComplete_block_invoke: enumerated 0x1234/00aa/0100 (Example Webcam Pro / 3) at 480 Mbps')}`,
        ) +
        shown(
          '08:00:00.400101',
          'Default',
          0,
          'kernel',
          `(IOUSBHostFamily) ${port('HS02@14200000', 'enumerateDeviceComplete_block_invoke: enumerated 0x1234/00bb/0100 (Example Keyboard / 4) at 12 Mbps')}`,
        ) +
        shown(
          '09:10:00.000101',
          'Default',
          0,
          'kernel',
          `(IOUSBHostFamily) ${port('HS02@14200000', 'terminateDevice: destroying 0x1234/00bb/0100 (Example Keyboard): connect change interrupt')}`,
        ) +
        shown(
          '09:10:04.000101',
          'Default',
          0,
          'kernel',
          `(IOUSBHostFamily) ${port('HS02@14200000', 'disconnect: persistent enumeration failures')}`,
        ),
const profiler = (lists: Readonly<Record<string, readonly unknown[]>>): string =>
  `${JSON.stringify(lists, null, 2).replaceAll('": ', '" : ')}\n`;
const sounds = (...items: readonly Readonly<Record<string, unknown>>[]) => [
  { _items: items, _name: 'coreaudio_device' },
];
export default [
  {
    title: 'a Mac mini with the list of cameras empty, and a program that poses as one in the list of sound devices',
    evidence: {
      'devices.json': profiler({
        SPAudioDataType: sounds(
          {
            _name: 'LG Display',
            coreaudio_device_output: 2,
            coreaudio_device_transport: 'coreaudio_device_type_displayport',
          },
          { _name: 'USB Headset', coreaudio_device_input: 1, coreaudio_device_transport: 'coreaudio_device_type_usb' },
        ),
        SPCameraDataType: [],
        SPUSBHostDataType: [{ _name: 'USB31Bus', Driver: 'AppleT8142USBXHCI', USBKeyLocationID: '0x01000000' }],
      }),
    },
    top: { class: 'device-usb' },
    verdicts: { 'device-usb': ['suspected', 'confirmed'] },
    exit: [0, 1],
  },
  {
    title: 'the report as text: a camera of the phone, and the headset',
    evidence: {
      'system_profiler.txt':
        'Audio:\n\n    Devices:\n\n        USB Headset:\n\n          Default Input Device: Yes\n          Input Channels: 1\n          Manufacturer: Example\n          Current SampleRate: 48000\n          Transport: USB\n          Input Source: Default\n\n        Mac mini Speakers:\n\n          Default Output Device: Yes\n          Output Channels: 2\n          Transport: Built-in\n\nCamera:\n\n    iPhone Camera:\n\n      Model ID: iPhone15,2\n      Unique ID: 00000000-0000-0000-0000-000000000007\n\n',
    },
    top: null,
    exit: 0,
  },
  {
    title: 'macOS, syslog style: the headset gives up on its port; it worked again later',
    evidence: {
      'usb.txt':
        asSyslog(
          '10:00:00.000000',
          'kernel[0]',
          `(IOUSBHostFamily) 000645.113 ${port('AppleUSB20HubPort@14420000', 'enumerateDeviceComplete_block_invoke: enumerated 0x1234/00cc/0200 (Example USB Headset) at 12 Mbps')}`,
        ) +
        asSyslog(
          '10:30:00.000000',
          'kernel[0]',
          `(IOUSBHostFamily) 002445.113 ${port('AppleUSB20HubPort@14420000', 'disconnect: persistent enumeration failures')}`,
        ) +
        asSyslog(
          '10:44:00.000000',
          'kernel[0]',
          `(IOUSBHostFamily) 003285.113 ${port('AppleUSB20HubPort@14420000', 'enumerateDeviceComplete_block_invoke: enumerated 0x1234/00cc/0200 (Example USB Headset) at 12 Mbps')}`,
        ),
    },
    verdicts: { 'device-usb': unproved },
    exit: 0,
  },
  {
    title: 'macOS: a helper program speaks of enumeration failures; the kernel does not',
    evidence: {
      'console.txt':
        `default\t15:10:00.100000+0100\tusbwatch\t${port('HS04@14400000', 'disconnect: persistent enumeration failures')}\n` +
        'default\t15:10:01.100000+0100\tusbwatch\tcopied the line above to the clipboard\n',
    },
    top: null,
    exit: 0,
  },
  {
    title: 'macOS: the webcam leaves its port and cannot be addressed there any more',
    evidence: {
      'log-show.txt':
        columns +
        shown(
          '08:00:00.000101',
          'Default',
          0,
          'kernel',
          `(IOUSBHostFamily) [com.apple.usb:device] ${port('HS04@14400000', 'enumerateDeviceComplete_block_invoke: enumerated 0x1234/00aa/0100 (Example UVC Camera / 3) at 480 Mbps')}`,
        ) +
        shown(
          '08:44:00.000101',
          'Default',
          0,
          'kernel',
          `(IOUSBHostFamily) [com.apple.usb:device] ${port('HS04@14400000', 'terminateDevice: destroying 0x1234/00aa/0100 (Example UVC Camera): connect change interrupt')}`,
        ) +
        shown(
          '08:44:05.000101',
          'Error',
          0,
          'kernel',
          `(IOUSBHostFamily) [com.apple.usb:device] HS04@14400000: AppleUSB20HubPort::resetAndCreateDevice: failed to address device, disabling port`,
        ),
    },
    top: { class: 'device-usb', confidence: ['medium', 'low'] },
    exit: 1,
    title: 'the report ends in the middle of the list of cameras',
    evidence: {
      'system-profiler.json': profiler({
        SPCameraDataType: [{ _name: 'OBS Virtual Camera', 'spcamera_model-id': 'OBS Camera Extension' }],
      }).slice(0, 70),
    },
    top: null,
    verdicts: { 'device-usb': unproved },
    exit: [0, 3],
  },
  {
    title: 'a system of 2020: keys with underscores, and the built-in devices',
    evidence: {
      'system-profiler.json': profiler({
        SPCameraDataType: [
          {
            _name: 'FaceTime HD Camera (Built-in)',
            spcamera_model_id: 'UVC Camera VendorID_1452 ProductID_34068',
            spcamera_unique_id: '0x8020000005ac8514',
          },
        ],
        SPAudioDataType: sounds({ _name: 'Built-in Microphone', coreaudio_device_input: 2 }),
        SPUSBDataType: [],
      }),
    },
    top: null,
    verdicts: { 'device-usb': ['not-assessable', 'ruled-out'] },
    exit: 0,
  },
  {
    title: 'all that records sound are programs: from what, is not known',
    evidence: {
      'system-profiler.json': profiler({
        SPAudioDataType: sounds(
          { _name: 'ZoomAudioDevice', coreaudio_device_input: 2, coreaudio_device_output: 2 },
          {
            _name: 'BlackHole 2ch',
            coreaudio_device_input: 2,
            coreaudio_device_transport: 'coreaudio_device_type_virtual',
          },
          { _name: 'Mac Studio Speakers', coreaudio_device_output: 2 },
        ),
      }),
    },
    top: null,
    verdicts: { 'device-usb': unproved },
    exit: 0,
  },
] satisfies readonly Sibling[];
