import { defineFormat } from '../../define.ts';
import { fieldText } from '../../reading/entry.ts';
import { records } from '../../reading/framings/records.ts';
import { defineHead } from '../../reading/grammar/head.ts';
import { readClock } from '../../reading/grammar/stamps.ts';
import { anyCharacter, lastToken } from '../../reading/grammar/tokens.ts';
import { timeOfDay } from '../../reading/time.ts';
import { unifiedLog } from '../wordings/unified-log.ts';

/** `error⇥10:15:01.100445+0100⇥tccd⇥`; older systems set the zone apart, and other languages have other words for the type. */
const columns = lastToken(/[^\t\n]{0,30}\t\d{2}:\d{2}:\d{2}\.\d{3,9} ?[+-]\d{4}\t[^\t\n]{1,64}\t/, anyCharacter);

const head = defineHead({
  begins: /^[^\t\n]{0,30}\t\d{2}:\d{2}:\d{2}\.\d{3,9} ?[+-]\d{4}\t/,
  tokens: [columns],
  rule: ({ consume, action }) => {
    const start = consume(columns);
    return action(() => {
      const [level = '', clock = '', process = ''] = start.image.split('\t');
      // The day is not told, so neither is the moment that the zone would place.
      return { time: timeOfDay(readClock(clock)), level: level || null, process };
    });
  },
});

export default defineFormat({
  ...unifiedLog,
  id: 'unified-log-console',
  title: 'macOS unified log, copied from Console',
  framing: records(head),
  head,
  names: [],
  recognise: { heads: 'own' },
  witness: (entry) => fieldText(entry, 'process')?.replace(/ ?[[(]\d+[\])]$/, '') ?? null,
  samples: [
    {
      text: 'default\t18:00:01.250000-0700\ttccd\tAUTHREQ_RESULT: msgID=88.2, authValue=1, authReason=5, authVersion=1, error=(null),',
      entry: { time: 'T18:00:01.250000', level: 'default', fields: { process: 'tccd', authvalue: 1 } },
    },
    {
      text: 'Fehler\t18:00:01.250000 +0100\tzoom.us\tnw_socket_handle_socket_event [C7.1.1:2] Socket SO_ERROR [61: Connection refused]',
      entry: { time: 'T18:00:01.250000', level: 'Fehler', fields: { trouble: 'refused', of: 'socket' } },
    },
  ],
});
