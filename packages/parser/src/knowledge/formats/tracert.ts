import { defineFormat } from '../../define.ts';
import { lines } from '../../reading/framings/lines.ts';

/** Routers that answer no ping are everyday; nothing here proves anything. It is known so that nobody wonders. */
export default defineFormat({
  id: 'tracert',
  title: 'tracert of Windows: context only',
  framing: lines,
  os: 'windows',
  names: ['*tracert*.txt'],
  recognise: { starts: /^ {0,4}\d{1,2} +(?:(?:<?\d{1,5} ms|\*) +){3}\S/m },
  samples: [
    {
      text: '  1    <1 ms     1 ms     *     gateway.example.com [192.0.2.1]\n  2     *        *        *     Request timed out.',
      entry: { time: null },
    },
  ],
});
