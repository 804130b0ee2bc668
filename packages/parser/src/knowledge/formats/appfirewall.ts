import { defineFormat } from '../../define.ts';
import { lines } from '../../reading/framings/lines.ts';
import { defineHead } from '../../reading/grammar/head.ts';
import { readMonthStamp } from '../../reading/grammar/syslog-stamps.ts';
import { lastToken } from '../../reading/grammar/tokens.ts';

/** `Nov  2 04:07:35 mac.local socketfilterfw[112] <Info>: `, `Firewall[68] <Info>: ` */
const start = lastToken(
  /[A-Z][a-z]{2} {1,2}\d{1,2} \d{2}:\d{2}:\d{2} \S{1,255} (?:socketfilterfw|Firewall)\[\d{1,10}\](?: <[A-Z][a-z]{1,12}>)?: /,
);

const head = defineHead({
  begins: /^[A-Z][a-z]{2} {1,2}\d{1,2} [\d:]{8} \S{1,255} (?:socketfilterfw|Firewall)\[/,
  tokens: [start],
  reach: 0,
  rule: ({ consume, action }) => {
    const { image } = consume(start);
    return action(() => {
      const [month = '', day = '', clock = '', component = '', process = '', level = ''] = image.split(/ +/);
      return {
        time: readMonthStamp(`${month} ${day} ${clock}`),
        component,
        process: process.replace(/:$/, ''),
        level: /<(\w+)>/.exec(level)?.[1] ?? null,
      };
    });
  },
});

/** It filters what comes in, and a meeting is a connection out: nothing in it is blamed. */
export default defineFormat({
  id: 'appfirewall',
  title: 'appfirewall.log: the macOS application firewall, context only',
  framing: lines,
  head,
  os: 'macos',
  names: ['appfirewall.log*'],
  recognise: { heads: true },
  samples: [
    {
      text: 'Nov  9 07:08:09 studio.local socketfilterfw[112] <Info>: Example: Allow TCP LISTEN  (in:0 out:1)',
      entry: { time: '--11-09T07:08:09', level: 'Info', message: 'Example: Allow TCP LISTEN  (in:0 out:1)' },
    },
    {
      text: 'Nov  9 07:08:10 studio Firewall[68] <Info>: Deny zoom.us data in from 192.0.2.4:50000 to port 50010 proto=17',
      entry: { time: '--11-09T07:08:10', fields: { component: 'studio' } },
    },
  ],
});
