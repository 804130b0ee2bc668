import { type Sibling, unproved } from './sibling.ts';

const firefox = (clock: string, thread: string, module: string, message: string): string =>
  `2026-04-08 13:${clock} UTC - [Parent 8812: ${thread}]: ${module} ${message}\n`;
const channel = (clock: string, address: string, host: string, ended: string): string =>
  [
    firefox(`${clock}.100001`, 'Main Thread', 'D/nsHttp', `nsHttpChannel::Init [this=${address}]`),
    firefox(`${clock}.100002`, 'Main Thread', 'D/nsHttp', `HttpBaseChannel::Init [this=${address}]`),
    firefox(`${clock}.100003`, 'Main Thread', 'D/nsHttp', `host=${host} port=-1`),
    firefox(`${clock}.100004`, 'Main Thread', 'D/nsHttp', `uri=https://${host}/wc/join`),
    firefox(`${clock}.200005`, 'Socket Thread', 'D/nsSocketTransport', `ErrorAccordingToNSPR [in=-5990 out=804b000e]`),
    firefox(`${clock}.900006`, 'Main Thread', 'D/nsHttp', ended),
  ].join('');

export default [
  {
    title: "Firefox: connections to Zoom get no answer, another site's page loads",
    evidence: {
      'log.txt-main.8812.moz_log':
        channel(
          '00:02',
          '20a1b3c4d00',
          'www.example.org',
          'nsHttpChannel::ProcessResponse [this=20a1b3c4d00 httpStatus=200]',
        ) +
        channel(
          '00:04',
          '20a1b3c5e00',
          'us05web.zoom.us',
          'nsHttpChannel::OnStopRequest [this=20a1b3c5e00 request=20a1b3c7f00 status=804b000e]',
        ) +
        channel(
          '00:31',
          '20a1b3c5e00',
          'us05web.zoom.us',
          'nsHttpChannel::OnStopRequest [this=20a1b3c5e00 request=20a1b3c8f00 status=804b000e]',
        ),
    },
    top: { class: 'firewall' },
    never: ['service', 'tls-clock', 'proxy'],
    verdicts: { firewall: ['confirmed', 'suspected'] },
    exit: 1,
  },
  {
    title: "Firefox: another site's name does not resolve, its address was Zoom's channel before; Zoom's page loads",
    evidence: {
      'firefox.log':
        channel(
          '00:02',
          '20a1b3c4d00',
          'app.zoom.us',
          'nsHttpChannel::ProcessResponse [this=20a1b3c4d00 httpStatus=200]',
        ) +
        channel(
          '00:04',
          '20a1b3c4d00',
          'intranet.example.com',
          'nsHttpChannel::OnStopRequest [this=20a1b3c4d00 request=20a1b3c7f00 status=804b001e]',
        ) +
        firefox(
          '00:05.000001',
          'Socket Thread',
          'D/pipnss',
          '[20a1b3c9a10] printer.example.com: SEC_ERROR_UNKNOWN_ISSUER',
        ),
    },
    top: null,
    exit: 0,
  },
  {
    title: 'chrome_debug.log: a page of Zoom cannot be loaded, for the date of its certificate',
    evidence: {
      'User Data/chrome_debug.log': [
        '[9120:9132:0408/150001.100:ERROR:ssl_client_socket_impl.cc(986)] handshake failed; returned -1, SSL error code 1, net_error -201',
        '[9120:9132:0408/150001.180:INFO:CONSOLE(0)] "Failed to load resource: net::ERR_CERT_DATE_INVALID", source: https://us05web.zoom.us/wc/join (0)',
        '[9120:9140:0408/150004.400:ERROR:registration_request.cc(291)] Registration response error message: PHONE_REGISTRATION_ERROR',
        '',
      ].join('\n'),
    },
    top: { class: 'tls-clock' },
    never: ['firewall', 'network'],
    exit: 1,
  },
  {
    title: "a notes program's log: its own servers and a STUN server fail, and it shows a picture of a magnifier",
    evidence: {
      'logs/main.log': [
        '[7010:7044:0408/150101.120455:ERROR:ssl_client_socket_impl.cc(935)] handshake failed; returned -1, SSL error code 1, net_error -101',
        '[7010:7044:0408/150102.120455:ERROR:socket_manager.cc(147)] Failed to resolve address for stun.example.net., errorcode: -105',
        '[7010:7010:0408/150103.120455:INFO:CONSOLE(4)] "GET https://cdn.example.net/zoom.us.png net::ERR_CONNECTION_TIMED_OUT", source: https://notes.example.net/app.js (4)',
        '[7010:7010:0408/150104.120455:INFO:CONSOLE(4)] "getUserMedia: NotAllowedError: Permission denied", source: https://notes.example.net/app.js (4)',
        '',
      ].join('\n'),
    },
    top: null,
    verdicts: { firewall: unproved, network: unproved, permissions: unproved },
    exit: [0, 3],
  },
  {
    title: 'webrtc-internals: the microphone was refused, and asked for again in vain; another page got its camera',
    evidence: {
      'webrtc_internals_dump.txt': JSON.stringify(
        {
          getUserMedia: [
            {
              rid: 41,
              pid: 6120,
              origin: 'https://us05web.zoom.us/',
              timestamp: 1775653201000.12,
              request_id: 3,
              request_type: 'getUserMedia',
              audio: '{deviceId: {exact: ["default"]}}',
            },
            {
              rid: 41,
              pid: 6120,
              timestamp: 1775653201900.5,
              request_id: 3,
              request_type: 'getUserMedia',
              error: 'NotAllowedError',
              error_message: 'Permission denied by system',
            },
            {
              rid: 52,
              pid: 6188,
              origin: 'https://talk.example.net/',
              timestamp: 1775653202000.12,
              request_id: 1,
              request_type: 'getUserMedia',
              video: '',
            },
            {
              rid: 52,
              pid: 6188,
              timestamp: 1775653202900.5,
              request_id: 1,
              request_type: 'getUserMedia',
              stream_id: 'a1',
              video_track_info: 'id:b2 label:Example Cam',
            },
            {
              rid: 41,
              pid: 6120,
              origin: 'https://us05web.zoom.us/',
              timestamp: 1775653241000.12,
              request_id: 4,
              request_type: 'getUserMedia',
              audio: '',
            },
            {
              rid: 41,
              pid: 6120,
              timestamp: 1775653241900.5,
              request_id: 4,
              request_type: 'getUserMedia',
              error: 'NotAllowedError',
              error_message: 'Permission denied by system',
            },
          ],
          PeerConnections: {
            '41-1': {
              url: 'https://us05web.zoom.us/wc/123456789/join',
              updateLog: [{ time: '8/4/2026, 15:00:05', type: 'iceconnectionstatechange', value: '"connected"' }],
              stats: {},
            },
          },
          UserAgent:
            'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36',
        },
        null,
        ' ',
      ),
    },
    top: { class: 'permissions' },
    never: ['device-usb', 'firewall'],
    exit: 1,
  },
] satisfies readonly Sibling[];
