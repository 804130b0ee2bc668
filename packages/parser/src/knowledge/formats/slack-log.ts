import { defineFormat } from '../../define.ts';
import { lines } from '../../reading/framings/lines.ts';
import { defineHead } from '../../reading/grammar/head.ts';
import { lastToken } from '../../reading/grammar/tokens.ts';

/** `[10/28/19, 14:52:34:884] info: `; of the web app alone `info: Oct-28 14:52:34.884 [API-Q] ` or with a whole date. */
const own = /[ \t]{0,4}\[\d\d\/\d\d\/\d\d(?:\d\d)?, \d\d:\d\d:\d\d:\d{3}\] (?:[a-z]{3,8}: ?)?/;
const web = /(?:[a-z]{3,8}: )?(?:[A-Z][a-z]{2}-\d{1,2}|\d{4}\/\d{1,2}\/\d{1,2}) \d\d:\d\d:\d\d\.\d{1,3} (?=\[)/;
const start = lastToken(new RegExp(`${own.source}|${web.source}`));

const head = defineHead({
  begins: new RegExp(`^(?:${own.source}|${web.source})`),
  tokens: [start],
  rule: ({ consume }) => {
    consume(start);
    return {};
  },
});

export default defineFormat({
  id: 'slack-log',
  title: 'Slack log',
  isForeign: true,
  framing: lines,
  head,
  names: [],
  recognise: { heads: true },
  samples: [
    {
      text: '[10/28/19, 07:08:09:884] info: Starting app\n[10/28/19, 07:08:10:100] error: Oct-28 07:08:10.100 [CALLS] (T00000000) No microphone',
      entry: { message: 'Oct-28 07:08:10.100 [CALLS] (T00000000) No microphone' },
    },
    {
      text: 'info: 2019/10/28 07:08:09.884 [COUNTS] (T00000000) Updated\nOct-28 07:08:10.884 [API-Q] (T00000000) noversion is ACTIVE',
      entry: { message: '[API-Q] (T00000000) noversion is ACTIVE' },
    },
  ],
});
