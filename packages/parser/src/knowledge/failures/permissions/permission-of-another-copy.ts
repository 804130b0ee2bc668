import { defineFailure } from '../../../define.ts';
import { unifiedLogs } from '../../wordings/unified-log.ts';
import { tccdLines } from '../../wordings/unified-samples.ts';

const mismatch = (client: string, service: string): string[] =>
  tccdLines(`Failed to match existing code requirement for subject ${client} and service ${service}`);

/** The switch in the settings is on, and Zoom is denied nevertheless. */
export default defineFailure({
  id: 'permission-of-another-copy',
  class: 'permissions',
  role: 'cause',
  strength: 'strong',
  severity: 'error',
  title: 'The permission on record is for another copy of Zoom',
  cause:
    'macOS keeps a permission for the signature of one copy of Zoom; the copy that asked has another signature, so the permission does not apply, even though the settings show it as on.',
  remedy:
    'In System Settings > Privacy & Security, remove zoom.us from the list with - and add it again, then quit and reopen Zoom.',
  by: ['tccd'],
  subject: { kind: 'permission', fields: ['subject_service'] },
  explains: ['camera-denied', 'microphone-denied', 'screen-recording-denied'],
  match: [
    {
      formats: unifiedLogs,
      has: 'existing code requirement',
      fields: {
        refused: ['mismatch'],
        subject_service: ['kTCCServiceCamera', 'kTCCServiceMicrophone', 'kTCCServiceScreenCapture'],
      },
      layout: 'constructed',
      hits: mismatch('us.zoom.xos', 'kTCCServiceScreenCapture'),
    },
  ],
  fixes: [
    'permission-log-macos',
    'permission-allow-camera-macos',
    'permission-allow-microphone-macos',
    'permission-allow-screen-macos',
    'permission-reset-camera-macos',
    'permission-reset-microphone-macos',
    'permission-reset-screen-macos',
  ],
  misses: [
    { text: mismatch('com.example.recorder', 'kTCCServiceCamera')[2]!, why: 'another program' },
    { text: mismatch('us.zoom.xos', 'kTCCServiceListenEvent')[2]!, why: 'a service that no call needs' },
  ],
});
