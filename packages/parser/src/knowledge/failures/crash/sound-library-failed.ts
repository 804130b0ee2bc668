import { defineFailure } from '../../../define.ts';
import { linuxLaunch } from '../../wordings/samples.ts';

const assertion =
  "Assertion 's->state == PA_STREAM_READY' failed at pulse/stream.c:1021, function pa_stream_drop(). Aborting.";

export default defineFailure({
  id: 'sound-library-failed',
  class: 'crash',
  role: 'cause',
  strength: 'proof',
  severity: 'error',
  title: 'The sound library ended Zoom',
  cause: 'A check inside the library of PulseAudio failed, and the library ended the program that uses it.',
  remedy: 'Restart the sound service, then update PulseAudio or PipeWire, and Zoom.',
  match: [
    {
      formats: ['zoom-stdout'],
      has: 'Assertion ',
      text: /Assertion '.{1,300}' failed at (?:\.{0,2}\/){0,4}(?:src\/)?pulse(?:core)?\/[\w-]{1,60}\.c:\d{1,6}, function \w{1,80}\(\)\. Aborting\./,
      layout: 'constructed',
      hits: [linuxLaunch(assertion), linuxLaunch(assertion.replace('pulse/stream.c', '../src/pulsecore/pstream.c'))],
    },
  ],
  explains: ['client-exited', 'client-crashed', 'client-crashed-kernel', 'client-core-dumped', 'crash-dump'],
  fixes: ['crash-reports-linux', 'device-restart-audio-linux', 'install-update-zoom'],
  misses: [
    {
      text: linuxLaunch('pa_context_connect() failed: Connection refused'),
      why: 'the sound goes through PipeWire',
    },
  ],
});
