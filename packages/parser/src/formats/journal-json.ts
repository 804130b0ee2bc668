import { nameDevice, usbPort } from '../chains/usb-port.ts';
import { defineFormat } from '../define.ts';
import { fieldNumber, withFields, withTime } from '../entry.ts';
import { stringStart } from '../framings/json-lines.ts';
import { readMessage } from '../grammar/message-parser.ts';
import { epochTime } from '../time.ts';

export default defineFormat({
  id: 'journal-json',
  title: 'Linux journal, journalctl -o json',
  framing: 'json-lines',
  head: 'none',
  os: 'linux',
  names: ['journal*.json', 'journal*.ndjson'],
  recognise: { starts: /^\s*\{[^\n]*"(?:__REALTIME_TIMESTAMP|_TRANSPORT|SYSLOG_IDENTIFIER)"\s*:/ },
  prepare: (entry) => {
    const micros = fieldNumber(entry, '__realtime_timestamp');
    const { text } = entry.pieces[0]!;
    const message = stringStart(text, 'MESSAGE');
    return withTime(
      message === null ? entry : withFields(entry, (fields) => readMessage(text, message, 0, fields)),
      micros === null ? null : epochTime(Math.floor(micros / 1000)),
    );
  },
  chain: usbPort,
  derive: nameDevice,
  samples: [
    {
      text: '{"__REALTIME_TIMESTAMP":"1767225600250000","_TRANSPORT":"kernel","MESSAGE":"usb usb2-port4: unable to enumerate USB device"}',
      entry: { time: '2026-01-01T00:00:00.250Z', fields: { port: '2-4', enumeration: 'failed' } },
    },
  ],
});
