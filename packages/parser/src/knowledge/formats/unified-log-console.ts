import { defineFormat } from '../../define.ts';
import { fieldText } from '../../reading/entry.ts';
import { records } from '../../reading/framings/records.ts';
import { defineHead } from '../../reading/grammar/head.ts';
import { readClock } from '../../reading/grammar/stamps.ts';
import { anyCharacter, lastToken } from '../../reading/grammar/tokens.ts';
import { timeOfDay } from '../../reading/time.ts';
import { unifiedLog } from '../chains/unified-log.ts';

/**
 * `error⇥10:15:01.100445+0100⇥tccd⇥`; older systems set the zone apart, and other languages have other words for the type. A
 * web page makes blanks of the tabs.
 */
const columns = lastToken(
  /[^\t\n]{0,30}\t\d{2}:\d{2}:\d{2}\.\d{3,9} ?[+-]\d{4}\t[^\t\n]{1,64}\t|[A-Za-z]{4,12} {1,4}\d{2}:\d{2}:\d{2}\.\d{6} ?[+-]\d{4} {1,4}\S{1,64} {1,4}/,
  anyCharacter,
);

const head = defineHead({
  begins: /^(?:[^\t\n]{0,30}\t|[A-Za-z]{4,12} {1,4})\d{2}:\d{2}:\d{2}\.\d{3,9} ?[+-]\d{4}[\t ]/,
  tokens: [columns],
  rule: ({ consume, action }) => {
    const start = consume(columns);
    return action(() => {
      const cells = start.image.trimEnd().split(start.image.endsWith('\t') ? '\t' : / {1,4}/);
      const [level = '', clock = ''] = cells;
      const process = cells.at(-1) ?? '';
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
      text: 'default 18:00:01.250000+1000 tccd AUTHREQ_SUBJECT: msgID=88.2,\nsubject=us.zoom.xos,',
      entry: { time: 'T18:00:01.250000', level: 'default', fields: { process: 'tccd' } },
    },
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
