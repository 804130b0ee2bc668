import { defineFailure } from '../../../define.ts';
import { denialMisses, denied, deniedCheck } from '../../wordings/tcc.ts';

export default defineFailure({
  id: 'microphone-denied',
  class: 'permissions',
  role: 'cause',
  strength: 'proof',
  severity: 'error',
  title: 'macOS denies Zoom the microphone',
  cause: "The macOS privacy database denied Zoom's microphone request.",
  remedy: 'Allow the microphone for zoom.us in System Settings > Privacy & Security, then quit and reopen Zoom.',
  by: ['tccd'],
  subject: { kind: 'permission', fields: ['service'] },
  match: [...denied('kTCCServiceMicrophone'), deniedCheck('kTCCServiceMicrophone')],
  fixes: ['permission-log-macos', 'permission-allow-microphone-macos', 'permission-reset-microphone-macos'],
  misses: denialMisses('kTCCServiceMicrophone'),
});
