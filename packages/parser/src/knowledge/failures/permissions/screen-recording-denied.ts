import { defineFailure } from '../../../define.ts';
import { denialMisses, denied } from '../../wordings/tcc.ts';

export default defineFailure({
  id: 'screen-recording-denied',
  class: 'permissions',
  role: 'cause',
  strength: 'proof',
  severity: 'error',
  title: 'macOS denies Zoom screen recording',
  cause: "The macOS privacy database denied Zoom's screen recording request.",
  remedy: 'Allow screen recording for zoom.us in System Settings > Privacy & Security, then quit and reopen Zoom.',
  by: ['tccd'],
  subject: { kind: 'permission', fields: ['service'] },
  match: denied('kTCCServiceScreenCapture'),
  fixes: ['permission-log-macos', 'permission-allow-screen-macos', 'permission-reset-screen-macos'],
  misses: denialMisses('kTCCServiceScreenCapture'),
});
