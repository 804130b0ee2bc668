import { defineFormat } from '../../define.ts';
import { textOf, withFields } from '../../reading/entry.ts';
import { sections } from '../../reading/framings/sections.ts';
import { addDevices, cameraLines } from '../wordings/mac-devices.ts';

/** A list begins: by its key in JSON, by its kind in a property list, by its title as text. */
const beginsList = (line: string): boolean =>
  /^[ \t]{0,8}<key>_dataType<\/key>/.test(line) ||
  /^[ \t]{0,8}"SP[A-Za-z\d]{1,40}DataType" ?: ?\[/.test(line) ||
  /^(?!\s)[A-Z][A-Za-z\d /-]{2,30}:\s{0,4}$/.test(line);

export default defineFormat({
  id: 'system-profiler',
  title: 'system_profiler of macOS: cameras, sound and USB devices',
  framing: sections({ begins: beginsList }),
  os: 'macos',
  names: ['*system*profiler*', '*.spx.json', '*.spx'],
  recognise: {
    starts: new RegExp(
      String.raw`"SP(?:Camera|Audio|USB|USBHost|Hardware|Software)DataType" ?: ?\[|^(?:Camera|Audio|USB):[ \t\r]{0,4}\n[ \t\r]{0,8}\n {4}\S|^ {6}(?:Model ID|Unique ID): \S|^ {10}(?:Default (?:Input|Output) Device: Yes|Input Channels: \d)|<key>_dataType</key>\s{0,20}<string>SP[A-Za-z\d]{1,40}DataType<|^[^\s:：][^\n:：]{0,30}[:：][ \t\r]{0,4}\n[ \t\r]{0,8}\n {4}\S[^\n]{0,80}[:：][ \t\r]{0,4}\n[ \t\r]{0,8}\n${cameraLines}`,
      'm',
    ),
  },
  derives: ['cameras', 'microphones', 'device'],
  /** `cameras`, `microphones`: how many, without those that are programs; absent where the list is cut. `device`: their names. */
  derive: (entry) => withFields(entry, (fields) => addDevices(textOf(entry), fields)),
  samples: [
    {
      text: '{\n  "SPCameraDataType" : [\n    {\n      "_name" : "OBS Virtual Camera",\n      "spcamera_model-id" : "OBS Camera Extension",\n      "spcamera_unique-id" : "0"\n    },\n    {\n      "_name" : "Desk Cam",\n      "spcamera_model-id" : "UVC Camera VendorID_4660 ProductID_43981",\n      "spcamera_unique-id" : "0x1100000123abcd"\n    }\n  ]\n}',
      entry: { fields: { cameras: 1, device: 'Desk Cam' } },
    },
    {
      text: '{\n  "SPAudioDataType" : [\n    {\n      "_items" : [\n        {\n          "_name" : "Example Display",\n          "coreaudio_device_output" : 2\n        }\n      ],\n      "_name" : "coreaudio_device"\n    }\n  ]\n}',
      entry: { fields: { microphones: 0 } },
    },
    {
      text: 'Camera:\n\n    Desk Cam:\n\n      Model ID: UVC Camera VendorID_4660 ProductID_43981\n      Unique ID: 0x1100000123abcd\n',
      entry: { fields: { cameras: 1, device: 'Desk Cam' } },
    },
    {
      text: '<plist version="1.0">\n<array>\n\t<dict>\n\t\t<key>_dataType</key>\n\t\t<string>SPCameraDataType</string>\n\t\t<key>_items</key>\n\t\t<array>\n\t\t\t<dict>\n\t\t\t\t<key>_name</key>\n\t\t\t\t<string>Desk &amp; Cam</string>\n\t\t\t</dict>\n\t\t</array>\n\t</dict>\n</array>\n</plist>',
      entry: { fields: { cameras: 1, device: 'Desk & Cam' } },
    },
    {
      text: 'Kamera:\n\n    FaceTime HD-Kamera:\n\n      Modell-ID: UVC Camera VendorID_4660 ProductID_43981\n      Eindeutige ID: 0x1100000123abcd\n',
      entry: { fields: { cameras: 1, device: 'FaceTime HD-Kamera' } },
    },
    {
      text: 'Audio:\n\n    Devices:\n\n        Desk Microphone:\n\n          Default Input Device: Yes\n          Input Channels: 1\n          Transport: USB\n',
      entry: { fields: { microphones: 1, device: 'Desk Microphone' } },
    },
  ],
});
