import { defineFailure } from '../../../define.ts';
import { references } from '../../references.ts';
import { journalKernel } from '../../wordings/samples.ts';

export default defineFailure({
  id: 'camera-no-bandwidth',
  class: 'device-usb',
  role: 'cause',
  strength: 'strong',
  severity: 'error',
  title: 'The camera has no USB bandwidth or cannot start',
  cause:
    'The camera was detected but could not start streaming: other devices on the same hub use the bus, or the link fails.',
  remedy: 'Plug the camera directly into the computer, away from other cameras and disks.',
  by: ['kernel'],
  match: [
    {
      formats: ['syslog', 'journal-json'],
      has: 'uvcvideo',
      text: /Failed to submit URB \d+ \(-28\)/,
      layout: 'documented',
      see: [references.uvcVideo],
      hits: [
        'Nov  9 07:08:01 box kernel: uvcvideo: Failed to submit URB 0 (-28).',
        journalKernel('uvcvideo: Failed to submit URB 0 (-28).'),
      ],
    },
    {
      formats: ['syslog', 'journal-json'],
      has: 'uvcvideo',
      text: /Failed to set UVC (?:probe|commit) control : -(?:71|110|32)\b/,
      layout: 'documented',
      see: [references.uvcVideo],
      hits: [
        'Nov  9 07:08:01 box kernel: uvcvideo: Failed to set UVC probe control : -71 (exp. 26).',
        journalKernel('uvcvideo: Failed to set UVC probe control : -71 (exp. 26).'),
      ],
    },
  ],
  fixes: ['device-kernel-linux', 'device-holder-linux', 'device-plug-directly'],
  misses: [
    {
      text: 'Nov  9 07:08:01 box kernel: uvcvideo: Failed to query (GET_INFO) UVC control 11 on unit 3: -32 (exp. 1).',
      why: 'a camera without that control',
    },
  ],
});
