import { defineFailure } from '../../define.ts';
import { tccRequestLines } from '../../samples.ts';
import { zoomBundle } from '../../zoom-identity.ts';

export default defineFailure({
  id: 'microphone-denied',
  class: 'permissions',
  role: 'cause',
  strength: 'proof',
  severity: 'error',
  title: 'macOS denies Zoom the microphone',
  cause: 'The privacy database of macOS answered the request of Zoom for the microphone with a denial.',
  remedy: 'Allow the microphone for zoom.us in System Settings > Privacy & Security, then quit and reopen Zoom.',
  formats: ['unified-log-ndjson', 'unified-log-compact'],
  match: [
    {
      has: 'AUTHREQ_RESULT',
      fields: { authvalue: [0], client: [zoomBundle], service: ['kTCCServiceMicrophone'], preflight: ['no'] },
      layout: 'documented',
    },
    {
      has: 'AUTHREQ_RESULT',
      fields: { authvalue: [0], client: [zoomBundle], service: ['kTCCServiceMicrophone'], preflight: ['yes'] },
      layout: 'documented',
      strength: 'strong',
    },
  ],
  fixes: ['permission-log-macos', 'permission-allow-microphone-macos', 'permission-reset-microphone-macos'],
  hits: [
    tccRequestLines('us.zoom.xos', 'kTCCServiceMicrophone', 'no', 'authValue=0, authReason=2'),
    tccRequestLines('us.zoom.xos', 'kTCCServiceMicrophone', 'yes', 'authValue=0, authReason=4'),
  ],
  misses: [
    {
      text: tccRequestLines('us.zoom.xos', 'kTCCServiceMicrophone', 'no', 'authValue=2, authReason=2'),
      why: 'allowed',
    },
    {
      text: tccRequestLines('us.zoom.xos', 'kTCCServiceMicrophone', 'yes', 'authValue=1, authReason=5'),
      why: 'not asked yet: a check before the first use',
    },
    {
      text: tccRequestLines('us.zoom.xos', 'kTCCServiceListenEvent', 'no', 'authValue=0, authReason=5'),
      why: 'another service',
    },
    {
      text: tccRequestLines('com.example.recorder', 'kTCCServiceMicrophone', 'no', 'authValue=0, authReason=2'),
      why: 'another program',
    },
  ],
});
