import { defineFailure } from '../../../define.ts';
import { denialHits, denialMisses, denialPatterns } from '../../wordings/tcc.ts';

export default defineFailure({
  id: 'microphone-denied',
  class: 'permissions',
  role: 'cause',
  strength: 'proof',
  severity: 'error',
  title: 'macOS denies Zoom the microphone',
  cause: 'The privacy database of macOS answered the request of Zoom for the microphone with a denial.',
  remedy: 'Allow the microphone for zoom.us in System Settings > Privacy & Security, then quit and reopen Zoom.',
  formats: ['unified-log-ndjson', 'unified-log-compact', 'unified-log-default'],
  match: denialPatterns('kTCCServiceMicrophone'),
  fixes: ['permission-log-macos', 'permission-allow-microphone-macos', 'permission-reset-microphone-macos'],
  hits: denialHits('kTCCServiceMicrophone'),
  misses: denialMisses('kTCCServiceMicrophone'),
});
