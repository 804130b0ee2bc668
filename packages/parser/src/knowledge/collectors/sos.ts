/** `sos report` of Linux: copies of files under their own paths, what commands printed below `sos_commands`. */
import { defineCollector } from '../../define.ts';

export const sos = defineCollector({
  id: 'sos',
  title: 'sos report',
  see: ['https://github.com/sosreport/sos/blob/6775684241af5a73f0c12c634e0827d1104849df/sos/policies/__init__.py'],
  os: 'linux',
  // The name, a case and a time of the machine's clock, without its zone; newer ones have a date and a random end.
  name: /^sosreport-(?:(?<host>[A-Za-z0-9-]{1,63})(?:\.[A-Za-z0-9.,-]{1,100})?-\d{14}|[A-Za-z0-9.,-]{1,200}-\d{4}-\d\d-\d\d-\w{7})$/,
  readName: ({ host }) => (host === undefined ? {} : { host }),
  isLabel: true,
  below: /sos_(?:commands|logs|reports|strings)\//y,
  belowName: /(?:etc|home|lib|opt|proc|root|run|sys|usr|var)\//y,
  origin: (stored) => (/^(?:etc|home|lib|opt|proc|root|run|sys|usr|var)\//.test(stored) ? `/${stored}` : null),
});
