import { defineFact } from '../../../define.ts';
import { references } from '../../references.ts';
import { webSdk, webSdkSamples } from '../../wordings/web-sdk.ts';

export default defineFact({
  id: 'sdk-joined',
  class: 'account',
  title: 'The Zoom SDK joined a meeting',
  because:
    'The SDK reported to the application that embeds it that it is in a meeting: what it was given was accepted.',
  effect: 'ends',
  ends: ['sdk-join-failed', 'sdk-refused', 'connection-failed', 'meeting-refused', 'web-sdk-refused'],
  match: [
    {
      formats: ['generic'],
      has: 'MEETING_STATUS_INMEETING',
      layout: 'documented',
      see: [references.sdkMeetingStatus],
      hits: [
        '2025-04-05 06:07:08.009 - bot - status changed. status = MeetingStatus.MEETING_STATUS_INMEETING, iResult=0',
      ],
    },
    ...webSdk('joined'),
  ],
  misses: [
    { text: webSdkSamples.failed, why: 'it did not join' },
    {
      text: '2025-04-05 06:07:08.009 - bot - status changed. status = MeetingStatus.MEETING_STATUS_CONNECTING, iResult=0',
      why: 'not in the meeting yet',
    },
  ],
});
