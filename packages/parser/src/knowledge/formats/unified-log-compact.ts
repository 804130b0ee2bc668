import { defineFormat } from '../../define.ts';
import { fieldText } from '../../reading/entry.ts';
import { records } from '../../reading/framings/records.ts';
import { defineHead } from '../../reading/grammar/head.ts';
import { readStamp } from '../../reading/grammar/stamps.ts';
import { anyCharacter, clock, gap, isoDate, lastToken, token } from '../../reading/grammar/tokens.ts';
import { unifiedLog } from '../chains/unified-log.ts';

/** `Df tccd[618:ad66]`: type and process. */
const type = token(/[A-Z][a-z]? {1,2}(?=\S)/);
const process = token(/[^[\]\r\n]{1,64}\[\d+:[0-9a-f]+\] ?/, anyCharacter);
const subsystem = lastToken(/\[[\w.-]+:[\w.-]*\] ?/, anyCharacter);

const head = defineHead({
  begins: /^\d{4}-\d\d-\d\d [\d:.]+ [A-Z][a-z]? /,
  tokens: [isoDate, clock, type, gap, subsystem, process],
  rule: ({ consume, action }) => {
    const date = consume(isoDate);
    consume(gap);
    const time = consume(clock);
    consume(gap, 1);
    const level = consume(type);
    const program = consume(process);
    const component = consume(subsystem);
    return action(() => ({
      time: readStamp(date.image, time.image),
      level: level.image.trim(),
      process: program.image.trim(),
      component: component.image.trim().slice(1, -1),
    }));
  },
});

export default defineFormat({
  ...unifiedLog,
  id: 'unified-log-compact',
  title: 'macOS unified log, log show --style compact',
  framing: records(head),
  head,
  names: [],
  recognise: { heads: 'own' },
  witness: (entry) => fieldText(entry, 'process')?.replace(/\[[^[\]]*\]$/, '') ?? null,
  samples: [
    {
      text: '2025-12-24 18:00:01.250 Df tccd[377:1f0a] [com.apple.TCC:access] AUTHREQ_RESULT: msgID=88.2, authValue=1, authReason=5, authVersion=1, error=(null),',
      entry: { time: '2025-12-24T18:00:01.250', level: 'Df', fields: { authvalue: 1, authreason: 5 } },
    },
  ],
});
