import { defineFailure } from '../../../define.ts';
import { dialogs } from '../../wordings/dialogs.ts';

/** What the user saw. Which of its causes it was, other evidence shows. */
export default defineFailure({
  id: 'microphone-not-found',
  class: 'device-usb',
  role: 'symptom',
  strength: 'weak',
  severity: 'error',
  title: 'Zoom found no microphone',
  cause: 'A dialog reports that no microphone was found; by itself it does not show why.',
  remedy: 'Plug the microphone in again, select it in the settings, and check the microphone permission.',
  match: dialogs(
    { dialog: ['microphone'] },
    { zoom: 'Zoom Workplace\n\nCannot detect a microphone. Please make sure your device is properly connected.' },
  ),
  explainedBy: ['device-usb', 'permissions'],
  fixes: ['device-list-windows', 'device-select-in-zoom', 'device-plug-directly'],
  alternatives: [
    { class: 'permissions', why: 'a microphone that the system does not allow Zoom to use is not found either' },
  ],
  misses: [{ text: 'Zoom Workplace\n\nError code: 5003', why: 'another dialog' }],
});
