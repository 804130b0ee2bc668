import { defineFact } from '../../../define.ts';
import { nwi } from '../../wordings/mac-network.ts';
import { defaultRoute, defaultRoute6, routePrint } from '../../wordings/windows-routes.ts';

export default defineFact({
  id: 'default-route-present',
  class: 'network',
  title: 'The machine had an address and a default route',
  because: 'The command lists a route to the internet; it does not show whether the internet answers.',
  effect: 'ends',
  ends: ['no-address', 'no-default-route'],
  match: [
    {
      formats: ['scutil-nwi'],
      has: 'flags 0x',
      fields: { reach: ['some'], addresses: { min: 1 } },
      layout: 'constructed',
      hits: [nwi('192.0.2.7', true)],
    },
    {
      formats: ['mac-routes'],
      has: 'default',
      fields: { default_route: ['some'] },
      layout: 'constructed',
      hits: [
        '   route to: default\ndestination: default\n       mask: default\n    gateway: 192.0.2.1\n  interface: en0',
        'Routing tables\n\nInternet:\nDestination        Gateway            Flags               Netif Expire\ndefault            192.0.2.1          UGScg                 en0',
      ],
    },
    {
      formats: ['windows-routes'],
      has: '0.0.0.0',
      fields: { default_route: ['some'] },
      layout: 'constructed',
      hits: [routePrint([defaultRoute])],
    },
    {
      formats: ['windows-routes'],
      has: '::/0',
      fields: { default_route: ['some'] },
      layout: 'constructed',
      hits: [routePrint([], [defaultRoute6])],
    },
  ],
  misses: [
    { text: routePrint([]), why: 'no route' },
    { text: nwi('192.0.2.7'), why: 'no route' },
    { text: nwi('169.254.7.8', true), why: 'an address that the machine gave itself' },
  ],
});
