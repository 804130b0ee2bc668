import { defineFailure } from '../../../define.ts';
import { denialHits, denialMisses, denialPatterns } from '../../wordings/tcc.ts';

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
  match: denialPatterns('kTCCServiceScreenCapture'),
  fixes: ['permission-log-macos', 'permission-allow-screen-macos', 'permission-reset-screen-macos'],
  hits: denialHits('kTCCServiceScreenCapture'),
  misses: denialMisses('kTCCServiceScreenCapture'),
});
