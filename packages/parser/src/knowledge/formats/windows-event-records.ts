import { defineFormat } from '../../define.ts';
import { withSpeaker } from '../../reading/entry.ts';
import { objectsOrLines } from '../../reading/framings/objects-or-lines.ts';
import { nameStep } from '../wordings/clock-step.ts';
import { eventContext } from '../wordings/context.ts';
import { readEventRecord } from '../wordings/event-records.ts';
import { nameEventFlow } from '../wordings/flow.ts';

export default defineFormat({
  id: 'windows-event-records',
  title: 'Windows events as records of Velociraptor, evtx_dump, Winlogbeat or EvtxECmd',
  origin: 'windows-events',
  /** A record has all that the XML of its event has: what finds the one finds the other. */
  framing: objectsOrLines((_, piece, carry) => {
    const read = readEventRecord('windows-events', piece, carry);
    if (!read) return null;
    const entry = nameEventFlow(nameStep(read));
    const context = eventContext(entry);
    return context === null ? entry : withSpeaker(entry, { context });
  }),
  embeds: ['windows-events'],
  os: 'windows',
  names: ['*evtxecmd*', '*evtx*.json*', '*.evtx.csv'],
  recognise: {
    starts:
      /^\uFEFF?[ \t[]{0,40}\{\s{0,20}(?:"Event"\s{0,4}:\s{0,4}\{\s{0,20}(?:"#attributes"\s{0,4}:\s{0,4}\{[^{}]{0,300}\},\s{0,20})?)?"System"\s{0,4}:\s{0,4}\{|"winlog"\s{0,4}:\s{0,4}\{|^\uFEFF?"?RecordNumber"?,"?EventRecordId"?,"?TimeCreated"?,"?EventId"?,|"Payload"\s{0,4}:\s{0,4}"\{\\"(?:Event|User)Data\\"/m,
  },
  samples: [
    {
      text: '{"System":{"Provider":{"Name":"Application Error","Guid":"{00000000-0000-4000-8000-000000000001}"},"EventID":{"Value":1000},"TimeCreated":{"SystemTime":1747206489.5},"Channel":"Application","Computer":"DESK-7"},"EventData":{"AppName":"Zoom.exe","ModuleName":"vcam.dll","AppPath":"C:\\\\Program Files\\\\Zoom\\\\bin\\\\Zoom.exe"}}',
      entry: {
        format: 'windows-events',
        time: '2025-05-14T07:08:09.500Z',
        fields: { provider: 'Application Error', eventid: 1000, appname: 'Zoom.exe', computer: 'DESK-7' },
      },
    },
    {
      text: '{"Event":{"#attributes":{"xmlns":"http://schemas.microsoft.com/win/2004/08/events/event"},"System":{"Provider":{"#attributes":{"Name":"Application Hang"}},"EventID":{"#attributes":{"Qualifiers":0},"#text":1002},"TimeCreated":{"#attributes":{"SystemTime":"2025-05-14T07:08:09.118Z"}},"Computer":"DESK-7"},"EventData":{"Data":{"#text":["Zoom.exe","6.2.5.48876"]}}}}',
      entry: { format: 'windows-events', fields: { eventid: 1002, data1: 'Zoom.exe', data2: '6.2.5.48876' } },
    },
    {
      text: 'RecordNumber,EventRecordId,TimeCreated,EventId,Level,Provider,Channel,Computer,MapDescription,Payload\n1,5001,2025-05-14 07:08:09.1234567,36882,Error,Schannel,System,DESK-7,,"{""EventData"":{""Data"":[{""@Name"":""CallerProcessImageName"",""#text"":""Zoom.exe""},{""@Name"":""CallerProcessId"",""#text"":""4021""}]}}"',
      entry: {
        format: 'windows-events',
        time: '2025-05-14T07:08:09.1234567Z',
        fields: { provider: 'Schannel', eventid: 36882, callerprocessimagename: 'Zoom.exe' },
      },
    },
  ],
});
