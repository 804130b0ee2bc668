import { defineFormat } from '../../define.ts';
import type { Entry } from '../../model.ts';
import { addField, fieldNumber, fieldText, textOf, withFields, withTime } from '../../reading/entry.ts';
import { json } from '../../reading/framings/json.ts';
import { isoTime } from '../../reading/time.ts';
import { blockedBy, blockedByHeader } from '../wordings/block-page.ts';
import { hostOf, type Outcome, outcomeOf, outcomeOfStatus } from '../wordings/browser-outcome.ts';
import { zoomHost } from '../zoom-identity.ts';

/** What a proxy on this machine that records (Fiddler, Charles) writes in place of an answer that never came. */
const recorders: readonly (readonly [outcome: Outcome, words: RegExp])[] = [
  ['dns', /^Fiddler - DNS Lookup Failed/i],
  ['proxy-unreachable', /^Fiddler - Gateway Connection Failed/i],
];
const sockets: readonly (readonly [outcome: Outcome, words: RegExp])[] = [
  ['timed-out', /Error: TimedOut \(0x274c\)/],
  ['refused', /Error: ConnectionRefused \(0x274d\)/],
  ['offline', /Error: NetworkUnreachable \(0x2743\)/],
];

/** Paths of pages that a person opens, and of the sockets of a meeting; not of counters, pictures and scripts. */
const ofPage = /^(?:https|wss):\/\/[^/]{1,253}\/(?:(?:j|s|w|wc|my|launch|signin|join|start|webclient)(?:[/?]|$)|$)/i;

interface Ending {
  readonly outcome: Outcome;
  /** The field that tells. */
  readonly by: string;
}

/** How the request ended; null when that says nothing of Zoom or the way to it. */
function endingOf(entry: Entry, isFirefoxs: boolean): Ending | null {
  const status = fieldNumber(entry, 'response.status') ?? 0;
  const url = fieldText(entry, 'request.url') ?? '';
  const words = fieldText(entry, 'response.statustext') ?? '';
  const body = fieldText(entry, 'response.content.text') ?? '';
  const by = 'response.status';
  const error = fieldText(entry, 'response._error');
  if (error) {
    const told = outcomeOf(error);
    return told ? { outcome: told.outcome, by: 'response._error' } : null;
  }
  const recorded = recorders.find(([, sign]) => sign.test(words)) ?? sockets.find(([, sign]) => sign.test(body));
  if (/^Fiddler - /i.test(words)) return { outcome: recorded?.[0] ?? 'unanswered', by: 'response.statustext' };
  if (/^(?:FAILED|EXCEPTION)$/.test(fieldText(entry, 'response._charlesstatus') ?? ''))
    return { outcome: 'unanswered', by: 'response._charlesstatus' };
  // The tunnel is the recorder's or the proxy's; who answers in it is another entry.
  if (fieldText(entry, 'request.method') === 'CONNECT') return status === 407 ? { outcome: 'proxy-login', by } : null;
  if (entry.fields.has('_fromcache') || fieldText(entry, 'response._fetchedviaserviceworker') === 'true') return null;
  // Firefox gives no reason; what it lists without a protocol never reached a server.
  if (status === 0)
    return isFirefoxs && ofPage.test(url) && !fieldText(entry, 'response.httpversion')
      ? { outcome: 'unanswered', by }
      : null;
  const blocked = blockOf(entry, status, body);
  if (blocked) return blocked;
  const isEncrypted = /^(?:https|wss):/i.test(url);
  if ((status === 101 || (status >= 200 && status < 400)) && isEncrypted)
    return isElsewhere(entry) ? null : { outcome: 'answered', by };
  const outcome = outcomeOfStatus(status);
  if (outcome === 'not-allowed' && !ofPage.test(url)) return null;
  // Over plain HTTP a proxy in the path may have answered: who did is open.
  return outcome === null || (outcome === 'server-error' && !isEncrypted) ? null : { outcome, by };
}

/** Pages of Zoom's quote such words as well; a block page is short, and a refusal or where a redirection leads. */
const longestPage = 40_000;

/** Something between answered in Zoom's place. */
function blockOf(entry: Entry, status: number, body: string): Ending | null {
  const redirect = fieldText(entry, 'response.redirecturl') ?? '';
  const to = isElsewhere(entry) ? blockedBy(redirect) : null;
  if (to) return { outcome: to.outcome, by: 'response.redirecturl' };
  if (status < 400) return null;
  const page = body.length < longestPage ? blockedBy(body) : null;
  if (page) return { outcome: page.outcome, by: 'response.content.text' };
  const header = blockedByHeader(textOf(entry));
  return header && { outcome: header.outcome, by: 'response.status' };
}

/** A redirection to somebody else: a hotel that wants a login answers in place of every site. */
function isElsewhere(entry: Entry): boolean {
  const to = fieldText(entry, 'response.redirecturl') ?? '';
  return /^https?:/i.test(to) && !zoomHost.test(hostOf(to) ?? '');
}

export default defineFormat({
  id: 'har',
  title: 'HAR file: recorded web requests',
  origin: 'browser',
  framing: json({
    elements: ['entries', ''],
    sifted: ['startedDateTime'],
    only: [
      'startedDateTime',
      '_fromCache',
      'request.method',
      'request.url',
      'response.status',
      'response.statusText',
      'response.httpVersion',
      'response.redirectURL',
      'response._error',
      'response._charlesStatus',
      'response._fetchedViaServiceWorker',
      'response.content.text',
    ],
  }),
  names: ['*.har', '*.har.json'],
  recognise: {
    starts:
      /^\s{0,80}\{\s{0,80}"log"\s{0,80}:\s{0,80}\{\s{0,80}"(?:version"\s{0,80}:\s{0,80}"1\.\d"|creator"|browser"|comment"|pages"|entries")/,
    marks: ['"startedDateTime"', '"request"', '"response"', '"timings"', '"httpVersion"'],
    atLeast: 4,
  },
  /** Who recorded it: the browser, or a proxy on this machine. */
  learn: (head, carry) => {
    const name = /"creator"\s{0,80}:\s{0,80}\{\s{0,80}"name"\s{0,80}:\s{0,80}"([^"]{1,60})"/.exec(head)?.[1];
    if (name) carry.names.set('creator', name);
  },
  prepare: (entry) => withTime(entry, isoTime(fieldText(entry, 'starteddatetime') ?? '', 'utc')),
  // Of a host of Zoom's, whose name may stand in escapes.
  needs: ['zoom', ...['4', '5', '6', '7'].map((digit) => `\\u00${digit}`)],
  derives: ['host', 'outcome'],
  /** `outcome`: how the request ended, as far as that tells of Zoom or the way to it. */
  derive: (entry, carry) => {
    const url = entry.fields.get('request.url')?.[0];
    if (!url) return null;
    const text = String(url.value);
    const host = hostOf(text) ?? /^((?:[\w-]{1,63}\.){1,10}[a-z]{2,24}):\d{1,5}$/i.exec(text)?.[1];
    const ending = endingOf(entry, carry.names.get('creator') === 'Firefox');
    const place = ending && entry.fields.get(ending.by)?.[0];
    return withFields(entry, (fields) => {
      if (host) addField(fields, 'host', { ...url, value: host.toLowerCase() });
      if (ending && place) addField(fields, 'outcome', { ...place, value: ending.outcome });
    });
  },
  samples: [
    {
      text: '{"log":{"version":"1.2","creator":{"name":"WebInspector","version":"537.36"},"pages":[],"entries":[{"request":{"method":"GET","url":"https://us04web.zoom.us/wc/join","headers":[{"name":"status","value":"7"}]},"response":{"status":0,"statusText":"","_error":"net::ERR_CONNECTION_TIMED_OUT"},"startedDateTime":"2026-02-03T04:05:06.789Z","time":21000.5,"timings":{"send":0}}]}}',
      entry: {
        time: '2026-02-03T04:05:06.789Z',
        fields: { host: 'us04web.zoom.us', outcome: 'timed-out', 'response._error': 'net::ERR_CONNECTION_TIMED_OUT' },
      },
    },
    {
      text: '[{"startedDateTime":"2026-02-03T05:05:06.789+01:00","time":96,"request":{"method":"GET","url":"https://app.zoom.us/wc/home","httpVersion":"HTTP/2"},"response":{"status":200,"statusText":"","httpVersion":"HTTP/2","redirectURL":""},"timings":{"send":0}}]',
      entry: { time: '2026-02-03T05:05:06.789+01:00', fields: { host: 'app.zoom.us', outcome: 'answered' } },
    },
  ],
});
