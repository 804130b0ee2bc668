import { defineFailure } from '../../define.ts';
import { tccRequestLines } from '../../samples.ts';
import { notManaged, zoomBundle } from '../../zoom-identity.ts';

export default defineFailure({
  id: 'screen-recording-denied',
  class: 'permissions',
  role: 'cause',
  strength: 'proof',
  severity: 'error',
  title: 'macOS denies Zoom the screen',
  cause: 'The privacy database of macOS answered the request of Zoom for the screen with a denial.',
  remedy: 'Allow the screen for zoom.us in System Settings > Privacy & Security, then quit and reopen Zoom.',
  formats: ['unified-log-ndjson', 'unified-log-compact', 'unified-log-default'],
  match: [
    {
      has: 'AUTHREQ_RESULT',
      fields: {
        authvalue: [0],
        authreason: notManaged,
        client: [zoomBundle],
        service: ['kTCCServiceScreenCapture'],
        preflight: ['no'],
      },
      layout: 'documented',
    },
    {
      has: 'AUTHREQ_RESULT',
      fields: {
        authvalue: [0],
        authreason: notManaged,
        client: [zoomBundle],
        service: ['kTCCServiceScreenCapture'],
        preflight: ['yes'],
      },
      layout: 'documented',
      strength: 'strong',
    },
    {
      has: 'denying service',
      text: /denying service kTCCServiceScreenCapture and client us\.zoom\.xos\b/,
      layout: 'documented',
    },
    {
      has: 'Update Access Record',
      text: /Update Access Record: kTCCServiceScreenCapture for us\.zoom\.xos to Denied/,
      layout: 'documented',
    },
  ],
  fixes: ['permission-log-macos', 'permission-allow-screen-macos', 'permission-reset-screen-macos'],
  hits: [
    tccRequestLines('us.zoom.xos', 'kTCCServiceScreenCapture', 'no', 'authValue=0, authReason=2'),
    tccRequestLines('us.zoom.xos', 'kTCCServiceScreenCapture', 'yes', 'authValue=0, authReason=4'),
    '2025-12-24 18:00:01.250 Df tccd[377:1f0a] [com.apple.TCC:access] Unhandled UserNotification response: 0x3; denying service kTCCServiceScreenCapture and client us.zoom.xos',
    '2025-12-24 18:00:01.250 Df tccd[377:1f0a] [com.apple.TCC:access] Update Access Record: kTCCServiceScreenCapture for us.zoom.xos to Denied (System Set) (v1) at 1766624401',
  ],
  misses: [
    {
      text: tccRequestLines('us.zoom.xos', 'kTCCServiceScreenCapture', 'no', 'authValue=0, authReason=6'),
      why: 'set by device management',
    },
    {
      text: tccRequestLines('us.zoom.xos', 'kTCCServiceScreenCapture', 'no', 'authValue=2, authReason=2'),
      why: 'allowed',
    },
    {
      text: tccRequestLines('us.zoom.xos', 'kTCCServiceScreenCapture', 'yes', 'authValue=1, authReason=5'),
      why: 'not asked yet: a check before the first use',
    },
    {
      text: tccRequestLines('us.zoom.xos', 'kTCCServiceListenEvent', 'no', 'authValue=0, authReason=5'),
      why: 'another service',
    },
    {
      text: tccRequestLines('com.example.recorder', 'kTCCServiceScreenCapture', 'no', 'authValue=0, authReason=2'),
      why: 'another program',
    },
  ],
});
