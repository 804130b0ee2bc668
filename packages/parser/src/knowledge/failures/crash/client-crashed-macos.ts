import { defineFailure } from '../../../define.ts';
import { references } from '../../references.ts';
import { crashText, ipsReport } from '../../wordings/apple-samples.ts';

export default defineFailure({
  id: 'client-crashed-macos',
  class: 'crash',
  role: 'cause',
  strength: 'proof',
  severity: 'error',
  title: 'macOS recorded a crash of Zoom',
  cause: 'Zoom ended on an unhandled error; the report names the library or plug-in in which it occurred.',
  remedy:
    'Look at the named library: update or remove the software it belongs to (virtual camera, sound driver), then update Zoom.',
  subject: { kind: 'library', fields: ['foreign', 'module'] },
  match: [
    {
      formats: ['apple-crash'],
      has: 'Exception Type',
      fields: { ending: ['crash'], program: ['zoom'] },
      layout: 'documented',
      see: [references.appleCrash],
      hits: [crashText(), crashText({ frame: 'com.example.camera.dal' })],
    },
    {
      formats: ['apple-ips'],
      has: '"exception"',
      fields: { ending: ['crash'], program: ['zoom'] },
      layout: 'constructed',
      hits: [ipsReport()],
    },
    // A report that is cut before it tells how the program ended.
    {
      formats: ['apple-crash'],
      has: 'Crashed Thread',
      fields: { ending: ['open'], program: ['zoom'] },
      layout: 'constructed',
      strength: 'strong',
      hits: [crashText().replace(/\nException[\s\S]*/, '')],
    },
    {
      formats: ['apple-ips'],
      has: '"bug_type"',
      fields: { ending: ['open'], program: ['zoom'] },
      layout: 'constructed',
      strength: 'strong',
      hits: [ipsReport().slice(0, 400)],
    },
  ],
  explains: ['crash-dump'],
  fixes: ['crash-reports-macos', 'crash-disable-virtual-camera', 'install-update-zoom', 'crash-send-report'],
  misses: [
    {
      text: crashText({
        process: 'Zoom',
        path: '/Applications/Zoom.app/Contents/MacOS/Zoom',
        identifier: 'com.example.zoom',
      }),
      why: 'a game of that name',
    },
    {
      text: ipsReport({
        process: 'Recorder',
        path: '/Applications/Recorder.app/Contents/MacOS/Recorder',
        identifier: 'com.example.recorder',
      }),
      why: 'another program, which Zoom may have started',
    },
    {
      text: crashText({ more: 'Exception Note:        SIMULATED (this is NOT a crash)' }),
      why: 'the program continued',
    },
    { text: crashText({ exception: 'EXC_CRASH (SIGKILL)' }), why: 'ended by the user or the system' },
    { text: crashText({ symbol: 'exit + 27' }), why: 'it was quitting already' },
  ],
});
