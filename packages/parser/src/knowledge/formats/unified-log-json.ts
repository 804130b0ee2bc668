import { defineFormat } from '../../define.ts';
import { withTime } from '../../reading/entry.ts';
import { json } from '../../reading/framings/json.ts';
import { unifiedLog } from '../chains/unified-log.ts';
import { prepareRecord, processOf, recordTime } from '../wordings/unified-json.ts';

export default defineFormat({
  ...unifiedLog,
  id: 'unified-log-json',
  title: 'macOS unified log, log show --style json',
  framing: json({ elements: [''], sifted: ['timestamp'] }),
  names: [],
  recognise: {
    marks: ['"eventMessage"', '"processImagePath"', '"timestamp"'],
    atLeast: 3,
    // An array, or records copied out of one: a record alone on each line is another style.
    unless: /^\s{0,40}(?:\{[ \t]{0,4}"|[^\s[\]{}",])/,
  },
  prepare: (entry) => withTime(prepareRecord(entry), recordTime(entry)),
  witness: processOf,
  samples: [
    {
      text: '{\n  "messageType" : "Error",\n  "timestamp" : "2025-12-24 18:00:02.500000-0700",\n  "processImagePath" : "\\/usr\\/libexec\\/geod",\n  "eventMessage" : "Connection 7: failed to connect 1:61, reason -1"\n},{\n  "traceID" : 4',
      entry: { time: '2025-12-24T18:00:02.500000-07:00' },
    },
    {
      text: '[{\n  "messageType" : "Default",\n  "timestamp" : "2025-12-24 18:00:02.500000-0700",\n  "processImagePath" : "\\/Applications\\/zoom.us.app\\/Contents\\/MacOS\\/zoom.us",\n  "eventMessage" : "Error Domain=NSURLErrorDomain Code=-1003 UserInfo={\\n    NSErrorFailingURLKey = \\"https:\\/\\/us04web.zoom.us\\/\\";\\n}"\n}]\n',
      entry: {
        time: '2025-12-24T18:00:02.500000-07:00',
        fields: { trouble: 'name', of: 'zoom', host: 'us04web.zoom.us' },
      },
    },
  ],
});
