import { defineFormat } from '../../define.ts';
import { textOf } from '../../reading/entry.ts';
import { records } from '../../reading/framings/records.ts';
import { defineHead } from '../../reading/grammar/head.ts';
import { readStamp } from '../../reading/grammar/stamps.ts';
import { lastToken } from '../../reading/grammar/tokens.ts';
import { nameClient, tccRequest } from '../chains/tcc-request.ts';
import { requestContext } from '../wordings/context.ts';

/** `2026-02-17 10:15:01.100445+0100 0xad66  Default  0x0  618  0  tccd: [com.apple.TCC:access] ` */
const columns = lastToken(
  /\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2}\.\d{1,9}[+-]\d{4} +0x[0-9a-f]+ +[A-Z][a-z]+ +0x[0-9a-f]+ +\d+ +\d+ +[^:]{1,64}: (?:\([^)]{1,80}\) )?(?:\[[^\]]{1,120}\] )?/,
);

/** The program behind the columns: `0x0  618  0  tccd: `. */
const program = /^\S+ \S+ +0x[0-9a-f]+ +\S+ +0x[0-9a-f]+ +\d+ +\d+ +([^:]{1,64}):/;

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
  id: 'unified-log-default',
  title: 'macOS unified log, log show in its default style',
  origin: 'unified-log',
  framing: records(head),
  head,
  os: 'macos',
  names: [],
  recognise: { heads: 'own' },
  witness: (entry) => program.exec(textOf(entry))?.[1] ?? null,
  context: requestContext,
  chain: tccRequest,
  derives: ['client'],
  derive: nameClient,
  samples: [
    {
      text: '2025-12-24 18:00:01.250000-0700 0x1f0a     Default     0x0                  377    0    tccd: [com.apple.TCC:access] AUTHREQ_RESULT: msgID=88.2, authValue=1, authReason=5, authVersion=1, error=(null),',
      entry: { time: '2025-12-24T18:00:01.250000-07:00', level: 'Default', fields: { authvalue: 1 } },
    },
  ],
});
