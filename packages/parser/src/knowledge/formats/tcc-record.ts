import { defineFormat } from '../../define.ts';
import { sections } from '../../reading/framings/sections.ts';
import { logLine, tell } from '../wordings/whole-output.ts';

const cell = (name: string, value: string): RegExp =>
  new RegExp(`^[ \\t]{0,60}${name} = (${value})[ \\t\\r]{0,8}$`, 'm');
const service = cell('service', 'kTCCService[A-Z]\\w{1,60}');
const client = cell('client', '[\\w./-]{2,300}');
/** Since macOS 11, and before. */
const answer = cell('auth_value', '\\d{1,3}');
const allowed = cell('allowed', '[01]');

export default defineFormat({
  id: 'tcc-record',
  title: 'macOS privacy database, a row as lines of names and values',
  framing: sections(),
  os: 'macos',
  names: ['tcc*.txt'],
  recognise: {
    unless: logLine,
    starts: /^[ \t]{0,60}service = kTCCService[A-Z]\w{1,60}[ \t]{0,8}\n[ \t]{0,60}\w{1,40} = /m,
  },
  derives: ['service', 'client', 'state'],
  /** `state`: allowed, denied, or none where it is open. */
  derive: (entry) =>
    tell(entry, (text) => {
      const value = answer.exec(text);
      const old = allowed.exec(text);
      const state = value ? { 0: 'denied', 2: 'allowed' }[Number(value[1])] : old?.[1] === '0' ? 'denied' : 'allowed';
      return [
        ['service', service.exec(text)?.[1], service.exec(text)],
        ['client', client.exec(text)?.[1], client.exec(text)],
        ['state', value || old ? state : null, value ?? old],
      ];
    }),
  samples: [
    {
      text: '              service = kTCCServiceCamera\n               client = us.zoom.xos\n          client_type = 0\n           auth_value = 0\n          auth_reason = 2\n',
      entry: { time: null, fields: { service: 'kTCCServiceCamera', client: 'us.zoom.xos', state: 'denied' } },
    },
    {
      text: '     service = kTCCServiceMicrophone\n      client = us.zoom.xos\n client_type = 0\n     allowed = 1\nprompt_count = 1\n',
      entry: { fields: { client: 'us.zoom.xos', state: 'allowed' } },
    },
  ],
});
