import { covered, type EvidenceRow, left } from './row.ts';

const unified = ['unified-log-ndjson', 'unified-log-compact', 'unified-log-default'] as const;

export const macos: readonly EvidenceRow[] = [
  covered(unified, 'the camera is denied to Zoom', 'camera-denied'),
  covered(unified, 'the microphone is denied to Zoom', 'microphone-denied'),
  covered(
    unified,
    'recording the screen is denied, or not allowed yet',
    'screen-recording-denied',
    'screen-not-allowed',
  ),
  covered(unified, 'device management decides', 'access-managed'),
  covered(unified, 'camera, microphone or screen is allowed', 'camera-allowed', 'microphone-allowed', 'screen-allowed'),
  left(unified, 'a check before the question (preflight) with authValue 1', 'the user was not asked yet'),
  left(unified, 'ListenEvent or all files are denied', 'Zoom needs neither for sound and picture'),
];
