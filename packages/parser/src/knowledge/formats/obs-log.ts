import { defineFormat } from '../../define.ts';
import { lines } from '../../reading/framings/lines.ts';
import { defineHead } from '../../reading/grammar/head.ts';
import { lastToken } from '../../reading/grammar/tokens.ts';

/** Before each line of the file the time, on a terminal the level. */
const start = lastToken(/\d\d:\d\d:\d\d\.\d{3}: |(?:debug|info|warning|error): /);

const head = defineHead({
  begins: /^(?:\d\d:\d\d:\d\d\.\d{3}: |(?:debug|info|warning|error): )/,
  tokens: [start],
  reach: 0,
  rule: ({ consume }) => {
    consume(start);
    return {};
  },
});

export default defineFormat({
  id: 'obs-log',
  title: 'OBS Studio log',
  isForeign: true,
  framing: lines,
  head,
  names: [],
  recognise: {
    heads: true,
    starts:
      /^(?:\d\d:\d\d:\d\d\.\d{3}|debug|info|warning|error): (?:OBS \d{1,2}\.\d|Portable mode: (?:true|false)|(?:audio|video) settings reset:|Sec\. Software Status:|[ \t]{0,4}Loaded Modules:|==== [A-Z][\w ]{2,40} =====|\[(?:obs-|rtmp |x264 |ffmpeg |pipewire\]|jim-nvenc|qsv |adv_file_output|simple_)|Freeing OBS context data|Number of memory leaks: |WASAPI: |Switched to scene )/m,
  },
  samples: [
    {
      text: '07:08:09.120: CPU Name: Example CPU\n07:08:09.120: Portable mode: false\n07:08:09.320: OBS 30.0.2 (64-bit, windows)\n07:08:09.320: ---------------------------------\n07:08:09.330: audio settings reset:\n07:08:09.330: \tsamples per sec: 48000',
      entry: {},
    },
    {
      text: 'info: Using EGL/X11\ninfo: OBS 29.0.2-1 (linux)\nwarning: [pipewire] Failed to start screencast',
      entry: {},
    },
  ],
});
