import { defineFormat } from '../../define.ts';
import { textOf, withTime } from '../../reading/entry.ts';
import { sections } from '../../reading/framings/sections.ts';
import { dumpTime, ownerOfDump } from '../wordings/core-dumps.ts';
import { logLine, tell } from '../wordings/whole-output.ts';

const label = (name: string, value: string): RegExp => new RegExp(`^ {2,24}${name}: ${value}`, 'm');
const pid = label('PID', String.raw`(\d{1,10}) \(`);
const signal = label('Signal', String.raw`\d{1,2} \(([A-Z\d]{2,10})\)`);
const time = label(
  'Timestamp',
  String.raw`(?:[^\s\d]{1,12} )?(\d{4}-\d\d-\d\d) (\d\d:\d\d:\d\d)(?:\.\d{1,6})? ([A-Z]{1,5}|[+-]\d{2,4})`,
);
const executable = label('Executable', String.raw`(\/[^\n]{1,300})`);
const hostname = label('Hostname', String.raw`([\w.-]{1,64})`);

export default defineFormat({
  id: 'coredumpctl-info',
  title: 'coredumpctl info: a crash that systemd recorded',
  origin: 'systemd-coredump',
  framing: sections(),
  os: 'linux',
  names: ['*coredump*'],
  recognise: {
    unless: logLine,
    starts:
      /^ {2,24}PID: \d{1,10} \([^\n]{1,60}\)[^\n]{0,20}\n(?: {2,24}[A-Z][^\n]{1,400}\n){1,12}? {2,24}(?:Signal|Executable|Command Line): \S/m,
  },
  host: (entry) => hostname.exec(textOf(entry))?.[1] ?? null,
  prepare: (entry) => {
    const told = time.exec(textOf(entry));
    return told ? withTime(entry, dumpTime(told[1]!, told[2]!, told[3]!)) : entry;
  },
  derives: ['program', 'crashed', 'ended_by'],
  /** `program`: whose it is (zoom, likely, other); `crashed`: its process id; `ended_by`: the signal that ended it, by name. */
  derive: (entry) =>
    tell(entry, (text) => {
      const [process, ended, file] = [pid, signal, executable].map((one) => one.exec(text));
      return process && ended && file ? ownerOfDump(file[1]!.trim(), process[1]!, ended[1]!, file) : [];
    }),
  samples: [
    {
      text: '           PID: 4021 (zoom)\n           UID: 1000 (user)\n           GID: 1000 (user)\n        Signal: 11 (SEGV)\n     Timestamp: Thu 2026-02-05 09:10:11 CET (2 days ago)\n  Command Line: /opt/zoom/zoom\n    Executable: /opt/zoom/zoom\n Control Group: /user.slice\n',
      entry: { time: '2026-02-05T09:10:11+01:00', fields: { program: 'zoom', crashed: '4021', ended_by: 'SIGSEGV' } },
    },
  ],
});
