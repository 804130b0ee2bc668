import { defineFailure } from '../../../define.ts';
import { dialogs } from '../../wordings/dialogs.ts';

/** What the user saw. Which of its causes it was, other evidence shows. */
export default defineFailure({
  id: 'crash-shown',
  class: 'crash',
  role: 'symptom',
  strength: 'weak',
  severity: 'error',
  title: 'The system reported that Zoom crashed',
  cause: 'A window of the system reports that Zoom ended unexpectedly; by itself it does not show why.',
  remedy: 'Collect the crash reports of this machine: they name what failed.',
  match: dialogs(
    { dialog: ['crash'] },
    { zoom: 'zoom.us quit unexpectedly.\nClick Reopen to open the application again.' },
  ),
  explainedBy: ['crash', 'install'],
  fixes: ['crash-events-windows', 'crash-reports-macos', 'crash-reports-linux', 'install-update-zoom'],
  misses: [{ text: 'Zoom Workplace\n\nError code: 5003', why: 'another dialog' }],
});
