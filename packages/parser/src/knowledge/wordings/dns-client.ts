/** How the DNS client of Windows writes that no server answered for a name of Zoom's. */
import type { Pattern } from '../../define.ts';
import { references } from '../references.ts';
import { zoomHost } from '../zoom-identity.ts';
import { windowsEventHits } from './samples.ts';
import { windowsEventFormats } from './windows-event-message.ts';

export const nameTimedOut: Pattern = {
  formats: windowsEventFormats,
  has: 'zoom',
  fields: { queryname: zoomHost, eventid: [1014], provider: /DNS-Client$/ },
  layout: 'documented',
  see: [references.dnsClient],
  hits: windowsEventHits(
    'Microsoft-Windows-DNS-Client',
    1014,
    { QueryName: 'us04web.zoom.us', AddressLength: 128 },
    'Name resolution for the name us04web.zoom.us timed out after none of the configured DNS servers responded.',
  ),
};
