import { defineFormat } from '../../define.ts';
import { nameClient, tccRequest } from '../chains/tcc-request.ts';

export default defineFormat({
  id: 'unified-log-compact',
  title: 'macOS unified log, log show --style compact',
  origin: 'unified-log',
  framing: 'lines',
  head: 'unified-compact',
  os: 'macos',
  names: [],
  recognise: { heads: true },
  chain: tccRequest,
  derive: nameClient,
  samples: [
    {
      text: '2025-12-24 18:00:01.250 Df tccd[377:1f0a] [com.apple.TCC:access] AUTHREQ_RESULT: msgID=88.2, authValue=1, authReason=5, authVersion=1, error=(null),',
      entry: { time: '2025-12-24T18:00:01.250', level: 'Df', fields: { authvalue: 1, authreason: 5 } },
    },
  ],
});
