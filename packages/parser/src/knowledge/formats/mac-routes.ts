import { defineFormat } from '../../define.ts';
import { addField, textOf, withFields } from '../../reading/entry.ts';
import { sections } from '../../reading/framings/sections.ts';

/** The way that `route get` found, or that it found none. */
const asked = /^[ \t]{0,8}route to: \S{1,255}[ \t\r]{0,4}\n[ \t]{0,8}destination: /m;
const gateway = /^[ \t]{0,8}gateway: (\S{1,100})/m;
const notFound = /^route: writing to routing socket: not in table/m;

/** `default   192.0.2.1   UGScg   en0` of netstat -rn; one by a link-local gateway of a tunnel leads nowhere by itself. */
const defaultRow = /^default[ \t]{1,40}(?!fe80::%utun)(\S{1,80})[ \t]{1,40}U[A-Za-z]{1,20}[ \t]/m;
/** The lists of both families: where one is missing, the rest was cut off. */
const isWhole = (text: string): boolean => /^Internet:/m.test(text) && /^Internet6:/m.test(text);

export default defineFormat({
  id: 'mac-routes',
  title: 'route get and netstat -rn of macOS: the default route',
  framing: sections({ begins: (line) => /^(?:Routing tables|[ \t]{0,8}route to: |route: )/.test(line) }),
  os: 'macos',
  names: [],
  recognise: {
    starts: new RegExp(
      `${asked.source}|${notFound.source}|^Internet6?:[ \\t\\r]{0,4}\\nDestination[ \\t]{1,60}Gateway[ \\t]{1,60}Flags\\b`,
      'm',
    ),
  },
  derives: ['default_route'],
  /** `default_route` (some, none). */
  derive: (entry) => {
    const text = textOf(entry);
    const found = asked.test(text) ? gateway.exec(text) : defaultRow.exec(text);
    const none = found ? null : (notFound.exec(text) ?? (isWhole(text) ? /^Internet:/m.exec(text) : null));
    const match = found ?? none;
    if (!match) return entry;
    return withFields(entry, (fields) =>
      addField(fields, 'default_route', {
        value: found ? 'some' : 'none',
        piece: 0,
        start: match.index,
        end: match.index + match[0].trimEnd().length,
      }),
    );
  },
  samples: [
    {
      text: '   route to: default\ndestination: default\n       mask: default\n    gateway: 192.0.2.1\n  interface: en0\n      flags: <UP,GATEWAY,DONE,STATIC,PRCLONING,GLOBAL>',
      entry: { fields: { default_route: 'some' } },
    },
    { text: 'route: writing to routing socket: not in table', entry: { fields: { default_route: 'none' } } },
    {
      text: 'Routing tables\n\nInternet:\nDestination        Gateway            Flags               Netif Expire\n127                127.0.0.1          UCS                   lo0\n\nInternet6:\nDestination                             Gateway                                 Flags               Netif Expire\ndefault                                 fe80::%utun0                            UGcIg               utun0',
      entry: { fields: { default_route: 'none' } },
    },
  ],
});
