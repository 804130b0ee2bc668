import { defineFormat } from '../../define.ts';
import { addField, fieldText, remember, withFields } from '../../reading/entry.ts';
import { jsonLines } from '../../reading/framings/json-lines.ts';
import { cutLines } from '../../reading/framings/lines.ts';
import { isoTime } from '../../reading/time.ts';
import { remoteAddress } from '../wordings/addresses.ts';
import { zoomProgram } from '../zoom-identity.ts';

/** The far end under the names that the artifacts give it. */
const ends = [
  ['destip', 'destport'],
  ['raddrip', 'raddrport'],
  ['raddr.ip', 'raddr.port'],
] as const;

export default defineFormat({
  id: 'velociraptor-sockets',
  title: 'Velociraptor: open connections of Windows',
  /** A row states when its socket was bound. */
  framing: {
    ...jsonLines((entry) => isoTime(fieldText(entry, 'timestamp') ?? '', 'utc')),
    // Each row names a program, and those of Zoom's show its addresses.
    searched: false,
    cut: (emit) => cutLines(emit, null),
  },
  os: 'windows',
  names: ['*netstat*.json'],
  recognise: {
    starts:
      /^\{"Pid":\d{1,10},(?:"(?:Ppid|Name|Path|CommandLine|Username)":(?:null|\d{1,10}|"(?:[^"\\]|\\.){0,4000}"),|"(?:Hash|Authenticode)":(?:null|\{[^{}]{0,4000}\}),){0,8}"Family":"IPv[46]","Type":"(?:TCP|UDP)","Status":"/,
  },
  derives: ['address', 'port', 'state', 'program'],
  /** `state` (waiting, other), `address` and `port` of the far end, `program`: its path, or its name (unknown where neither is told). */
  derive(entry, carry) {
    const [ip, port] = ends.find(([key]) => fieldText(entry, key) !== null) ?? ends[0];
    const [address, far] = [fieldText(entry, ip) ?? '', fieldText(entry, port) ?? ''];
    const [key = null] = ['path', 'name'].filter((one) => fieldText(entry, one));
    const program = key === null ? 'unknown' : fieldText(entry, key)!;
    if (zoomProgram.test(program) && remoteAddress.test(address)) remember(carry.zoomAddresses, address);
    const status = fieldText(entry, 'status');
    return withFields(entry, (fields) => {
      const add = (name: string, from: string, value: string | number): void => {
        const { piece, start, end } = fields.get(from)?.[0] ?? { piece: 0, start: 0, end: 1 };
        addField(fields, name, { value, piece, start, end });
      };
      add('address', ip, address);
      add('port', port, Number(far));
      add('state', 'status', status === 'SENT' ? 'waiting' : 'other');
      add('program', key ?? 'pid', program);
    });
  },
  samples: [
    {
      text: '{"Pid":4021,"Ppid":900,"Name":"Zoom.exe","Path":"C:\\\\Program Files\\\\Zoom\\\\bin\\\\Zoom.exe","CommandLine":"\\"C:\\\\Program Files\\\\Zoom\\\\bin\\\\Zoom.exe\\"","Hash":{"MD5":"00","SHA1":"00","SHA256":"00"},"Username":"EXAMPLE\\\\user","Authenticode":null,"Family":"IPv4","Type":"TCP","Status":"SENT","SrcIP":"192.0.2.7","SrcPort":50001,"DestIP":"198.51.100.9","DestPort":443,"Timestamp":"2026-01-02T03:04:05Z"}',
      entry: {
        time: '2026-01-02T03:04:05Z',
        fields: {
          address: '198.51.100.9',
          port: 443,
          state: 'waiting',
          program: 'C:\\Program Files\\Zoom\\bin\\Zoom.exe',
        },
      },
    },
    {
      text: '{"Pid":4021,"Name":"Zoom.exe","Family":"IPv4","Type":"TCP","Status":"ESTAB","LaddrIP":"192.0.2.7","LaddrPort":50001,"RaddrIP":"198.51.100.9","RaddrPort":443,"Timestamp":"2026-01-02T03:04:05Z"}',
      entry: { fields: { address: '198.51.100.9', port: 443, state: 'other', program: 'Zoom.exe' } },
    },
  ],
});
