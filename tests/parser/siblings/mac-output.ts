import { type Sibling, unproved } from './sibling.ts';

/** One list of `system_profiler -xml`. */
const plist = (...lists: readonly (readonly [kind: string, items: string])[]): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">\n<plist version="1.0">\n<array>\n${lists
    .map(
      ([kind, items]) =>
        `\t<dict>\n\t\t<key>_SPCommandLineArguments</key>\n\t\t<array>\n\t\t\t<string>-nospawn</string>\n\t\t\t<string>${kind}</string>\n\t\t</array>\n\t\t<key>_dataType</key>\n\t\t<string>${kind}</string>\n\t\t<key>_detailLevel</key>\n\t\t<integer>-1</integer>\n\t\t<key>_items</key>\n${items}\n\t\t<key>_parentDataType</key>\n\t\t<string>SPHardwareDataType</string>\n\t</dict>\n`,
    )
    .join('')}</array>\n</plist>\n`;
const pairs = (...all: readonly (readonly [string, string])[]): string =>
  `<dict>${all.map(([key, value]) => `\n\t\t\t\t<key>${key}</key>\n\t\t\t\t${value}`).join('')}\n\t\t\t</dict>`;
const camera = `\t\t<array>\n\t\t\t${pairs(['_name', '<string>HP 320 FHD Webcam</string>'], ['spcamera_model-id', '<string>UVC Camera VendorID_1008 ProductID_1610</string>'], ['spcamera_unique-id', '<string>0x2100000003f0064a</string>'])}\n\t\t</array>`;

export default [
  {
    title: 'macOS, saved from System Information: a Mac without a camera, and a display that only plays sound',
    evidence: {
      'studio.spx': plist(
        [
          'SPAudioDataType',
          `\t\t<array>\n\t\t\t<dict>\n\t\t\t\t<key>_items</key>\n\t\t\t\t<array>\n\t\t\t${pairs(['_name', '<string>Mac Studio &amp; Speakers</string>'], ['coreaudio_device_output', '<integer>2</integer>'])}\n\t\t\t\t</array>\n\t\t\t\t<key>_name</key>\n\t\t\t\t<string>coreaudio_device</string>\n\t\t\t</dict>\n\t\t</array>`,
        ],
        ['SPCameraDataType', '\t\t<array/>'],
      ),
    },
    top: { class: 'device-usb' },
    verdicts: { 'device-usb': ['suspected', 'confirmed'] },
    never: ['permissions'],
  },
  {
    title: 'macOS, as XML: the webcam is there, and the file ends before the list of sound devices does',
    evidence: {
      'cameras.xml': plist(
        ['SPCameraDataType', camera],
        ['SPAudioDataType', '\t\t<array>\n\t\t\t<dict>\n\t\t\t\t<key>_items</key>\n\t\t\t\t<array>\n'],
      ).split('\t\t<key>_parentDataType</key>\n\t\t<string>SPHardwareDataType</string>\n\t</dict>\n</array>')[0]!,
    },
    top: null,
    verdicts: { 'device-usb': unproved },
    exit: 0,
  },
  {
    title: 'macOS in French: the camera of the laptop',
    evidence: {
      'appareils.txt':
        'Caméra :\n\n    Caméra du MacBook Air :\n\n      Identifiant du modèle : Caméra du MacBook Air\n      Identifiant unique : 3F45E80A-0176-46F7-B185-BB9E2C0E82E3\n\n',
    },
    top: null,
    exit: 0,
  },
  {
    title: 'macOS, sntp -d, copied before its last line: a clock of three months ago; one server sent nothing usable',
    evidence: {
      'uhr.txt':
        'alice@mini ~ % sntp -d time.example.com\nsntp: Exchange failed: Kiss of death\nsntp_exchange {\n        result: 8 (Kiss of death)\n        header: 24 (li:0 vn:4 mode:4)\n       stratum: 00 (0)\n        offset: FFFFFFFF15D27F14.765EFE9380000000 (-3928850667.537612915)\n         delay: 0000000000000000.10E1501100000000 (0.065938000)\n         error: 0000000000000000.0000000000000000 (0.000000000)\n          addr: 192.0.2.124\n}\nsntp_exchange {\n        result: 0 (Success)\n        header: 24 (li:0 vn:4 mode:4)\n       stratum: 01 (1)\n        offset: 00000000007A1200.1289A73B00000000 (7999000.072413218)\n         delay: 0000000000000000.083047A000000000 (0.032000000)\n         error: 0000000000000000.04CE000000000000 (0.018770000)\n          addr: 192.0.2.123\n}\n',
    },
    top: { class: 'tls-clock' },
    verdicts: { 'tls-clock': ['suspected', 'confirmed'] },
  },
  {
    title: 'macOS, sntp -d: nobody answered, and the values that are printed are none',
    evidence: {
      'sntp.txt':
        'sntp: Exchange failed: Timeout\nsntp_exchange {\n        result: 6 (Timeout)\n        header: 00 (li:0 vn:0 mode:0)\n       stratum: 00 (0)\n            t1: EA2D80EB.81305964 (3928850667.504643999)\n            t2: 00000000.00000000 (0.000000000)\n        offset: FFFFFFFF15D27F14.765EFE9380000000 (-1964425333.768806457)\n         delay: 0000000000000000.0000000000000000 (0.000000000)\n         error: 0000000000000000.0000000000000000 (0.000000000)\n          addr: 198.51.100.123\n}\nsntp: Clock select failed\n',
    },
    top: null,
    verdicts: { 'tls-clock': ['not-assessable'] },
    exit: [0, 3],
  },
] satisfies readonly Sibling[];
