/**
 * The long numbers of the client: E·100000 + C·1000 + H, where E is the socket error of the system (1000 for none),
 * C the error of libcurl and H the HTTP status. The rule is inferred; it fits every such number that was seen.
 */
import type { FailureClass } from '../model.ts';
import { curlCode } from './curl.ts';
import { errnoClass, errnoMeaning, errnoName } from './errno.ts';
import { httpCode } from './http.ts';
import { sourcedTable } from './table.ts';

/** The ones that were seen or named somewhere; for them the table is surer than the rule. */
const codes = sourcedTable({ namespace: 'zoom-composite' }, [
  [
    100000400,
    'service',
    'medium',
    'Zoom SDK troubleshooting notes',
    "Zoom's web service did not understand the request (HTTP 400); the join fails",
  ],
  [
    100000401,
    'account',
    'medium',
    'devforum.zoom.us (Zoom Rooms)',
    "Zoom's web service requires a valid sign-in or token (HTTP 401)",
  ],
  [
    100000407,
    'proxy',
    'inferred',
    'inferred from the rule of composite codes',
    'the proxy asks for a login (HTTP 407)',
  ],
  [
    100000502,
    'service',
    'medium',
    'techshieldreview.com',
    "a gateway in front of Zoom's web service got an invalid answer (HTTP 502)",
  ],
  [
    100006000,
    'network',
    'medium',
    'github.com/ogra1/zoom-snap issue 94',
    "the name of Zoom's server could not be resolved (curl 6); seen in a broken build of the Linux snap",
  ],
]);

export default codes;

/** The parts of a composite code, and what they say together. */
export interface Composite {
  /** The socket error of the system, as that system numbers it; null when there was none. */
  readonly os: number | null;
  /** The error of libcurl; 0 when there was none. */
  readonly curl: number;
  /** The HTTP status; 0 when no answer came. */
  readonly http: number;
  readonly class: FailureClass | null;
  readonly meaning: string;
}

const exact = new Map(codes.map((code) => [code.code, code]));
const noSocketError = 1000;

/**
 * Takes a composite code apart. Null unless the curl number exists, the HTTP status is 0 or 100 to 599, and the socket
 * error is 1000 or an error that one system alone has under that number; and unless any of the three says something.
 * Shorter numbers than 1,000,000 are never composite. Where the tables hold the very number, their meaning wins.
 */
export const decodeComposite = (code: string): Composite | null => {
  if (!/^[1-9]\d{6,9}$/.test(code)) return null;
  const number = Number(code);
  const socket = Math.floor(number / 100_000);
  const curl = Math.floor(number / 1000) % 100;
  const http = number % 1000;
  const os = socket === noSocketError ? null : socket;
  const curlError = curlCode(curl);
  if (curlError === null || (http !== 0 && (http < 100 || http > 599))) return null;
  if (os === null ? curl === 0 && http === 0 : errnoName(os, null) === null) return null;
  const known = exact.get(code);
  if (known !== undefined) return { os, curl, http, class: known.class, meaning: known.meaning };
  const answer = http === 0 ? null : httpCode(http);
  const parts = [
    curl === 0 ? null : `${curlError.meaning} (curl ${curl})`,
    os === null ? null : `${errnoMeaning(os, null) ?? 'a socket error'} (${errnoName(os, null)})`,
    http === 0 ? null : `${answer?.meaning ?? 'an answer came'} (HTTP ${http})`,
  ];
  return {
    os,
    curl,
    http,
    // An answer came from beyond the socket, and a socket error is more exact than curl's "could not connect".
    class: answer?.class ?? (os === null ? null : errnoClass(os, null)) ?? curlError.class,
    meaning: parts.filter((part) => part !== null).join('; '),
  };
};
