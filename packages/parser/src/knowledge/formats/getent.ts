import { defineFormat } from '../../define.ts';
import { remember } from '../../reading/entry.ts';
import { standInAddress } from '../wordings/name-answers.ts';
import { logLine, tell, tellEmpty, wholeOutput } from '../wordings/whole-output.ts';
import { isZoomFile, zoomHost } from '../zoom-identity.ts';

/** An address for each kind of socket; the first line also has the name. */
const row =
  /^([\da-f.:]{2,45})(?:%\w{1,16})?[ \t]{1,24}(?:STREAM|DGRAM|RAW)(?:[ \t]{1,8}([\w.-]{1,253}))?[ \t\r]{0,8}$/gim;
/** A file that was to hold the answer for a name of Zoom's: empty, it is the answer that there is none. */
const path = /(?:^|[\\/])(?:resolve|getent)[-_]?(?:ahosts[-_]?)?zoom(?:[._-]us)?\.txt$/i;

export default defineFormat({
  id: 'getent',
  title: 'getent ahosts: the addresses of a host name on Linux',
  framing: wholeOutput,
  os: 'linux',
  names: ['*getent*', '*resolve*zoom*'],
  recognise: {
    unless: logLine,
    starts: /^[\da-f.:]{2,45}(?:%\w{1,16})?[ \t]{1,24}(?:STREAM|DGRAM|RAW)(?:[ \t]|\r?$)/im,
    path,
  },
  witness: () => 'getent',
  derives: ['host', 'answer'],
  /**
   * `host`: zoom.us where the name or the file's name is Zoom's, else the name; `answer`: addresses, nowhere (0.0.0.0 and the
   * like, as filters give), stand-in (of a local agent), or none.
   */
  derive: (entry, carry) => {
    const empty = tellEmpty(entry, carry, path, { answer: 'none', host: 'zoom.us' });
    if (empty) return empty;
    return tell(entry, (text) => {
      const rows = [...text.matchAll(row)];
      const name = rows.find((one) => one[2] !== undefined)?.[2] ?? null;
      const isZooms = name !== null && zoomHost.test(name) ? true : isZoomFile(carry.path);
      const kinds = rows.map(({ 1: address }) => standInAddress(address!));
      const answer = kinds.includes('somewhere') ? 'addresses' : kinds.includes('stand-in') ? 'stand-in' : 'nowhere';
      const first = rows[Math.max(0, kinds.indexOf('somewhere'))];
      if (isZooms && answer === 'addresses')
        for (const [at, { 1: address }] of rows.entries())
          if (kinds[at] === 'somewhere') remember(carry.zoomAddresses, address!);
      return [
        ['answer', rows.length > 0 ? answer : null, first],
        ['host', isZooms ? (name !== null && zoomHost.test(name) ? name : 'zoom.us') : name, rows[0]],
      ];
    });
  },
  samples: [
    {
      text: '203.0.113.40    STREAM zoom.us\n203.0.113.40    DGRAM  \n203.0.113.40    RAW    \n2001:db8::40    STREAM \n',
      entry: { fields: { host: 'zoom.us', answer: 'addresses' } },
    },
    { text: '0.0.0.0         STREAM zoom.us\n0.0.0.0         DGRAM\n', entry: { fields: { answer: 'nowhere' } } },
    { text: '192.0.2.9       STREAM files.example.com\n', entry: { fields: { host: 'files.example.com' } } },
    { text: '/srv/case/resolve-zoom.txt', entry: { message: 'resolve-zoom.txt', fields: { answer: 'none' } } },
  ],
});
