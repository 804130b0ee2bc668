import { defineFailure } from '../../../define.ts';
import { copiedEvent, windowsEvent } from '../../wordings/samples.ts';
import { windowsEventFormats } from '../../wordings/windows-event-message.ts';

/** Nothing ties it to Zoom: a headset may have hung on the adapter, or nothing. */
export default defineFailure({
  id: 'bluetooth-adapter-failed',
  class: 'device-usb',
  role: 'cause',
  strength: 'weak',
  severity: 'info',
  title: 'The Bluetooth adapter failed',
  cause: 'Windows stopped using the adapter, so a headset on it was lost at that moment.',
  remedy: 'If a Bluetooth headset dropped out then, update the driver of the adapter, or use a cable.',
  formats: [...windowsEventFormats],
  match: [
    { has: 'BTHUSB', fields: { eventid: [17], provider: ['BTHUSB'] }, formats: ['windows-events'], layout: 'captured' },
    {
      has: 'BTHUSB',
      fields: { eventid: [17], provider: ['BTHUSB'] },
      formats: ['windows-events-text', 'windows-events-json'],
      layout: 'documented',
    },
  ],
  fixes: ['device-list-windows', 'device-history-windows', 'device-update-driver-windows'],
  hits: [windowsEvent('BTHUSB', 17, {}), copiedEvent('BTHUSB', 17, 'A sentence.')],
  misses: [{ text: windowsEvent('BTHUSB', 18, {}), why: 'another event' }],
});
