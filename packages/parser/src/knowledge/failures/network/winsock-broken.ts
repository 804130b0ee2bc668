import { defineFailure } from '../../../define.ts';

const failed = (errno: number): string =>
  `08/09/2025 10:11:12:013\tZOOM\t[640:7001:80808]\tERROR\tasync_connector_t::connect failed, errno = ${errno}, this = 0x0a00b000`;

export default defineFailure({
  id: 'winsock-broken',
  class: 'network',
  role: 'cause',
  strength: 'strong',
  severity: 'error',
  title: 'The Windows network stack (Winsock) is damaged',
  cause:
    'Windows could not start a provider from its Winsock catalog: an entry that a program added is broken or only half removed.',
  remedy: 'Remove the program that added the entry (VPN, antivirus), then reset the catalog and restart.',
  likelyCodes: ['5003', '104103'],
  match: [
    {
      formats: ['zoom-memlog'],
      has: 'connect failed, errno',
      fields: { errno_name: ['WSASYSNOTREADY', 'EINVALIDPROVIDER', 'EPROVIDERFAILEDINIT', 'WSASYSCALLFAILURE'] },
      layout: 'constructed',
      hits: [failed(10106)],
    },
  ],
  fixes: ['network-show-windows', 'network-reset-winsock'],
  misses: [{ text: failed(10060), why: 'no one answered: the network stack works' }],
});
