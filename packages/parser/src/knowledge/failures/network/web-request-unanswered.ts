import { defineFailure } from '../../../define.ts';
import { harEntry, socketLine } from '../../wordings/browser.ts';
import { zoomHost } from '../../zoom-identity.ts';

/** Firefox writes no reason; a page that was left is listed in the same way. */
export default defineFailure({
  id: 'web-request-unanswered',
  class: 'network',
  role: 'cause',
  strength: 'weak',
  severity: 'warning',
  title: 'A page of Zoom got no answer, and the recording gives no reason',
  cause:
    'The request ended without any answer; the recording does not show whether a name, a proxy or a firewall was at fault.',
  remedy: 'Record the same once more in Chrome or Edge, which write down the reason.',
  subject: { kind: 'host', fields: ['host'] },
  match: [
    {
      formats: ['har'],
      has: '"response"',
      fields: { outcome: ['unanswered'], host: zoomHost },
      layout: 'constructed',
      hits: [harEntry({}).replace('"WebInspector"', '"Firefox"')],
    },
    {
      formats: ['browser-console'],
      has: 'wss://',
      fields: { outcome: ['unanswered'], host: zoomHost },
      layout: 'constructed',
      hits: [
        socketLine(''),
        'Firefox can’t establish a connection to the server at wss://us04web.zoom.us/wc/api/0. webclient.min.js:1:2501',
        'Firefox kann keine Verbindung zu dem Server unter wss://us04web.zoom.us/wc/api/0 aufbauen. webclient.min.js:1:2501',
      ],
    },
  ],
  fixes: ['proxy-record-netlog', 'network-other-sites'],
  alternatives: [
    { class: 'firewall', why: 'a blocked connection looks the same' },
    { class: 'proxy', why: 'a proxy that does not answer looks the same' },
  ],
  misses: [
    {
      text: 'The connection to wss://us04web.zoom.us/wc/api/0 was interrupted while the page was loading. webclient.min.js:1:2501',
      why: 'the page was left',
    },
    { text: socketLine('', 'www.example.com'), why: 'another host' },
    { text: harEntry({}), why: 'Chromium writes a reason where there is one' },
    { text: harEntry({ path: '/nws/join/logger' }).replace('"WebInspector"', '"Firefox"'), why: 'a counter' },
    { text: harEntry({ host: 'www.example.com' }).replace('"WebInspector"', '"Firefox"'), why: 'another host' },
  ],
});
