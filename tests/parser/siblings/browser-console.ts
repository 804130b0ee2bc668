import { type Sibling, unproved } from './sibling.ts';

export default [
  {
    title: 'Firefox: no camera is there for the web client',
    evidence: {
      'console-export-2026-4-8_15-0-3.txt': [
        'Navigated to https://app.zoom.us/wc/123456789/join?fromPWA=1',
        'Adaptor config ./index.js is not loaded webclient.min.js:1:250748',
        'start capture failed NotFoundError: The object can not be found here. js_media.min.js:1:48211',
        'MouseEvent.mozPressure is deprecated. Use PointerEvent.pressure instead.',
        '',
      ].join('\n'),
    },
    top: { class: 'device-usb' },
    never: ['permissions', 'firewall'],
    exit: 1,
  },
  {
    title: 'Chrome: an extension, an ad blocker and another site complain; the meeting was left in health',
    evidence: {
      'console.log': [
        'chrome-extension://abcdefghijklmnop/inject.js:1 Failed to load resource: net::ERR_FILE_NOT_FOUND',
        'log-gateway.zoom.us/nws/join/logger:1 Failed to load resource: net::ERR_BLOCKED_BY_CLIENT',
        'cdn.example.com/widget.js:1 Failed to load resource: net::ERR_CONNECTION_TIMED_OUT',
        'webclient.min.js:1 GET https://metrics.example.com/zoom.us/v1 net::ERR_NAME_NOT_RESOLVED',
        "webclient.min.js:1 Access to fetch at 'https://log-gateway.zoom.us/' from origin 'https://app.zoom.us' has been blocked by CORS policy: No 'Access-Control-Allow-Origin' header is present on the requested resource.",
        'js_media.min.js:1 The AudioContext was not allowed to start. It must be resumed (or created) after a user gesture on the page. https://goo.gl/7K7WLu',
        "js_media.min.js:1 Uncaught (in promise) NotAllowedError: play() failed because the user didn't interact with the document first.",
        '2f0c1b52-0000-4000-8000-00000000a001:1 video_websocket_on_close',
        '2f0c1b52-0000-4000-8000-00000000a002:1 sharing_websocket_on_close',
        '',
      ].join('\n'),
    },
    top: null,
    exit: 0,
  },
  {
    title: "another site's page was refused the microphone",
    evidence: {
      'console.log':
        'https://talk.example.net/room.js:14 getUserMedia failed: NotAllowedError: Permission denied by system\n(anonymous) @ room.js:14\ntalk.example.net/:1 Failed to load resource: net::ERR_PROXY_CONNECTION_FAILED\n',
    },
    top: null,
    verdicts: { permissions: unproved, proxy: unproved },
    exit: [0, 3],
  },
  {
    title: "Edge: the meeting's socket does not get through the proxy",
    evidence: {
      'app.zoom.us-1775660000000.log': [
        "webclient.min.js:2 WebSocket connection to 'wss://zoomff01rwg.ff.zoom.us/wc/api/123456789' failed: Establishing a tunnel via proxy server failed: net::ERR_TUNNEL_CONNECTION_FAILED",
        'value @ webclient.min.js:2',
        'webclient.min.js:2 ONCLOSE Reconnect websocket timeout: 2000 start to resetWebclient',
        "webclient.min.js:2 WebSocket connection to 'wss://zoomff01rwg.ff.zoom.us/wc/api/123456789' failed: Establishing a tunnel via proxy server failed: net::ERR_TUNNEL_CONNECTION_FAILED",
        '',
      ].join('\n'),
    },
    top: { class: 'proxy' },
    never: ['network', 'service'],
    exit: 1,
  },
  {
    title: 'Chrome: another program holds the camera, as the SDK says it',
    evidence: {
      'console.txt': [
        'zoom-video-2.1.10.min.js:1 createCapture NotReadableError: Device in use',
        "zoom-video-2.1.10.min.js:1 Uncaught (in promise) {type: 'VIDEO_CAMERA_IS_TAKEN', reason: 'camera is taken by other program'}",
        '',
      ].join('\n'),
    },
    top: { class: 'device-usb' },
    never: ['permissions'],
    exit: 1,
  },
] satisfies readonly Sibling[];
