import { defineFormat } from '../../define.ts';
import { addField, textOf, withFields } from '../../reading/entry.ts';
import { sections } from '../../reading/framings/sections.ts';
import { blockSign } from '../wordings/block-page.ts';
import { pageSign, shownBy } from '../wordings/browser-pages.ts';
import { isRetold, othersPage } from '../wordings/page-teller.ts';
import { zoomByName, zoomDomain, zoomHost } from '../zoom-identity.ts';

/** A copied page is short. Longer texts explain, and so do texts that tell what to do, or quote a log. */
const isMore = [
  // Zoom is not named.
  String.raw`^(?![\s\S]{0,3000}?(?:${zoomByName.source}|\b${zoomDomain}\b))`,
  String.raw`^[\s\S]{6000}`,
  String.raw`^\s{0,20}(?:[{[(]|(?:import|const|function|def|class|#include)\b)`,
  String.raw`\b(?:[Hh]ow to|fixed|solved|resolved|works? (?:again|now|fine)|gelöst|behoben|résolu|resuelto|risolto)\b|解決|解决`,
  // Lines of a log, a console, a command.
  String.raw`net::ERR_|net_error|"log"|(?:^|\n)\[?\d{4}-\d\d-\d\d[ T]\d\d:\d\d:\d\d|(?:^|\n)(?:[<>*] |curl: )|\[\d{1,9}:\d{1,9}:`,
  String.raw`(?:^|\n)(?:GET|POST|XHR) ?https?://|\[HTTP/[\d.]{1,3} \d{3}`,
  othersPage,
  // Two lines of a log, with the clock alone.
  String.raw`(?:(?:^|\n)\[?\d\d:\d\d:\d\d[.,]\d{3}[^\n]{0,400}){2}`,
  // A list of them.
  String.raw`(?:^|\n)[^\n]{0,80}\b(ERR_[A-Z_]{4,60})\b[\s\S]{0,1500}?\b(?!\1\b)ERR_[A-Z_]{4,60}[\s\S]{0,1500}?\b(?!\1\b|\2\b)ERR_[A-Z_]{4,60}`,
].join('|');

export default defineFormat({
  id: 'browser-page',
  title: 'Page that a browser showed in place of a site, copied',
  origin: 'browser',
  framing: sections({ begins: () => false }),
  isProse: true,
  names: [],
  recognise: {
    starts: new RegExp(`${pageSign}|${blockSign}`),
    unless: new RegExp(isMore),
  },
  derives: ['outcome', 'host', 'page'],
  /** `outcome`: why the site did not open; `host`: which site; `page`: `likely`, where none is named, or a mail tells of it. */
  derive: (entry) => {
    const text = textOf(entry);
    const shown = shownBy(text);
    return withFields(entry, (fields) => {
      for (const key of ['outcome', 'host', 'page', 'code']) fields.delete(key);
      if (!shown) return;
      const place = { piece: 0, start: shown.start, end: shown.end };
      addField(fields, 'outcome', { value: shown.outcome, ...place });
      const isOfZoom = shown.host === null || zoomHost.test(shown.host);
      if (shown.host && (!isOfZoom || !isRetold(text))) addField(fields, 'host', { value: shown.host, ...place });
      else addField(fields, 'page', { value: 'likely', ...place });
    });
  },
  samples: [
    {
      text: 'This site can’t be reached\nus04web.zoom.us took too long to respond.\nTry:\nChecking the connection\nChecking the proxy and the firewall\nERR_CONNECTION_TIMED_OUT',
      entry: { fields: { outcome: 'timed-out', host: 'us04web.zoom.us' } },
    },
    {
      text: 'Zoom im Browser:\n\nSeiten-Ladefehler\nDie Verbindung mit dem Server app.zoom.us schlug fehl.',
      entry: { fields: { outcome: 'dns', host: 'app.zoom.us' } },
    },
    {
      text: 'cannot open zoom.us, it says:\nWeb Page Blocked!\nYou have tried to access a web page which is in violation of your internet usage policy.\nURL: https://zoom.us/join\nPowered by FortiGuard',
      entry: { fields: { outcome: 'filtered', host: 'zoom.us' } },
    },
    {
      text: 'The Zoom site does not open: ERR_PROXY_CONNECTION_FAILED',
      entry: { fields: { outcome: 'proxy-unreachable', page: 'likely' } },
    },
  ],
});
