/** How Schannel, the TLS of Windows, writes of Zoom's certificates: by the process that asked, or by the server's name. */
import type { Pattern } from '../../define.ts';
import { zoomHost, zoomProcess } from '../zoom-identity.ts';
import { capi2Event, windowsEvent } from './samples.ts';
import { windowsEventFormats } from './windows-event-message.ts';

/**
 * How CAPI2 records that Zoom had a chain of certificates checked, and it was not good. It checks the signatures of programs
 * as well: only a chain that is to prove a server's identity, or Zoom's own name, is one of TLS.
 */
export const capi2Patterns = (status: string, result: string): Pattern[] =>
  [{ 'usage.oid': ['1.3.6.1.5.5.7.3.1'] }, { 'certificate.subjectname': /\bzoom\.(?:us|com)$/i }].flatMap((what) =>
    [
      { has: status, fields: { [`errorstatus.${status.toLowerCase()}`]: ['true'] } },
      { has: result, fields: { 'result.value': [result] } },
    ].map(({ has, fields }) => ({
      has,
      fields: { ...fields, ...what, 'eventauxinfo.processname': zoomProcess, provider: /CAPI2$/ },
      formats: ['windows-events'],
      layout: 'documented',
    })),
  );

/** A hit for each of those patterns. */
export const capi2Hits = (status: string, result: string): string[] => [
  capi2Event('Zoom.exe', status, result, '1.3.6.1.5.5.7.3.1', 'Example'),
  capi2Event('Zoom.exe', status, result, '', '*.zoom.us'),
];

/**
 * An event counts only when it names Zoom's process or a host of Zoom's: older schemas name nobody, and such events are
 * everyday noise. The programs of other makers ask for Zoom's hosts as well (a browser).
 */
export const schannelPatterns = (fields: Pattern['fields']): Pattern[] =>
  [
    { has: 'zoom', whose: { callerprocessimagename: zoomProcess } },
    { has: 'zwebview2agent', whose: { callerprocessimagename: zoomProcess } },
    { has: 'zoom', whose: { targetname: zoomHost } },
  ].map(({ has, whose }) => ({
    has,
    fields: { ...fields, ...whose, provider: /Schannel$/ },
    formats: windowsEventFormats,
    layout: 'documented',
  }));

/** A hit for each of those patterns. */
export const schannelHits = (id: number, more: Readonly<Record<string, number>> = {}): string[] => [
  windowsEvent('Schannel', id, { ...more, CallerProcessId: 4021, CallerProcessImageName: 'Zoom.exe' }),
  windowsEvent('Schannel', id, { ...more, CallerProcessId: 4021, CallerProcessImageName: 'zWebview2Agent' }),
  windowsEvent('Schannel', id, { ...more, CallerProcessImageName: 'svchost.exe', TargetName: 'us04web.zoom.us' }),
];
