import { defineFormat } from '../../define.ts';
import { addField, fieldText, withFields } from '../../reading/entry.ts';
import { lines } from '../../reading/framings/lines.ts';
import { defineHead } from '../../reading/grammar/head.ts';
import { readClock } from '../../reading/grammar/stamps.ts';
import { lastToken } from '../../reading/grammar/tokens.ts';
import { yearlessTime } from '../../reading/time.ts';
import { isZoomFile } from '../zoom-identity.ts';

/** `[4312:51840:03-05/15:12:01.120:ERROR:SBConfUI.cpp(57)] `: process, ticks, month and day. */
const start = lastToken(
  /\[\d{1,10}:\d{1,20}:\d{2}-\d{2}\/\d{2}:\d{2}:\d{2}\.\d{1,6}:[A-Z]{2,10}\d{0,3}:[^\s()[\]:]{1,120}\(\d{1,6}\)\] ?/,
);

const head = defineHead({
  begins: /^\[\d{1,10}:\d{1,20}:\d\d-\d\d\/\d/,
  tokens: [start],
  reach: 1,
  rule: ({ consume, action }) => {
    const { image } = consume(start);
    return action(() => {
      const [, process = '', month = '', day = '', clock = '', level = '', component = ''] =
        /^\[(\d+):\d+:(\d\d)-(\d\d)\/([\d:.]+):([A-Z]+\d*):([^()]+)\(/.exec(image) ?? [];
      const time = yearlessTime({ month: Number(month), day: Number(day), ...readClock(clock) });
      return { time, level, process, component };
    });
  },
});

/** Files and classes of Zoom's own code; the layout is one of a library that other programs use as well. */
const ownCode =
  /:(?:Cmm|SB(?:Conf|PT|Web|Zoom)|CmmSaas|z[A-Z]|Zoom|CZoom|CSB)\w{1,80}\.(?:cc|cpp|h|mm)\(\d{1,6}\)\]|\[(?:CSB|CZoom|Cmm|CZP|CZ[A-Z])\w{2,80}::/;

/** Remembered of the file. */
const ownKey = 'own client log';

export default defineFormat({
  id: 'zoom-client-log',
  title: "Zoom client's own log in plain text (older clients)",
  framing: lines,
  head,
  names: ['zoom.log*', 'zoom_*.log', 'cptshare*.log'],
  recognise: { heads: true },
  learn: (text, carry) => {
    if (ownCode.test(text)) carry.names.set(ownKey, '');
  },
  /** `owner`: zoom, where the file's name, its launcher or the names of its code show it. */
  prepare: (entry, carry) => {
    const isOwn = carry.names.has(ownKey) || carry.launch > 0 || isZoomFile(carry.path);
    const pid = fieldText(entry, 'process') ?? '';
    if (!isOwn && !carry.zoomPids.has(pid) && !ownCode.test(entry.pieces[0]!.text)) return entry;
    return withFields(entry, (fields) =>
      addField(fields, 'owner', { value: 'zoom', piece: 0, start: 1, end: 1 + pid.length }),
    );
  },
  samples: [
    {
      text: '[4021:51840:03-05/15:12:01.120:ERROR:SBConfUI.cpp(61)] [CSBConfUI::Init] failed',
      entry: {
        time: '--03-05T15:12:01.120',
        level: 'ERROR',
        fields: { process: '4021', component: 'SBConfUI.cpp', owner: 'zoom' },
      },
    },
  ],
});
