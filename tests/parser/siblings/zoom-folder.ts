import type { Sibling } from './sibling.ts';

export default [
  {
    title: "macOS: a script's log in Zoom's folder: sign-in failed, 1132",
    evidence: {
      'Users/user/Library/Logs/zoom.us/autostart.log':
        '2026-03-30 08:00:00.100 INFO  begin\n2026-03-30 08:00:12.700 ERROR sign in failed, error code: 1132\n',
    },
    top: { class: 'account', code: '1132', confidence: 'low' },
    exit: 1,
  },
  {
    title: "Windows: a launcher's log in Zoom's folder: the join failed, 5003",
    evidence: {
      'C/Users/user/AppData/Roaming/Zoom/logs/kiosk-start.log':
        '2026-03-30T08:10:00.100Z INFO start\n2026-03-30T08:10:31.100Z ERROR join failed (error code: 5003)\n',
    },
    top: { class: 'firewall', code: '5003', confidence: 'low' },
    exit: 1,
  },
  {
    title: 'the folder of a picture viewer called zoomify',
    evidence: {
      'opt/zoomify/logs/app.log':
        '2026-03-30 08:20:00.100 INFO  begin\n2026-03-30 08:20:30.100 ERROR login failed, error code: 5004\n',
    },
    top: null,
    exit: [0, 3],
  },
  {
    title: 'the folder of the sales program ZoomInfo',
    evidence: {
      'C/Users/user/AppData/Roaming/ZoomInfo/logs/sync.log':
        '2026-03-30 08:30:00.100 ERROR sync failed, error code: 5003\n2026-03-30 08:30:05.100 ERROR login failed, error code: 100000401\n',
    },
    top: null,
    exit: [0, 3],
  },
  {
    title: "Windows: the web view's log in Zoom's folder: the issuer is unknown, again and again",
    evidence: {
      'C/Users/user/AppData/Roaming/Zoom/logs/webview.log':
        '[9120:9188:0330/084001.104:ERROR:ssl_client_socket_impl.cc(902)] handshake failed; returned -1, SSL error code 1, net_error -202\n' +
        '[9120:9188:0330/084004.210:ERROR:ssl_client_socket_impl.cc(902)] handshake failed; returned -1, SSL error code 1, net_error -202\n' +
        '[9120:9188:0330/084010.377:ERROR:ssl_client_socket_impl.cc(902)] handshake failed; returned -1, SSL error code 1, net_error -202\n',
    },
    top: { class: 'tls-clock' },
    verdicts: { 'tls-clock': ['suspected', 'confirmed'] },
    exit: [0, 1],
  },
] satisfies readonly Sibling[];
