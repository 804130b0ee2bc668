import { defineFact } from '../../../define.ts';
import { references } from '../../references.ts';
import { journalKernel } from '../../wordings/samples.ts';

export default defineFact({
  id: 'camera-query-noise',
  class: 'device-usb',
  title: 'The camera lacks an optional control',
  because: 'The driver queries controls that many cameras lack; the video works all the same.',
  effect: 'benign',
  by: ['kernel'],
  match: [
    {
      formats: ['syslog', 'journal-json'],
      has: 'uvcvideo',
      text: /Failed to query \(GET_\w+\) UVC control|was not initialized!/,
      layout: 'documented',
      see: [references.uvcVideo, references.mediaDevice],
      hits: [
        'Nov  9 07:08:01 box kernel: uvcvideo: Failed to query (GET_INFO) UVC control 11 on unit 3: -32 (exp. 1).',
        journalKernel('uvcvideo: Failed to query (GET_INFO) UVC control 11 on unit 3: -32 (exp. 1).'),
      ],
    },
  ],
  misses: [
    { text: 'Nov  9 07:08:01 box kernel: uvcvideo: Failed to submit URB 0 (-28).', why: 'no bandwidth: no video' },
  ],
});
