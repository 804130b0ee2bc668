import { defineFailure } from '../../../define.ts';
import { dialogs } from '../../wordings/dialogs.ts';

/** What the user saw. Which of its causes it was, other evidence shows. */
export default defineFailure({
  id: 'access-not-given',
  class: 'permissions',
  role: 'symptom',
  strength: 'weak',
  severity: 'error',
  title: 'Zoom reports that it may not use a device or the screen',
  cause: 'A dialog reports that the system does not let Zoom use the camera, the microphone or the screen.',
  remedy: 'Allow it in the privacy settings of the system, then restart Zoom.',
  match: dialogs(
    { dialog: ['access'] },
    { zoom: 'Zoom does not have access to your camera. Open the system settings to allow it.' },
  ),
  explainedBy: ['permissions'],
  fixes: [
    'permission-allow-camera-windows',
    'permission-allow-microphone-windows',
    'permission-allow-camera-macos',
    'permission-allow-microphone-macos',
    'permission-allow-screen-macos',
  ],
  misses: [{ text: 'Zoom Workplace\n\nError code: 5003', why: 'another dialog' }],
});
