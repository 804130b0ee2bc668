import { defineFormat } from '../../define.ts';
import { lines } from '../../reading/framings/lines.ts';
import { defineHead } from '../../reading/grammar/head.ts';
import { readStamp } from '../../reading/grammar/stamps.ts';
import { colonClock, gap, lastToken, usDate } from '../../reading/grammar/tokens.ts';

const comma = lastToken(/,/);

const head = defineHead({
  begins: /^\d\d\/\d\d\/\d{4} [\d:]+,/,
  tokens: [usDate, gap, colonClock, comma],
  reach: 0,
  rule: ({ consume, action }) => {
    const date = consume(usDate);
    consume(gap);
    const clock = consume(colonClock);
    consume(comma);
    return action(() => ({ time: readStamp(date.image, clock.image) }));
  },
});

export default defineFormat({
  id: 'zoom-monitor',
  title: 'Zoom monitor metrics',
  isZooms: true,
  framing: lines,
  head,
  names: ['monitor_zoom_*.log'],
  recognise: { heads: true },
  samples: [
    {
      text: '08/19/2021 15:16:17:018,,RLB-SENDBUF,97,0x00007fd211c0ffee,,,,,,,,,,,,,,,,,,',
      entry: { time: '2021-08-19T15:16:17.018', message: ',RLB-SENDBUF,97,0x00007fd211c0ffee,,,,,,,,,,,,,,,,,,' },
    },
  ],
});
