import { defineFailure } from '../../../define.ts';
import { references } from '../../references.ts';
import { copiedEvent, jsonEvent, windowsEvent } from '../../wordings/samples.ts';

/** Nothing ties it to Zoom: the adapter may have served a headset, or no device at all. */
export default defineFailure({
  id: 'bluetooth-adapter-failed',
  class: 'device-usb',
  role: 'cause',
  strength: 'weak',
  severity: 'info',
  title: 'The Bluetooth adapter failed',
  cause: 'Windows stopped using the adapter, so a headset connected to it was lost at that moment.',
  remedy: 'If a Bluetooth headset dropped out then, update the adapter driver or use a cable.',
  match: [
    {
      has: 'BTHUSB',
      fields: { eventid: [17], provider: ['BTHUSB'] },
      formats: ['windows-events'],
      layout: 'captured',
      hits: [windowsEvent('BTHUSB', 17, {})],
    },
    {
      has: 'BTHUSB',
      fields: { eventid: [17], provider: ['BTHUSB'] },
      formats: ['windows-events-text', 'windows-events-json'],
      layout: 'documented',
      see: [references.bluetoothAdapterFailed],
      hits: [copiedEvent('BTHUSB', 17, 'A sentence.'), jsonEvent('BTHUSB', 17, 'A sentence.')],
    },
  ],
  fixes: ['device-list-windows', 'device-history-windows', 'device-update-driver-windows'],
  misses: [{ text: windowsEvent('BTHUSB', 18, {}), why: 'another event' }],
});
