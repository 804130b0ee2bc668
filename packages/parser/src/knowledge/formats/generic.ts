import { defineFormat } from '../../define.ts';
import { addField, withFields } from '../../reading/entry.ts';
import { lines } from '../../reading/framings/lines.ts';
import { defineHead } from '../../reading/grammar/head.ts';
import { readStamp } from '../../reading/grammar/stamps.ts';
import {
  clock,
  close,
  colonClock,
  dateJoin,
  gap,
  isoDate,
  open,
  token,
  usDate,
  zone,
} from '../../reading/grammar/tokens.ts';
import { withSdkAnswer } from '../wordings/web-sdk.ts';
import { isZoomFile, zoomByName } from '../zoom-identity.ts';

/** The sentence with which Zoom's dialog begins, or names of its SDK. */
const otherWords = /Unable to connect\b|MeetingStatus|MeetingResult|internalErrorCode/i;

/** `17.02.2026` day first. */
const euDate = token(/\d{2}\.\d{2}\.\d{4}/);
/** A level, bare or boxed, with the blanks around it. */
const level = token(
  /[ \t]*\[?(?:TRACE|DEBUG|INFO|NOTICE|WARN(?:ING)?|ERROR|FATAL|CRITICAL|SEVERE)\]?:?(?![\w-])[ \t]*/i,
);

const head = defineHead({
  begins: /^\[?\d{2,4}[-/.]\d{1,2}[-/.]\d{1,4}[ T]\d/,
  tokens: [level, open, close, isoDate, usDate, euDate, dateJoin, colonClock, clock, zone, gap],
  openEnded: true,
  rule: ({ consume, option, or, action }) => {
    option(() => consume(open));
    const time = or([
      () => {
        const date = consume(isoDate);
        or([() => consume(dateJoin), () => consume(gap)], 1);
        const time = or([() => consume(colonClock), () => consume(clock)], 2);
        const offset = option(() => consume(zone), 1);
        return action(() => readStamp(date.image, time.image, offset?.image));
      },
      () => {
        const date = or([() => consume(usDate), () => consume(euDate)], 3);
        consume(gap, 1);
        const time = or([() => consume(colonClock, 1), () => consume(clock, 1)], 4);
        return action(() => readStamp(date.image, time.image));
      },
    ]);
    option(() => consume(close), 2);
    const word = option(() => consume(level), 3);
    return action(() => ({ time, level: word?.image.replace(/[[\]:\s]/g, '') ?? null }));
  },
});

/** Text with a date and a clock at the start of its lines, tried last. A line is about Zoom when it or the file's path says so. */
/** What a server says to Zoom's web API, or hears from it. */
const serverSide =
  /\bapi\.zoom(?:\.us|gov\.com)\b|\/v2\/(?:users|meetings|webinars|accounts|groups|report|rooms)\b|\bweb-?hooks?\b|\bREST(?:ful)?[ -]API\b/i;

export default defineFormat({
  id: 'generic',
  title: 'Text with timestamps',
  framing: lines,
  head,
  names: ['*.log', '*.txt'],
  recognise: { heads: true },
  derives: ['about'],
  prepare: withSdkAnswer,
  derive: (entry, carry) => {
    const { text } = entry.pieces[0]!;
    // Codes of the web API and of webhooks are numbers of their own.
    if (serverSide.test(text)) return entry;
    const about = zoomByName.exec(text) ?? otherWords.exec(text);
    if (!about && !isZoomFile(carry.path)) return entry;
    return withFields(entry, (fields) =>
      addField(fields, 'about', {
        value: 'zoom',
        piece: 0,
        start: about?.index ?? 0,
        end: (about?.index ?? 0) + (about?.[0].length ?? 0),
      }),
    );
  },
  samples: [
    {
      text: '2024-05-06 07:08:09,010 WARN Zoom said: Error code: 5004',
      entry: { time: '2024-05-06T07:08:09.010', level: 'WARN', fields: { code: '5004', about: 'zoom' } },
    },
    { text: '[2024-05-06T07:08:09Z] [error] meeting ended', entry: { time: '2024-05-06T07:08:09Z', level: 'error' } },
    { text: '05/06/2024 07:08:09 joined', entry: { time: '2024-05-06T07:08:09', message: 'joined' } },
  ],
});
