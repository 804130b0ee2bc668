import { defineFailure } from '../../../define.ts';
import { quotedCodes } from '../../wordings/quoted-codes.ts';

const code = /^(?:102011|102012|105035)$/;

export default defineFailure({
  id: 'client-not-accepted',
  class: 'install',
  role: 'symptom',
  strength: 'strong',
  severity: 'error',
  title: 'The meeting does not accept this Zoom version',
  cause: 'The client is too old or too new for the meeting, or its files were changed after they were signed.',
  remedy: "Install the current Zoom version from Zoom's own site or an app store.",
  match: [
    {
      has: 'result',
      fields: { code },
      formats: ['zoom-memlog'],
      layout: 'constructed',
      hits: [
        '02/17/2025 16:40:07:009\tZOOM\t[512:9013:41288]\tINFO\tCmmConfAgent::on_start_confirm, result = 102011, local_node_id = 0',
      ],
    },
    {
      has: 'error',
      fields: { code },
      formats: ['zoom-memlog'],
      layout: 'constructed',
      hits: [
        '02/17/2025 16:40:07:009\tZOOM\t[512:9013:41288]\tINFO\tShow message to the user. Error code: 102011, this = 0x00c4d200',
      ],
    },
    ...quotedCodes(code, '102011'),
  ],
  explainedBy: [],
  fixes: [
    'install-verify-windows',
    'install-verify-macos',
    'install-update-zoom',
    'install-right-package',
    'install-reinstall-windows',
    'install-reinstall-macos',
  ],
  alternatives: [{ class: 'account', why: 'the host can restrict a meeting to certain versions' }],
  misses: [
    { text: '2025-04-05 06:07:08.009 INFO Zoom result: 0', why: 'another code' },
    {
      text: '2025-04-05 06:07:08.009 ERROR import of 102011 rows failed, error in row 102011',
      why: 'a count, not a code',
    },
  ],
});
