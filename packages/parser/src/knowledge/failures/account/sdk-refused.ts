import { defineFailure } from '../../../define.ts';
import { references } from '../../references.ts';

/** SDK codes that no other failure covers; 0 is success. */
const code =
  /^(?!0$|100[123]$|1009$|1019$|1132$|1142$|2026$|3003$|3023$|3024$|3113$|4502$|500[0-4]$|6601$|124$)\d{1,4}$/;

export default defineFailure({
  id: 'sdk-refused',
  class: 'account',
  role: 'symptom',
  strength: 'strong',
  severity: 'error',
  title: 'The Zoom SDK returned an error to its application',
  cause: 'The SDK returned this code to an application that embeds Zoom; its meaning depends on the code.',
  remedy: 'Look up the code, then check the credentials and the meeting that the application uses.',
  match: [
    {
      formats: ['generic'],
      has: 'internalErrorCode',
      fields: { internalerrorcode: { min: 1 }, code },
      layout: 'documented',
      see: [references.sdkInitialisation],
      hits: ['2025-04-05 06:07:08.009 E ZoomBridge: Error: 2, internalErrorCode=3025'],
    },
  ],
  explainedBy: [],
  fixes: ['account-check-meeting', 'account-renew-token', 'account-allow-app', 'account-contact-zoom'],
  misses: [{ text: '2025-04-05 06:07:08.009 other program, errorCode=3025', why: 'no mention of Zoom or its SDK' }],
});
