import { type Sibling, unproved } from './sibling.ts';

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
