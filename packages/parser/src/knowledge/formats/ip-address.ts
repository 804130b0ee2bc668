import { defineFormat } from '../../define.ts';
import { remember } from '../../reading/entry.ts';
import { logLine, type Told, tell, wholeOutput } from '../wordings/whole-output.ts';

/** `-brief`: name, state, addresses. */
const brief =
  /^([\w.@:-]{1,32}) {1,20}(UP|DOWN|UNKNOWN|LOWERLAYERDOWN|DORMANT|NOTPRESENT)(?: {1,40}([^\n]{0,2000}))?$/gm;
/** Without it: a line for each interface, and its addresses below. */
const link = /^\d{1,5}: ([\w.@-]{1,32}): <([\w,-]{0,200})>[^\n]{0,300}$/gm;
const inet = /^[ \t]{1,16}inet6? ([\da-f.:]{2,45})(?:\/\d{1,3})? [^\n]{0,200}$/gim;
const byDefault =
  /^(?:default|(?:0\.0\.0\.0|128\.0\.0\.0)\/1|(?:unicast )?default) (?:via [\da-f.:]{2,45} |proto |dev |nhid |metric |scope )[^\n]{0,300}$/m;
const anyRoute =
  /^(?:(?:local|broadcast|unicast) )?(?:\d{1,3}(?:\.\d{1,3}){1,3}|[\da-f:]{2,40})(?:\/\d{1,3})? (?:via|dev) [^\n]{0,300}$/im;
/** Interfaces that lead to no other machine of their own: loopback, bridges of containers and of virtual machines. */
const inner = /^(?:lo\d?|docker\d|br-[\da-f]{6}|virbr|veth|vnet|vmnet|vboxnet|lxcbr|lxdbr|podman|cni|dummy|ifb)/;
/** Addresses that lead nowhere: none, loopback, and those that a machine gives itself. */
const useless = /^(?:0\.|127\.|169\.254\.|::1?$|fe80:)/i;
const isIpv6 = (address: string): boolean => address.includes(':');

/** The addresses that another machine can reach, each with the line on which it stands. */
function addressesIn(text: string): { readonly value: string; readonly at: RegExpExecArray }[] {
  const found: { value: string; at: RegExpExecArray }[] = [];
  const add = (name: string, value: string, at: RegExpExecArray): void => {
    if (!inner.test(name) && !useless.test(value)) found.push({ value, at });
  };
  for (const row of text.matchAll(brief))
    for (const [, value] of (row[3] ?? '').matchAll(/(?:^| )([\da-f.:]{2,45})(?:\/\d{1,3})?(?= |$|\r)/gi))
      add(row[1]!, value!, row);
  const links = [...text.matchAll(link)];
  let at = -1;
  for (const row of text.matchAll(inet)) {
    while (at + 1 < links.length && links[at + 1]!.index < row.index) at++;
    add(links[at]?.[1] ?? '', row[1]!, row);
  }
  return found;
}

export default defineFormat({
  id: 'ip-address',
  title: 'ip address, ip route: addresses and routes of Linux',
  framing: wholeOutput,
  os: 'linux',
  names: ['ip-*', 'ip_*', '*ip-addr*', '*ip-route*'],
  recognise: {
    unless: logLine,
    starts:
      /^lo {1,20}(?:UNKNOWN|UP|DOWN)(?: {1,40}127\.0\.0\.1\/8|[ \r]{0,60}$)|^\d{1,5}: [\w.@-]{1,32}: <[\w,-]{1,200}> mtu \d|^[\w.@-]{2,32} {1,20}(?:UP|DOWN|UNKNOWN) {1,40}[\da-f.:]{3,45}\/\d{1,3}(?: |$)|^default (?:via [\da-f.:]{2,45} )?dev \S{1,32}(?: |$)|^\d{1,3}(?:\.\d{1,3}){3}\/\d{1,2} dev \S{1,32} (?:proto|scope) /m,
  },
  derives: ['interfaces', 'addresses', 'default_route'],
  /**
   * `interfaces`, `addresses`: how many interfaces, and how many addresses by which another machine can be reached. `default_route`
   * (yes, no): no where routes are listed, none of them leads on, and IPv6 has no address.
   */
  derive: (entry, carry) =>
    tell(entry, (text): readonly Told[] => {
      const interfaces = [...text.matchAll(brief), ...text.matchAll(link)];
      const addresses = addressesIn(text);
      for (const { value } of addresses) remember(carry.addresses, value, 50);
      const onward = byDefault.exec(text);
      const near = anyRoute.exec(text);
      const isShut = near !== null && addresses.length > 0 && !addresses.some(({ value }) => isIpv6(value));
      return [
        ['interfaces', interfaces.length || null, interfaces[0]],
        ['addresses', interfaces.length > 0 ? addresses.length : null, addresses[0]?.at ?? interfaces.at(-1)],
        ['default_route', onward ? 'yes' : isShut ? 'no' : null, onward ?? near],
      ];
    }),
  samples: [
    {
      text: 'lo               UNKNOWN        127.0.0.1/8 ::1/128 \nenp3s0           UP             192.0.2.7/24 fe80::1/64 \ndocker0          DOWN           172.17.0.1/16 \ndefault via 192.0.2.1 dev enp3s0 proto dhcp metric 100 \n192.0.2.0/24 dev enp3s0 proto kernel scope link src 192.0.2.7 metric 100 \n',
      entry: { fields: { interfaces: 3, addresses: 1, default_route: 'yes' } },
    },
    {
      text: '1: lo: <LOOPBACK,UP,LOWER_UP> mtu 65536 qdisc noqueue state UNKNOWN group default qlen 1000\n    inet 127.0.0.1/8 scope host lo\n2: wlp2s0: <NO-CARRIER,BROADCAST,MULTICAST,UP> mtu 1500 qdisc noqueue state DOWN group default qlen 1000\n    link/ether 00:00:5e:00:53:01 brd ff:ff:ff:ff:ff:ff\n',
      entry: { fields: { interfaces: 2, addresses: 0 } },
    },
    {
      text: 'lo               UNKNOWN        127.0.0.1/8 \neth0             UP             192.0.2.7/24 \n192.0.2.0/24 dev eth0 proto kernel scope link src 192.0.2.7 \n',
      entry: { fields: { addresses: 1, default_route: 'no' } },
    },
  ],
});
