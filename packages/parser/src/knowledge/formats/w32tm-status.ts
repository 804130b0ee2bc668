import { defineFormat } from '../../define.ts';
import { withFields } from '../../reading/entry.ts';
import { sections } from '../../reading/framings/sections.ts';

/** Labels are localised, the order is not: leap indicator, stratum, precision. */
const beginning =
  /^[^:：\n]{1,60}[:：][ \t]{0,8}([0-3])\s?\([^\n]{0,200}\n[^:：\n]{1,60}[:：][ \t]{0,8}(\d{1,2})\s?\([^\n]{0,200}\n[^:：\n]{1,60}[:：][ \t]{0,8}-?\d{1,2}\s?\(/m;

/** The reference's id, then the last synchronisation, then the source and the poll interval. */
const reference =
  /[:：][ \t]{0,8}(0x[\dA-F]{8})\s?\([^\n]{0,200}(?:\n[^\n]{0,200}\n[^:：\n]{1,60}[:：][ \t]{0,8}([^\n]{1,200}))?/i;

/** The message is localised, its code is not. */
const failed = /\((0x8007[\dA-F]{4})\)/i;

export default defineFormat({
  id: 'w32tm-status',
  title: 'w32tm /query /status: the state of the Windows time service',
  framing: sections(),
  os: 'windows',
  names: ['w32tm*'],
  // The message of a stopped service could be any service's: it counts in a file of the command's name only.
  recognise: { starts: beginning, marks: ['(0x80070426)'], atLeast: 2 },
  derives: ['leap', 'reference', 'source', 'error'],
  /** `leap` 3 and `stratum` 0: not synchronised. `reference`, `source`: where the time comes from. `error`: of the command. */
  derive: (entry) => {
    const { text } = entry.pieces[0]!;
    const found: [key: string, value: string | number, at: number, written: string][] = [];
    const first = beginning.exec(text);
    if (first) {
      const second = text.indexOf('\n', first.index) + 1;
      found.push(['leap', Number(first[1]), text.indexOf(first[1]!, first.index), first[1]!]);
      const stratum = text.indexOf(first[2]!, text.slice(second).search(/[:：]/) + second);
      found.push(['stratum', Number(first[2]), stratum, first[2]!]);
      const id = reference.exec(text);
      if (id) found.push(['reference', id[1]!, text.indexOf(id[1]!, id.index), id[1]!]);
      const source = id?.[2]?.trim();
      if (id && source) found.push(['source', source, text.lastIndexOf(source, id.index + id[0].length), source]);
    } else {
      const error = failed.exec(text);
      if (error) found.push(['error', error[1]!, error.index + 1, error[1]!]);
    }
    return withFields(entry, (fields) => {
      for (const [key, value, start, written] of found)
        fields.set(key, [{ value, piece: 0, start, end: start + written.length }]);
    });
  },
  samples: [
    {
      text: 'Leap Indicator: 0(no warning)\nStratum: 4 (secondary reference - syncd by (S)NTP)\nPrecision: -23 (119.209ns per tick)\nRoot Delay: 0.0410000s\nRoot Dispersion: 0.0710000s\nReferenceId: 0xC0000263 (source IP:  192.0.2.99)\nLast Successful Sync Time: 5/6/2025 7:50:01 AM\nSource: ntp.example.com,0x8\nPoll Interval: 10 (1024s)',
      entry: { fields: { leap: 0, stratum: 4, reference: '0xC0000263', source: 'ntp.example.com,0x8' } },
    },
    {
      text: 'Sprungindikator: 3(nicht synchronisiert)\nStratum: 0 (nicht angegeben)\nPräzision: -23 (119.209ns pro Tick)\nStammverzögerung: 0.0000000s\nStammabweichung: 0.0000000s\nReferenz-ID: 0x00000000 (nicht angegeben)\nLetzte erfolgr. Synchronisierungszeit: nicht angegeben\nQuelle: Local CMOS Clock\nAbrufintervall: 6 (64s)',
      entry: { fields: { leap: 3, stratum: 0, reference: '0x00000000', source: 'Local CMOS Clock' } },
    },
    {
      text: 'Folgender Fehler ist aufgetreten: Der Dienst wurde nicht gestartet. (0x80070426)',
      entry: { fields: { error: '0x80070426' } },
    },
  ],
});
