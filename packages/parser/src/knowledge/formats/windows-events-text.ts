import { type Carry, defineFormat } from '../../define.ts';
import type { Entry } from '../../model.ts';
import { addField, locate, withFields, withTime } from '../../reading/entry.ts';
import { sections } from '../../reading/framings/sections.ts';
import { nameStep } from '../wordings/clock-step.ts';
import { eventContext } from '../wordings/context.ts';
import { isDocument } from '../wordings/document.ts';
import { nameComputer } from '../wordings/event-computer.ts';
import { nameEventFlow } from '../wordings/flow.ts';
import {
  beginsEvent,
  columnsOf,
  eventCopy,
  learnOrder,
  readEventCopy,
  readShownTime,
  tableProvider,
} from '../wordings/windows-event-copy.ts';
import { readEventMessage } from '../wordings/windows-event-message.ts';
import { tableHeadOf } from '../wordings/windows-event-tables.ts';
import { nameEventPart } from '../wordings/zoom-part.ts';

/** Under which the provider of a table's rows stands in the carry. */
const providerKey = 'event provider';
/** Under which the names and dashes of a table stand in the carry. */
const headKey = 'event columns';
/** Stands in the carry of an article. */
const documentKey = 'document';

const shifted = (place: { start: number; end: number }, by: number) => ({
  start: place.start + by,
  end: place.end + by,
});

function prepare(entry: Entry, carry: Carry): Entry | null {
  const { text } = entry.pieces[0]!;
  const columns = columnsOf(text);
  if (columns) carry.columns = columns;
  const provider = tableProvider(text);
  if (provider !== null) carry.names.set(providerKey, provider);
  const head = tableHeadOf(text);
  if (head !== null) carry.names.set(headKey, head);
  const told = columns
    ? null
    : readEventCopy(text, carry.columns, carry.names.get(headKey) ?? null, carry.names.get(providerKey) ?? null);
  // A message without its date, in an article: a sample.
  if (!told || (told.date === null && carry.names.has(documentKey))) return null;
  nameComputer(carry, told.computer);
  const { id, start, end } = told;
  const written = text.indexOf(String(id));
  return withTime(
    withFields(entry, (fields) => {
      for (const key of ['provider', 'eventid', 'computer']) fields.delete(key);
      const at = (value: string) => {
        const from = Math.max(0, value === '' ? 0 : text.indexOf(value));
        return { piece: 0, start: from, end: from + value.length };
      };
      if (told.computer) addField(fields, 'computer', { value: told.computer, ...at(told.computer) });
      if (told.provider !== '') addField(fields, 'provider', { value: told.provider, ...at(told.provider) });
      addField(fields, 'eventid', { value: id, ...at(written < 0 ? '' : String(id)) });
      for (const { key, value, ...place } of readEventMessage(
        told.provider,
        id,
        told.message ?? text.slice(start, end),
      ))
        fields.set(key, [
          {
            value,
            piece: 0,
            ...(told.message === undefined ? shifted(place, start) : locate(text, String(value), start)),
          },
        ]);
    }),
    told.date === null ? null : readShownTime(told.date, told.order, carry),
  );
}

export default defineFormat({
  id: 'windows-events-text',
  title:
    'Windows events as text: copied from the Event Viewer, listed by PowerShell, wevtutil or dcdiag, or a bare message',
  origin: 'windows-events',
  framing: sections({ begins: beginsEvent }),
  os: 'windows',
  names: ['*events*.txt', '*eventlog*.txt'],
  // The Event Viewer copies the XML as well, behind the message.
  recognise: { starts: eventCopy, unless: /<Event xmlns=/ },
  learn: (head, carry) => {
    learnOrder(head, carry);
    if (isDocument(head)) carry.names.set(documentKey, '');
  },
  prepare,
  context: eventContext,
  derives: ['step', 'flow', 'part'],
  derive: (entry) => nameEventFlow(nameStep(nameEventPart(entry))),
  samples: [
    {
      text: '   ProviderName: Application Error\n\nTimeCreated                      Id LevelDisplayName Message\n-----------                      -- ---------------- -------\n14.05.2025 07:08:09            1000 Fehler           Name der Anwendung: Zoom.exe, Version: 6.2.5.48876, Zei...',
      entry: { time: '2025-05-14T07:08:09', fields: { eventid: 1000, appname: 'Zoom.exe' } },
    },
    {
      text: '#TYPE System.Diagnostics.Eventing.Reader.EventLogRecord\n"TimeCreated","Id","ProviderName","Message"\n"14.05.2025 07:08:09","36881","Schannel","A sentence with ""quotes"".\n\nThe SSPI client process is Zoom (PID: 4021)."\n"14.05.2025 07:09:09","35","Microsoft-Windows-Time-Service","In step with ntp.example.com."',
      entry: { time: '2025-05-14T07:09:09', fields: { provider: 'Microsoft-Windows-Time-Service', eventid: 35 } },
    },
    {
      text: 'Ebene\tDatum und Uhrzeit\tQuelle\tEreignis-ID\tAufgabenkategorie\nFehler\t14.05.2025 07:08:09\tSchannel\t36881\tKeine\t"Ein Satz.\n\nDer SSPI-Clientprozess ist Zoom (PID: 4021)."',
      entry: {
        time: '2025-05-14T07:08:09',
        fields: { provider: 'Schannel', eventid: 36881, callerprocessimagename: 'Zoom' },
      },
    },
    {
      text: 'Log Name:      System\nSource:        Schannel\nDate:          14.05.2025 07:08:09\nEvent ID:      36881\nTask Category: None\nLevel:         Error\nKeywords:      \nUser:          SYSTEM\nComputer:      DESK-7\nDescription:\nThe certificate received from the far server has expired or is not yet valid.\nThe SSPI client process is Zoom (PID: 4021).',
      entry: {
        time: '2025-05-14T07:08:09',
        fields: { provider: 'Schannel', eventid: 36881, callerprocessimagename: 'Zoom' },
      },
    },
    {
      text: 'Protokollname: Security\nQuelle:        Microsoft-Windows-Security-Auditing\nDatum:         14.05.2025 07:08:09\nEreignis-ID:   5157\nAufgabenkategorie:Filterplattformverbindung\nEbene:         Informationen\nSchlüsselwörter:Überwachung gescheitert\nBenutzer:      Nicht zutreffend\nComputer:      DESK-7\nBeschreibung:\nDie Windows-Filterplattform hat eine Verbindung blockiert.\n\nAnwendungsinformationen:\n\tProzess-ID:\t\t4021\n\tAnwendungsname:\t\\device\\harddiskvolume3\\program files\\zoom\\bin\\zoom.exe\n\nNetzwerkinformationen:\n\tRichtung:\t\tAusgehend\n\tQuelladresse:\t\t192.0.2.7\n\tQuellport:\t\t50001\n\tZieladresse:\t198.51.100.9\n\tZielport:\t\t8801\n\tProtokoll:\t\t17\n\nFilterinformationen:\n\tFilterlaufzeit-ID:\t70001\n\tSchichtname:\t\tVerbinden\n\tSchichtlaufzeit-ID:\t48',
      entry: {
        fields: { eventid: 5157, direction: '%%14593', destaddress: '198.51.100.9', destport: 8801, protocol: 17 },
      },
    },
    {
      text: 'TimeCreated  : 5/14/2025 7:08:09 PM\nId           : 1000\nProviderName : Application Error\nMessage      : Faulting application name: Zoom.exe, version: 6.2.5.48876, time stamp: 0x6706f0aa\n               Faulting module name: vcam.dll, version: 1.2.0.0, time stamp: 0x5c5c5c5c\n               Exception code: 0xc0000005\n               Fault offset: 0x0000000000012345',
      entry: {
        time: '2025-05-14T19:08:09',
        fields: { eventid: 1000, appname: 'Zoom.exe', modulename: 'vcam.dll', exceptioncode: 'c0000005' },
      },
    },
    {
      text: 'Event[0]:\n  Log Name: Application\n  Source: MsiInstaller\n  Date: 2025-05-14T07:08:09.1230000Z\n  Event ID: 1033\n  Task: N/A\n  Level: Information\n  Opcode: N/A\n  Keyword: Classic\n  User: S-1-5-18\n  User Name: NT AUTHORITY\\SYSTEM\n  Computer: DESK-7\n  Description: \nWindows Installer installed the product. Product Name: Zoom Workplace (64-bit). Product Version: 6.2.48876. Product Language: 1033. Manufacturer: Zoom. Installation success or error status: 1603.',
      entry: {
        time: '2025-05-14T07:08:09.1230000Z',
        fields: { eventid: 1033, data1: 'Zoom Workplace (64-bit)', data4: 1603, computer: 'DESK-7' },
      },
    },
    {
      text: '         An error event occurred.  EventID: 0x80000032\n            Time Generated: 05/14/2025   07:08:09\n            Event String:\n            The time service detected a time difference of greater than 400000 milliseconds for 900 seconds.',
      entry: { time: '2025-05-14T07:08:09', fields: { eventid: 50, timedifferencemilliseconds: 400000 } },
    },
    {
      text: 'Device USB\\VID_1234&PID_ABCD&MI_00\\6&1&0&0000 had a problem starting.\n\nDriver Name: usbvideo.inf\nClass Guid: {ca3e7ab9-b4c3-4ae6-8251-579ef933890f}\nService: usbvideo\nProblem: 0xA\nProblem Status: 0xC0000001',
      entry: {
        time: null,
        fields: { provider: 'Kernel-PnP', eventid: 411, problem: '0xA', status: '0xC0000001' },
      },
    },
    {
      text: 'TimeCreated            Id LevelDisplayName Message\n-----------            -- ---------------- -------\n5/14/2025 7:08:09 AM 8004 Error            %OSDRIVE%\\USERS\\ALICE\\ZOOM\\BIN\\ZOOM.EXE was prevented from running.',
      entry: { time: '2025-05-14T07:08:09', fields: { provider: 'AppLocker', eventid: 8004 } },
    },
  ],
});
