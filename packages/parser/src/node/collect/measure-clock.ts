/** How far this machine's clock is ahead: by the `Date` of the answer to one request over plain HTTP. */
import { request } from 'node:http';
import type { Collection } from '../../knowledge/commands/collection.ts';

export const clockUrl = 'http://zoom.us/';

const limitMs = 5_000;
const header = 'date';
/** `Fri, 06 Mar 2026 08:14:31 GMT`: anything else is no answer of Zoom's. */
const httpDate =
  /^(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun), [0-3]\d (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) \d{4} [0-2]\d:[0-5]\d:[0-6]\d GMT$/;
/** Headers that a cache or a proxy on the way adds. */
const ofCaches = ['age', 'via', 'x-cache'];

/**
 * Null when there is no answer of Zoom's own: a sign-in page or a cache on the way has a clock of its own. Zoom sends
 * everyone to HTTPS on its own host.
 */
export function measureClock(url: string, now: () => number, signal: AbortSignal): Promise<Collection['clock']> {
  return new Promise((resolve) => {
    const { hostname } = new URL(url);
    const asked = now();
    const begun = performance.now();
    const question = request(url, { method: 'HEAD', agent: false, signal }, (answer) => {
      const trip = performance.now() - begun;
      answer.resume();
      const { location = '', [header]: date = '' } = answer.headers;
      // The seconds of a `Date` are cut off: half of one is the middle.
      const server = httpDate.test(date) ? Date.parse(date) + 500 : Number.NaN;
      const isOwn = leadsTo(location, hostname) && ofCaches.every((name) => answer.headers[name] === undefined);
      resolve(
        isOwn && !Number.isNaN(server)
          ? { offset: seconds(asked + trip / 2 - server), error: seconds(trip / 2 + 1_000), server: hostname }
          : null,
      );
    });
    question.setTimeout(limitMs, () => question.destroy());
    const limit = setTimeout(() => question.destroy(), limitMs);
    question.on('error', () => resolve(null));
    question.on('close', () => {
      clearTimeout(limit);
      resolve(null);
    });
    question.end();
  });
}

const seconds = (ms: number): number => Math.round(ms) / 1000;

/** A redirection to HTTPS on that host or below it. */
function leadsTo(location: string, host: string): boolean {
  if (!URL.canParse(location)) return false;
  const { protocol, hostname } = new URL(location);
  return protocol === 'https:' && (hostname === host || hostname.endsWith(`.${host}`));
}
