import { defineFailure } from '../../../define.ts';
import { references } from '../../references.ts';
import { appleMisses, appleNoHost } from '../../wordings/apple-trouble.ts';
import { browser } from '../../wordings/browser.ts';
import { chromium, foreignLine } from '../../wordings/chromium.ts';
import { curl } from '../../wordings/curl.ts';
import { nameTimedOut } from '../../wordings/dns-client.ts';
import { lookupsFailed } from '../../wordings/lookups.ts';
import { namesAnswered } from '../../wordings/name-lookups.ts';
import { proxied } from '../../wordings/proxied.ts';
import { netlogRequest } from '../../wordings/samples.ts';
import { zoomHost } from '../../zoom-identity.ts';

export default defineFailure({
  id: 'dns-failed',
  class: 'network',
  role: 'cause',
  strength: 'strong',
  severity: 'error',
  title: 'Zoom host names cannot be resolved',
  cause: 'The resolver returned no address for a Zoom host: DNS is down, unreachable or filtering the name.',
  remedy: "Restore name resolution: check this network's DNS servers and try another resolver.",
  likelyCodes: ['5004', '100006000', '104101'],
  subject: { kind: 'host', fields: ['host', 'queryname'] },
  explains: ['name-server-silent'],
  // Another host of Zoom's answers: only this name is missing.
  when: { weak: { with: ['zoom-site-answered'] }, bypassed: proxied },
  match: [
    nameTimedOut,
    curl('dns', ['* Could not resolve host: zoom.us\n* Closing connection 0']),
    {
      formats: ['zoom-memlog'],
      has: 'sync_resolve failed',
      fields: { rv: [8] },
      layout: 'captured',
      hits: [
        '02/17/2025 16:40:01:101\tZOOM\t[512:9013:41288]\tERROR\tdns_provider_t::sync_resolve failed, errno = 22, rv = 8, gai_strerror(rv) = nodename nor servname provided, or not known, this = 0x00c4d110',
      ],
    },
    {
      formats: ['zoom-memlog'],
      has: 'sync_resolve failed',
      fields: { rv: [2, -2, -3, -5, 11001, 11002, 11004] },
      layout: 'constructed',
      hits: [
        '02/17/2025 16:40:01:101\tZOOM\t[512:9013:41288]\tERROR\tdns_provider_t::sync_resolve failed, errno = 11, rv = -3, gai_strerror(rv) = Temporary failure in name resolution, this = 0x00c4d110',
      ],
    },
    {
      formats: ['zoom-memlog'],
      has: 'async_resolve_i, ctx->m_host',
      fields: { rv: [504] },
      layout: 'captured',
      hits: [
        '02/17/2025 16:40:01:102\tZOOM\t[512:9013:41288]\tERROR\tdns_provider_t::async_resolve_i, ctx->m_host = us04gateway.zoom.us, rv = 504, get_last_errno() = 22, this = 0x00c4d118',
      ],
    },
    {
      has: 'net_error',
      fields: { net_error: [-105, -137], host: zoomHost },
      formats: ['netlog'],
      layout: 'documented',
      see: [references.netErrors, references.netLog],
      strength: 'proof',
      hits: [netlogRequest('us04web.zoom.us', -105), netlogRequest('us04web.zoom.us', -137)],
    },
    ...browser('dns', { recorded: 'proof' }),
    ...namesAnswered(['none', 'nowhere']),
    ...chromium([-105, -137]),
    ...lookupsFailed,
    ...appleNoHost,
  ],
  fixes: [
    'network-resolve-windows',
    'network-resolve-macos',
    'network-resolve-linux',
    'network-hosts-file-windows',
    'network-hosts-file',
    'network-flush-dns-windows',
    'network-flush-dns-macos',
    'network-flush-dns-linux',
  ],
  alternatives: [{ class: 'firewall', why: 'a DNS filter or a blocked port 53 looks the same from here' }],
  misses: [
    ...appleMisses(-1003, [12, 8]),
    { text: '0.0.0.0         STREAM tracker.example.com', why: 'a filter answers for another host' },
    { text: '203.0.113.40    STREAM zoom.us', why: 'it has an address' },
    { text: '* Could not resolve host: www.example.com\n* Closing connection 0', why: 'another host' },
    { text: foreignLine(-105), why: 'written by another program that Zoom started' },
    {
      text: '02/17/2025 16:40:01:101\tZOOM\t[512:9013:41288]\tINFO\tdns_provider_t::sync_resolve done, rv = 0, this = 0x00c4d110',
      why: 'a resolution that succeeded',
    },
    { text: netlogRequest('update.example.com', -105), why: 'the unresolved name is not a Zoom host' },
  ],
});
