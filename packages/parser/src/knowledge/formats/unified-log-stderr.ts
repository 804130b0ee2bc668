import { defineFormat } from '../../define.ts';
import { fieldText } from '../../reading/entry.ts';
import { records } from '../../reading/framings/records.ts';
import { defineHead } from '../../reading/grammar/head.ts';
import { readStamp } from '../../reading/grammar/stamps.ts';
import { lastToken } from '../../reading/grammar/tokens.ts';
import { unifiedLog } from '../chains/unified-log.ts';

/** `2026-02-17 10:15:01.100445+0100 zoom.us[944:1f0a] [connection] `. */
const columns = lastToken(
  /\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2}\.\d{3,9}(?:[+-]\d{4})? [^[\]\n]{1,64}\[\d{1,10}:[0-9a-f]{1,12}\] (?:\[[\w .:-]{0,60}\] )?/,
);
const parts = /^(\S+) (\d\d:\d\d:\d\d\.\d+)([+-]\d{4})? (.+?)\[\d+:[0-9a-f]+\] (?:\[([^\]]*)\])?/;

const head = defineHead({
  begins: /^\d{4}-\d\d-\d\d [\d:.]+(?:[+-]\d{4})? (?![A-Z][a-z]? {1,2}\S{1,64}\[)[^[\]\n]{1,64}\[\d{1,10}:[0-9a-f]/,
  tokens: [columns],
  rule: ({ consume, action }) => {
    const start = consume(columns);
    return action(() => {
      const [, date = '', clock = '', zone, process = '', component] = parts.exec(start.image) ?? [];
      return { time: readStamp(date, clock, zone), process, component: component || null };
    });
  },
});

export default defineFormat({
  ...unifiedLog,
  id: 'unified-log-stderr',
  title: 'macOS log messages, as a program prints them',
  framing: records(head),
  head,
  names: [],
  recognise: { heads: 'own' },
  witness: (entry) => fieldText(entry, 'process'),
  samples: [
    {
      text: '2025-12-24 18:00:01.250000-0700 zoom.us[944:5983] [connection] nw_socket_handle_socket_event [C7.1.1:2] Socket SO_ERROR [61: Connection refused]',
      entry: {
        time: '2025-12-24T18:00:01.250000-07:00',
        fields: { process: 'zoom.us', component: 'connection', trouble: 'refused' },
      },
    },
    {
      text: '2025-12-24 18:00:01.250 zoom.us[944:5f0a] The window was opened',
      entry: { time: '2025-12-24T18:00:01.250', message: 'The window was opened' },
    },
  ],
});
