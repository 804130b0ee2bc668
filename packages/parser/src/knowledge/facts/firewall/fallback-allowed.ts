import { defineFact } from '../../../define.ts';
import { references } from '../../references.ts';
import { remoteAddress } from '../../wordings/addresses.ts';
import { filteringEvents, firewallTable, windowsEvent } from '../../wordings/samples.ts';
import { windowsEventFormats } from '../../wordings/windows-event-message.ts';
import { zoomProgram } from '../../zoom-identity.ts';

const passed = (program: string, direction: string, port: number): string =>
  windowsEvent('Microsoft-Windows-Security-Auditing', 5156, {
    Application: program,
    Direction: direction,
    DestAddress: '198.51.100.9',
    DestPort: port,
    Protocol: 6,
  });
const zoom = '\\device\\harddiskvolume4\\program files\\zoom\\bin\\zoom.exe';

/** Zoom media falls back to TCP 443 when its own ports are blocked (Zoom's network requirements). */
export default defineFact({
  id: 'fallback-allowed',
  class: 'firewall',
  title: 'The firewall allows outbound Zoom traffic on TCP 443',
  because:
    'Zoom media falls back to this path when its own ports are blocked: the quality is worse, but the meeting continues.',
  effect: 'ends',
  ends: [],
  eases: ['local-firewall-drop'],
  match: [
    {
      formats: windowsEventFormats,
      has: 'zoom',
      fields: {
        application: zoomProgram,
        eventid: [5156],
        direction: ['%%14593'],
        protocol: [6],
        destport: [443],
        destaddress: remoteAddress,
      },
      layout: 'documented',
      see: [references.event5156],
      hits: filteringEvents(5156, zoom, '198.51.100.9', 443, 6),
    },
  ],
  misses: [
    { text: passed(zoom, '%%14592', 443), why: 'inbound' },
    { text: passed(zoom, '%%14593', 80), why: 'not a media port' },
    { text: passed('\\device\\harddiskvolume4\\example\\a.exe', '%%14593', 443), why: 'another program' },
    {
      text: firewallTable('2025-01-20 17:18:19 ALLOW TCP 192.0.2.7 198.51.100.9 50002 443 0 - 0 0 0 - - - SEND'),
      why: 'an address that any program may use',
    },
  ],
});
