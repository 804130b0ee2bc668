import { defineFailure } from '../../../define.ts';

const refused = 'Connection failure: Connection refused\npa_context_connect() failed: Connection refused';

/** Whoever asks as another user, or over SSH, gets the same answer from a machine whose sound works. */
export default defineFailure({
  id: 'sound-server-down',
  class: 'device-usb',
  role: 'cause',
  strength: 'weak',
  severity: 'warning',
  title: 'The sound server did not answer',
  cause:
    'PulseAudio or PipeWire was not running for this user when it was asked: no program could record or play sound.',
  remedy: 'Restart the sound server, or sign out and in again.',
  match: [
    {
      formats: ['pactl-sources'],
      has: 'pa_context_connect() failed',
      fields: { server: ['down'] },
      layout: 'captured',
      hits: [refused],
    },
  ],
  standing: true,
  fixes: ['device-list-linux', 'device-restart-audio-linux'],
  misses: [
    {
      text: `0\talsa_output.pci-0000_00_1f.3.analog-stereo.monitor\tPipeWire\ts32le 2ch 48000Hz\tSUSPENDED\n${refused}`,
      why: 'it answered as well',
    },
  ],
});
