import { defineFormat } from '../../define.ts';
import { addField, textOf, withFields } from '../../reading/entry.ts';
import { lines } from '../../reading/framings/lines.ts';
import { defineHead } from '../../reading/grammar/head.ts';
import { readStamp } from '../../reading/grammar/stamps.ts';
import { lastToken } from '../../reading/grammar/tokens.ts';
import { ownerOfDump } from '../wordings/core-dumps.ts';

/** Newer versions write levels and milliseconds, older ones a date in words. */
const start = lastToken(
  /(?:[A-Z]{4,8}: )?apport \(pid \d{1,10}\) (?:\d{4}-\d\d-\d\d \d\d:\d\d:\d\d,\d{3}|[A-Z][a-z]{2} [A-Z][a-z]{2} {1,2}\d{1,2} \d\d:\d\d:\d\d \d{4}): /,
);
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

function readDate(image: string) {
  const iso = / (\d{4}-\d\d-\d\d) (\d\d:\d\d:\d\d,\d{3}): $/.exec(image);
  if (iso) return readStamp(iso[1]!, iso[2]!.replace(',', '.'));
  const [, month = '', day = '', clock = '', year = ''] =
    / [A-Z][a-z]{2} ([A-Z][a-z]{2}) {1,2}(\d{1,2}) (\d\d:\d\d:\d\d) (\d{4}): $/.exec(image) ?? [];
  return months.includes(month) ? readStamp(`${year}-${months.indexOf(month) + 1}-${day}`, clock) : null;
}

const head = defineHead({
  begins: /^(?:[A-Z]{4,8}: )?apport \(pid \d/,
  tokens: [start],
  reach: 0,
  rule: ({ consume, action }) => {
    const { image } = consume(start);
    return action(() => ({ time: readDate(image), level: /^([A-Z]{4,8}): /.exec(image)?.[1] ?? null }));
  },
});

/** What apport notes of one crash: the signal, then the program, then what it did with it. */
const called = /: called for (?:global )?pid (\d{1,10}), signal (\d{1,2})\b/;
const executable = /: (?:executable: ([^\n"]{1,300}?) \(command line|script: ([^\n"]{1,300}?), interpreted by)/;
const links = [': called for ', 'executable: ', 'script: ', 'shutting down session', 'caused by exceeding soft'];

export default defineFormat({
  id: 'apport-log',
  title: 'apport.log: crashes that Ubuntu reported',
  framing: lines,
  head,
  os: 'linux',
  names: ['apport.log*'],
  recognise: { heads: true, starts: /^(?:[A-Z]{4,8}: )?apport \(pid \d{1,10}\) [^\n]{15,30}: \S/m },
  chain: {
    has: links,
    by: (entry) =>
      links.some((link) => textOf(entry).includes(link))
        ? (/^[^\n]{0,24}\(pid (\d+)\)/.exec(textOf(entry))?.[1] ?? null)
        : null,
    ends: (entry) => /shutting down session|exceeding soft/.test(textOf(entry)),
    begins: (entry) => called.test(textOf(entry)),
    patience: 300_000,
  },
  derives: ['program', 'crashed', 'ended_by'],
  /**
   * `program`: whose it is (zoom, likely, other); `crashed`: its process id; `ended_by`: the signal that ended it, by name, or
   * unknown where the log begins later. Nothing of a crash while the session was closing.
   */
  derive: (entry) =>
    withFields(entry, (fields) => {
      if (entry.pieces.some(({ text }) => /shutting down session|exceeding soft/.test(text))) return;
      const at = entry.pieces.findIndex(({ text }) => executable.test(text));
      if (at < 0) return;
      const told = executable.exec(entry.pieces[at]!.text)!;
      const call = entry.pieces.map(({ text }) => called.exec(text)).find((one) => one !== null);
      const start = told.index + 2;
      const end = told.index + told[0].length;
      for (const [key, value] of ownerOfDump(told[1] ?? told[2]!, call?.[1] ?? '', call?.[2] ?? 'unknown', told))
        if (value !== '' && value !== null && value !== undefined)
          addField(fields, key, { value: value === 'SIGunknown' ? 'unknown' : value, piece: at, start, end });
    }),
  samples: [
    {
      text: 'INFO: apport (pid 4098) 2026-02-05 09:10:11,120: called for global pid 4021, signal 11, core limit 0, dump mode 1\nINFO: apport (pid 4098) 2026-02-05 09:10:11,130: executable: /opt/zoom/zoom (command line "/opt/zoom/zoom")',
      entry: {
        time: '2026-02-05T09:10:11.130',
        level: 'INFO',
        fields: { program: 'zoom', crashed: '4021', ended_by: 'SIGSEGV' },
      },
    },
    {
      text: 'ERROR: apport (pid 4098) Thu Feb  5 09:10:11 2026: called for pid 4021, signal 6, core limit 0, dump mode 1\nERROR: apport (pid 4098) Thu Feb  5 09:10:12 2026: executable: /usr/bin/example (command line "example --now")',
      entry: { time: '2026-02-05T09:10:12', fields: { program: 'other', ended_by: 'SIGABRT' } },
    },
    {
      text: 'apport (pid 4098) Thu Feb  5 09:10:12 2026: executable: /opt/zoom/ZoomWebviewHost (command line "/opt/zoom/ZoomWebviewHost --type=gpu")',
      entry: { fields: { program: 'zoom', ended_by: 'unknown' } },
    },
  ],
});
