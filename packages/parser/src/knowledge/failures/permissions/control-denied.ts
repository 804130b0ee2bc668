import { defineFailure } from '../../../define.ts';
import { references } from '../../references.ts';
import { unifiedLogs } from '../../wordings/unified-log.ts';
import { tccRequestLines, tccRequests } from '../../wordings/unified-samples.ts';
import { isZoomBundle, ofZoom } from '../../zoom-identity.ts';

/** Meetings work without them; a first request is refused as long as nobody has turned it on. */
export default defineFailure({
  id: 'control-denied',
  class: 'permissions',
  role: 'cause',
  strength: 'strong',
  severity: 'warning',
  title: 'macOS denies Zoom remote control or the sound of this computer',
  cause:
    'The macOS privacy database denied a request that Zoom needs only to let others control this Mac, or to share its sound.',
  remedy:
    'Only if one of these is wanted: allow zoom.us under Accessibility, or under Screen & System Audio Recording, in System Settings > Privacy & Security, then quit and reopen Zoom.',
  by: ['tccd'],
  subject: { kind: 'permission', fields: ['service'] },
  match: [
    {
      formats: unifiedLogs,
      has: ofZoom,
      fields: {
        authvalue: [0],
        authreason: [2, 3, 4, 9],
        client: isZoomBundle,
        service: ['kTCCServiceAccessibility', 'kTCCServicePostEvent', 'kTCCServiceAudioCapture'],
        preflight: ['no'],
      },
      layout: 'documented',
      see: [references.tccRequest],
      hits: tccRequests('us.zoom.xos', 'kTCCServiceAudioCapture', 'no', 'authValue=0, authReason=2'),
    },
  ],
  fixes: ['permission-log-macos', 'permission-allow-screen-macos'],
  misses: [
    {
      text: tccRequestLines('us.zoom.xos', 'kTCCServiceAccessibility', 'yes', 'authValue=0, authReason=4'),
      why: 'a mere check',
    },
    {
      text: tccRequestLines('us.zoom.xos', 'kTCCServiceAccessibility', 'no', 'authValue=0, authReason=5'),
      why: 'never turned on: no one refused it',
    },
    {
      text: tccRequestLines('com.example.recorder', 'kTCCServiceAudioCapture', 'no', 'authValue=0, authReason=2'),
      why: 'another program',
    },
  ],
});
