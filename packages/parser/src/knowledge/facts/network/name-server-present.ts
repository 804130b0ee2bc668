import { defineFact } from '../../../define.ts';
import { scutilDns } from '../../wordings/mac-network.ts';

export default defineFact({
  id: 'name-server-present',
  class: 'network',
  title: 'The machine had a name server that it could reach',
  because: 'The command lists a name server for all names; it does not show whether that server answers.',
  effect: 'ends',
  ends: ['no-name-server'],
  match: [
    {
      formats: ['scutil-dns'],
      has: 'nameserver',
      fields: { usable: { min: 1 } },
      layout: 'constructed',
      hits: [scutilDns(['192.0.2.53'])],
    },
  ],
  misses: [
    { text: scutilDns([]), why: 'none' },
    { text: scutilDns(['192.0.2.53'], '0x00000000 (Not Reachable)'), why: 'no route to it' },
  ],
});
