import { defineFormat } from '../../define.ts';
import type { Time } from '../../model.ts';
import { lines } from '../../reading/framings/lines.ts';
import { defineHead } from '../../reading/grammar/head.ts';
import { knownZones, readClock } from '../../reading/grammar/stamps.ts';
import { anyCharacter, lastToken } from '../../reading/grammar/tokens.ts';
import { localTime, monthNumber, type Parts, zonedTime } from '../../reading/time.ts';

/** `[Tue Apr 23 00:22:24 CDT 2019]` as the date command prints it. */
const stamp = lastToken(
  /\[[A-Z][a-z]{2} [A-Z][a-z]{2} {1,2}\d{1,2} \d{2}:\d{2}:\d{2} [A-Z+-][A-Z0-9+-]* \d{4}\]/,
  anyCharacter,
);

function readTime(text: string): Time {
  const [, month = '', day = '', clock = '', zone = '', year = ''] = text.slice(1, -1).split(/ +/);
  const parts: Parts = { year: Number(year), month: monthNumber(month) ?? 1, day: Number(day), ...readClock(clock) };
  const offset = knownZones[zone] ?? (/^[+-]\d/.test(zone) ? zone : null);
  return offset === null ? localTime(parts) : zonedTime(parts, offset);
}

const head = defineHead({
  begins: /^\[[A-Z][a-z]{2} [A-Z][a-z]{2} /,
  tokens: [stamp],
  rule: ({ consume, action }) => {
    const time = consume(stamp);
    return action(() => ({ time: readTime(time.image) }));
  },
});

export default defineFormat({
  id: 'zoom-mac-install',
  title: 'Zoom installer log of macOS',
  isZooms: true,
  framing: lines,
  head,
  os: 'macos',
  names: ['zoominstall.log', 'zoomusinstall.log'],
  recognise: { marks: ['zoom.us.app', 'check unzip:', 'un7z', 'Designated Requirement', 'path new:'], atLeast: 2 },
  samples: [
    {
      text: 'path new: /usr/bin:/bin\ncheck unzip:/usr/bin/unzip\n--validated:/Applications/zoom.us.app/Contents/Frameworks/example.framework\n/Applications/zoom.us.app/Contents/Frameworks/example.framework: satisfies its Designated Requirement\n[Sun Feb 9 11:02:02 PST 2020]un7z example.7z',
      entry: { time: '2020-02-09T11:02:02-08:00', message: 'un7z example.7z' },
    },
    {
      text: 'check unzip:/usr/bin/unzip\npath new: /usr/bin:/bin\n[Sun Feb 9 11:02:03 PST 2020]ok to rm',
      entry: { time: '2020-02-09T11:02:03-08:00', message: 'ok to rm' },
    },
    {
      text: 'check unzip:/usr/bin/unzip\nun7z example.7z\n[Wed Jul 14 06:05:04 IST 2021]result: 0',
      entry: { time: '2021-07-14T06:05:04', fields: { result: 0 } },
    },
  ],
});
