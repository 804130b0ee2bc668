import { connectionClasses } from '../../../codes/explaining.ts';
import { defineFailure } from '../../../define.ts';
import { appleTrouble } from '../../wordings/apple-trouble.ts';
import { dialogs } from '../../wordings/dialogs.ts';
import { quotedCodes } from '../../wordings/quoted-codes.ts';
import { webSdk } from '../../wordings/web-sdk.ts';

/** Web service (5000–5004), meeting servers (104101–104118), 2026 (from one guide), and composite codes. */
const connectionCode = /^(?:500[0-4]|2026|1041(?:0[1-9]|1[0-8])|1\d{7,9})$/;

/** Every code that means "could not reach Zoom". The class is the code's prior until evidence shows a cause. */
export default defineFailure({
  id: 'connection-failed',
  class: 'firewall',
  role: 'symptom',
  strength: 'strong',
  severity: 'error',
  title: 'The client could not connect to Zoom',
  cause: 'The code reports that no connection was made; by itself it does not show why.',
  remedy: 'Find out whether this machine, its proxy or its network blocks the connection: the checks below show which.',
  match: [
    {
      has: 'result',
      fields: { code: ['104101'] },
      formats: ['zoom-memlog'],
      layout: 'captured',
      hits: [
        '02/17/2025 16:40:07:009\tZOOM\t[512:9013:41288]\tWARNING\tvc::on_ping_confirm_cli(),  ping failed, we will prepare to start RETRY,  result: 104101, this = 0x00c4d200',
      ],
    },
    // The other codes of this family appear in documentation, but were never seen in a client log.
    {
      has: 'result',
      fields: { code: /^1041(?:0[2-9]|1[0-8])$/ },
      formats: ['zoom-memlog'],
      layout: 'constructed',
      hits: [
        '02/17/2025 16:40:07:009\tZOOM\t[512:9013:41288]\tINFO\tvc::on_ping_confirm_cli(),  start,  result: 104103,  top_mmr: ,   direct_mmr: , this = 0x00c4d200',
      ],
    },
    {
      has: 'result',
      fields: { code: /^(?:500[0-4]|2026|1\d{8,9})$/ },
      formats: ['zoom-memlog'],
      layout: 'constructed',
      hits: [
        '02/17/2025 16:40:07:009\tZOOM\t[512:9013:41288]\tINFO\tweb_service::on_response, result = 5003, this = 0x00c4d200',
      ],
    },
    {
      has: 'Error',
      fields: { code: connectionCode },
      formats: ['zoom-memlog'],
      layout: 'constructed',
      hits: [
        '02/17/2025 16:40:07:009\tZOOM\t[512:9013:41288]\tINFO\tShow message: Unable to connect. Error code: 5003, this = 0x00c4d200',
      ],
    },
    ...quotedCodes(connectionCode, '104103'),
    ...webSdk('timed-out'),
    ...appleTrouble('no connection', { code: -1004, stream: [12, 99] }),
    ...dialogs(
      { dialog: ['connection'] },
      {
        zoom: "We can't connect to Zoom\nPlease check your network connection and try again.",
        connect: 'Joining meeting timeout.\nYour connection has timed out and you cannot join the meeting.',
        接続: '当社のサービスに接続できません。ネットワーク接続を確認してください。',
      },
    ),
  ],
  explainedBy: connectionClasses,
  fixes: [
    'firewall-test-443',
    'firewall-test-https',
    'proxy-show-windows',
    'proxy-show-macos',
    'proxy-show-linux',
    'clock-measure-windows',
    'clock-measure-macos',
    'clock-status-linux',
    'service-status',
    'firewall-compare-hotspot',
    'firewall-compare-browser',
    'firewall-open-ports',
  ],
  misses: [
    {
      text: '02/17/2025 16:40:07:009\tZOOM\t[5003:2026:104101]\tINFO\tvc::start_req(),  get client capability value: 5003, this = 0x00104101',
      why: 'numbers without an error code key',
    },
    { text: '2025-04-05 06:07:08.009 ERROR backup failed. Error code: 5003.', why: 'no mention of Zoom' },
    { text: '2025-04-05 06:07:08.009 INFO Zoom result: 0', why: 'a result that is not a failure' },
  ],
});
