import { defineFormat } from '../../define.ts';
import type { Entry } from '../../model.ts';
import { addField, textOf, withFields, withTime } from '../../reading/entry.ts';
import { sections } from '../../reading/framings/sections.ts';
import { epochTime } from '../../reading/time.ts';

/** Milliseconds from 1601, where a FILETIME begins, to 1970. */
const from1601 = 11_644_473_600_000;

/** What follows `key=` at the start of a line. */
const valueUnder = (text: string, key: string): { value: string; start: number; end: number } | null => {
  const at = `\n${text}`.toLowerCase().indexOf(`\n${key.toLowerCase()}=`);
  if (at < 0) return null;
  const start = at + key.length + 1;
  const end = text.indexOf('\n', start);
  const value = text.slice(start, end < 0 ? text.length : end).trim();
  return value === '' ? null : { value, start, end: start + value.length };
};

/** Reports whose signature begins with the program, and has the module and the code where this one has. */
const places: Readonly<Record<string, { readonly module: number; readonly code: number }>> = {
  APPCRASH: { module: 3, code: 6 },
  BEX: { module: 3, code: 7 },
  BEX64: { module: 3, code: 7 },
};

function timed(entry: Entry): Entry {
  const ticks = valueUnder(textOf(entry), 'EventTime')?.value ?? '';
  const time = /^\d{17,19}$/.test(ticks) ? epochTime(Number(BigInt(ticks) / 10_000n) - from1601) : null;
  return time ? withTime(entry, time) : entry;
}

export default defineFormat({
  id: 'report-wer',
  title: 'Report.wer: a report of Windows Error Reporting',
  origin: 'windows-events',
  framing: sections({ begins: () => false }),
  os: 'windows',
  names: ['*.wer'],
  recognise: { starts: /^\uFEFF?Version=\d{1,3}[ \t]{0,8}\nEventType=\w{2,60}[ \t]{0,8}$/m },
  prepare: timed,
  derives: ['kind', 'program', 'modulename', 'exceptioncode', 'path'],
  /** `kind` of report (APPCRASH, BEX64, AppHangB1, …), `program`, and of a crash the module and the code. */
  derive: (entry) => {
    const text = textOf(entry);
    const kind = valueUnder(text, 'EventType');
    const { module, code } = places[kind?.value.toUpperCase() ?? ''] ?? {};
    const signature = valueUnder(text, 'Sig[0].Value');
    const program = signature && /\.exe$/i.test(signature.value) ? signature : valueUnder(text, 'NsAppName');
    return withFields(entry, (fields) => {
      for (const [key, place] of [
        ['program', program],
        ['kind', kind],
        ['modulename', module === undefined ? null : valueUnder(text, `Sig[${module}].Value`)],
        ['exceptioncode', code === undefined ? null : valueUnder(text, `Sig[${code}].Value`)],
        ['path', valueUnder(text, 'AppPath')],
      ] as const) {
        fields.delete(key);
        if (place) addField(fields, key, { value: place.value, piece: 0, start: place.start, end: place.end });
      }
    });
  },
  samples: [
    {
      text: 'Version=1\nEventType=APPCRASH\nEventTime=133916800895000000\nReportType=2\nConsent=1\nNsAppName=Zoom.exe\nSig[0].Name=Anwendungsname\nSig[0].Value=Zoom.exe\nSig[1].Name=Anwendungsversion\nSig[1].Value=6.2.5.48876\nSig[3].Name=Fehlermodulname\nSig[3].Value=vcam.dll\nSig[6].Name=Ausnahmecode\nSig[6].Value=c0000005\nAppPath=C:\\Program Files\\Zoom\\bin\\Zoom.exe',
      entry: {
        time: '2025-05-14T07:08:09.500Z',
        fields: { kind: 'APPCRASH', program: 'Zoom.exe', modulename: 'vcam.dll', exceptioncode: 'c0000005' },
      },
    },
  ],
});
