import { defineFormat } from '../../define.ts';
import { addField, textOf, withFields } from '../../reading/entry.ts';
import { sections } from '../../reading/framings/sections.ts';

const server = /^Server: (\S{1,255})[ \t\r]{0,4}$/m;
const port = /^Port: (\d{1,5})[ \t\r]{0,4}$/m;
const script = /^URL: ((?!\(null\))\S{1,1000})[ \t\r]{0,4}$/m;

/** Each command prints a few lines; of several, one begins where a label comes that begins such lines. */
const begins = (line: string, block: readonly string[]): boolean =>
  /^(?:URL: |Auto Proxy Discovery: |An asterisk )/.test(line) ||
  (/^Enabled: /.test(line) && !block.at(-1)?.startsWith('URL: ')) ||
  / Configuration\s{0,4}$/.test(line);

/** What a service is set to says nothing of the one in use: only `scutil --proxy` clears a proxy. */
export default defineFormat({
  id: 'networksetup',
  title: 'networksetup: proxy and address settings of one macOS network service',
  framing: sections({ begins }),
  os: 'macos',
  names: ['*networksetup*'],
  recognise: {
    starts:
      /^Authenticated Proxy Enabled: [01]|^URL: [^\n]{1,1000}\nEnabled: (?:Yes|No)[ \t\r]{0,4}$|^Auto Proxy Discovery: O|^An asterisk \(\*\) denotes that a network service is disabled|^(?:DHCP|Manual|BOOTP|Manually Using DHCP Router) Configuration[ \t\r]{0,4}\n(?:IP address|Client ID|IPv6)\b|^Subnet mask: \d|^There aren't any DNS Servers set on |^\S[^\n]{0,100} is not a recognized network service/m,
  },
  derives: ['manual_proxy', 'proxy', 'proxy_script', 'pac'],
  /** `manual_proxy` and `proxy_script`, where they are switched on in this service; `proxy` and `pac`: which. */
  derive: (entry) => {
    const text = textOf(entry);
    const on = /^Enabled: Yes\b/m.exec(text);
    const [address, host] = [script.exec(text), server.exec(text)];
    if (!on || !(address ?? host)) return entry;
    return withFields(entry, (fields) => {
      const state = { piece: 0, start: on.index, end: on.index + on[0].length };
      const add = (key: string, value: string, match: RegExpExecArray): void =>
        addField(fields, key, { value, piece: 0, start: match.index, end: match.index + match[0].trimEnd().length });
      if (address) {
        addField(fields, 'proxy_script', { value: 'set', ...state });
        add('pac', address[1]!, address);
      } else if (host) {
        addField(fields, 'manual_proxy', { value: 'on', ...state });
        add('proxy', [host[1], port.exec(text)?.[1]].filter(Boolean).join(':'), host);
      }
    });
  },
  samples: [
    {
      text: 'Enabled: Yes\nServer: 192.0.2.77\nPort: 3128\nAuthenticated Proxy Enabled: 0',
      entry: { fields: { manual_proxy: 'on', proxy: '192.0.2.77:3128' } },
    },
    {
      text: 'Auto Proxy Discovery: Off\nURL: http://wpad.example.com/proxy.pac\nEnabled: Yes',
      entry: { fields: { proxy_script: 'set', pac: 'http://wpad.example.com/proxy.pac' } },
    },
    {
      text: 'DHCP Configuration\nIP address: 192.0.2.23\nSubnet mask: 255.255.255.0\nRouter: 192.0.2.1',
      entry: { fields: { router: '192.0.2.1' } },
    },
  ],
});
