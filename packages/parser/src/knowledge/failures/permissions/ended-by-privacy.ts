import { defineFailure } from '../../../define.ts';
import { crashText, ipsReport } from '../../wordings/apple-samples.ts';

const reason =
  "Namespace TCC, Code 0\nThis app has crashed because it attempted to access privacy-sensitive data without a usage description. The app's Info.plist must contain an NSCameraUsageDescription key.";
const told =
  '"code":0,"namespace":"TCC","details":["This app has crashed because it attempted to access privacy-sensitive data without a usage description."]';

export default defineFailure({
  id: 'ended-by-privacy',
  class: 'permissions',
  role: 'cause',
  strength: 'proof',
  severity: 'error',
  title: 'macOS ended Zoom because it may not ask for access',
  cause:
    'The program asked for the camera, the microphone or other private data, and its app does not state why: it is damaged, or something else started it.',
  remedy: 'Install the current Zoom again, and start it from the Applications folder.',
  match: [
    {
      formats: ['apple-crash'],
      has: 'Exception Type',
      fields: { ending: ['privacy'], program: ['zoom'] },
      layout: 'constructed',
      hits: [crashText({ exception: 'EXC_CRASH (SIGABRT)', reason })],
    },
    {
      formats: ['apple-ips'],
      has: '"exception"',
      fields: { ending: ['privacy'], program: ['zoom'] },
      layout: 'constructed',
      hits: [ipsReport({ exception: 'EXC_CRASH', reason: told })],
    },
  ],
  fixes: ['permission-log-macos', 'install-reinstall-macos'],
  misses: [
    {
      text: crashText({
        process: 'Recorder',
        path: '/Applications/Recorder.app/Contents/MacOS/Recorder',
        identifier: 'com.example.recorder',
        exception: 'EXC_CRASH (SIGABRT)',
        reason,
      }),
      why: 'another program',
    },
    { text: crashText(), why: 'a crash that has nothing to do with access' },
  ],
});
