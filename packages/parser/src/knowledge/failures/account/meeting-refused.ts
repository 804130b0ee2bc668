import { defineFailure } from '../../../define.ts';
import { dialogs } from '../../wordings/dialogs.ts';
import { quotedCodes } from '../../wordings/quoted-codes.ts';

const code = /^(?:102004|10200[6-9]|10201[0456]|10300[16]|10301[14]|10302[45]|103039)$/;

export default defineFailure({
  id: 'meeting-refused',
  class: 'account',
  role: 'symptom',
  strength: 'strong',
  severity: 'error',
  title: 'The meeting refused this client',
  cause: 'The meeting does not exist, is full or is locked, or its token or account does not allow the join.',
  remedy: 'Check the meeting number and passcode with the host, and get a new invitation.',
  match: [
    {
      has: 'result',
      fields: { code },
      formats: ['zoom-memlog'],
      layout: 'constructed',
      hits: [
        '02/17/2025 16:40:07:009\tZOOM\t[512:9013:41288]\tINFO\tCmmConfAgent::on_start_confirm, result = 102006, local_node_id = 0',
      ],
    },
    {
      has: 'error',
      fields: { code },
      formats: ['zoom-memlog'],
      layout: 'constructed',
      hits: [
        '02/17/2025 16:40:07:009\tZOOM\t[512:9013:41288]\tINFO\tShow message to the user. Error code: 102006, this = 0x00c4d200',
      ],
    },
    ...quotedCodes(code, '102006'),
    ...dialogs({ dialog: ['meeting'] }, { zoom: 'Zoom\n\nInvalid meeting ID\nPlease check and try again.' }),
  ],
  explainedBy: ['tls-clock'],
  fixes: [
    'account-check-meeting',
    'account-renew-token',
    'account-host-settings',
    'account-ask-admin',
    'account-contact-zoom',
  ],
  alternatives: [{ class: 'tls-clock', why: 'a wrong clock makes a fresh token look expired' }],
  misses: [
    { text: '2025-04-05 06:07:08.009 INFO Zoom result: 0', why: 'another code' },
    {
      text: '2025-04-05 06:07:08.009 ERROR import of 102006 rows failed, error in row 102006',
      why: 'a count, not a code',
    },
  ],
});
