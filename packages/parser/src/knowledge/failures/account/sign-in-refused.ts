import { defineFailure } from '../../../define.ts';
import { dialogs } from '../../wordings/dialogs.ts';
import { quotedCodes } from '../../wordings/quoted-codes.ts';

const code = /^(?:100[123]|1009|1019|1132|1142|3003|3023|3024|3113|4502|6601|124)$/;

export default defineFailure({
  id: 'sign-in-refused',
  class: 'account',
  role: 'symptom',
  strength: 'strong',
  severity: 'error',
  title: 'Zoom refused the sign-in, account or meeting',
  cause: 'Zoom was reachable and refused the request.',
  remedy: "Sign out and sign in again, then ask the account's Zoom administrator.",
  match: [
    {
      has: 'result',
      fields: { code },
      formats: ['zoom-memlog'],
      layout: 'constructed',
      hits: [
        '02/17/2025 16:40:07:009\tZOOM\t[512:9013:41288]\tINFO\tCmmConfAgent::on_start_confirm, result = 1003, local_node_id = 0',
      ],
    },
    {
      has: 'error',
      fields: { code },
      formats: ['zoom-memlog'],
      layout: 'constructed',
      hits: [
        '02/17/2025 16:40:07:009\tZOOM\t[512:9013:41288]\tINFO\tShow message to the user. Error code: 1003, this = 0x00c4d200',
      ],
    },
    ...quotedCodes(code, '1003'),
    ...dialogs(
      { dialog: ['account'] },
      {
        account: 'Account is disabled. Please contact Support',
        zoom: 'Zoom\n\nIncorrect email or password',
        アカウント: 'アカウントが無効になりました。 サポートにお問い合わせください',
      },
    ),
  ],
  explainedBy: [],
  fixes: [
    'account-sign-in-again',
    'account-wait-unlock',
    'account-ask-admin',
    'account-allow-app',
    'account-contact-zoom',
  ],
  alternatives: [
    {
      class: 'firewall',
      why: 'some guides blame a blocked connection for the same code; no vendor source does',
    },
  ],
  misses: [
    { text: '2025-04-05 06:07:08.009 INFO Zoom result: 1', why: 'another code' },
    { text: '2025-04-05 06:07:08.009 ERROR import of 1003 rows failed, error in row 1003', why: 'a count, not a code' },
  ],
});
