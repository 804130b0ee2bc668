import { defineFailure } from '../../../define.ts';
import { denialMisses, denied, deniedCheck } from '../../wordings/tcc.ts';

export default defineFailure({
  id: 'camera-denied',
  class: 'permissions',
  role: 'cause',
  strength: 'proof',
  severity: 'error',
  title: 'macOS denies Zoom the camera',
  cause: "The macOS privacy database denied Zoom's camera request.",
  remedy: 'Allow the camera for zoom.us in System Settings > Privacy & Security, then quit and reopen Zoom.',
  by: ['tccd'],
  subject: { kind: 'permission', fields: ['service'] },
  match: [...denied('kTCCServiceCamera'), deniedCheck('kTCCServiceCamera')],
  fixes: ['permission-log-macos', 'permission-allow-camera-macos', 'permission-reset-camera-macos'],
  misses: denialMisses('kTCCServiceCamera'),
});
