import { defineFailure } from '../../../define.ts';
import { crashText, ipsReport } from '../../wordings/apple-samples.ts';

const missing =
  'Namespace DYLD, Code 1 Library missing\nLibrary not loaded: @rpath/example.framework/Versions/A/example\nReferenced from: /Applications/zoom.us.app/Contents/MacOS/zoom.us\nReason: image not found';
const missingJson =
  '"code":1,"namespace":"DYLD","indicator":"Library missing","reasons":["Library not loaded: @rpath\\/example.framework\\/Versions\\/A\\/example","Referenced from: zoom.us","Reason: tried: no such file"]';

export default defineFailure({
  id: 'mac-library-missing',
  class: 'install',
  role: 'cause',
  strength: 'proof',
  severity: 'error',
  title: 'A library of the Zoom app is missing or incompatible',
  cause: 'macOS could not load a library that Zoom needs, so Zoom did not start.',
  remedy: 'Install the current Zoom again; if the library belongs to other software, update or remove that software.',
  subject: { kind: 'library', fields: ['library'] },
  match: [
    {
      formats: ['apple-crash'],
      has: 'Exception Type',
      fields: { ending: ['library'], program: ['zoom'] },
      layout: 'constructed',
      hits: [crashText({ exception: 'EXC_CRASH (SIGABRT)', reason: missing })],
    },
    {
      formats: ['apple-ips'],
      has: '"exception"',
      fields: { ending: ['library'], program: ['zoom'] },
      layout: 'constructed',
      hits: [ipsReport({ exception: 'EXC_CRASH', reason: missingJson })],
    },
  ],
  fixes: ['install-verify-macos', 'install-quit-macos', 'install-update-system', 'install-reinstall-macos'],
  misses: [
    {
      text: crashText({
        process: 'Recorder',
        path: '/Applications/Recorder.app/Contents/MacOS/Recorder',
        identifier: 'com.example.recorder',
        reason: missing,
      }),
      why: 'another program',
    },
    { text: crashText(), why: 'a crash in use' },
  ],
});
