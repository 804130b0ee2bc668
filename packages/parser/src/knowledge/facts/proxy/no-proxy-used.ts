import { defineFact } from '../../../define.ts';

export default defineFact({
  id: 'no-proxy-used',
  class: 'proxy',
  title: 'The system returned no proxy for Zoom',
  because: "The system's proxy resolver reported that this address needs no proxy.",
  effect: 'rules-out',
  // A PAC script may return another result for the next address, so automatic proxies stay open.
  clears: ['manual proxy'],
  match: [
    {
      formats: ['zoom-memlog'],
      has: 'GetProxy_ByResolver, return no proxy',
      layout: 'captured',
      hits: [
        '02/17/2025 16:40:00:009\tZOOM\t[512:9013:41288]\tINFO\tGetProxy_ByResolver, return no proxy for URL:https://192.0.2.30',
      ],
    },
  ],
  misses: [
    {
      text: '02/17/2025 16:40:00:009\tZOOM\t[512:9013:41288]\tINFO\tGetProxyForURL, url:https://192.0.2.30 m_no_auto_script=0',
      why: 'only the query, not its result',
    },
  ],
});
