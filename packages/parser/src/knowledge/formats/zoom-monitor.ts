import { defineFormat } from '../../define.ts';

export default defineFormat({
  id: 'zoom-monitor',
  title: 'Zoom monitor metrics',
  framing: 'lines',
  head: 'monitor',
  names: ['monitor_zoom_*.log'],
  recognise: { heads: true },
  samples: [
    {
      text: '08/19/2021 15:16:17:018,,RLB-SENDBUF,97,0x00007fd211c0ffee,,,,,,,,,,,,,,,,,,',
      entry: { time: '2021-08-19T15:16:17.018', message: ',RLB-SENDBUF,97,0x00007fd211c0ffee,,,,,,,,,,,,,,,,,,' },
    },
  ],
});
