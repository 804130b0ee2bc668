import { defineFormat } from '../../define.ts';
import { addField, textOf, withFields, withTime } from '../../reading/entry.ts';
import { sections } from '../../reading/framings/sections.ts';
import { isoTime } from '../../reading/time.ts';
import { eventContext } from '../wordings/context.ts';
import { nameEventFlow } from '../wordings/flow.ts';

/** The value of the first element of that name. */
const element = (text: string, name: string) =>
  new RegExp(`<${name}(?:\\s[^>]{0,80})?>[ \\t\\r\\n]{0,80}([^<]{1,1000}?)[ \\t\\r\\n]{0,80}</`).exec(text);

/** A program's path in UTF-16, in which a period stands for each byte that is no character. */
const plain = (dotted: string): string =>
  /^(?:[^\n]\.){4}/.test(dotted)
    ? Array.from(dotted)
        .filter((_, at) => at % 2 === 0)
        .join('')
        .replace(/\.{1,2}$/, '')
    : dotted;

/** Run-time ids of the layers at which a connection is accepted (fwpmu.h); such drops are written as outbound, too. */
const acceptLayers = ['44', '46'];
const connectLayers = ['48', '50'];

const directionOf = (layer: string, direction: string): 'out' | 'in' =>
  connectLayers.includes(layer) || (!acceptLayers.includes(layer) && direction.endsWith('_OUT')) ? 'out' : 'in';

const keys = {
  localAddrV4: 'sourceaddress',
  localAddrV6: 'sourceaddress',
  localPort: 'sourceport',
  remoteAddrV4: 'destaddress',
  remoteAddrV6: 'destaddress',
  remotePort: 'destport',
  ipProtocol: 'protocol',
  filterOrigin: 'rule',
} as const;

export default defineFormat({
  id: 'wfp-netevents',
  title: 'netsh wfp: packets and connections that the Windows Filtering Platform judged',
  origin: 'windows-events',
  framing: sections({ begins: (line) => line.includes('<header>') }),
  os: 'windows',
  names: ['netevents*.xml', 'wfpdiag*.xml'],
  recognise: { starts: /<netEvents?(?:\s[^>]{0,80})?>|<type>FWPM_NET_EVENT_TYPE_/ },
  prepare: (entry) => {
    const stamp = element(textOf(entry), 'timeStamp')?.[1];
    return stamp === undefined ? entry : withTime(entry, isoTime(stamp, 'utc'));
  },
  context: eventContext,
  derives: ['verdict', 'application', 'direction', 'rule', 'flow', 'loopback', ...new Set(Object.values(keys))],
  /** `verdict`: drop or allow; `application`, the program's path; `direction`: out or in; `rule`, where its filter comes from. */
  derive: (entry) => {
    const text = textOf(entry);
    const told = withFields(entry, (fields) => {
      fields.clear();
      const add = (key: string, value: string, match: RegExpExecArray): void => {
        const start = match.index + match[0].indexOf(match[1]!);
        const typed = /^\d{1,10}$/.test(value) && /port$/.test(key) ? Number(value) : value;
        addField(fields, key, { value: typed, piece: 0, start, end: start + match[1]!.length });
      };
      const type = element(text, 'type');
      const judged = /_(?:CLASSIFY|CAPABILITY)_(DROP|ALLOW)$/.exec(type?.[1] ?? '')?.[1];
      if (!type || judged === undefined) return;
      add('verdict', judged.toLowerCase(), type);
      const program = element(text, 'asString');
      if (program) add('application', plain(program[1]!), program);
      for (const [name, key] of Object.entries(keys)) {
        const value = element(text, name);
        if (value) add(key, value[1]!, value);
      }
      const direction = element(text, 'msFwpDirection');
      const layer = element(text, 'layerId');
      const shown = direction ?? layer;
      if (shown) add('direction', directionOf(layer?.[1] ?? '', direction?.[1] ?? ''), shown);
      const loopback = element(text, 'isLoopback');
      if (loopback) add('loopback', loopback[1]!, loopback);
    });
    return nameEventFlow(told);
  },
  samples: [
    {
      text: '<netEvents numItems="1">\n<item>\n<header>\n<timeStamp>2025-05-14T07:08:09.118Z</timeStamp>\n<ipProtocol>17</ipProtocol>\n<localAddrV4>192.0.2.7</localAddrV4>\n<remoteAddrV4>198.51.100.9</remoteAddrV4>\n<localPort>50001</localPort>\n<remotePort>8801</remotePort>\n<appId>\n<asString>\\.d.e.v.i.c.e.\\.v.o.l.3.\\.z.o.o.m.\\.b.i.n.\\.z.o.o.m...e.x.e...</asString>\n</appId>\n</header>\n<type>FWPM_NET_EVENT_TYPE_CLASSIFY_DROP</type>\n<classifyDrop>\n<layerId>48</layerId>\n<msFwpDirection>MS_FWP_DIRECTION_OUT</msFwpDirection>\n<isLoopback>false</isLoopback>\n</classifyDrop>\n<internalFields>\n<filterOrigin>Example rule</filterOrigin>\n</internalFields>\n</item>',
      entry: {
        time: '2025-05-14T07:08:09.118Z',
        fields: {
          verdict: 'drop',
          application: '\\device\\vol3\\zoom\\bin\\zoom.exe',
          direction: 'out',
          destport: 8801,
          rule: 'Example rule',
          flow: 'udp/8801',
        },
      },
    },
    {
      text: '<type>FWPM_NET_EVENT_TYPE_CLASSIFY_DROP</type>\n<classifyDrop>\n<layerId>44</layerId>\n<msFwpDirection>MS_FWP_DIRECTION_OUT</msFwpDirection>\n</classifyDrop>',
      entry: { fields: { verdict: 'drop', direction: 'in' } },
    },
  ],
});
