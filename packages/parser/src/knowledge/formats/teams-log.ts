import { defineFormat } from '../../define.ts';
import { lines } from '../../reading/framings/lines.ts';
import { defineHead } from '../../reading/grammar/head.ts';
import { lastToken } from '../../reading/grammar/tokens.ts';

/** Classic: a date as JavaScript writes it, a process, a level. Since 2023: an ISO date, a thread, a level. */
const classic =
  /[A-Z][a-z]{2} [A-Z][a-z]{2} \d\d \d{4} \d\d:\d\d:\d\d GMT[+-]\d{4}(?: \([^()\n]{1,80}\))? <\d{1,10}> -- \w{1,20} -- /;
const since =
  /\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3,7}(?:Z|[+-]\d\d:\d\d) 0x[\da-fA-F]{4,16} <(?:VERB|DBG|INFO|WARN|ERR|ERROR|FATAL)[ ]{0,4}> /;
const start = lastToken(new RegExp(`${classic.source}|${since.source}`));

const head = defineHead({
  begins: new RegExp(`^(?:${classic.source}|${since.source})`),
  tokens: [start],
  reach: 0,
  rule: ({ consume }) => {
    consume(start);
    return {};
  },
});

export default defineFormat({
  id: 'teams-log',
  title: 'Microsoft Teams log',
  isForeign: true,
  framing: lines,
  head,
  names: ['MSTeams_*.log'],
  recognise: { heads: true },
  samples: [
    {
      text: 'Sat Oct 24 2020 07:08:09 GMT+0200 (Central European Daylight Time) <4021> -- info -- Starting app Teams\nSat Oct 24 2020 07:08:10 GMT+0200 (Central European Daylight Time) <4021> -- error -- No camera',
      entry: { message: 'No camera' },
    },
    {
      text: '2025-03-17T07:08:09.881220+01:00 0x00002e30 <INFO> TelemetryService: Restored sampling rules from previous session',
      entry: { message: 'TelemetryService: Restored sampling rules from previous session' },
    },
  ],
});
