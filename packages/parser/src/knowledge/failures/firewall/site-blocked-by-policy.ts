import { defineFailure } from '../../../define.ts';
import { references } from '../../references.ts';
import { browser, harEntry } from '../../wordings/browser.ts';
import { netlogRequest } from '../../wordings/samples.ts';
import { zoomHost } from '../../zoom-identity.ts';

export default defineFailure({
  id: 'site-blocked-by-policy',
  class: 'firewall',
  role: 'cause',
  strength: 'strong',
  severity: 'error',
  title: "A policy of the browser blocks Zoom's site",
  cause: "The organization's policy lists the address as blocked, so the browser sent nothing.",
  remedy: 'Ask whoever manages the browser to take the Zoom hosts off the list (chrome://policy shows it).',
  subject: { kind: 'host', fields: ['host'] },
  match: [
    {
      formats: ['netlog'],
      has: 'net_error',
      fields: { net_error: [-22, -24], host: zoomHost },
      layout: 'documented',
      see: [references.netErrors, references.netLog],
      strength: 'proof',
      hits: [netlogRequest('us04web.zoom.us', -22)],
    },
    ...browser('blocked-by-policy', { recorded: 'proof' }),
  ],
  fixes: ['permission-ask-management'],
  misses: [
    { text: netlogRequest('www.example.com', -22), why: 'another host' },
    { text: harEntry({ error: 'net::ERR_BLOCKED_BY_CLIENT' }), why: 'an extension, which the user chose' },
  ],
});
