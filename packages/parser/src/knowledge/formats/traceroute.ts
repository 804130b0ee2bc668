import { defineFormat } from '../../define.ts';
import { lines } from '../../reading/framings/lines.ts';

/** Routers that answer nothing are everyday; nothing here proves anything. It is known so that nobody wonders. */
export default defineFormat({
  id: 'traceroute',
  title: 'traceroute, tracepath, mtr and pathping: context only',
  framing: lines,
  names: ['*traceroute*.txt', '*mtr*.txt', '*pathping*.txt'],
  recognise: {
    starts:
      /^traceroute6? to \S{1,255} \([\da-f.:]{3,45}\), \d{1,3} hops max|^ {0,4}\d{1,2}\.\|-- \S|^(?:Start: \S{10,40}\n)?HOST: \S{1,255} {1,60}Loss% {1,8}Snt|^ {0,3}\d{1,2}[:?] {1,8}\S{1,255} {1,80}[\d.]{1,9}ms|^ {0,3}\d{1,2} {1,8}\S{1,255} \([\da-f.:]{3,45}\) {1,4}[\d.]{1,9} ms|^Hop {2}RTT {4}Lost\/Sent/m,
  },
  samples: [
    {
      text: 'traceroute to zoom.us (203.0.113.40), 30 hops max, 60 byte packets\n 1  gateway.example.com (192.0.2.1)  1.214 ms  1.101 ms  1.067 ms\n 2  * * *',
      entry: { time: null },
    },
    {
      text: 'Start: 2026-03-02T09:10:11+0100\nHOST: desk-7                      Loss%   Snt   Last   Avg  Best  Wrst StDev\n  1.|-- 192.0.2.1                  0.0%    10    0.4   0.4   0.3   0.6   0.1',
      entry: { time: null },
    },
    {
      text: ' 1?: [LOCALHOST]                      pmtu 1500\n 1:  gateway.example.com                                   0.412ms\n 2:  no reply',
      entry: { time: null },
    },
  ],
});
