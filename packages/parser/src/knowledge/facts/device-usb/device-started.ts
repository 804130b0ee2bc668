import { defineFact } from '../../../define.ts';
import { references } from '../../references.ts';
import { copiedEvent, jsonEvent, windowsEvent } from '../../wordings/samples.ts';
import { windowsEventFormats } from '../../wordings/windows-event-message.ts';

const started = (problem: string): string =>
  windowsEvent('Microsoft-Windows-Kernel-PnP', 410, {
    DeviceInstanceId: 'USB\\VID_1234&PID_ABCD&MI_00\\6&1&0&0000',
    Problem: problem,
  });

const message =
  'Device USB\\VID_1234&PID_ABCD\\0001 was started.\n\nDriver Name: usbvideo.inf\nClass GUID: {ca3e7ab9-b4c3-4ae6-8251-579ef933890f}\nService: usbvideo\nLower Filters:\nUpper Filters:';

export default defineFact({
  id: 'device-started',
  class: 'device-usb',
  title: 'Windows started the device',
  because: 'Plug and Play recorded that the same device started without a problem.',
  effect: 'ends',
  ends: ['device-start-failed', 'bus-device-failed'],
  subject: { kind: 'device', fields: ['deviceinstanceid'] },
  match: [
    {
      formats: windowsEventFormats,
      has: '410',
      fields: { problem: /^0x0+$/, eventid: [410], provider: /Kernel-PnP$/ },
      layout: 'documented',
      see: [references.kernelPnp],
      hits: [
        started('0x0'),
        copiedEvent('Microsoft-Windows-Kernel-PnP', 410, message),
        jsonEvent('Microsoft-Windows-Kernel-PnP', 410, message),
      ],
    },
  ],
  misses: [{ text: started('0xA'), why: 'started with a problem' }],
});
