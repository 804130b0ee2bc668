import { defineFailure } from '../../../define.ts';

export default defineFailure({
  id: 'winhttp-proxy-set',
  class: 'proxy',
  role: 'support',
  strength: 'weak',
  severity: 'info',
  title: 'A WinHTTP proxy is set for Windows services',
  cause:
    "Windows services use this proxy. The user's own proxy setting may differ; the WinHTTP setting shows nothing about it.",
  remedy: "Check the user's own proxy setting as well.",
  // In every language, only a label and its colon are certain.
  subject: { kind: 'proxy', fields: ['proxy'] },
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
