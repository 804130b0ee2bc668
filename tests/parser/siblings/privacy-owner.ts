import { tcc } from './lines.ts';
import type { Sibling } from './sibling.ts';

const long = (clock: string, message: string): string =>
  `2026-03-25 ${clock}-0700 0x3b7e     Default     0x0                  402    0    tccd: [com.apple.TCC:access] ${message}\n`;

export default [
  {
    title: 'macOS: programs whose names only begin like that of Zoom are denied the camera',
    evidence: {
      'log-show.txt':
        tcc('2026-03-25 08:00:00', '402.10', 'us.zoom.xosmenu', 'Camera', 0, 2) +
        tcc('2026-03-25 08:01:00', '402.11', 'com.example.zoomer', 'Camera', 0, 2),
    },
    top: null,
    exit: 0,
  },
  {
    title: 'macOS: Zoom only asks what was decided, and nothing is yet',
    evidence: {
      'log-show.txt':
        tcc('2026-03-25 08:10:00', '402.12', 'us.zoom.xos', 'Camera', 1, 5, 'yes') +
        tcc('2026-03-25 08:10:01', '402.13', 'us.zoom.xos', 'Microphone', 1, 5, 'yes'),
    },
    top: null,
    exit: 0,
  },
  {
    title: 'macOS: Zoom may not read all files or listen to keys, which no meeting needs',
    evidence: {
      'log-show.txt':
        tcc('2026-03-25 08:20:00', '402.14', 'us.zoom.xos', 'SystemPolicyAllFiles', 0, 5) +
        tcc('2026-03-25 08:20:01', '402.15', 'us.zoom.xos', 'ListenEvent', 0, 4),
    },
    top: null,
    exit: 0,
  },
  {
    title: 'macOS: the microphone is denied to Zoom in the settings (log show in its default style)',
    evidence: {
      'log-show.txt':
        long(
          '08:30:00.101000',
          'AUTHREQ_CTX: msgID=402.16, function=TCCAccessRequest, service=kTCCServiceMicrophone, preflight=no, query=1, client_dict=(null)',
        ) +
        long(
          '08:30:00.102000',
          'AUTHREQ_ATTRIBUTION: msgID=402.16, attribution={accessing={TCCDProcess: identifier=us.zoom.xos, pid=1820, auid=502, euid=502, binary_path=<private>}, },',
        ) +
        long(
          '08:30:00.103000',
          'AUTHREQ_RESULT: msgID=402.16, authValue=0, authReason=4, authVersion=1, desired_auth=0, error=(null),',
        ),
    },
    top: { class: 'permissions' },
    verdicts: { permissions: 'confirmed' },
    exit: 1,
  },
  {
    title: "macOS: two requests overlap, a browser's is granted, Zoom's is not",
    evidence: {
      'log-show.txt': (() => {
        const browser = tcc('2026-03-25 08:40:00', '402.18', 'org.example.browser', 'Camera', 2, 2).split(/^/m);
        const zoom = tcc('2026-03-25 08:40:00', '402.17', 'us.zoom.xos', 'Camera', 0, 2).split(/^/m);
        return zoom.map((line, at) => line + browser[at]).join('');
      })(),
    },
    top: { class: 'permissions' },
    verdicts: { permissions: 'confirmed' },
    exit: 1,
  },
] satisfies readonly Sibling[];
