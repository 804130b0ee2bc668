import { defineFailure } from '../../../define.ts';
import { dialogs } from '../../wordings/dialogs.ts';

export default defineFailure({
  id: 'unknown-code-shown',
  class: 'service',
  role: 'support',
  strength: 'weak',
  severity: 'info',
  title: 'Zoom showed a code that nothing published explains',
  cause: 'A dialog shows an error code of which no public page explains the meaning.',
  remedy: 'Collect the logs of this machine, and send the code to Zoom.',
  match: dialogs(
    { dialog: ['unknown code'] },
    { rror: 'Zoom Workplace\n\nError code: 77123', エラー: 'Zoom\n\nエラーコード: 77123' },
  ),
  fixes: ['service-contact-zoom'],
  misses: [{ text: 'Zoom Workplace\n\nError code: 5003', why: 'a known code' }],
});
