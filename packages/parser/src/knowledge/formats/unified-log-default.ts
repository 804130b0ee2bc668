import { defineFormat } from '../../define.ts';
import { nameClient, tccRequest } from '../chains/tcc-request.ts';

export default defineFormat({
  id: 'unified-log-default',
  title: 'macOS unified log, log show in its default style',
  origin: 'unified-log',
  framing: 'lines',
  head: 'unified-default',
  os: 'macos',
  names: [],
  recognise: { heads: true },
  chain: tccRequest,
  derive: nameClient,
  samples: [
    {
      text: '2025-12-24 18:00:01.250000-0700 0x1f0a     Default     0x0                  377    0    tccd: [com.apple.TCC:access] AUTHREQ_RESULT: msgID=88.2, authValue=1, authReason=5, authVersion=1, error=(null),',
      entry: { time: '2025-12-24T18:00:01.250000-07:00', level: 'Default', fields: { authvalue: 1 } },
    },
  ],
});
