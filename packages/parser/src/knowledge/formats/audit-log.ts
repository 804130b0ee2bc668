import { defineFormat } from '../../define.ts';
import type { Entry } from '../../model.ts';
import { textOf } from '../../reading/entry.ts';
import { lines } from '../../reading/framings/lines.ts';
import { defineHead } from '../../reading/grammar/head.ts';
import { readStamp } from '../../reading/grammar/stamps.ts';
import { lastToken } from '../../reading/grammar/tokens.ts';
import { epochTime } from '../../reading/time.ts';
import { nameDenial } from '../wordings/audit-records.ts';
import { nameCrash } from '../wordings/crash-records.ts';

/** `node=box type=AVC msg=audit(1780650611.120:118): `; `ausearch -i` writes a date, and a blank before the colon. */
const start = lastToken(
  /(?:node=[^\s=]{1,255} )?type=[A-Z_\d]{2,40}(?:\[\d{1,6}\])? msg=audit\([^()\n]{4,60}:\d{1,12}\) ?: ?/,
);
const parts = /^(?:node=(\S{1,255}) )?type=([A-Z_\d]{2,40})(?:\[\d{1,6}\])? msg=audit\(([^()\n]{4,60}):(\d{1,12})\)/;

/** A date is in the order of the system's language: `04/05/2026` may be April or May, and is then none. */
function readDate(stamp: string) {
  const [, date = '', clock = ''] = /^(\S{6,20}) (\d\d:\d\d:\d\d\.\d{3})$/.exec(stamp) ?? [];
  const [first = 0, second = 0, third = 0] = (date.match(/\d{1,4}/g) ?? []).map(Number);
  const isYearFirst = first > 31 && second <= 12;
  const isDayFirst = date.includes('.') || first > 12;
  if (third === 0 || (!isYearFirst && !isDayFirst && second <= 12)) return null;
  const year = isYearFirst ? first : third < 100 ? 2000 + third : third;
  const [month, day] = isYearFirst ? [second, third] : isDayFirst ? [second, first] : [first, second];
  return readStamp(`${year}-${month}-${day}`, clock);
}

const head = defineHead({
  begins: /^(?:node=\S{1,255} )?type=[A-Z_\d]/,
  tokens: [start],
  reach: 1,
  rule: ({ consume, action }) => {
    const { image } = consume(start);
    return action(() => {
      const [, node = null, , stamp = ''] = parts.exec(image) ?? [];
      const isEpoch = /^\d{9,11}\.\d{3}$/.test(stamp);
      return { time: isEpoch ? epochTime(Math.round(Number(stamp) * 1000)) : readDate(stamp), component: node };
    });
  },
});

/** Of an event's records those that tell what was denied, and of which program. */
const links = ['avc: ', 'apparmor=', '/zoom', 'VideoCapture', 'AudioThread', 'comm="zoom'];

const serialOf = (entry: Entry): string | null => {
  const [, , type = '', stamp, serial] = parts.exec(textOf(entry)) ?? [];
  return /^(?:AVC|SYSCALL|1400|1300)$/.test(type) ? `${stamp} ${serial}` : null;
};

export default defineFormat({
  id: 'audit-log',
  title: 'Linux audit log, as written or as ausearch prints it',
  origin: 'journal',
  framing: lines,
  head,
  os: 'linux',
  names: ['audit.log*', 'ausearch*'],
  recognise: { heads: true, starts: /^(?:node=\S{1,255} )?type=[A-Z_\d]{2,40}(?:\[\d{1,6}\])? msg=audit\(/m },
  /** What programs hand in (`USER_…`) is their word, not the kernel's. */
  witness: (entry) => (/^(?:node=\S{1,255} )?type=(?!USER)/.test(textOf(entry)) ? 'audit' : ''),
  host: (entry) => parts.exec(textOf(entry))?.[1] ?? null,
  chain: { has: links, by: serialOf, ends: () => false, patience: 1000 },
  derives: ['asker', 'denied', 'program', 'crashed'],
  derive: (entry, carry) => nameCrash(nameDenial(entry), carry),
  samples: [
    {
      text: 'type=AVC msg=audit(1767225600.250:41): avc:  denied  { open } for  pid=4021 comm="zoom" path="/dev/video0" dev="devtmpfs" ino=512 scontext=staff_u:staff_r:staff_t:s0 tcontext=system_u:object_r:v4l_device_t:s0 tclass=chr_file permissive=0',
      entry: { time: '2026-01-01T00:00:00.250Z', fields: { asker: 'likely', denied: 'camera' } },
    },
    {
      text: 'node=box type=ANOM_ABEND msg=audit(1767225600.250:42): auid=1000 uid=1000 gid=1000 ses=3 pid=4021 comm="zoom" exe="/opt/zoom/zoom" sig=11 res=1',
      entry: { fields: { component: 'box', program: 'zoom', crashed: '4021' } },
    },
    {
      text: 'type=AVC msg=audit(25.01.2026 11:12:13.014:43) : avc:  denied  { read } for  pid=4021 comm=AudioThread name=pcmC0D0c dev="devtmpfs" ino=513 scontext=staff_u:staff_r:staff_t:s0 tcontext=system_u:object_r:sound_device_t:s0 tclass=chr_file permissive=0',
      entry: { time: '2026-01-25T11:12:13.014', fields: { asker: 'thread', denied: 'sound' } },
    },
  ],
});
