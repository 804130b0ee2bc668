import { defineFailure } from '../../../define.ts';
import { references } from '../../references.ts';
import { appleCrashes, otherCrashes } from '../../wordings/privacy-crash.ts';
import { unifiedLogs } from '../../wordings/unified-log.ts';
import { tccdLines, unifiedLines } from '../../wordings/unified-samples.ts';

const refusal = (client: string): string[] =>
  tccdLines(
    `Refusing authorization request for service kTCCServiceMicrophone and subject Sub:{${client}}Resp:{TCCDProcess: identifier=${client}, pid=944, auid=501, euid=501, binary_path=<private>} without NSMicrophoneUsageDescription key`,
  );

const ended = (process: string): string[] =>
  unifiedLines(
    process,
    "This app has crashed because it attempted to access privacy-sensitive data without a usage description. The app's Info.plist must contain an NSCameraUsageDescription key with a string value explaining to the user how the app uses this data.",
  );

export default defineFailure({
  id: 'usage-text-missing',
  class: 'permissions',
  role: 'cause',
  strength: 'proof',
  severity: 'error',
  title: 'macOS refuses Zoom access because this copy of Zoom does not state its purpose',
  cause:
    'The copy of Zoom that asked does not state what it needs the camera, the microphone or other data for, or lacks the entitlement; macOS then refuses without asking the user, or ends Zoom. A genuine copy has both: this one is damaged or was changed, or another program started it.',
  remedy: 'Remove Zoom, install it again from zoom.us/download, and open it from the Applications folder.',
  subject: { kind: 'permission', fields: ['subject_service', 'service'] },
  explains: ['camera-denied', 'microphone-denied'],
  match: [
    {
      formats: unifiedLogs,
      has: 'Refusing authorization request',
      fields: { refused: ['purpose'] },
      layout: 'constructed',
      hits: refusal('us.zoom.xos'),
    },
    {
      formats: unifiedLogs,
      has: 'requires entitlement',
      fields: { refused: ['purpose'] },
      layout: 'documented',
      see: [references.appleEntitlement],
      hits: tccdLines(
        'Prompting policy for hardened runtime; service: kTCCServiceCamera requires entitlement com.apple.security.device.camera but it is missing for accessing={TCCDProcess: identifier=us.zoom.xos, pid=944, auid=501, euid=501}',
      ),
    },
    {
      formats: unifiedLogs.filter((id) => id !== 'unified-log-excerpt'),
      has: 'without a usage description',
      fields: { refused: ['purpose'] },
      layout: 'documented',
      see: [references.appleUsageText],
      hits: ended('zoom.us'),
    },
    ...appleCrashes,
  ],
  fixes: ['permission-log-macos', 'install-verify-macos', 'install-reinstall-macos'],
  misses: [
    ...otherCrashes,
    { text: ended('recorder')[2]!, why: 'another program' },
    { text: refusal('com.example.terminal')[2]!, why: 'another program' },
    {
      text: unifiedLines(
        'notes',
        'Refusing authorization request for service kTCCServiceMicrophone and subject Sub:{us.zoom.xos}Resp:{} without NSMicrophoneUsageDescription key',
      )[2]!,
      why: 'retold by another program',
    },
  ],
});
