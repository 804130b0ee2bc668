import { type Carry, defineFormat } from '../../define.ts';
import type { Entry, Field } from '../../model.ts';
import { addField, locate, makeEntry, textOf } from '../../reading/entry.ts';
import { lines } from '../../reading/framings/lines.ts';
import { defineHead } from '../../reading/grammar/head.ts';
import { readStamp } from '../../reading/grammar/stamps.ts';
import { clock, gap, isoDate, lastToken, token } from '../../reading/grammar/tokens.ts';
import { outcomeOf, outcomeOfResult, outcomeOfStatus, type Told } from '../wordings/browser-outcome.ts';
import { zoomDomain, zoomHost } from '../zoom-identity.ts';

const utc = token(/UTC - /);
/** `[Parent 5120: Socket Thread]: `, older `[Socket Thread]: `. */
const thread = token(/\[[^[\]]{1,80}\]: /);
const levelAndModule = lastToken(/[VDIWEF]\/[\w.:-]{1,60} /);

const head = defineHead({
  begins: /^(?:\d{4}-\d\d-\d\d [\d:.]{8,18} UTC - )?\[[^[\]]{1,80}\]: [VDIWEF]\//,
  tokens: [levelAndModule, thread, isoDate, clock, utc, gap],
  reach: 0,
  rule: ({ consume, option, action }) => {
    const time = option(() => {
      const date = consume(isoDate);
      consume(gap);
      const at = consume(clock);
      consume(gap, 1);
      consume(utc);
      return action(() => readStamp(date.image, at.image, 'Z'));
    });
    const process = consume(thread);
    const module = consume(levelAndModule);
    return action(() => ({
      time: time ?? null,
      level: module.image[0]!,
      process: process.image.slice(1, -3),
      component: module.image.slice(2).trim(),
    }));
  },
});

/** Channels whose hosts are known at one time: their addresses are used again. */
const mostChannels = 4000;

const threadOf = (text: string): string => /\[([^[\]]{1,80})\]: /.exec(text)?.[1] ?? '';
const channelOf = (text: string): string | null => /\[this=(?:0x)?([\da-fA-F]{4,16})\b/.exec(text)?.[1] ?? null;

function remember({ names }: Carry, key: string, value: string): void {
  names.delete(key);
  names.set(key, value);
  if (names.size > mostChannels) names.delete(names.keys().next().value!);
}

const ownHost = new RegExp(String.raw`(?<![\w.-])((?:[\w-]{1,63}\.){0,6}${zoomDomain})(?![\w-]|\.\w)`, 'i');

/** How the request of a channel ended, or what its certificate is refused for. */
function endingOf(text: string): Told | null {
  const answer = /::ProcessResponse \[this=\S{1,20} httpStatus=(\d{3})\]/.exec(text);
  if (answer) {
    const status = Number(answer[1]);
    const outcome = status >= 200 && status < 300 ? 'answered' : outcomeOfStatus(status);
    return outcome && outcome !== 'not-allowed' ? toldBy(outcome, answer) : null;
  }
  const result = /::OnStopRequest \[this=[^\]]{1,80}\bstatus=(?:0x)?([\da-fA-F]{8})\]/.exec(text);
  if (result) return toldBy(outcomeOfResult(result[1]!), result);
  const number = /(?<![\w.])-(?:8\d{3}|12\d{3}|16\d{3})\b/.exec(text);
  const named = outcomeOf(text);
  if (named || !number || !/\]: \w\/pipnss /.test(text)) return named;
  return toldBy(outcomeOfResult(`805a${Math.abs(Number(number[0])).toString(16)}`), number);
}

const toldBy = (outcome: Told['outcome'] | null, { index, 0: text }: RegExpExecArray): Told | null =>
  outcome && { outcome, start: index, end: index + text.length };

export default defineFormat({
  id: 'moz-log',
  title: 'Firefox log (MOZ_LOG)',
  origin: 'browser',
  framing: lines,
  head,
  names: ['*.moz_log*', '*moz*log*'],
  recognise: { heads: true },
  carries: [
    {
      has: 'HttpBaseChannel::Init [this=',
      read: (entry, carry) => {
        const channel = channelOf(textOf(entry));
        if (channel) remember(carry, `of ${threadOf(textOf(entry))}`, channel);
      },
    },
    {
      has: 'nsHttp host=',
      read: (entry, carry) => {
        const host = /\/nsHttp host=([\w.-]{1,253}) port=/.exec(textOf(entry))?.[1];
        const channel = carry.names.get(`of ${threadOf(textOf(entry))}`);
        if (host && channel) remember(carry, channel, host.toLowerCase());
      },
    },
    {
      // Not encrypted: a hotel that wants a login may answer in place of every host.
      has: 'nsHttp uri=http:',
      read: (entry, carry) => {
        const channel = carry.names.get(`of ${threadOf(textOf(entry))}`);
        if (channel) carry.names.delete(channel);
      },
    },
  ],
  /**
   * `host`: that a line names, or that its channel was made for; `outcome`: how the request ended. A recording holds millions
   * of lines: the message of one that tells nothing is not parsed.
   */
  prepare: (entry: Entry, carry) => {
    const text = textOf(entry);
    const channel = channelOf(text);
    const named = /zoom/i.test(text) ? ownHost.exec(text) : null;
    const host = named?.[1]?.toLowerCase() ?? (channel && carry.names.get(channel)) ?? null;
    const told = host !== null && zoomHost.test(host) ? endingOf(text) : null;
    const { format, pieces, time, level, messageStart } = entry;
    return makeEntry({ format, pieces, time, level, messageStart }, () => {
      const fields = new Map<string, Field[]>();
      const [, thread, module] = /\[([^[\]]{1,80})\]: \w\/([\w.:-]{1,60}) /.exec(text) ?? [];
      if (thread) addField(fields, 'process', { value: thread, piece: 0, ...locate(text, thread) });
      if (module) addField(fields, 'component', { value: module, piece: 0, ...locate(text, module) });
      if (!told || host === null) return fields;
      const at = named?.index ?? text.indexOf('[this=');
      addField(fields, 'host', { value: host, piece: 0, start: at, end: at + (named?.[0].length ?? 6) });
      addField(fields, 'outcome', { value: told.outcome, piece: 0, start: told.start, end: told.end });
      return fields;
    });
  },
  samples: [
    {
      text: '2026-02-03 04:05:06.700001 UTC - [Parent 4021: Main Thread]: E/nsHttp HttpBaseChannel::Init [this=7f0a1b2c3d00]\n2026-02-03 04:05:06.700002 UTC - [Parent 4021: Main Thread]: E/nsHttp host=us04web.zoom.us port=-1\n2026-02-03 04:05:27.800003 UTC - [Parent 4021: Main Thread]: D/nsHttp nsHttpChannel::OnStopRequest [this=7f0a1b2c3d00 request=7f0a1b2c4e00 status=804b000e]',
      entry: {
        time: '2026-02-03T04:05:27.800003Z',
        level: 'D',
        fields: {
          component: 'nsHttp',
          process: 'Parent 4021: Main Thread',
          host: 'us04web.zoom.us',
          outcome: 'timed-out',
        },
      },
    },
    {
      text: '[Socket Thread]: D/pipnss [7f0a1b2c] verification failed for us04web.zoom.us: -8179',
      entry: { time: null, level: 'D', fields: { component: 'pipnss', outcome: 'untrusted' } },
    },
  ],
});
