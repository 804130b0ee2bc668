import { defineFailure } from '../../../define.ts';
import { references } from '../../references.ts';
import { unifiedLogs } from '../../wordings/unified-log.ts';
import { tccRequestLines, tccRequests } from '../../wordings/unified-samples.ts';
import { isZoomBundle, ofZoom } from '../../zoom-identity.ts';

export default defineFailure({
  id: 'access-managed',
  class: 'permissions',
  role: 'cause',
  strength: 'proof',
  severity: 'error',
  title: 'An MDM policy denies Zoom camera, microphone or screen',
  cause: 'An MDM policy denied the request for the camera, the microphone or the screen; the user cannot change it.',
  remedy:
    'Ask the MDM administrator to allow Zoom the device in the privacy policy profile; resetting the permission on the Mac does not help.',
  by: ['tccd'],
  match: [
    {
      formats: unifiedLogs,
      has: ofZoom,
      fields: {
        authvalue: [0],
        authreason: [6, 7, 12],
        client: isZoomBundle,
        service: ['kTCCServiceCamera', 'kTCCServiceMicrophone', 'kTCCServiceScreenCapture'],
      },
      layout: 'documented',
      see: [references.tccRequest],
      hits: tccRequests('us.zoom.xos', 'kTCCServiceCamera', 'no', 'authValue=0, authReason=6'),
    },
  ],
  subject: { kind: 'permission', fields: ['service'] },
  fixes: ['permission-log-macos', 'permission-ask-management'],
  misses: [
    {
      text: tccRequestLines('us.zoom.xos', 'kTCCServiceCamera', 'no', 'authValue=0, authReason=2'),
      why: "the user's own decision",
    },
    {
      text: tccRequestLines('us.zoom.xos', 'kTCCServiceCamera', 'no', 'authValue=2, authReason=6'),
      why: 'allowed by policy',
    },
  ],
});
