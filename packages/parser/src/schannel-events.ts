/** How Schannel, the TLS of Windows, writes of Zoom's certificates: by the process that asked, or by the server's name. */
import type { Pattern } from './define.ts';
import { windowsEventFormats } from './event-message.ts';
import { zoomHost, zoomProcess } from './zoom-identity.ts';

/**
 * An event counts only when it names Zoom's process or a host of Zoom's: older schemas name nobody, and such events are
 * everyday noise. The programs of other makers ask for Zoom's hosts as well (a browser).
 */
export const schannelPatterns = (fields: Pattern['fields']): Pattern[] =>
  [{ callerprocessimagename: zoomProcess }, { targetname: zoomHost }].map((whose) => ({
    has: 'zoom',
    fields: { ...fields, ...whose, provider: /Schannel$/ },
    formats: windowsEventFormats,
    layout: 'documented',
  }));
