import { defineFormat } from '../../define.ts';
import { textOf } from '../../reading/entry.ts';
import { records } from '../../reading/framings/records.ts';
import { defineHead } from '../../reading/grammar/head.ts';
import { readStamp } from '../../reading/grammar/stamps.ts';
import { lastToken } from '../../reading/grammar/tokens.ts';
import { unifiedLog } from '../chains/unified-log.ts';

/** `2026-02-17 10:15:01.100445+0100 0xad66  Default  0x0  618  0  tccd: [com.apple.TCC:access] `; older systems have no TTL. */
const columns = lastToken(
  /\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2}\.\d{1,9}[+-]\d{4} +0x[0-9a-f]+ +[A-Z][a-z]+ +0x[0-9a-f]+ +\d+ +(?:\d+ +)?[^:]{1,64}: (?:\([^)]{1,80}\) )?(?:\[[^\]]{1,120}\] )?/,
);

/** The program behind the columns: `0x0  618  0  tccd: `. */
const program = /^\S+ \S+ +0x[0-9a-f]+ +\S+ +0x[0-9a-f]+ +\d+ +(?:\d+ +)?([^:]{1,64}):/;

const head = defineHead({
  begins: /^\d{4}-\d\d-\d\d [\d:.]+[+-]\d{4} +0x/,
  tokens: [columns],
  rule: ({ consume, action }) => {
    const start = consume(columns);
    return action(() => {
      const [date = '', clock = '', , level = '', , pid = ''] = start.image.split(/ +/);
      return { time: readStamp(date, clock.slice(0, -5), clock.slice(-5)), level, process: pid };
    });
  },
});

export default defineFormat({
  ...unifiedLog,
  id: 'unified-log-default',
  title: 'macOS unified log, log show in its default style',
  framing: records(head),
  head,
  names: [],
  recognise: { heads: 'own' },
  witness: (entry) => program.exec(textOf(entry))?.[1] ?? null,
  samples: [
    {
      text: '2025-12-24 18:00:01.250000-0700 0x1f0a     Default     0x0                  377    0    tccd: [com.apple.TCC:access] AUTHREQ_RESULT: msgID=88.2, authValue=1, authReason=5, authVersion=1, error=(null),',
      entry: { time: '2025-12-24T18:00:01.250000-07:00', level: 'Default', fields: { authvalue: 1 } },
    },
    {
      text: '2025-12-24 18:00:01.250000-0700 0x1f0a     Error       0x0                  944    0    zoom.us: (CFNetwork) Task <00000000-0000-4000-8000-000000000001>.<4> finished with error [-1003] Error Domain=NSURLErrorDomain Code=-1003 UserInfo={\n    NSErrorFailingURLKey = "https://us04web.zoom.us/";\n    "_kCFStreamErrorCodeKey" = 8;\n}',
      entry: {
        time: '2025-12-24T18:00:01.250000-07:00',
        level: 'Error',
        fields: {
          nserrorfailingurlkey: 'https://us04web.zoom.us/',
          trouble: 'name',
          of: 'zoom',
          host: 'us04web.zoom.us',
        },
      },
    },
  ],
});
