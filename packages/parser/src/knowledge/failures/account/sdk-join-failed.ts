import { defineFailure } from '../../../define.ts';
import { references } from '../../references.ts';

export default defineFailure({
  id: 'sdk-join-failed',
  class: 'account',
  role: 'symptom',
  strength: 'strong',
  severity: 'error',
  title: 'The Zoom SDK could not join a meeting',
  cause: 'The SDK reported to the application that embeds it that the join failed, with this result.',
  remedy: 'Look up the code, then check the meeting and the passcode that the application uses.',
  readings: /^MeetingFailCode::/,
  match: [
    {
      formats: ['generic'],
      has: 'MEETING_STATUS_FAILED',
      fields: { iresult: { min: 1 }, code: /^\d{1,5}$/ },
      layout: 'documented',
      see: [references.sdkMeetingStatus],
      hits: [
        '2025-04-05 06:07:08.009 - bot - status changed. status = MeetingStatus.MEETING_STATUS_FAILED, iResult=63',
      ],
    },
  ],
  explainedBy: [],
  fixes: ['account-check-meeting', 'account-renew-token', 'account-allow-app', 'account-contact-zoom'],
  misses: [
    {
      text: '2025-04-05 06:07:08.009 - bot - status changed. status = MeetingStatus.MEETING_STATUS_INMEETING, iResult=0',
      why: 'success',
    },
  ],
});
