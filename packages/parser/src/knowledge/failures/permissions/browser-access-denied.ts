import { defineFailure } from '../../../define.ts';
import { consoleError, consoleLogged, inBrowser, mediaDump } from '../../wordings/browser-devices.ts';

export default defineFailure({
  id: 'browser-access-denied',
  class: 'permissions',
  role: 'cause',
  strength: 'strong',
  severity: 'error',
  title: "Zoom's page in the browser may not use the camera or microphone",
  cause: 'The browser refused the request: the user, a policy or the privacy settings of the system do not allow it.',
  remedy:
    "Allow the camera and microphone for the page (the lock beside its address), then for the browser in the system's privacy settings.",
  subject: { kind: 'permission', fields: ['media'] },
  match: inBrowser('denied'),
  fixes: [
    'permission-read-windows',
    'permission-allow-camera-windows',
    'permission-allow-microphone-windows',
    'permission-ask-management',
  ],
  misses: [
    {
      text: consoleLogged('Uncaught (in promise) NotAllowedError: Permission denied', 'meet.example.com'),
      why: "another site's page, in the log of the browser",
    },
    {
      text: consoleError('getUserMedia error: NotAllowedError: Permission denied', 'https://meet.example.com/app.js'),
      why: "another site's page",
    },
    {
      text: consoleError("NotAllowedError: play() failed because the user didn't interact with the document first"),
      why: 'a sound that may not play by itself',
    },
    {
      text: consoleError('getDisplayMedia error: NotAllowedError: Permission denied'),
      why: 'the user chose no screen to share',
    },
    {
      text: mediaDump({ error: 'NotAllowedError', error_message: 'Permission denied' }, 'meet.example.com'),
      why: "another site's page",
    },
    { text: mediaDump({ stream_id: 'ab' }), why: 'the request was granted' },
  ],
});
