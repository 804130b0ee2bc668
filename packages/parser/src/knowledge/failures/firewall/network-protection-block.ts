import { defineFailure, type Pattern } from '../../../define.ts';
import { windowsEvent, windowsEventHits } from '../../wordings/samples.ts';
import { windowsEventFormats } from '../../wordings/windows-event-message.ts';
import { zoomDomain, zoomProgram } from '../../zoom-identity.ts';

/** A host of Zoom's, also in an address. */
const destination = new RegExp(String.raw`^(?:https?://)?(?:[\w-]{1,63}\.){0,6}${zoomDomain}\.?(?:[:/]|$)`, 'i');

const blocked = (host: string, program: string): string[] =>
  windowsEventHits(
    'Microsoft-Windows-Windows Defender',
    1126,
    { 'Detection Time': '2025-05-14T05:08:09.118Z', Destination: host, 'Process Name': program },
    `Microsoft Defender Exploit Guard has blocked a potentially dangerous network connection.\n\tUser: DESK-7\\alice\n\tDestination: ${host}\n\tProcess Name: ${program}`,
  );

const browser = 'C:\\Program Files\\Example\\browser.exe';
const zoom = 'C:\\Program Files\\Zoom\\bin\\Zoom.exe';

const pattern = (
  fields: Pattern['fields'],
  strength: 'proof' | 'strong' | 'weak',
  host: string,
  program: string,
): Pattern => ({
  has: 'zoom',
  fields: { ...fields, eventid: [1126], provider: /Windows Defender$/ },
  formats: windowsEventFormats,
  layout: 'constructed',
  strength,
  hits: blocked(host, program),
});

export default defineFailure({
  id: 'network-protection-block',
  class: 'firewall',
  role: 'cause',
  strength: 'strong',
  severity: 'error',
  title: 'Microsoft Defender blocked a connection to Zoom',
  cause: 'Network protection or web filtering of Microsoft Defender refused the connection.',
  remedy: 'Ask the people who manage Microsoft Defender to allow the hosts of Zoom.',
  likelyCodes: ['104103', '5003'],
  subject: { kind: 'host', fields: ['destination'] },
  match: [
    pattern({ destination, 'process name': zoomProgram }, 'proof', 'https://us04web.zoom.us', zoom),
    pattern({ destination }, 'strong', 'us04web.zoom.us', browser),
    // What else Zoom asks for: statistics, a page in a meeting.
    pattern({ 'process name': zoomProgram }, 'weak', 'https://cdn.example.com', zoom),
  ],
  fixes: ['firewall-security-suite-exception', 'firewall-open-ports'],
  misses: [
    {
      text: windowsEvent('Microsoft-Windows-Windows Defender', 1125, {
        Destination: 'https://us04web.zoom.us',
        'Process Name': zoom,
      }),
      why: 'audit only: nothing was blocked',
    },
    {
      text: windowsEvent('Microsoft-Windows-Windows Defender', 1126, {
        Destination: 'https://zoom.us.example.com',
        'Process Name': browser,
      }),
      why: 'a host of another owner',
    },
  ],
});
