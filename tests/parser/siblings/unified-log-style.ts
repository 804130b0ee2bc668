import { asJson, asSyslog, columns, shown } from './apple-lines.ts';
import { type Sibling, unproved } from './sibling.ts';

const request = (service: string, client: string, answer: string): string[] => [
  `AUTHREQ_CTX: msgID=402.31, function=TCCAccessRequest, service=${service}, preflight=no, query=1, client_dict=(null), daemon_dict=<private>`,
  `AUTHREQ_ATTRIBUTION: msgID=402.31, attribution={responsible={TCCDProcess: identifier=${client}, pid=871, auid=501, euid=501, binary_path=<private>}, requesting={TCCDProcess: identifier=com.apple.cmio.registerassistantservice, pid=402, auid=266, euid=266, binary_path=<private>}, }, `.replace(
    ', requesting',
    `, accessing={TCCDProcess: identifier=${client}, pid=871, auid=501, euid=501, binary_path=<private>}, requesting`,
  ),
  `AUTHREQ_RESULT: msgID=402.31, ${answer}, authVersion=1, desired_auth=0, error=(null),`,
];

export default [
  {
    title: 'macOS, syslog style: the user turns the microphone off for Zoom',
    evidence: {
      'export.log':
        'Timestamp                       (process)[PID]    \n' +
        asSyslog(
          '08:02:11.104555',
          'tccd[418]',
          '(TCC) [com.apple.TCC:access] Update Access Record: kTCCServiceMicrophone for us.zoom.xos to Denied (User Set) (v1) at 1786528931 (2026-08-12 12:02:11 +0000)',
        ),
    },
    top: { class: 'permissions' },
    verdicts: { permissions: 'confirmed' },
    exit: 1,
  },
  {
    title: 'macOS, copied from a German Console: the camera is denied to Zoom, the same to a recorder is not of it',
    evidence: {
      'kamera.txt': request('kTCCServiceCamera', 'us.zoom.xos', 'authValue=0, authReason=4')
        .map((message, at) => `Standard\t14:20:0${at}.551201+0200\ttccd\t${message}\n`)
        .join(''),
    },
    top: { class: 'permissions' },
    exit: 1,
  },
  {
    title:
      'macOS, copied from Console into a web page: another program is denied the camera, a note retells it of Zoom',
    evidence: {
      'console.txt':
        request('kTCCServiceCamera', 'com.example.recorder', 'authValue=0, authReason=2')
          .map((message, at) => `default 14:20:0${at}.551201+0200 tccd ${message.replaceAll(', ', ',\n')}\n`)
          .join('') +
        'default 14:21:40.000001+0200 Notes Unhandled UserNotification response: 0x3; denying service kTCCServiceCamera and client us.zoom.xos\n',
    },
    top: null,
    verdicts: { permissions: unproved },
    exit: 0,
  },
  {
    title: 'macOS, default style: the switch is on, and the permission is of another copy of Zoom',
    evidence: {
      'log-show.txt':
        columns +
        shown(
          '10:15:01.100201',
          'Error',
          402,
          'tccd',
          '(TCC) [com.apple.TCC:access] Failed to match existing code requirement for subject us.zoom.xos and service kTCCServiceScreenCapture',
        ) +
        request('kTCCServiceScreenCapture', 'us.zoom.xos', 'authValue=0, authReason=5')
          .map((message, at) =>
            shown(`10:15:01.20020${at}`, 'Default', 402, 'tccd', `[com.apple.TCC:access] ${message}`),
          )
          .join(''),
    },
    top: { class: 'permissions' },
    exit: 1,
  },
  {
    title: 'macOS, ndjson: Zoom asks for nothing that is denied; its wish to listen to keys is no part of a call',
    evidence: {
      'zoom-log.ndjson':
        request('kTCCServiceListenEvent', 'us.zoom.xos', 'authValue=0, authReason=5')
          .map((message, at) =>
            asJson(`09:30:0${at}.000000`, '/System/Library/PrivateFrameworks/TCC.framework/Support/tccd', message),
          )
          .join('') +
        request('kTCCServiceCamera', 'us.zoom.xos', 'authValue=2, authReason=2')
          .map((message, at) =>
            asJson(`09:31:0${at}.000000`, '/System/Library/PrivateFrameworks/TCC.framework/Support/tccd', message),
          )
          .join('') +
        '{"count":6,"finished":1}\n',
    },
    top: null,
    exit: 0,
  },
] satisfies readonly Sibling[];
