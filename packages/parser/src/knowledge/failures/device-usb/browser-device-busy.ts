import { defineFailure } from '../../../define.ts';
import { consoleError, inBrowser, mediaDump } from '../../wordings/browser-devices.ts';

export default defineFailure({
  id: 'browser-device-busy',
  class: 'device-usb',
  role: 'cause',
  strength: 'strong',
  severity: 'error',
  title: 'The browser could not start the camera or microphone for Zoom',
  cause: 'The page may use the device, but it did not start: another program holds it, or its driver does not answer.',
  remedy: 'Quit other programs that use the device, plug it in again, and reload the page.',
  subject: { kind: 'device', fields: ['media'] },
  match: inBrowser('busy'),
  fixes: [
    'device-holder-windows',
    'device-holder-linux',
    'device-close-other-apps',
    'device-plug-directly',
    'device-select-in-zoom',
  ],
  alternatives: [
    { class: 'permissions', why: 'where the system denies the browser the device, some browsers say the same' },
  ],
  misses: [
    {
      text: consoleError(
        'getUserMedia error: NotReadableError: Could not start video source',
        'https://meet.example.com/app.js',
      ),
      why: "another site's page",
    },
    { text: consoleError('NotReadableError: The requested file could not be read'), why: 'a file' },
    {
      text: mediaDump({ error: 'NotReadableError', error_message: 'Could not start video source' }, 'meet.example.com'),
      why: "another site's page",
    },
  ],
});
