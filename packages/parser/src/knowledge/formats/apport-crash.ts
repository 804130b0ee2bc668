import { defineFormat } from '../../define.ts';
import { addField, textOf, withFields, withTime } from '../../reading/entry.ts';
import { lines } from '../../reading/framings/lines.ts';
import { readStamp } from '../../reading/grammar/stamps.ts';
import { ownerOfDump } from '../wordings/core-dumps.ts';

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const date = /^Date: [A-Z][a-z]{2} ([A-Z][a-z]{2}) {1,2}(\d{1,2}) (\d\d:\d\d:\d\d) (\d{4})/;
const path = /^ExecutablePath: (\/[^\n]{1,300})/;
const signal = /^Signal: (\d{1,2})\b/;
/** In the order of the file: names of keys in the order of the alphabet, and the dump last. */
const links = ['Date: ', 'ExecutablePath: ', 'Signal: '];

export default defineFormat({
  id: 'apport-crash',
  title: 'A crash report of Ubuntu (/var/crash/*.crash)',
  framing: lines,
  os: 'linux',
  names: ['*.crash'],
  recognise: {
    starts: /^ProblemType: (?:Crash|Hang)[ \r]{0,4}$/m,
    marks: ['\nExecutablePath: /', '\nSignal: ', '\nProcCmdline: '],
    atLeast: 3,
    unless: /^Incident Identifier:|^Process: {2,}/m,
  },
  prepare: (entry) => {
    const told = date.exec(textOf(entry));
    if (!told || !months.includes(told[1]!)) return entry;
    return withTime(entry, readStamp(`${told[4]}-${months.indexOf(told[1]!) + 1}-${told[2]}`, told[3]!));
  },
  chain: {
    has: links,
    by: (entry) => (links.some((link) => textOf(entry).startsWith(link)) ? 'report' : null),
    begins: (entry) => textOf(entry).startsWith('Date: '),
    ends: (entry) => textOf(entry).startsWith('Signal: '),
  },
  derives: ['program', 'ended_by'],
  /** `program`: whose it is (zoom, likely, other); `ended_by`: the signal that ended it, by name. */
  derive: (entry) =>
    withFields(entry, (fields) => {
      const at = entry.pieces.findIndex(({ text }) => path.test(text));
      const ended = entry.pieces.map(({ text }) => signal.exec(text)).find((one) => one !== null);
      if (at < 0 || !ended) return;
      const told = path.exec(entry.pieces[at]!.text)!;
      for (const [key, value] of ownerOfDump(told[1]!.trim(), '', ended[1]!, told))
        if (value) addField(fields, key, { value, piece: at, start: 0, end: told[0].trimEnd().length });
    }),
  samples: [
    {
      text: 'ProblemType: Crash\nArchitecture: amd64\nDate: Thu Feb  5 09:10:11 2026\nDistroRelease: Ubuntu 24.04\nExecutablePath: /opt/zoom/zoom\nExecutableTimestamp: 1769000000\nProcCmdline: /opt/zoom/zoom\nSignal: 11',
      entry: { time: '2026-02-05T09:10:11', fields: { program: 'zoom', ended_by: 'SIGSEGV' } },
    },
  ],
});
