import { defineFact, type Pattern } from '../../../define.ts';
import { references } from '../../references.ts';
import { publicAddress, remoteAddress } from '../../wordings/addresses.ts';
import { filteredEvent, filteringEvents, firewallTable } from '../../wordings/samples.ts';
import { windowsEventFormats } from '../../wordings/windows-event-message.ts';
import { zoomProgram } from '../../zoom-identity.ts';
import { mediaPortsTcp, mediaPortsUdp, zoomPorts } from '../../zoom-ports.ts';

const zoom = '\\device\\harddiskvolume4\\program files\\zoom\\bin\\zoom.exe';
const row = (protocol: string, path = 'SEND'): string =>
  firewallTable(`2025-01-20 17:18:19 ALLOW ${protocol} 192.0.2.7 198.51.100.9 50002 8801 0 - - - - - - - ${path}`);

const allowed = (protocol: string, ports: typeof mediaPortsTcp | typeof mediaPortsUdp): Pattern => ({
  formats: ['pfirewall'],
  has: ' SEND',
  fields: {
    'dst-port': ports,
    action: ['ALLOW'],
    protocol: [protocol],
    path: ['SEND'],
    opens: ['yes'],
    'dst-ip': publicAddress,
  },
  layout: 'constructed',
  hits: [row(protocol)],
});

export default defineFact({
  id: 'media-allowed',
  class: 'firewall',
  title: 'The firewall let outbound Zoom media traffic pass',
  because: 'A packet passed by the same protocol and to the same port as those that had been blocked.',
  effect: 'ends',
  ends: ['local-firewall-drop'],
  subject: { kind: 'flow', fields: ['flow'] },
  match: [
    allowed('UDP', mediaPortsUdp),
    allowed('TCP', mediaPortsTcp),
    {
      formats: windowsEventFormats,
      has: 'zoom',
      fields: {
        application: zoomProgram,
        eventid: [5156],
        direction: ['%%14593'],
        destport: zoomPorts,
        destaddress: remoteAddress,
      },
      layout: 'documented',
      see: [references.event5156],
      hits: filteringEvents(5156, zoom, '198.51.100.9', 8801, 17),
    },
    {
      formats: ['wfp-netevents'],
      has: 'z.o.o.m',
      fields: {
        application: zoomProgram,
        verdict: ['allow'],
        direction: ['out'],
        destport: zoomPorts,
        destaddress: remoteAddress,
      },
      layout: 'constructed',
      hits: [filteredEvent('ALLOW', 48, 8801)],
    },
  ],
  misses: [{ text: row('UDP', 'RECEIVE'), why: 'inbound' }],
});
