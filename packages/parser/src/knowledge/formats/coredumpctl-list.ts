import { defineFormat } from '../../define.ts';
import { textOf, withTime } from '../../reading/entry.ts';
import { lines } from '../../reading/framings/lines.ts';
import { dumpTime, ownerOfDump } from '../wordings/core-dumps.ts';
import { tell } from '../wordings/whole-output.ts';

/**
 * Day, date, clock, zone; PID, UID, GID; signal by name or number; whether the dump is still there; the program; in newer versions
 * its size. The names of days are translated.
 */
const row =
  /^(?:[^\s\d]{1,12} )?(\d{4}-\d\d-\d\d) (\d\d:\d\d:\d\d)(?:\.\d{1,6})? ([A-Z]{1,5}|[+-]\d{2}(?:\d\d)?) {1,12}(\d{1,10}) {1,10}\d{1,10} {1,10}\d{1,10} {1,10}(SIG[A-Z\d]{2,8}|\d{1,2}) {1,10}(?:(?:present|missing|none|journal|error|truncated|inaccessible|\*|-) {1,12})?(\/[^\n]{0,300}?)(?: {1,40}(?:\d[\d.]{0,8}[BKMGT]?|n\/a|-))?[ \r]{0,8}$/;

export default defineFormat({
  id: 'coredumpctl-list',
  title: 'coredumpctl list: crashes that systemd recorded',
  origin: 'systemd-coredump',
  framing: lines,
  os: 'linux',
  names: ['*coredump*'],
  recognise: {
    starts:
      /^(?:[^\s\d]{1,12} )?\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(?:\.\d{1,6})? (?:[A-Z]{1,5}|[+-]\d{2,4}) {1,12}\d{1,10} {1,10}\d{1,10} {1,10}\d{1,10} {1,10}(?:SIG[A-Z\d]{2,8}|\d{1,2}) {1,10}(?:present|missing|none|journal|error|truncated|inaccessible|\*|-|\/)|^TIME {4,40}PID {1,10}UID {1,10}GID {1,10}SIG {1,10}\S|^No coredumps found\.$/m,
  },
  prepare: (entry) => {
    const told = row.exec(textOf(entry));
    return told ? withTime(entry, dumpTime(told[1]!, told[2]!, told[3]!)) : entry;
  },
  derives: ['program', 'crashed', 'ended_by'],
  /** `program`: whose it is (zoom, likely, other); `crashed`: its process id; `ended_by`: the signal that ended it, by name. */
  derive: (entry) =>
    tell(entry, (text) => {
      const told = row.exec(text);
      return told ? ownerOfDump(told[6]!, told[4]!, told[5]!, told) : [];
    }),
  samples: [
    {
      text: 'TIME                            PID  UID  GID SIG     COREFILE EXE             SIZE\nThu 2026-02-05 09:10:11 CET    4021 1000 1000 SIGSEGV present  /opt/zoom/zoom 24.1M',
      entry: { time: '2026-02-05T09:10:11+01:00', fields: { program: 'zoom', crashed: '4021', ended_by: 'SIGSEGV' } },
    },
    {
      text: 'Do 2019-02-07 09:10:11 CET    4021  1000  1000  11 * /usr/bin/example',
      entry: { fields: { program: 'other', ended_by: 'SIGSEGV' } },
    },
    {
      text: 'Thu 2022-02-03 09:10:11 UTC    4021  1000  1000   6 missing   /app/extra/zoom/ZoomWebviewHost.real (deleted)',
      entry: { time: '2022-02-03T09:10:11Z', fields: { ended_by: 'SIGABRT' } },
    },
  ],
});
