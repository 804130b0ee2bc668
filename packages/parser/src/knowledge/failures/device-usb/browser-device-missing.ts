import { defineFailure } from '../../../define.ts';
import { consoleError, inBrowser, mediaDump } from '../../wordings/browser-devices.ts';

export default defineFailure({
  id: 'browser-device-missing',
  class: 'device-usb',
  role: 'cause',
  strength: 'strong',
  severity: 'error',
  title: 'The browser found no camera or microphone for Zoom',
  cause: "Zoom's page asked for a camera or microphone, and the browser found none that fits.",
  remedy: 'Plug the device in directly, check that the system lists it, and reload the page.',
  subject: { kind: 'device', fields: ['media'] },
  match: [
    ...inBrowser('missing'),
    ...inBrowser('unsuitable').map((pattern) => ({ ...pattern, strength: 'weak' as const })),
  ],
  fixes: [
    'device-list-windows',
    'device-list-macos',
    'device-list-linux',
    'device-plug-directly',
    'device-enable-windows',
  ],
  misses: [
    {
      text: consoleError(
        'getUserMedia error: NotFoundError: Requested device not found',
        'https://meet.example.com/app.js',
      ),
      why: "another site's page",
    },
    {
      text: consoleError("NotFoundError: Failed to execute 'removeChild' on 'Node'"),
      why: 'a part of the page, no device',
    },
    {
      text: mediaDump({ error: 'NotFoundError', error_message: 'Requested device not found' }, 'meet.example.com'),
      why: "another site's page",
    },
  ],
});
