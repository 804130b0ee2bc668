import { defineFormat } from '../../define.ts';
import { logLine, tell, wholeOutput } from '../wordings/whole-output.ts';

const ipv4 = String.raw`\d{1,3}(?:\.\d{1,3}){3}`;
/** Destination, mask, gateway (`On-link` in many languages), interface, metric; a stored route names no interface. */
const activeRow = (target: string, mask: string): string =>
  String.raw`^[ \t]{0,40}${target}[ \t]{1,40}${mask}[ \t]{1,40}[^\s\d][^\n\d]{0,40}[ \t]{1,40}${ipv4}[ \t]{1,20}\d{1,6}[ \t\r]{0,8}$|^[ \t]{0,40}${target}[ \t]{1,40}${mask}[ \t]{1,40}${ipv4}[ \t]{1,40}${ipv4}[ \t]{1,20}\d{1,6}[ \t\r]{0,8}$`;
const none = String.raw`0\.0\.0\.0`;
/** A VPN may lead both halves of all addresses instead. */
const defaultRow = new RegExp(`${activeRow(none, none)}|${activeRow(none, String.raw`128\.0\.0\.0`)}`, 'm');
/** ` 12    281 ::/0                     fe80::1`. */
const defaultRow6 = /^[ \t]{0,20}\d{1,4}[ \t]{1,12}\d{1,6}[ \t]{1,8}::\/0(?=[ \t\r\n]|$)/m;
const loopback = activeRow(String.raw`127\.0\.0\.0`, String.raw`255\.0\.0\.0`);

/** Both families are listed up to the line that ends the list of IPv6; else a route may stand in what is missing. */
const isWhole = (text: string): boolean => {
  const own = new RegExp(loopback, 'm').exec(text);
  const below = own ? text.slice(own.index) : '';
  const heading = /^[^\n]{0,40}IPv6[^\n]{0,40}$/m.exec(below);
  return heading !== null && (below.slice(heading.index).match(/^={20,100}[ \t\r]{0,4}$/gm)?.length ?? 0) > 1;
};

export default defineFormat({
  id: 'windows-routes',
  title: 'route print of Windows: the routes, and whether one leads to the internet',
  framing: wholeOutput,
  os: 'windows',
  names: ['*route*.txt'],
  recognise: { unless: logLine, starts: new RegExp(`${loopback}|${activeRow(none, none)}`, 'm') },
  derives: ['default_route'],
  /** `default_route` (some, none). */
  derive: (entry) =>
    tell(entry, (text) => {
      const found = defaultRow.exec(text) ?? defaultRow6.exec(text);
      const missing = found ?? (isWhole(text) ? new RegExp(loopback, 'm').exec(text) : null);
      return [['default_route', found ? 'some' : missing ? 'none' : null, missing]];
    }),
  samples: [
    {
      text: 'IPv4-Routentabelle\n===========================================================================\nAktive Routen:\n     Netzwerkziel    Netzwerkmaske          Gateway    Schnittstelle Metrik\n          0.0.0.0          0.0.0.0        192.0.2.1        192.0.2.7     25\n        127.0.0.0        255.0.0.0   Auf Verbindung         127.0.0.1    331\n',
      entry: { fields: { default_route: 'some' } },
    },
    {
      text: 'IPv4 Route Table\n===========================================================================\nActive Routes:\nNetwork Destination        Netmask          Gateway       Interface  Metric\n        127.0.0.0        255.0.0.0         On-link         127.0.0.1    331\n        192.0.2.0    255.255.255.0         On-link         192.0.2.7    281\n===========================================================================\nPersistent Routes:\n  Network Address          Netmask  Gateway Address  Metric\n          0.0.0.0          0.0.0.0        192.0.2.1  Default \n===========================================================================\n\nIPv6 Route Table\n===========================================================================\nActive Routes:\n If Metric Network Destination      Gateway\n  1    331 ::1/128                  On-link\n===========================================================================\nPersistent Routes:\n  None\n',
      entry: { fields: { default_route: 'none' } },
    },
  ],
});
