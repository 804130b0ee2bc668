import { defineFormat } from '../../define.ts';
import { lines } from '../../reading/framings/lines.ts';

/** Zoom keeps these in a folder named crashlog; what they hold is who signed in, not a crash. */
export default defineFormat({
  id: 'zoom-signin',
  title: 'Zoom sign-in note of macOS (in the crashlog folder; not a crash)',
  isZooms: true,
  framing: lines,
  os: 'macos',
  names: [],
  recognise: { starts: /^\s{0,40}signed-on:\d\d-\d\d\/\d\d:\d\d:\d\d/ },
  samples: [{ text: 'signed-on:11-02/08:30:15.120', entry: { time: null, message: 'signed-on:11-02/08:30:15.120' } }],
});
