import { defineFailure } from '../../../define.ts';
import { dig, hostsRow, lookups, nslookup, pinged, resolved, shortAnswer } from '../../wordings/lookups.ts';
import { proxied } from '../../wordings/proxied.ts';

export default defineFailure({
  id: 'name-blocked',
  class: 'network',
  role: 'cause',
  strength: 'strong',
  severity: 'error',
  title: 'A Zoom host name resolves to an address that leads nowhere',
  cause:
    'The answer for a Zoom host is this machine itself, no address at all, or the page of a filter: a DNS filter, an ad blocker or the hosts file blocks the name.',
  remedy: 'Allow the Zoom hosts in the DNS filter, or remove the entry from the hosts file.',
  likelyCodes: ['5003', '104103'],
  subject: { kind: 'host', fields: ['host'] },
  match: [
    lookups(['nowhere'], {
      nslookup: [nslookup('Non-authoritative answer:\nName:    zoom.us\nAddresses:  ::\n\t  0.0.0.0')],
      dig: [dig('us04web.zoom.us', 'NOERROR', '0.0.0.0')],
      resolvectl: ['zoom.us: 127.0.0.1 -- link: eth0'],
      'resolve-dnsname': [resolved('zoom.us', '0.0.0.0')],
      ping: [pinged('zoom.us', '127.0.0.1')],
    }),
    // A company may lead its own meeting servers to such addresses.
    lookups(
      ['private'],
      {
        nslookup: [nslookup('Name:    zoom.us\nAddress:  10.9.8.7')],
        dig: [dig('zoom.us', 'NOERROR', '10.9.8.7')],
        resolvectl: ['zoom.us: 10.9.8.7 -- link: eth0'],
        'resolve-dnsname': [resolved('zoom.us', '10.9.8.7')],
        ping: [pinged('zoom.us', '10.9.8.7')],
      },
      { strength: 'weak' },
    ),
    shortAnswer(['nowhere'], '.0.0.', '0.0.0.0'),
    hostsRow('nowhere', ['0.0.0.0 zoom.us us04web.zoom.us', '::1\tzoom.us']),
    hostsRow('private', ['10.9.8.7   zoom.us'], 'weak'),
  ],
  when: { nothing: { with: ['zoom-site-answered'] }, bypassed: proxied },
  fixes: [
    'network-hosts-file-windows',
    'network-hosts-file',
    'network-resolve-windows',
    'network-resolve-macos',
    'network-resolve-linux',
  ],
  alternatives: [{ class: 'firewall', why: 'security software on this device may answer in place of the name server' }],
  misses: [
    { text: '127.0.0.1 localhost\n10.9.8.7 mmr02.zoom.us', why: "a meeting server in the company's own network" },
    { text: 'dig +short www.example.org\n0.0.0.0', why: 'an address alone, of another name' },
    { text: dig('ads.example.com', 'NOERROR', '0.0.0.0'), why: 'another name is blocked' },
    { text: dig('zoom.us', 'NOERROR', '203.0.113.40'), why: 'an address of the internet' },
    { text: '127.0.0.1 localhost\n# 0.0.0.0 zoom.us', why: 'a row of the hosts file that is off' },
    { text: '127.0.0.1 localhost\n0.0.0.0 log-gateway.zoom.us', why: 'a tracker that a list of them blocks' },
    { text: '127.0.0.1 localhost\n0.0.0.0 zoom.us.example.com', why: 'a host of somebody else' },
    { text: nslookup('Name:    zoom.us\nAddresses:  ::\n\t  203.0.113.40'), why: 'one of the addresses is right' },
    { text: resolved('zoom.us', '100.64.0.5'), why: 'a VPN client answers with an address that it replaces later' },
    {
      text: dig('zoom.us', 'NOERROR', '0.0.0.0', '@family.cloudflare-dns.com '),
      why: 'a filtering resolver that was asked on purpose',
    },
  ],
});
