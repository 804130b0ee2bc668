import type { Sibling } from './sibling.ts';

const line = (at: number, message: string): string =>
  `2026-03-02 10:20:0${at}.101 Df tccd[402:3b7e] [com.apple.TCC:access] ${message}\n`;
const who = (role: string, id: string): string =>
  `${role}={TCCDProcess: identifier=${id}, pid=${1800 + id.length}, auid=502, euid=502, binary_path=<private>}`;
const asked = (id: string, roles: readonly string[], subject: string | null, value: number): string =>
  [
    `AUTHREQ_CTX: msgID=${id}, function=TCCAccessRequest, service=kTCCServiceMicrophone, preflight=no, query=1`,
    `AUTHREQ_ATTRIBUTION: msgID=${id}, attribution={${roles.join(', ')}, },`,
    ...(subject === null ? [] : [`AUTHREQ_SUBJECT: msgID=${id}, subject=${subject},`]),
    `AUTHREQ_RESULT: msgID=${id}, authValue=${value}, authReason=2, authVersion=1, error=(null),`,
  ]
    .map((message, at) => line(at, message))
    .join('');

export default [
  {
    title: 'Zoom asks for a recorder, to which the microphone is denied',
    evidence: {
      'tccd.log': asked(
        '402.21',
        [who('responsible', 'org.example.capture'), who('requesting', 'us.zoom.xos')],
        'org.example.capture',
        0,
      ),
    },
    top: null,
    exit: 0,
  },
  {
    title: 'a terminal started Zoom and answers for it; no line names the subject',
    evidence: {
      'tccd.log': asked('402.22', [who('responsible', 'com.apple.Terminal'), who('accessing', 'us.zoom.xos')], null, 0),
    },
    top: null,
    exit: 0,
  },
  {
    title: 'the system asks for Zoom, and Zoom is denied',
    evidence: {
      'tccd.log': asked(
        '402.23',
        [who('accessing', 'us.zoom.xos'), who('requesting', 'com.apple.audio.coreaudiod')],
        'us.zoom.xos',
        0,
      ),
    },
    top: { class: 'permissions' },
    verdicts: { permissions: 'confirmed' },
    exit: 1,
  },
  {
    title: 'a part of Zoom opens the microphone, Zoom is the subject and is denied',
    evidence: {
      'tccd.log': asked(
        '402.24',
        [who('responsible', 'us.zoom.xos'), who('accessing', 'us.zoom.caphost')],
        'us.zoom.xos',
        0,
      ),
    },
    top: { class: 'permissions' },
    exit: 1,
  },
  {
    title: 'Zoom is the subject and is allowed',
    evidence: {
      'tccd.log': asked('402.25', [who('accessing', 'us.zoom.xos')], 'us.zoom.xos', 2),
    },
    top: null,
    exit: 0,
  },
] satisfies readonly Sibling[];
