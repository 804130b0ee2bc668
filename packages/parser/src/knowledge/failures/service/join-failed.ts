import { defineFailure } from '../../../define.ts';

/** Excludes what other failures cover: connection codes, meeting codes, composite codes; 0 is success. */
const unnamed =
  /result = (?!(?:0|1041(?:0[1-9]|1[0-8])|500[0-4]|2026|1\d{7,9}|102004|10200[6-9]|1020(?:1[0-2]|1[456])|10300[168]|10301[14]|10302[45]|1030(?:37|39)|105035|1132|1142|100[123]|1009|1019|3003|3023|3024|3113|4502|6601)\b)\d+/;

export default defineFailure({
  id: 'join-failed',
  class: 'service',
  role: 'symptom',
  strength: 'strong',
  severity: 'error',
  title: 'A join attempt failed',
  cause: "The client's join attempt ended with a result code that nothing published explains.",
  remedy: 'Try again; if you get the same result code, ask the host for help and send the code to Zoom.',
  match: [
    {
      formats: ['zoom-memlog'],
      has: 'on_start_confirm',
      text: unnamed,
      layout: 'constructed',
      hits: [
        '02/17/2025 16:41:07:009\tZOOM\t[512:9013:41288]\tINFO\tCmmConfAgent::on_start_confirm, action_type = 34, result = 103033, local_node_id = 0',
      ],
    },
  ],
  explainedBy: ['tls-clock', 'proxy', 'network', 'firewall', 'service'],
  fixes: ['service-status', 'service-wait', 'service-contact-zoom'],
  alternatives: [
    { class: 'account', why: 'meeting and account settings can also block a join attempt with results of this kind' },
  ],
  misses: [
    {
      text: '02/17/2025 16:41:07:009\tZOOM\t[512:9013:41288]\tINFO\tCmmConfAgent::on_start_confirm, action_type = 34, result = 0, local_node_id = 16778240',
      why: 'success',
    },
    {
      text: '02/17/2025 16:41:07:009\tZOOM\t[512:9013:41288]\tINFO\tCmmConfAgent::on_start_confirm, action_type = 34, result = 104103, local_node_id = 0',
      why: 'a code that another failure covers',
    },
  ],
});
