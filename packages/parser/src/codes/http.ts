import { symbolTable } from './table.ts';

/** HTTP status numbers that end a request to Zoom. */
const codes = symbolTable(
  {
    namespace: 'http',
    source: 'RFC 9110, RFC 6585',
    confidence: 'high',
    prefix: /^/,
  },
  [
    [400, 'Bad Request', 'service', 'the service did not understand the request'],
    [401, 'Unauthorized', 'account', 'the service requires a valid sign-in or token'],
    [403, 'Forbidden', 'proxy', 'refused: by policy, or by the block page of a proxy'],
    [404, 'Not Found', 'service', 'not found'],
    [407, 'Proxy Authentication Required', 'proxy', 'the proxy asks for a login'],
    [429, 'Too Many Requests', 'service', 'too many requests; wait'],
    [500, 'Internal Server Error', 'service', 'the service failed'],
    [502, 'Bad Gateway', 'service', 'a gateway in front of the service got an invalid answer'],
    [503, 'Service Unavailable', 'service', 'the service is down or overloaded'],
    [504, 'Gateway Timeout', 'service', 'a gateway in front of the service got no answer in time'],
    [511, 'Network Authentication Required', 'proxy', 'the network requires a sign-in first: a captive portal'],
  ],
);

export default codes;

const byNumber = new Map(codes.map((code) => [Number(code.code), code]));

/** What an HTTP status says here; null for one that names no failure, or none in particular. */
export const httpCode = (status: number) => byNumber.get(status) ?? null;
