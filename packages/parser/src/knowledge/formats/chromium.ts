import { netErrorNumber } from '../../codes/net-error.ts';
import { defineFormat } from '../../define.ts';
import type { Time } from '../../model.ts';
import { addField, fieldText, withFields } from '../../reading/entry.ts';
import { lines } from '../../reading/framings/lines.ts';
import { defineHead } from '../../reading/grammar/head.ts';
import { anyCharacter, lastToken, open, token } from '../../reading/grammar/tokens.ts';
import { yearlessTime } from '../../reading/time.ts';
import { requestOf } from '../wordings/browser-console.ts';
import { mediaErrorOf } from '../wordings/browser-media.ts';
import { isZoomFile, zoomHost } from '../zoom-identity.ts';

const colon = token(/:/);
const number = token(/-?\d+/);
/** `0130/091601.220011` month, day, clock: hours over 24 and seven-digit fractions occur in real logs. */
const stamp = token(/\d{4}\/\d{6}\.\d+/);
const sourceFile = token(/[^\s()[\]:]+/, anyCharacter);
/** `(253)] ` older, `:253] ` newer Chromium. */
const sourceLine = lastToken(/(?:\(\d+\)|:\d+)\] ?/, anyCharacter);

/** An hour past 24 is kept as it is. */
function readTime(text: string): Time {
  const at = (from: number, to: number): number => Number(text.slice(from, to));
  const digits = text.slice(text.indexOf('.') + 1);
  return yearlessTime({ month: at(0, 2), day: at(2, 4), hour: at(5, 7), minute: at(7, 9), second: at(9, 11), digits });
}

const head = defineHead({
  begins: /^\[(?:\d+:\d+:)?\d{4}\/\d{6}\./,
  tokens: [sourceLine, stamp, open, number, colon, sourceFile],
  rule: ({ consume, option, action }) => {
    consume(open);
    const process = option(() => {
      const pid = consume(number);
      consume(colon);
      consume(number, 1);
      consume(colon, 1);
      return pid;
    });
    const time = consume(stamp);
    consume(colon, 2);
    const level = consume(sourceFile);
    consume(colon, 3);
    const file = consume(sourceFile, 1);
    consume(sourceLine);
    return action(() => ({
      time: readTime(time.image),
      level: level.image,
      process: process?.image ?? null,
      component: file.image,
    }));
  },
});

/** What a page wrote to its console: the message, and the script that wrote it. */
const console =
  /:CONSOLE(?:\(\d{1,9}\)|:\d{1,9})\] ?"([^\n]{1,4000})", source: (https?:\/\/([\w.-]{1,253})[^\s]{0,2000})/;

/** The camera or the microphone that a page of Zoom's did not get. */
function mediaIn(text: string): { error: string; device: string; host: string; start: number; end: number } | null {
  const [, message, , host] = console.exec(text) ?? [];
  if (message === undefined || host === undefined || !zoomHost.test(host)) return null;
  const refused = mediaErrorOf(message);
  if (!refused) return null;
  const start = text.indexOf(message) + refused.match.index;
  return { error: refused.error, device: refused.device, host, start, end: start + refused.match[0].length };
}

export default defineFormat({
  id: 'chromium',
  title: 'Chromium log lines (embedded browser, chrome_debug.log)',
  framing: lines,
  head,
  names: ['chrome_debug.log', 'cef.log', 'debug.log'],
  recognise: { heads: true },
  /**
   * `net_error` by name as well. `owner`: zoom when the process id is one that the launcher says it started; unknown when the log is Zoom's but
   * names no process ids. Other programs, started from Zoom, write into the same file. `host`: one of Zoom's that a console
   * line names, with the `outcome` of its request, or the `media_error` of the camera or microphone that it asked for.
   */
  prepare: (entry, carry) => {
    const pid = fieldText(entry, 'process');
    const isZooms = pid !== null && carry.zoomPids.has(pid);
    const isOpen =
      (pid === null && carry.launch > 0) || (carry.zoomPids.size === 0 && (carry.launch > 0 || isZoomFile(carry.path)));
    const { text } = entry.pieces[0]!;
    const named = /net::(ERR_[A-Z_0-9]+)/.exec(text);
    const number = named ? netErrorNumber(named[1]!) : null;
    const request = requestOf(text);
    const media = mediaIn(text);
    return withFields(entry, (fields) => {
      const place = { piece: 0, start: 1, end: 1 + (pid?.length ?? 0) };
      if (isZooms || isOpen) addField(fields, 'owner', { value: isZooms ? 'zoom' : 'unknown', ...place });
      if (request?.host && zoomHost.test(request.host)) {
        const where = { piece: 0, start: request.told.start, end: request.told.end };
        addField(fields, 'host', { value: request.host, ...where });
        addField(fields, 'outcome', { value: request.told.outcome, ...where });
      }
      if (media) {
        const where = { piece: 0, start: media.start, end: media.end };
        addField(fields, 'host', { value: media.host, ...where });
        addField(fields, 'media_error', { value: media.error, ...where });
        addField(fields, 'media', { value: media.device, ...where });
      }
      if (named && number !== null)
        addField(fields, 'net_error', {
          value: number,
          piece: 0,
          start: named.index,
          end: named.index + named[0].length,
        });
    });
  },
  samples: [
    {
      text: '[4021:4077:0918/071203.000451:ERROR:ssl_client_socket_impl.cc(991)] handshake failed; returned -1, SSL error code 1, net_error -202',
      entry: {
        time: '--09-18T07:12:03.000451',
        level: 'ERROR',
        fields: { net_error: -202, component: 'ssl_client_socket_impl.cc', process: '4021' },
      },
    },
    {
      text: '[0510/293745.1923229:FATAL:gpu_data_manager_impl_private.cc(440)] GPU process is not usable. Bye.',
      entry: { time: '--05-10T29:37:45.1923229', level: 'FATAL' },
    },
    {
      text: '[9:9:1122/101112.131415:ERROR:net/socket/ssl_client_socket_impl.cc:930] handshake failed; returned -1, SSL error code 1, net_error -101',
      entry: { time: '--11-22T10:11:12.131415', fields: { net_error: -101 } },
    },
  ],
});
