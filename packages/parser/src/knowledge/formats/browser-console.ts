import { defineFormat } from '../../define.ts';
import type { Time } from '../../model.ts';
import { addField, textOf, withFields, withTime } from '../../reading/entry.ts';
import { lines } from '../../reading/framings/lines.ts';
import { timeOfDay } from '../../reading/time.ts';
import { requestOf } from '../wordings/browser-console.ts';
import { mediaErrorOf } from '../wordings/browser-media.ts';
import { hostOf } from '../wordings/browser-outcome.ts';
import { webSdkObject, withSdkAnswer } from '../wordings/web-sdk.ts';
import { isZoomFile, zoomDomain } from '../zoom-identity.ts';

/** Chromium and Firefox write it where the user asks for it. A console has no head of its own: most lines are bare messages. */
const stamp = /^(\d\d):(\d\d):(\d\d)\.(\d{1,3}) /;

function clockOf(text: string): Time | null {
  const [hour, minute, second] = (stamp.exec(text) ?? []).slice(1, 4).map(Number);
  if (hour === undefined || minute === undefined || second === undefined) return null;
  return timeOfDay({ hour, minute, second, digits: stamp.exec(text)![4]! });
}

/** What may stand before a message: the clock, Safari's level, and the place in a script, `webclient.min.js:1 `. */
const before = String.raw`^(?:\d\d:\d\d:\d\d\.\d{1,3} {1,2})?(?:\[(?:Error|Warning|Log)\] )?(?:\S{1,300}:\d{1,7}(?::\d{1,7})?[ \t]{1,2})?`;
/** Messages that only a browser's console has. */
const messages = [
  'Failed to load resource: ',
  "WebSocket connection to ['‘]wss?:",
  String.raw`(?:GET|POST|PUT|HEAD|OPTIONS|DELETE|PATCH) https?://\S{1,2000} (?:net::ERR_|[A-Z_]{2,20}_ERROR_|\d{3} \()`,
  "Access to (?:fetch|XMLHttpRequest|script|font|image|manifest) at '",
  'Cross-Origin Request Blocked: The Same Origin Policy',
  "(?:Firefox|Waterfox|LibreWolf) can[’']t establish a connection to the server at wss?:",
  String.raw`The connection to wss?://\S{1,2000} was interrupted while the page was loading`,
  'Loading failed for the <script> with source ',
  String.raw`XHR(?:GET|POST)\s?https?://`,
  String.raw`Uncaught (?:\(in promise\) )?(?:\{type: |DOMException|MediaStreamError|(?:NotAllowed|NotFound|NotReadable|Overconstrained)Error)`,
  'Unhandled Promise Rejection: ',
  String.raw`(?:[\w ]{1,40} )?getUserMedia\b`,
  '(?:NotAllowed|NotFound|NotReadable|Overconstrained)Error: ',
  'ONCLOSE Reconnect websocket timeout',
  String.raw`(?:video|sharing|audio)_websocket_on_close\b`,
  'The AudioContext was not allowed to start',
  String.raw`(?:XHR)?(?:GET|POST)https?://\S`,
  String.raw`\[HTTP/[\d.]{1,3} \d{3} [^\]\n]{0,40}\d{1,7} ?ms\]$`,
  webSdkObject,
];

/** Scripts of Zoom's web client and of its SDKs for the web. */
const ownScripts = String.raw`(?:js_media|webclient|zoomus-websdk[\w.-]{0,60}|zoom-(?:meeting|video)[\w.-]{0,60})(?:\.min)?\.js`;
const ownScript = new RegExp(String.raw`(?<![\w.-])${ownScripts}\b`);
const ownPage = new RegExp(
  String.raw`(?<![\w.@-]|[?&=]https?:\/\/|[^/]\/)(?:[\w-]{1,63}\.){0,6}${zoomDomain}(?![\w-]|\.[a-z])`,
  'i',
);
/** A line of such a page, as Chromium begins it. */
const ownPlace = new RegExp(
  String.raw`^(?:\d\d:\d\d:\d\d\.\d{1,3} {1,2})?(?:[\w-]{1,63}\.){0,6}${zoomDomain}[/:-]`,
  'im',
);
/** A place in a script, or an address, of anybody. */
const anyPlace = /https?:\/\/|wss?:\/\/|-extension:\/\/|\b[\w.-]{1,80}\.(?:m?js|html?|tsx?):\d/;

export default defineFormat({
  id: 'browser-console',
  title: 'Console of a browser, copied or saved',
  origin: 'browser',
  framing: lines,
  names: ['console*.log', 'console*.txt', '*.zoom.us-*.log'],
  recognise: {
    starts: new RegExp(
      `${before}(?:${messages.join('|')})|^(?:\\(anonymous\\)|[\\w$.]{1,60}) @ \\S{1,200}\\.js:\\d{1,7}$|(?:^|[\\s(/])${ownScripts}:\\d{1,7}(?::\\d{1,7})?(?:[\\s)]|$)`,
      'm',
    ),
    // Programs built on a browser log what their console says between lines of their own; NetLogs and HAR files quote it.
    unless:
      /^\[\d{1,9}:\d{1,9}:\d{4}\/\d{6}\.|"logEventTypes"|"startedDateTime"|"(?:MESSAGE|eventMessage)" ?:|^(?:[A-Z][a-z]{2} [ \d]\d \d\d:\d\d:\d\d|\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d\S{0,20}) {1,4}\S/m,
  },
  /** A page of Zoom's is open: its scripts print something, or something of it is printed. */
  learn: (head, carry) => {
    if (ownScript.test(head) || ownPlace.test(head)) carry.names.set('page', 'zoom');
  },
  carries: [
    {
      // Firefox copies the address, and how the request ended on the next line.
      has: '://',
      read: (entry, carry) => {
        const host = /^(?:(?:XHR)?(?:GET|POST|PUT|HEAD|OPTIONS))?\s{0,2}(?=https?:\/\/)(\S{1,2000})$/.exec(
          textOf(entry),
        )?.[1];
        if (host) carry.names.set('asked', `${entry.pieces[0]!.line} ${hostOf(host) ?? ''}`);
      },
    },
  ],
  /** `host` of a failed request, `outcome`; `media_error`, `media`: a device that a page did not get; `page`: whose page it is; `sdk_answer`: Zoom's SDK. */
  prepare: (entry, carry) => {
    const text = textOf(entry);
    const [line, asked] = (carry.names.get('asked') ?? '').split(' ');
    const request = requestOf(text, Number(line) === entry.pieces[0]!.line - 1 ? asked : undefined);
    const media = mediaErrorOf(text);
    const timed = withTime(entry, clockOf(text));
    const answered = withSdkAnswer(timed);
    if (answered !== timed) return answered;
    if (!request && !media) return timed;
    const own = ownScript.exec(text) ?? ownPage.exec(text);
    const isLikely = !own && !anyPlace.test(text) && (carry.names.has('page') || isZoomFile(carry.path));
    return withFields(timed, (fields) => {
      const place = (found: { index: number; 0: string }) => ({
        piece: 0,
        start: found.index,
        end: found.index + found[0].length,
      });
      if (own) addField(fields, 'page', { value: 'zoom', ...place(own) });
      else if (isLikely) addField(fields, 'page', { value: 'likely', piece: 0, start: 0, end: text.length });
      if (request) {
        const { host, told } = request;
        addField(fields, 'outcome', { value: told.outcome, piece: 0, start: told.start, end: told.end });
        if (host) addField(fields, 'host', { value: host, piece: 0, start: told.start, end: told.end });
      }
      if (media) {
        addField(fields, 'media_error', { value: media.error, ...place(media.match) });
        addField(fields, 'media', { value: media.device, ...place(media.match) });
      }
    });
  },
  samples: [
    {
      text: '09:10:11.012 js_media.min.js:1 getUserMedia failed: NotReadableError: Could not start video source',
      entry: { time: 'T09:10:11.012', fields: { media_error: 'busy', media: 'camera', page: 'zoom' } },
    },
    {
      text: "webclient.min.js:2 WebSocket connection to 'wss://us04web.zoom.us/wc/api/0' failed: Error in connection establishment: net::ERR_CONNECTION_RESET",
      entry: { time: null, fields: { host: 'us04web.zoom.us', outcome: 'reset', page: 'zoom' } },
    },
    {
      text: '[Error] Failed to load resource: The request timed out. (https://us04web.zoom.us/wc/join, line 0)',
      entry: { fields: { host: 'us04web.zoom.us', outcome: 'timed-out' } },
    },
  ],
});
