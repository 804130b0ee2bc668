import { defineFact } from '../../../define.ts';

export default defineFact({
  id: 'join-succeeded',
  class: 'network',
  title: 'The client joined a meeting',
  because: 'The client reports result 0 for the meeting start: the connection works.',
  effect: 'ends',
  ends: [
    'connection-failed',
    'network-unreachable',
    'dns-failed',
    'connect-forbidden',
    'connect-refused',
    'connect-timed-out',
    'connect-reset',
    'meeting-refused',
    'service-busy',
    'join-failed',
    'failed-join-log',
  ],
  eases: ['local-firewall-drop', 'local-firewall-drop-zoom'],
  match: [
    {
      formats: ['zoom-memlog'],
      has: 'on_start_confirm',
      fields: { result: [0] },
      layout: 'constructed',
      hits: [
        '02/17/2025 16:41:07:009\tZOOM\t[512:9013:41288]\tINFO\tCmmConfAgent::on_start_confirm, action_type = 34, result = 0, local_node_id = 16778240',
      ],
    },
    {
      formats: ['zoom-memlog'],
      has: 'on_ping_confirm_cli',
      fields: { result: [0] },
      layout: 'constructed',
      hits: [
        '02/17/2025 16:41:06:009\tZOOM\t[512:9013:41288]\tINFO\tvc::on_ping_confirm_cli(),  start,  result: 0,  top_mmr: 192.0.2.30,   direct_mmr: 192.0.2.30',
      ],
    },
  ],
  misses: [
    {
      text: '02/17/2025 16:41:07:009\tZOOM\t[512:9013:41288]\tINFO\tCmmConfAgent::on_start_confirm, action_type = 34, result = 104101, local_node_id = 0',
      why: 'a failed join',
    },
  ],
});
