import { defineFormat } from '../../define.ts';
import { fieldText } from '../../reading/entry.ts';
import { records } from '../../reading/framings/records.ts';
import { defineHead } from '../../reading/grammar/head.ts';
import { readStamp } from '../../reading/grammar/stamps.ts';
import { lastToken } from '../../reading/grammar/tokens.ts';
import { unifiedLog } from '../chains/unified-log.ts';

/** `2026-02-17 10:15:01.100445+0100  localhost tccd[618]: (TCC) [com.apple.TCC:access] `; iPhones also print `<Error>`. */
const columns = lastToken(
  /\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2}\.\d{1,9}[+-]\d{4} {1,4}[^\s[\]:]{1,64} [^[\]\n]{1,64}\[\d{1,10}\](?: <[A-Z][a-z]{2,10}>)?: (?:\([^)]{1,80}\) )?(?:\[[^\]]{1,120}\] )?/,
);
const parts = /^(\S+) ([\d:.]+)([+-]\d{4}) +(\S+) (.+?)(?:\([^()]{1,80}\))?\[\d+\](?: <([A-Z][a-z]+)>)?:/;

const head = defineHead({
  begins: /^\d{4}-\d\d-\d\d [\d:.]+[+-]\d{4} {1,4}(?!0x)[^\s[\]:]{1,64} [^[\]\n]{1,64}\[\d/,
  tokens: [columns],
  rule: ({ consume, action }) => {
    const start = consume(columns);
    return action(() => {
      const [, date = '', clock = '', zone = '', , process = '', level] = parts.exec(start.image) ?? [];
      return { time: readStamp(date, clock, zone), level: level ?? null, process };
    });
  },
});

export default defineFormat({
  ...unifiedLog,
  id: 'unified-log-syslog',
  title: 'macOS unified log, log show --style syslog',
  framing: records(head),
  head,
  names: [],
  recognise: { heads: 'own' },
  witness: (entry) => fieldText(entry, 'process'),
  samples: [
    {
      text: '2025-12-24 18:00:01.250000-0700  localhost tccd[377]: [com.apple.TCC:access] AUTHREQ_RESULT: msgID=88.2, authValue=1, authReason=5, authVersion=1, error=(null),',
      entry: { time: '2025-12-24T18:00:01.250000-07:00', fields: { process: 'tccd', authvalue: 1 } },
    },
    {
      text: '2025-12-24 18:00:01.250000-0700  localhost zoom.us[944]: (CFNetwork) [com.apple.CFNetwork:Default] Connection 7: failed to connect 1:61, reason -1',
      entry: {
        message: 'Connection 7: failed to connect 1:61, reason -1',
        fields: { trouble: 'refused', of: 'socket' },
      },
    },
  ],
});
