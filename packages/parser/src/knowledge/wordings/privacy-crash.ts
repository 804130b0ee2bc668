/** Crash reports of macOS in which it ended Zoom itself, for what it asked and did not give a reason for. */
import type { Miss, Pattern } from '../../define.ts';
import { crashText, ipsReport } from './apple-samples.ts';

const reason =
  "Namespace TCC, Code 0\nThis app has crashed because it attempted to access privacy-sensitive data without a usage description. The app's Info.plist must contain an NSCameraUsageDescription key.";
const told =
  '"code":0,"namespace":"TCC","details":["This app has crashed because it attempted to access privacy-sensitive data without a usage description."]';

export const appleCrashes: readonly Pattern[] = [
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
];

export const otherCrashes: readonly Miss[] = [
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
];
