import { defineFormat } from '../../define.ts';
import { lines } from '../../reading/framings/lines.ts';
import { defineHead } from '../../reading/grammar/head.ts';
import { readClock } from '../../reading/grammar/stamps.ts';
import { lastToken, token } from '../../reading/grammar/tokens.ts';
import { timeOfDay } from '../../reading/time.ts';

const process = token(/\([^\s()]+:\d+\): /);
const domain = token(/[A-Za-z0-9_-]+-(?:CRITICAL|WARNING|ERROR|INFO|DEBUG|Message)/);
const stars = token(/ \*\*: /);
const clock = lastToken(/\d{2}:\d{2}:\d{2}\.\d{3}: /);

const head = defineHead({
  begins: /^\([^\s()]+:\d+\): \S+ \*\*: /,
  tokens: [process, domain, stars, clock],
  reach: 0,
  rule: ({ consume, action }) => {
    const { image: program } = consume(process);
    const { image: name } = consume(domain);
    consume(stars);
    const { image: time } = consume(clock);
    return action(() => {
      const cut = name.lastIndexOf('-');
      return {
        time: timeOfDay(readClock(time)),
        level: name.slice(cut + 1),
        process: program.slice(1, program.indexOf(')')),
        component: name.slice(0, cut),
      };
    });
  },
});

export default defineFormat({
  id: 'glib',
  title: 'GLib and GTK log lines',
  framing: lines,
  head,
  names: [],
  recognise: {}, // lives in other files only
  samples: [
    {
      text: '(zoom:5120): Gdk-CRITICAL **: 07:08:09.010: gdk_window_get_origin: assertion failed',
      entry: { time: 'T07:08:09.010', level: 'CRITICAL', fields: { component: 'Gdk' } },
    },
  ],
});
