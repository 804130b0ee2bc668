/** How browsers record that a page of Zoom's did not get a camera or a microphone. */
import type { Pattern } from '../../define.ts';
import { references } from '../references.ts';
import { zoomHost } from '../zoom-identity.ts';
import type { MediaError } from './browser-media.ts';

const names: Readonly<Record<MediaError, readonly [name: string, message: string]>> = {
  denied: ['NotAllowedError', 'Permission denied'],
  missing: ['NotFoundError', 'Requested device not found'],
  busy: ['NotReadableError', 'Could not start video source'],
  unsuitable: ['OverconstrainedError', 'Constraint not satisfied'],
};
/** What Zoom's SDK for the web says in words of its own. */
const ofSdk: Readonly<Partial<Record<MediaError, string>>> = {
  denied: 'VIDEO_USER_FORBIDDEN_CAPTURE',
  missing: 'CAN_NOT_DETECT_CAMERA',
  busy: 'VIDEO_CAMERA_IS_TAKEN',
};

/** What a page writes to its console, in the log of the browser. */
const logged = (error: MediaError, has: string, message: string): Pattern => ({
  formats: ['chromium'],
  has,
  fields: { media_error: [error], host: zoomHost },
  layout: 'constructed',
  hits: [consoleLogged(message)],
});
export const consoleLogged = (message: string, host = 'app.zoom.us'): string =>
  `[4021:4021:0918/071203.000451:INFO:CONSOLE(1)] "${message}", source: https://${host}/wc/js_media.min.js (1)`;

/** Strong where the line is of a page of Zoom's; weak where only the file is. */
export function inBrowser(error: MediaError): Pattern[] {
  const [name, message] = names[error];
  const own = ofSdk[error];
  return [
    {
      formats: ['browser-console'],
      has: 'Error',
      fields: { media_error: [error], page: ['zoom'] },
      layout: 'constructed',
      hits: [consoleError(`getUserMedia error: ${name}: ${message}`)],
    },
    ...(error === 'unsuitable'
      ? []
      : [
          {
            formats: ['browser-console'],
            has: 'DOMException: ',
            fields: { media_error: [error], page: ['zoom'] },
            layout: 'constructed',
            hits: [consoleError(`Uncaught (in promise) DOMException: ${message}`)],
          } as const,
        ]),
    ...(own
      ? [
          {
            formats: ['browser-console'],
            has: own,
            fields: { media_error: [error], page: ['zoom'] },
            layout: 'constructed',
            hits: [consoleError(`Uncaught (in promise) {type: '${own}', reason: 'video'}`)],
          } as const,
        ]
      : []),
    {
      formats: ['browser-console'],
      has: 'Error',
      fields: { media_error: [error], page: ['likely'] },
      strength: 'weak',
      layout: 'constructed',
      hits: [
        `webclient.min.js:1 Adaptor config ./index.js is not loaded\nUncaught (in promise) ${name}: ${message}, video`,
      ],
    },
    ...(error === 'unsuitable'
      ? []
      : [
          logged(error, 'Error', `getUserMedia error: ${name}: ${message}`),
          logged(error, 'DOMException: ', `Uncaught (in promise) DOMException: ${message}`),
        ]),
    {
      formats: ['webrtc-dump'],
      has: '"rid"',
      fields: { media_error: [error], host: zoomHost },
      layout: 'documented',
      see: [references.mediaRequests, references.dumpCreator],
      hits: [mediaDump({ error: name, error_message: message })],
    },
  ];
}

export const consoleError = (message: string, script = 'js_media.min.js'): string =>
  `09:10:11.012 ${script}:1 ${message}`;

/** A dump of chrome://webrtc-internals with one request for the camera of a page on `host`, and how it ended. */
export const mediaDump = (ended: Readonly<Record<string, unknown>>, host = 'app.zoom.us'): string =>
  JSON.stringify({
    getUserMedia: [
      {
        origin: `https://${host}/`,
        pid: 4021,
        rid: 7,
        request_id: 1,
        request_type: 'getUserMedia',
        timestamp: 1770091506789.5,
        video: '',
      },
      { pid: 4021, rid: 7, request_id: 1, timestamp: 1770091507000.5, ...ended },
    ],
    PeerConnections: {},
    UserAgent: 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/138.0.0.0 Safari/537.36',
  });

/** The same of one connection of a page on `host` that went through these states. */
export const connectionDump = (states: readonly string[], host = 'app.zoom.us'): string =>
  JSON.stringify({
    getUserMedia: [],
    PeerConnections: {
      '7-1': {
        url: `https://${host}/wc/0/join`,
        updateLog: states.map((value, at) => ({
          time: `2/3/2026, 5:05:0${at} AM`,
          type: 'iceconnectionstatechange',
          value: `"${value}"`,
        })),
      },
    },
    UserAgent: 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/138.0.0.0 Safari/537.36',
  });
