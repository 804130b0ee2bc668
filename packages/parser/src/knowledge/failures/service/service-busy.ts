import { defineFailure } from '../../../define.ts';
import { quotedCodes } from '../../wordings/quoted-codes.ts';

const code = /^(?:103008|103037)$/;

export default defineFailure({
  id: 'service-busy',
  class: 'service',
  role: 'symptom',
  strength: 'strong',
  severity: 'error',
  title: "Zoom's service rejected the request",
  cause: 'The server answered that it is too busy or failed: nothing on this machine causes that.',
  remedy: "Check Zoom's status page, wait, and try again.",
  match: [
    {
      has: 'result',
      fields: { code },
      formats: ['zoom-memlog'],
      layout: 'constructed',
      hits: [
        '02/17/2025 16:40:07:009\tZOOM\t[512:9013:41288]\tINFO\tCmmConfAgent::on_start_confirm, result = 103008, local_node_id = 0',
      ],
    },
    {
      has: 'error',
      fields: { code },
      formats: ['zoom-memlog'],
      layout: 'constructed',
      hits: [
        '02/17/2025 16:40:07:009\tZOOM\t[512:9013:41288]\tINFO\tShow message to the user. Error code: 103008, this = 0x00c4d200',
      ],
    },
    ...quotedCodes(code, '103008'),
  ],
  explainedBy: [],
  fixes: ['service-status', 'service-wait', 'service-contact-zoom'],
  alternatives: [{ class: 'proxy', why: 'a proxy in between can answer in place of the server' }],
  misses: [
    { text: '2025-04-05 06:07:08.009 INFO Zoom result: 0', why: 'another code' },
    {
      text: '2025-04-05 06:07:08.009 ERROR import of 103008 rows failed, error in row 103008',
      why: 'a count, not a code',
    },
  ],
});
