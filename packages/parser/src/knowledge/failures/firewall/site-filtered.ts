import { defineFailure } from '../../../define.ts';
import { harEntry, pages } from '../../wordings/browser.ts';
import { zoomHost } from '../../zoom-identity.ts';

const fields = { outcome: ['filtered'], host: zoomHost };
const page =
  'Web Page Blocked!\nYou have tried to access a web page which is in violation of your internet usage policy.\nURL: https://us04web.zoom.us/wc/join\nPowered by FortiGuard';

export default defineFailure({
  id: 'site-filtered',
  class: 'firewall',
  role: 'cause',
  strength: 'strong',
  severity: 'error',
  title: "A web filter blocks Zoom's site",
  cause: 'A filter of the network or of this machine answered in place of the site, with a page that states it.',
  remedy: 'Ask the network team, or whoever set up the filter, to allow the Zoom hosts.',
  subject: { kind: 'host', fields: ['host'] },
  match: [
    {
      formats: ['har'],
      has: '"response"',
      fields,
      layout: 'constructed',
      hits: [harEntry({ status: 403, body: page })],
    },
    ...pages('filtered', fields, page),
  ],
  fixes: ['firewall-compare-hotspot', 'proxy-ask-settings', 'firewall-security-suite-exception'],
  alternatives: [{ class: 'proxy', why: 'a proxy that filters answers in the same way' }],
  misses: [
    { text: page.replace('us04web.zoom.us', 'www.example.com'), why: 'another site' },
    { text: harEntry({ host: 'www.example.com', status: 403, body: page }), why: 'another site' },
    { text: harEntry({ status: 200, body: page }), why: 'a page of Zoom itself about such filters' },
  ],
});
