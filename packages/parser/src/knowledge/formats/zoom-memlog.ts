import { defineFormat } from '../../define.ts';
import { fieldText, remember } from '../../reading/entry.ts';
import { lines } from '../../reading/framings/lines.ts';
import { defineHead } from '../../reading/grammar/head.ts';
import { readStamp } from '../../reading/grammar/stamps.ts';
import { colonClock, gap, ids, lastToken, tab, token, usDate } from '../../reading/grammar/tokens.ts';

/** The servers that the client will ask whether they answer; a Meeting Connector of one's own has no name of Zoom's. */
const servers = /\b(?:tcp|udp|ssl|tls):\/\/(\d{1,3}(?:\.\d{1,3}){3})(?=[:/,])/g;

/** `ZOOM` and its tab; the ids follow. */
const product = token(/[A-Za-z][A-Za-z.]*\t(?=\[)/);
const level = lastToken(/[A-Z][A-Za-z]*\t/);

const head = defineHead({
  begins: /^\d\d\/\d\d\/\d{4} /,
  tokens: [usDate, colonClock, tab, gap, ids, product, level],
  // The bracket behind a product's tab.
  reach: 1,
  rule: ({ consume, action }) => {
    const date = consume(usDate);
    consume(gap);
    const time = consume(colonClock);
    consume(tab);
    consume(product);
    const process = consume(ids);
    consume(tab, 1);
    const word = consume(level);
    return action(() => ({
      time: readStamp(date.image, time.image),
      level: word.image.trim(),
      process: process.image.slice(1, -1).trim(),
    }));
  },
});

export default defineFormat({
  id: 'zoom-memlog',
  title: 'Zoom memory or troubleshooting log',
  isZooms: true,
  framing: lines,
  head,
  names: ['zoom_memlog_*', 'zoom_ts_memlog*'],
  recognise: { heads: true },
  carries: [
    {
      has: 'client build version',
      read: (entry, carry) => {
        const version = fieldText(entry, 'client build version');
        if (version) remember(carry.zoomVersions, version);
      },
    },
    {
      has: 'platform description',
      read: (entry, carry) => {
        const [, version] =
          /platform description: {1,8}Version (\d[\d.]{0,40}) \(Build /.exec(entry.pieces[0]!.text) ?? [];
        if (version) {
          carry.os = 'macos';
          carry.osVersion = version;
        }
      },
    },
    {
      // Winsock numbers its errors from 10000.
      has: 'errno = 10',
      read: (entry, carry) => {
        if (/\berrno = 10[01]\d\d\b/.test(entry.pieces[0]!.text)) carry.os ??= 'windows';
      },
    },
    {
      has: 'ping_list[',
      read: (entry, carry) => {
        const { text } = entry.pieces[0]!;
        for (const [, address] of text.matchAll(servers)) remember(carry.zoomAddresses, address!);
      },
    },
  ],
  samples: [
    {
      text: '02/17/2025 16:40:07:009\tZOOM\t[512:9013:41288]\tWARNING\tvc::on_ping_confirm_cli(),  ping failed, we will prepare to start RETRY,  result: 104101, this = 0x00c4d200',
      entry: {
        time: '2025-02-17T16:40:07.009',
        level: 'WARNING',
        message:
          'vc::on_ping_confirm_cli(),  ping failed, we will prepare to start RETRY,  result: 104101, this = 0x00c4d200',
        fields: { result: 104101, code: '104101', process: '512:9013:41288' },
      },
    },
    {
      text: '11/30/2019 08:00:59:400\tZOOM\t[77:78:79]\tERROR\tasync_connector_t::connect failed, errno = 10013, this = 0x0011aa00',
      entry: { time: '2019-11-30T08:00:59.400', level: 'ERROR', fields: { errno: 10013, errno_name: 'WSAEACCES' } },
    },
  ],
});
