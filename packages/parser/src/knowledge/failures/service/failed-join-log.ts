import { connectionClasses } from '../../../codes/explaining.ts';
import { defineFailure } from '../../../define.ts';

const reason = ['JoinMeetingFail'];

export default defineFailure({
  id: 'failed-join-log',
  class: 'service',
  role: 'symptom',
  strength: 'weak',
  severity: 'warning',
  title: "A log's name reports a failed join",
  cause:
    'The name of the log gives a failed join as the reason for writing it, and when, in local time; why the join failed is in the log, which cannot be read here.',
  remedy: 'Collect other evidence of that time with the commands below, and send the log to Zoom.',
  match: [
    {
      formats: ['zoom-envelope'],
      has: 'JoinMeetingFail',
      fields: { reason },
      text: /\.log\.zip$/i,
      layout: 'captured',
      hits: [
        '/Users/user/Library/Logs/zoom.us/zoom_memlog_0e0f0000-0000-4000-8000-0000000000a1_QQQQQQQQQQQQQQQQQQQQQQ_20250807-132040_01_JoinMeetingFail_mac_.log.zip',
      ],
    },
    {
      formats: ['zoom-envelope'],
      has: 'JoinMeetingFail',
      fields: { reason },
      layout: 'constructed',
      hits: [
        'C:\\Users\\user\\AppData\\Roaming\\Zoom\\logs\\zoom_memlog_0e0f0000-0000-4000-8000-0000000000a1_QQQQQQQQQQQQQQQQQQQQQQ_20250807-132040_01_JoinMeetingFail_win_.log.zenc',
      ],
    },
  ],
  explainedBy: connectionClasses,
  fixes: ['service-status', 'service-contact-zoom'],
  alternatives: [
    { class: 'network', why: 'a join also fails without a working connection' },
    { class: 'firewall', why: 'a join also fails where a firewall blocks the meeting servers' },
    { class: 'account', why: 'a meeting can also refuse this user or this client' },
  ],
  misses: [
    {
      text: 'C:\\Users\\user\\AppData\\Roaming\\Zoom\\logs\\zoom_memlog_9120_20250807-132040.log.zenc',
      why: 'a log that the client writes anyway',
    },
    {
      text: 'C:\\Users\\user\\Downloads\\JoinMeetingFail_20250807-132040_01.log.zenc',
      why: 'a file of unknown origin',
    },
  ],
});
