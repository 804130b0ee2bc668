import { defineFormat } from '../../define.ts';
import { addField, remember, textOf, withFields } from '../../reading/entry.ts';
import { lines } from '../../reading/framings/lines.ts';
import { remoteAddress } from '../wordings/addresses.ts';
import { zoomProgram } from '../zoom-identity.ts';

/** Protocol, local and foreign end, state (not of UDP), process. */
const row =
  /^ {1,4}(TCP|UDP) +(\S{1,60}):(\d{1,5}|\*) +(\S{1,60}):(\d{1,5}|\*)(?: +([^\s\d]\S{1,20}))?(?: +(\d{1,8}))?\s*$/;
/** `[Zoom.exe]`, which `-b` adds below a row. */
const owner = /^ {1,3}\[([^\]\n]{1,120})\]\s*$/;
/** The state of a connection that waits for its answer, in the languages that translate it. */
const waiting = /^SYN_?(?:SENT|GESENDET|ENVIAD[OA]|ENVOY[ÉE]|INVIATO|VERZONDEN)/i;

export default defineFormat({
  id: 'netstat',
  title: 'Windows netstat: open connections',
  framing: lines,
  os: 'windows',
  names: ['*netstat*.txt'],
  recognise: { starts: /^ {2}(?:TCP|UDP) {2,}\S{1,60}:\d{1,5} +\S{1,60}:(?:\d{1,5}|\*) /m },
  chain: {
    has: ['TCP ', 'UDP ', ' ['],
    by: (entry) => (row.test(textOf(entry)) || owner.test(textOf(entry)) ? 'connection' : null),
    begins: (entry) => row.test(textOf(entry)),
    ends: (entry) => owner.test(textOf(entry)),
  },
  derives: ['port', 'state', 'program'],
  /** `state` (waiting, other), `address` and `port` of the far end, `program` (unknown where it is not told). */
  derivesCarry: true,
  derive: (entry, carry) => {
    const match = row.exec(textOf(entry));
    if (!match) return null;
    const owned = owner.exec(entry.pieces.at(-1)!.text);
    const [line, , , , written = '', port = '', state = ''] = match;
    const address = written.replace(/^\[|(?:%\d{1,5})?\]$/g, '');
    if (owned && zoomProgram.test(owned[1]!) && remoteAddress.test(address)) remember(carry.zoomAddresses, address);
    return withFields(entry, (fields) => {
      const start = line.indexOf(`${written}:${port}`);
      const place = { piece: 0, start, end: line.trimEnd().length };
      for (const key of ['address', 'port', 'state', 'program']) fields.delete(key);
      addField(fields, 'address', { value: address, ...place });
      addField(fields, 'port', { value: Number(port), ...place });
      addField(fields, 'state', { value: waiting.test(state) ? 'waiting' : 'other', ...place });
      if (owned)
        addField(fields, 'program', {
          value: owned[1]!,
          piece: entry.pieces.length - 1,
          start: owned[0].indexOf('['),
          end: owned[0].trimEnd().length,
        });
      else addField(fields, 'program', { value: 'unknown', ...place });
    });
  },
  samples: [
    {
      text: '  TCP    192.0.2.7:50001        198.51.100.9:443       SYN_SENT        4021\n [Zoom.exe]',
      entry: { fields: { address: '198.51.100.9', port: 443, state: 'waiting', program: 'Zoom.exe' } },
    },
    {
      text: '  UDP    0.0.0.0:5353           *:*                                    1348',
      entry: { fields: { state: 'other' } },
    },
  ],
});
