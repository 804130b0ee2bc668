/** Web requests as a browser's developer tools save them, bodies included. */
import type { Random } from './random.ts';
import { templatesOf } from './templates.ts';

export const harHead = `${JSON.stringify({ log: { version: '1.2', creator: { name: 'WebInspector', version: '537.36' }, pages: [] } }).slice(0, -2)},"entries":[\n`;
export const harEnd = '\n]}}\n';

const [value, body, script] = templatesOf(`
{word}={hex 30}; {noun}={n 99999}; {word}={words 1 5}
{"{noun}":"{words 2 9}","{word}":{n 99999},"{noun}":[{"{word}":"{hex 24}","{noun}":{n 999},"{word}":true},{"{word}":"{url}","{noun}":null}],"{word}":"{words 4 12}"}
function {noun}(e,t){{word}.{verb}=e.{word}||t.{noun};return {verb}{Noun}("{words 2 5}",{n 999},"#{hex 6}")}
`);
const headers = (random: Random, count: number) =>
  Array.from({ length: count }, (_, i) => ({
    name: `x-${random.pick(['trace', 'cache', 'edge', 'request', 'content'])}-${i}`,
    value: value!(random),
  }));

const answerOf = (random: Random, isFailing: boolean, isScript: boolean) => {
  if (isFailing)
    return {
      status: 0,
      statusText: '',
      httpVersion: '',
      headers: [],
      cookies: [],
      content: { size: 0, mimeType: 'x-unknown' },
      redirectURL: '',
      headersSize: -1,
      bodySize: -1,
      _transferSize: 0,
      _error: 'net::ERR_CONNECTION_TIMED_OUT',
    };
  const text = Array.from({ length: 2 + random.below(60) }, () => (isScript ? script : body)!(random)).join(
    isScript ? '\n' : ',',
  );
  return {
    status: random.pick([200, 200, 200, 204, 304]),
    statusText: '',
    httpVersion: 'h2',
    headers: headers(random, 12),
    cookies: [],
    content: { size: text.length, mimeType: isScript ? 'application/javascript' : 'application/json', text },
    redirectURL: '',
    headersSize: -1,
    bodySize: -1,
    _transferSize: random.below(99_999),
    _error: null,
  };
};

/** Entries as JSON, without what is between them. One in a hundred is Zoom's, of those one in four fails. */
export function harEntries(random: Random): () => string {
  let ms = Date.UTC(2026, 1, 3, 4);
  return () => {
    ms += random.below(400);
    const isZooms = random.chance(0.01);
    const host = isZooms
      ? 'app.zoom.us'
      : `${random.pick(['cdn', 'api', 'img', 'static'])}${random.below(90)}.example.com`;
    const isScript = random.chance(0.3);
    const url = `https://${host}/wc/${random.hex(8)}/${random.hex(30)}.${isScript ? 'js' : 'json'}`;
    return JSON.stringify({
      _initiator: {
        type: 'script',
        stack: {
          callFrames: [
            {
              functionName: 'load',
              scriptId: String(random.below(999)),
              url,
              lineNumber: random.below(99),
              columnNumber: random.below(99_999),
            },
          ],
        },
      },
      _priority: 'High',
      _resourceType: isScript ? 'script' : 'fetch',
      cache: {},
      connection: String(random.below(999)),
      pageref: 'page_1',
      request: {
        method: 'GET',
        url,
        httpVersion: 'h2',
        headers: headers(random, 9),
        queryString: [],
        cookies: [],
        headersSize: -1,
        bodySize: 0,
      },
      response: answerOf(random, isZooms && random.chance(0.25), isScript),
      serverIPAddress: `203.0.113.${random.below(256)}`,
      startedDateTime: new Date(ms).toISOString(),
      time: random.below(90_000) / 100,
      timings: {
        blocked: 1.5,
        dns: -1,
        ssl: -1,
        connect: -1,
        send: 0.2,
        wait: random.below(9000) / 100,
        receive: 3.1,
        _blocked_queueing: 1.1,
      },
    });
  };
}
