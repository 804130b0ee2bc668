import { defineFailure } from '../../../define.ts';
import { denialHits, denialMisses, denialPatterns } from '../../wordings/tcc.ts';

export default defineFailure({
  id: 'camera-denied',
  class: 'permissions',
  role: 'cause',
  strength: 'proof',
  severity: 'error',
  title: 'macOS denies Zoom the camera',
  cause: 'The privacy database of macOS answered the request of Zoom for the camera with a denial.',
  remedy: 'Allow the camera for zoom.us in System Settings > Privacy & Security, then quit and reopen Zoom.',
  formats: ['unified-log-ndjson', 'unified-log-compact', 'unified-log-default'],
  match: denialPatterns('kTCCServiceCamera'),
  fixes: ['permission-log-macos', 'permission-allow-camera-macos', 'permission-reset-camera-macos'],
  hits: denialHits('kTCCServiceCamera'),
  misses: denialMisses('kTCCServiceCamera'),
});
