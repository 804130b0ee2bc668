import { type Carry, defineFormat } from '../../define.ts';
import type { Entry, Field, Time } from '../../model.ts';
import { fieldNumber, fieldText, makeEntry, remember, textOf, withFields } from '../../reading/entry.ts';
import { fieldRecords } from '../../reading/framings/field-records.ts';
import { readMessage } from '../../reading/grammar/message.ts';
import { epochTime } from '../../reading/time.ts';
import { nameDevice, systemStarts, usbPort } from '../chains/usb-port.ts';
import { nameDenial } from '../wordings/audit-records.ts';
import { nameCrash } from '../wordings/crash-records.ts';
import { messageStart, nameOf } from '../wordings/journal-speaker.ts';
import { suppressed } from '../wordings/lost-messages.ts';
import { nameAddresses, packetContext } from '../wordings/netfilter.ts';

/** `__CURSOR=…` of the export, or the line above the fields: the time with the place in the journal. */
const recordStart = /^(?:__CURSOR=|\S.{10,80} \[s=[\da-f]{1,40};i=)/;

/** `"_BOOT_ID":"0a1b…"`, `_MACHINE_ID=…` */
const identity = /\b_(BOOT|MACHINE)_ID(?:"\s{0,8}:\s{0,8}"|=)([\da-f]{1,40})/g;

/** Notes the boots and the machine that records are of. */
function identify(records: string, { keys }: Carry): void {
  for (const [, key, id] of records.matchAll(identity)) if (id) remember(keys, `${key?.toLowerCase()} ${id}`, 50);
}

function recordTime(entry: Entry): Time | null {
  const cursor = /;t=([\da-f]{8,15})[;\]]/.exec(textOf(entry))?.[1];
  const micros =
    fieldNumber(entry, '__realtime_timestamp') ?? (cursor === undefined ? null : Number.parseInt(cursor, 16));
  return micros === null ? null : epochTime(Math.floor(micros / 1000));
}

/** journalctl writes a message that is no plain text as an array of its bytes; the evidence is then what they say. */
function spelledOut(text: string): string | null {
  const bytes = /"MESSAGE"(?::| : )\[([\d,\s]{1,200000})\]/.exec(text)?.[1];
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
  title: 'Linux journal, journalctl -o json, verbose or export',
  origin: 'journal',
  framing: fieldRecords({ begins: recordStart, timeOf: recordTime }),
  os: 'linux',
  names: ['journal*.json', 'journal*.ndjson', 'journal*.export'],
  recognise: {
    starts:
      /^[ \t]{0,40}(?:\x1e|data: |\[)?\s{0,4}\{[^{}]{0,20000}?"(?:__REALTIME_TIMESTAMP|_TRANSPORT|SYSLOG_IDENTIFIER)"[ \t]{0,8}:|^__REALTIME_TIMESTAMP=\d|^[^\n]{10,80} \[s=[\da-f]{1,40};i=[\da-f]{1,16};[^\]\n]{8,200}\]\n {4}_?[A-Z]/m,
  },
  /** Of the boots that come later those are known whose start the journal shows. */
  learn: identify,
  prepare: (entry) => {
    const { text } = entry.pieces[0]!;
    const message = messageStart(text);
    if (message !== null) return withFields(entry, (fields) => readMessage(text, message, 0, fields));
    const spelled = spelledOut(text);
    return spelled === null ? entry : onLine(entry, spelled);
  },
  /** A message that is an array of bytes. */
  hides: ['"MESSAGE":[', '"MESSAGE" : ['],
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
  carries: [
    suppressed,
    ...systemStarts,
    { has: 'Linux version ', read: (entry, carry) => identify(textOf(entry), carry) },
  ],
  context: packetContext,
  chain: usbPort,
  derives: ['port', 'device', 'enumeration', 'controller', 'former', 'program', 'crashed', 'asker', 'denied'],
  derive: (entry, carry) => nameDenial(nameCrash(nameDevice(nameAddresses(entry), carry), carry)),
  samples: [
    {
      text: '{"__REALTIME_TIMESTAMP":"1767225600250000","_TRANSPORT":"kernel","MESSAGE":[117,115,98,32,49,45,54,58,32,68,80,84,61,55]}',
      entry: { time: '2026-01-01T00:00:00.250Z', fields: { dpt: 7 } },
    },
    {
      text: 'Thu 2026-01-01 01:00:00.250000 CET [s=0a1b;i=2c;b=3d;m=4e5f;t=6474846241090;x=6a7b]\n    _TRANSPORT=kernel\n    SYSLOG_IDENTIFIER=kernel\n    _HOSTNAME=box\n    MESSAGE=usb usb2-port4: unable to enumerate USB device',
      entry: { time: '2026-01-01T00:00:00.250Z', fields: { port: '2-4', _hostname: 'box' } },
    },
    {
      text: '{"__REALTIME_TIMESTAMP":"1767225600250000","_TRANSPORT":"kernel","MESSAGE":"usb usb2-port4: unable to enumerate USB device"}',
      entry: { time: '2026-01-01T00:00:00.250Z', fields: { port: '2-4', enumeration: 'failed' } },
    },
  ],
});
