import { defineFormat } from '../../define.ts';
import { textOf, withTime } from '../../reading/entry.ts';
import { sections } from '../../reading/framings/sections.ts';
import { readStamp } from '../../reading/grammar/stamps.ts';
import { logLine, tell } from '../wordings/whole-output.ts';
import { ownerOfLinuxProgram } from '../zoom-identity.ts';

/** Older versions put a colon behind a label. A command line may be quoted as a shell does. */
const executable = /^(?:executable|cmdline|command line)(?::[ \t]{1,24}| {2,24})(?:\$?')?(\/[^\s']{1,300})/im;
const reason = /^reason(?::[ \t]{1,24}| {2,24})([^\n]{1,200})/im;
const time = /^(?:last occurrence|time)(?::[ \t]{1,24}| {2,24})(\d{4}-\d\d-\d\d) (\d\d:\d\d:\d\d)/im;

export default defineFormat({
  id: 'abrt-list',
  title: 'abrt list: problems that the automatic bug reporting of Linux recorded',
  framing: sections(),
  os: 'linux',
  names: ['*abrt*'],
  recognise: {
    unless: logLine,
    starts:
      /^Id {4,24}[\da-f]{6,40}[ \t\r]{0,8}\n(?:[A-Z][^\n]{1,400}\n){0,4}?(?:Executable|Component|Reason|Command line) {2,24}\S|^id:? {0,24}[\da-f]{6,40}[ \t\r]{0,8}\nreason:[ \t]{1,24}\S|^reason:[ \t]{1,24}\S[^\n]{0,200}\ntime:[ \t]{1,24}\S[^\n]{0,80}\n(?:cmdline|package|executable|uid):[ \t]{1,24}\S/m,
  },
  prepare: (entry) => {
    const told = time.exec(textOf(entry));
    return told ? withTime(entry, readStamp(told[1]!, told[2]!)) : entry;
  },
  derives: ['program', 'kind'],
  /** `program`: whose it is (zoom, likely, other); `kind`: crash where a signal ended it or nothing else is told, else other. */
  derive: (entry) =>
    tell(entry, (text) => {
      const file = executable.exec(text);
      const why = reason.exec(text);
      if (!file) return [];
      return [
        ['program', ownerOfLinuxProgram(file[1]!.replace(/\/(ZoomWebviewHost|aomhost)\.real$/, '/$1')), file],
        [
          'kind',
          why && !/killed by SIG(?:ILL|TRAP|ABRT|BUS|FPE|SEGV|SYS)/.test(why[1]!) ? 'other' : 'crash',
          why ?? file,
        ],
      ];
    }),
  samples: [
    {
      text: 'Id          0a0b0c0\nExecutable  /app/extra/zoom/zoom\nCount       2\nTime        2026-02-05 09:10:11\nUser id     1000 (user)\n',
      entry: { time: '2026-02-05T09:10:11', fields: { program: 'zoom', kind: 'crash' } },
    },
    {
      text: 'id 0a0b0c0d\nreason:         example killed by SIGSEGV\ntime:           Thu 05 Feb 2026 09:10:11 AM CET\ncmdline:        /usr/bin/example --now\npackage:        example-1.2.3-1\n',
      entry: { fields: { program: 'other', kind: 'crash' } },
    },
  ],
});
