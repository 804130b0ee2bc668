import { defineFormat } from '../../define.ts';
import { withSpeaker } from '../../reading/entry.ts';
import { objectsOrLines } from '../../reading/framings/objects-or-lines.ts';
import { nameStep } from '../wordings/clock-step.ts';
import { eventContext } from '../wordings/context.ts';
import { readEventRecord } from '../wordings/event-records.ts';
import { nameEventFlow } from '../wordings/flow.ts';

export default defineFormat({
  id: 'windows-event-records',
  title: 'Windows events as records of Velociraptor, evtx_dump, Chainsaw, Hayabusa, Winlogbeat, NXLog or EvtxECmd',
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
  names: ['*evtxecmd*', '*evtx*.json*', '*.evtx.csv', '*hayabusa*', '*chainsaw*'],
  recognise: {
    starts:
      /^\uFEFF?[ \t[]{0,40}\{\s{0,20}(?:"Event"\s{0,4}:\s{0,4}\{\s{0,20}(?:"(?:#attributes|EventData|UserData)"\s{0,4}:\s{0,4}(?:null|\{[^{}]{0,4000}\}),\s{0,20}){0,2})?"System"\s{0,4}:\s{0,4}\{|"winlog"\s{0,4}:\s{0,4}\{|^\uFEFF?(?=[^\n]{0,600}(?:EventId|EventID|Event ID)\b)(?=[^\n]{0,600}Provider)(?:"?(?:RecordNumber|EventRecordId|TimeCreated|EventId|timestamp|detections|path|Computer|Level|Provider|Channel|UserId|count|SourceFile|Payload|MapDescription)"?,){4}|^\uFEFF?"?Timestamp"?,(?:"?\w{1,20}"?,){0,5}"?EventID"?,|^[ \t[]{0,40}\{\s{0,20}"Timestamp"\s{0,4}:\s{0,4}"[^"]{1,40}",\s{0,20}"RuleTitle"|"document"\s{0,4}:\s{0,4}\{\s{0,40}"kind"\s{0,4}:\s{0,4}"evtx"|"Payload"\s{0,4}:\s{0,4}"\{\\"(?:Event|User)Data\\"/m,
    marks: ['EventID', 'EventTime', 'SourceName', 'Channel', 'Hostname', 'EventData', 'EventRecordID', 'Provider'].map(
      (name) => `"${name}":`,
    ),
    atLeast: 5,
  },
  samples: [
    {
      text: '"Timestamp","RuleTitle","Level","Computer","Channel","EventID","RecordID","Details","ExtraFieldInfo","RuleID"\n"2025-05-14 09:08:09.118 +02:00","Net Conn Blocked","info","DESK-7","Sec",5157,5001,"Proc: \\device\\harddiskvolume3\\users\\user\\appdata\\roaming\\zoom\\bin\\zoom.exe ¦ TgtIP: 203.0.113.40 ¦ TgtPort: 443","Direction: %%14593 ¦ Protocol: 6","00000000-0000-4000-8000-000000000001"',
      entry: {
        format: 'windows-events',
        time: '2025-05-14T09:08:09.118+02:00',
        fields: { provider: 'Microsoft-Windows-Security-Auditing', eventid: 5157, destport: 443, protocol: 6 },
      },
    },
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
    {
      text: '{"EventTime":"2025-05-14 07:08:09","Hostname":"DESK-7","EventType":"ERROR","EventID":1000,"SourceName":"Application Error","Channel":"Application","Message":"Faulting application name: Zoom.exe, version: 6.2.5.48876, time stamp: 0x6706f0aa\\r\\nFaulting module name: vcam.dll, version: 1.2.0.0, time stamp: 0x5c5c5c5c\\r\\nException code: 0xc0000005"}',
      entry: { format: 'windows-events', fields: { eventid: 1000, appname: 'Zoom.exe', computer: 'DESK-7' } },
    },
    {
      text: '{"EventTime":"2025-05-14T07:08:09Z","Computer":"DESK-7","Channel":"Microsoft-Windows-Kernel-PnP/Configuration","Provider":"Microsoft-Windows-Kernel-PnP","EventID":411,"EventRecordID":5001,"EventData":{"DeviceInstanceId":"USB\\\\VID_1234&PID_ABCD\\\\0001","Problem":10}}',
      entry: { format: 'windows-events', fields: { eventid: 411, problem: '0xA' } },
    },
    {
      text: '[{"group":"Sigma","kind":"individual","document":{"kind":"evtx","path":"System.evtx","data":{"Event":{"EventData":{"CallerProcessImageName":"Zoom.exe"},"System":{"Computer":"DESK-7","EventID":36882,"Provider_attributes":{"Name":"Schannel"},"TimeCreated_attributes":{"SystemTime":"2025-05-14T07:08:09.118Z"}}}}},"name":"Example"}]',
      entry: { format: 'windows-events', fields: { eventid: 36882, callerprocessimagename: 'Zoom.exe' } },
    },
    {
      text: 'timestamp,detections,path,count,Event.System.Provider,Event ID,Record ID,Computer,Event Data\n2025-05-14T07:08:09.118+00:00,Example,C:\\Application.evtx,1,Application Error,1000,5001,DESK-7,"AppName: Zoom.exe\nModuleName: vcam.dll"',
      entry: { format: 'windows-events', fields: { eventid: 1000, appname: 'Zoom.exe', modulename: 'vcam.dll' } },
    },
  ],
});
