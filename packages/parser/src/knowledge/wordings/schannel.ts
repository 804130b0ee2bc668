/** How Schannel, the TLS of Windows, writes of Zoom's certificates: by the process that asked, or by the server's name. */
import type { Pattern } from '../../define.ts';
import { references } from '../references.ts';
import { zoomDomain, zoomHost, zoomProcess } from '../zoom-identity.ts';
import { capi2Event, windowsEventHits } from './samples.ts';
import { windowsEventFormats } from './windows-event-message.ts';

/**
 * How CAPI2 records that Zoom had a chain of certificates checked, and it was not good. It checks the signatures of programs
 * as well: only a chain that is to prove a server's identity, or Zoom's own name, is one of TLS.
 */
export const capi2 = (status: string, result: string): Pattern[] =>
  [
    {
      what: { 'usage.oid': ['1.3.6.1.5.5.7.3.1'] },
      hit: capi2Event('Zoom.exe', status, result, '1.3.6.1.5.5.7.3.1', 'Example'),
    },
    {
      what: { 'certificate.subjectname': new RegExp(String.raw`(?:^|[\s.=*])${zoomDomain}$`, 'i') },
      hit: capi2Event('Zoom.exe', status, result, '', '*.zoom.us'),
    },
  ].flatMap(({ what, hit }) =>
    [
      { has: status, fields: { [`errorstatus.${status.toLowerCase()}`]: ['true'] } },
      { has: result, fields: { 'result.value': [result] } },
    ].map(({ has, fields }) => ({
      formats: ['windows-events'],
      has,
      fields: { ...fields, ...what, 'eventauxinfo.processname': zoomProcess, provider: /CAPI2$/ },
      layout: 'documented',
      see: [references.capi2Event11],
      hits: [hit],
    })),
  );

/** One event of Schannel: its id, its named values, and the beginning of its message, in which an alert is the first number. */
export interface SchannelSample {
  readonly id: number;
  readonly data?: Readonly<Record<string, number>>;
  readonly message: string;
}

/**
 * An event counts only when it names Zoom's process or a host of Zoom's: older schemas name nobody, and such events are
 * everyday noise. The programs of other makers ask for Zoom's hosts as well (a browser).
 */
export const schannel = (fields: Pattern['fields'], { id, data = {}, message }: SchannelSample): Pattern[] =>
  [
    { has: 'zoom', whose: { callerprocessimagename: zoomProcess }, names: { CallerProcessImageName: 'Zoom.exe' } },
    {
      has: 'zwebview2agent',
      whose: { callerprocessimagename: zoomProcess },
      names: { CallerProcessImageName: 'zWebview2Agent' },
    },
    {
      has: 'zoom',
      whose: { targetname: zoomHost },
      names: { CallerProcessImageName: 'svchost.exe', TargetName: 'us04web.zoom.us' },
    },
  ].map(
    ({ has, whose, names }): Pattern => ({
      formats: windowsEventFormats,
      has,
      fields: { ...fields, ...whose, provider: /Schannel$/ },
      layout: 'documented',
      see: [references.schannelEvents],
      hits: windowsEventHits(
        'Schannel',
        id,
        { ...data, CallerProcessId: 4021, ...names },
        `${message}${'TargetName' in names ? ` The target name is ${names.TargetName}.` : ''} The SSPI client process is ${names.CallerProcessImageName} (PID: 4021).`,
      ),
    }),
  );
