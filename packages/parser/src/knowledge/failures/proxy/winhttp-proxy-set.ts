import { defineFailure } from '../../../define.ts';

export default defineFailure({
  id: 'winhttp-proxy-set',
  class: 'proxy',
  role: 'support',
  strength: 'weak',
  severity: 'info',
  title: 'A proxy is set for the services of Windows',
  cause:
    'Windows services go through this proxy; the user’s own setting may be another, and none here says nothing of it.',
  remedy: 'Check the user’s own proxy setting as well.',
  // A label and its colon are all that every language has.
  match: [
    {
      formats: ['winhttp-proxy'],
      has: ':',
      fields: { proxy: /\w/ },
      layout: 'constructed',
      hits: [
        '\nCurrent WinHTTP proxy settings:\n\n    Proxy Server(s) :  proxy.example.com:3128\n    Bypass List     :  <local>\n',
      ],
    },
  ],
  standing: true,
  fixes: ['proxy-show-windows', 'proxy-ask-settings', 'proxy-clear-winhttp'],
  misses: [
    {
      text: '\nCurrent WinHTTP proxy settings:\n\n    Direct access (no proxy server).\n',
      why: 'no proxy is set',
    },
  ],
});
