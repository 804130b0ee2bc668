import { defineFailure } from '../../../define.ts';
import { nwi } from '../../wordings/mac-network.ts';
import { defaultRoute, defaultRoute6, routePrint } from '../../wordings/windows-routes.ts';

const near = '192.0.2.0/24 dev enp3s0 proto kernel scope link src 192.0.2.7 metric 100 \n';
const addresses =
  'lo               UNKNOWN        127.0.0.1/8 \nenp3s0           UP             192.0.2.7/24 fe80::1/64 \n';

/** A command shows the state when it ran; the network may have come up or gone down since. */
export default defineFailure({
  id: 'no-default-route',
  class: 'network',
  role: 'cause',
  strength: 'weak',
  severity: 'warning',
  title: 'The machine had no route to the internet',
  cause: 'When the command ran, there was no default route: only the local network could be reached, if anything.',
  remedy: 'Check the router address in the network settings, and reconnect (cable, Wi-Fi, VPN).',
  likelyCodes: ['104101', '5003'],
  match: [
    {
      formats: ['scutil-nwi'],
      has: 'flags 0x',
      fields: { reach: ['none'], addresses: { min: 1 } },
      layout: 'constructed',
      hits: [nwi('192.0.2.7')],
    },
    {
      formats: ['mac-routes'],
      has: 'not in table',
      fields: { default_route: ['none'] },
      layout: 'constructed',
      hits: ['route: writing to routing socket: not in table'],
    },
    {
      formats: ['mac-routes'],
      has: 'Internet:',
      fields: { default_route: ['none'] },
      layout: 'constructed',
      hits: [
        'Routing tables\n\nInternet:\nDestination        Gateway            Flags               Netif Expire\n127                127.0.0.1          UCS                   lo0\n\nInternet6:\nDestination                             Gateway                                 Flags               Netif Expire\n::1                                     ::1                                     UHL                   lo0',
      ],
    },
    {
      formats: ['windows-routes'],
      has: '127.0.0.0',
      fields: { default_route: ['none'] },
      layout: 'constructed',
      hits: [routePrint([])],
    },
    {
      formats: ['ip-address'],
      has: ' dev ',
      fields: { default_route: ['no'] },
      layout: 'constructed',
      hits: [addresses + near],
    },
  ],
  standing: true,
  fixes: [
    'network-show-windows',
    'network-show-macos',
    'network-show-linux',
    'network-other-sites',
    'network-restart-router',
  ],
  misses: [
    { text: routePrint([defaultRoute]), why: 'the route is there' },
    { text: routePrint([], [defaultRoute6]), why: 'IPv6 has a route' },
    { text: routePrint([]).split('\n\n')[0]!, why: 'the routes of IPv6 are not listed' },
    { text: nwi('192.0.2.7', true), why: 'IPv4 has a route; IPv6 need not' },
    {
      text: '   route to: default\ndestination: default\n       mask: default\n    gateway: 192.0.2.1\n  interface: en0',
      why: 'the route is there',
    },
    { text: `${addresses}default via 192.0.2.1 dev enp3s0 proto dhcp metric 100 \n${near}`, why: 'there is a gateway' },
    { text: near, why: 'only a part of the list' },
    {
      text: addresses.replace('fe80::1/64', '2001:db8::7/64') + near,
      why: 'the routes of IPv6 are not listed, and it has an address',
    },
    {
      text: `${addresses}0.0.0.0/1 via 192.0.2.9 dev tun0 \n${near}`,
      why: 'a VPN',
    },
  ],
});
