import { defineFormat } from '../../define.ts';
import { jsonLines } from '../../reading/framings/json-lines.ts';
import { unifiedLog } from '../chains/unified-log.ts';
import { prepareRecord, processOf, recordTime } from '../wordings/unified-json.ts';

export default defineFormat({
  ...unifiedLog,
  id: 'unified-log-ndjson',
  title: 'macOS unified log, log show --style ndjson',
  framing: jsonLines(recordTime),
  names: ['*.ndjson', 'log-show*.json'],
  recognise: { starts: /^\s{0,40}\{.*"eventMessage"[ \t]{0,8}:/ },
  prepare: prepareRecord,
  witness: processOf,
  samples: [
    {
      text: '{"timestamp":"2025-12-24 18:00:02.500000-0700","processImagePath":"/Applications/zoom.us.app/Contents/MacOS/zoom.us","eventMessage":"Error Domain=NSURLErrorDomain Code=-1003 UserInfo={\\n    NSErrorFailingURLKey = \\"https://us04web.zoom.us/\\";\\n}"}',
      entry: {
        time: '2025-12-24T18:00:02.500000-07:00',
        fields: { trouble: 'name', of: 'zoom', host: 'us04web.zoom.us' },
      },
    },
    {
      text: '{"timestamp":"2025-12-24 18:00:01.250000-0700","eventMessage":"AUTHREQ_CTX: msgID=88.2, function=TCCAccessRequest, service=kTCCServiceMicrophone, preflight=no, query=1"}\n{"timestamp":"2025-12-24 18:00:02.500000-0700","eventMessage":"AUTHREQ_RESULT: msgID=88.2, authValue=2, authReason=2, authVersion=1, error=(null),"}',
      entry: {
        time: '2025-12-24T18:00:02.500000-07:00',
        fields: { service: 'kTCCServiceMicrophone', authvalue: 2, preflight: 'no' },
      },
    },
  ],
});
