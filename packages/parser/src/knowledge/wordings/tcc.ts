/** How macOS logs that it denied Zoom a device: by a joined request of tccd, and by two older single lines. */
import type { Miss, Pattern } from '../../define.ts';
import { zoomBundle } from '../zoom-identity.ts';
import { tccRequestLines } from './samples.ts';

/** Reasons of a macOS privacy answer that the user can change; 6, 7 and 12 are policies of device management. */
const notManaged = /^(?!6$|7$|12$)\d+$/;

/** A check before the first use (`preflight`) is weaker than an answer to a request. `service`: `kTCCServiceCamera`. */
export const denialPatterns = (service: string): Pattern[] => {
  const denied = { authvalue: [0], authreason: notManaged, client: [zoomBundle], service: [service] };
  return [
    { has: 'AUTHREQ_RESULT', fields: { ...denied, preflight: ['no'] }, layout: 'documented' },
    { has: 'AUTHREQ_RESULT', fields: { ...denied, preflight: ['yes'] }, layout: 'documented', strength: 'strong' },
    {
      has: 'denying service',
      text: new RegExp(`denying service ${service} and client us\\.zoom\\.xos\\b`),
      layout: 'documented',
    },
    {
      has: 'Update Access Record',
      text: new RegExp(`Update Access Record: ${service} for us\\.zoom\\.xos to Denied`),
      layout: 'documented',
    },
  ];
};

/** A hit for each of those patterns. */
export const denialHits = (service: string): string[] => [
  tccRequestLines(zoomBundle, service, 'no', 'authValue=0, authReason=2'),
  tccRequestLines(zoomBundle, service, 'yes', 'authValue=0, authReason=4'),
  `2025-12-24 18:00:01.250 Df tccd[377:1f0a] [com.apple.TCC:access] Unhandled UserNotification response: 0x3; denying service ${service} and client us.zoom.xos`,
  `2025-12-24 18:00:01.250 Df tccd[377:1f0a] [com.apple.TCC:access] Update Access Record: ${service} for us.zoom.xos to Denied (System Set) (v1) at 1766624401`,
];

export const denialMisses = (service: string): Miss[] => [
  { text: tccRequestLines(zoomBundle, service, 'no', 'authValue=0, authReason=6'), why: 'set by device management' },
  { text: tccRequestLines(zoomBundle, service, 'no', 'authValue=2, authReason=2'), why: 'allowed' },
  {
    text: tccRequestLines(zoomBundle, service, 'yes', 'authValue=1, authReason=5'),
    why: 'not asked yet: a check before the first use',
  },
  {
    text: tccRequestLines(zoomBundle, 'kTCCServiceListenEvent', 'no', 'authValue=0, authReason=5'),
    why: 'another service',
  },
  {
    text: tccRequestLines('com.example.recorder', service, 'no', 'authValue=0, authReason=2'),
    why: 'another program',
  },
];
