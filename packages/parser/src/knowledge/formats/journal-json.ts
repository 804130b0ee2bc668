import { defineFormat } from '../../define.ts';
import type { Entry, Field } from '../../model.ts';
import { fieldNumber, fieldText, makeEntry, remember, withFields, withTime } from '../../reading/entry.ts';
import { jsonLines, stringStart } from '../../reading/framings/json-lines.ts';
import { readMessage } from '../../reading/grammar/message-parser.ts';
import { epochTime } from '../../reading/time.ts';
import { nameDevice, systemStarts, usbPort } from '../chains/usb-port.ts';
import { nameDenial } from '../wordings/audit-records.ts';
import { nameCrash } from '../wordings/crash-records.ts';
import { nameOf } from '../wordings/journal-speaker.ts';
import { suppressed } from '../wordings/lost-messages.ts';
import { nameAddresses, packetContext } from '../wordings/netfilter.ts';

/** journalctl writes a message that is no plain text as an array of its bytes; the evidence is then what they say. */
function spelledOut(text: string): string | null {
  const bytes = /"MESSAGE"\s*:\s*\[([\d,\s]{1,200000})\]/.exec(text)?.[1];
  return bytes === undefined ? null : new TextDecoder().decode(Uint8Array.from(bytes.split(',').map(Number)));
}

/** The entry with another text on its line, and the fields of that. */
function onLine(entry: Entry, text: string): Entry {
  const { format, time, level } = entry;
  const plain = text.replaceAll('\n', ' ');
  return makeEntry(
    { format, pieces: [{ line: entry.pieces[0]!.line, text: plain }], time, level, messageStart: 0 },
    () => {
      const fields = new Map<string, Field[]>();
      readMessage(plain, 0, 0, fields);
      return fields;
    },
  );
}

export default defineFormat({
  id: 'journal-json',
  title: 'Linux journal, journalctl -o json',
  origin: 'journal',
  framing: jsonLines,
  os: 'linux',
  names: ['journal*.json', 'journal*.ndjson'],
  recognise: { starts: /^\s{0,40}\{.*"(?:__REALTIME_TIMESTAMP|_TRANSPORT|SYSLOG_IDENTIFIER)"[ \t]{0,8}:/ },
  prepare: (entry, carry) => {
    for (const key of ['boot', 'machine']) {
      const id = fieldText(entry, `_${key}_id`);
      if (id !== null) remember(carry.keys, `${key} ${id}`, 50);
    }
    const micros = fieldNumber(entry, '__realtime_timestamp');
    const { text } = entry.pieces[0]!;
    const time = micros === null ? null : epochTime(Math.floor(micros / 1000));
    const message = stringStart(text, 'MESSAGE');
    if (message !== null)
      return withTime(
        withFields(entry, (fields) => readMessage(text, message, 0, fields)),
        time,
      );
    const spelled = spelledOut(text);
    return withTime(spelled === null ? entry : onLine(entry, spelled), time);
  },
  attests: true,
  /** journald itself knows of the kernel and of the audit system that they speak; others give their own name. */
  witness: (entry) => {
    const transport = fieldText(entry, '_transport');
    if (transport === 'kernel' || transport === 'audit') return transport;
    const name = fieldText(entry, 'syslog_identifier');
    // Who is not the kernel by journald's own word only claims to be.
    return transport !== null && (name === 'kernel' || name === 'audit')
      ? (fieldText(entry, '_comm') ?? '')
      : name && nameOf(name);
  },
  host: (entry) => fieldText(entry, '_hostname'),
  carries: [suppressed, ...systemStarts],
  context: packetContext,
  chain: usbPort,
  derives: ['port', 'device', 'enumeration', 'former', 'program', 'crashed', 'asker', 'denied'],
  derive: (entry, carry) => nameDenial(nameCrash(nameDevice(nameAddresses(entry), carry), carry)),
  samples: [
    {
      text: '{"__REALTIME_TIMESTAMP":"1767225600250000","_TRANSPORT":"kernel","MESSAGE":[117,115,98,32,49,45,54,58,32,68,80,84,61,55]}',
      entry: { time: '2026-01-01T00:00:00.250Z', fields: { dpt: 7 } },
    },
    {
      text: '{"__REALTIME_TIMESTAMP":"1767225600250000","_TRANSPORT":"kernel","MESSAGE":"usb usb2-port4: unable to enumerate USB device"}',
      entry: { time: '2026-01-01T00:00:00.250Z', fields: { port: '2-4', enumeration: 'failed' } },
    },
  ],
});
