/** How macOS logs that it denied Zoom a device: by a joined request of tccd, and by two older single lines. */
import type { Miss, Pattern } from '../../define.ts';
import { references } from '../references.ts';
import { isZoomBundle, ofZoom, zoomBundle, zoomBundles } from '../zoom-identity.ts';
import { unifiedLogs } from './unified-log.ts';
import { tccdLines, tccRequestLines, tccRequests } from './unified-samples.ts';

/** Reasons of a macOS privacy answer that the user can change; 6, 7 and 12 are policies of device management, 8 is a program's own fault. */
const notManaged = /^(?!6$|7$|8$|12$)\d+$/;

const answerOf = (service: string) => ({
  authvalue: [0],
  authreason: notManaged,
  client: isZoomBundle,
  service: [service],
});

/** What a check (`preflight`) finds denied: nothing was asked for, and nothing refused. */
export const deniedCheck = (service: string): Pattern => ({
  formats: unifiedLogs,
  has: ofZoom,
  fields: { ...answerOf(service), preflight: ['yes'] },
  layout: 'documented',
  see: [references.tccRequest],
  strength: 'strong',
  hits: tccRequests(zoomBundle, service, 'yes', 'authValue=0, authReason=4'),
});

/** By its bundle, or by where its program lies (a client of type 1). */
const isZoomClient = new RegExp(`${isZoomBundle.source}|^/Applications/zoom\\.us\\.app(?:/|$)`);

/** What the database keeps of it. */
const rowOf = (service: string, state: 'denied' | 'allowed', ...hits: readonly string[]): Pattern => ({
  formats: ['tcc-rows', 'tcc-record'],
  has: service,
  fields: { state: [state], client: isZoomClient, service: [service] },
  layout: 'documented',
  see: [references.tccRows, references.tccSchemas],
  hits: [
    ...hits,
    `     service = ${service}\n      client = us.zoom.xos\n client_type = 0\n  auth_value = ${state === 'denied' ? 0 : 2}`,
  ],
});

/** A request that was refused. `service`: `kTCCServiceCamera`. */
export const denied = (service: string): Pattern[] => {
  return [
    {
      formats: unifiedLogs,
      has: ofZoom,
      fields: { ...answerOf(service), preflight: ['no'] },
      layout: 'documented',
      see: [references.tccRequest],
      hits: [
        ...tccRequests(zoomBundle, service, 'no', 'authValue=0, authReason=2'),
        ...tccRequests('us.zoom.CptHost', service, 'no', 'authValue=0, authReason=2'),
      ],
    },
    {
      formats: unifiedLogs,
      has: 'denying service',
      text: new RegExp(`denying service ${service} and client ${zoomBundles}`),
      layout: 'documented',
      see: [references.tccRefusal],
      hits: tccdLines(`Unhandled UserNotification response: 0x3; denying service ${service} and client us.zoom.xos`),
    },
    {
      formats: unifiedLogs,
      has: 'Update Access Record',
      text: new RegExp(`Update Access Record: ${service} for ${zoomBundles} to Denied`),
      layout: 'documented',
      see: [references.tccRecord],
      hits: tccdLines(`Update Access Record: ${service} for us.zoom.xos to Denied (System Set) (v1) at 1766624401`),
    },
    {
      formats: unifiedLogs,
      has: 'Policy disallows prompt',
      text: new RegExp(
        String.raw`Policy disallows prompt for (?:Sub:\{)?${zoomBundles}[^;]{0,900}; access to ${service} denied`,
      ),
      layout: 'constructed',
      hits: tccdLines(
        `Policy disallows prompt for Sub:{us.zoom.xos}Resp:{TCCDProcess: identifier=us.zoom.xos, pid=944, auid=501, euid=501, binary_path=<private>}; access to ${service} denied`,
      ),
    },
    {
      formats: unifiedLogs,
      has: 'Refusing TCCAccessRequest',
      text: new RegExp(
        String.raw`Refusing TCCAccessRequest for service ${service} from client (?:Sub:\{)?${zoomBundles}`,
      ),
      layout: 'constructed',
      hits: tccdLines(
        `Refusing TCCAccessRequest for service ${service} from client Sub:{us.zoom.xos} in background session`,
      ),
    },
    rowOf(
      service,
      'denied',
      `${service}|us.zoom.xos|0|0|2|1`,
      `${service}|/Applications/zoom.us.app/Contents/MacOS/zoom.us|1|0|2|1`,
    ),
  ];
};

/** That it was allowed: an answer to a request, or what the settings recorded. */
export const granted = (service: string): Pattern[] => [
  {
    formats: unifiedLogs,
    has: zoomBundle,
    fields: { authvalue: [2], client: [zoomBundle], service: [service] },
    layout: 'documented',
    see: [references.tccRequest],
    hits: tccRequests(zoomBundle, service, 'no', 'authValue=2, authReason=2'),
  },
  {
    formats: unifiedLogs,
    has: 'Update Access Record',
    text: new RegExp(`Update Access Record: ${service} for us\\.zoom\\.xos to Allowed`),
    layout: 'documented',
    see: [references.tccRecord],
    hits: tccdLines(`Update Access Record: ${service} for us.zoom.xos to Allowed (User Set) (v1) at 1766624401`),
  },
  rowOf(service, 'allowed', `${service}|us.zoom.xos|0|2|2|1`),
];

/** Look-alikes of those. */
export const denialMisses = (service: string): Miss[] => [
  { text: `${service}|us.zoom.xos|0|2|2|1`, why: 'a row that allows it' },
  {
    text: tccdLines(
      `Policy disallows prompt for Sub:{com.example.recorder}Resp:{TCCDProcess: identifier=com.example.recorder, pid=944}; access to ${service} denied`,
    )[2]!,
    why: 'a policy for another program',
  },
  { text: `${service}|com.example.recorder|0|0|2|1`, why: "another program's row" },
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
  {
    text: tccRequestLines(zoomBundle, service, 'no', 'authValue=0, authReason=2').replace(
      'accessing={',
      'responsible={TCCDProcess: identifier=com.example.recorder, pid=690, auid=501}, requesting={',
    ),
    why: 'Zoom asks for another program, whose permission it is',
  },
];
