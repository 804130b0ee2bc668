import type { Sibling } from './sibling.ts';

const names =
  '"Timestamp","RuleTitle","Level","Computer","Channel","EventID","RecordID","Details","ExtraFieldInfo","RuleID"\n';
const chainsaw = 'timestamp,detections,path,count,Event.System.Provider,Event ID,Record ID,Computer,Event Data\n';

export default [
  {
    title: 'Hayabusa: the filtering platform blocks the client',
    evidence: {
      'timeline.csv': `${names}"2026-03-02 09:10:11.250 +01:00","Logon","info","DESK-7","Sec",4624,8001,"Type: 2 ¦ TgtUser: alice","-","00000000-0000-4000-8000-000000000002"\n"2026-03-02 09:12:11.250 +01:00","Net Conn Blocked","info","DESK-7","Sec",5157,8002,"Proc: \\device\\harddiskvolume4\\program files\\zoom\\bin\\zoom.exe ¦ SrcIP: 192.168.7.20 ¦ SrcPort: 50200 ¦ TgtIP: 203.0.113.41 ¦ TgtPort: 8801 ¦ Protocol: 17 ¦ PID: 5012","Direction: %%14593 ¦ LayerName: %%14611","00000000-0000-4000-8000-000000000003"\n`,
    },
    top: { class: 'firewall' },
    exit: 1,
  },
  {
    title: 'Hayabusa, all fields, as JSON: another program crashed',
    evidence: {
      'hayabusa.jsonl':
        '{ "Timestamp": "2026-03-02 08:10:11.250 +00:00", "RuleTitle": "App Crash", "Level": "low", "Computer": "DESK-7", "Channel": "App", "EventID": 1000, "RecordID": 8003, "AllFieldInfo": { "AppName": "ZoomText.exe", "AppPath": "C:\\\\Program Files\\\\Example\\\\ZoomText.exe", "ModuleName": "ntdll.dll", "ExceptionCode": "c0000005" }, "RuleFile": "App_1000.yml" }\n',
    },
    top: null,
    exit: 0,
  },
  {
    title: 'Chainsaw, as a table with cells of several lines: the client crashed in the library of a camera',
    evidence: {
      'sigma.csv': `${chainsaw}2026-03-02T08:10:11.250+00:00,+ Application Error,C:\\case\\Application.evtx,1,Application Error,1000,8004,DESK-7,"AppName: Zoom.exe\nAppPath: C:\\Program Files\\Zoom\\bin\\Zoom.exe\nAppVersion: 6.4.10.64123\nExceptionCode: c0000005\nModuleName: examplevcam64.dll\n"\n`,
    },
    top: { class: 'crash' },
    exit: 1,
  },
  {
    title: 'Chainsaw, as JSON: an allowed connection of the client, and a failed logon',
    evidence: {
      'chainsaw.json': `${JSON.stringify(
        [
          [4625, { TargetUserName: 'alice', Status: '0xc000006d' }] as const,
          [
            5156,
            {
              Application: '\\device\\harddiskvolume4\\program files\\zoom\\bin\\zoom.exe',
              Direction: '%%14593',
              SourceAddress: '192.168.7.20',
              DestAddress: '203.0.113.41',
              DestPort: '443',
              Protocol: '6',
            },
          ] as const,
        ].map(([id, data]) => ({
          group: 'Sigma',
          kind: 'individual',
          document: {
            kind: 'evtx',
            path: 'Security.evtx',
            data: {
              Event: {
                System: {
                  Provider_attributes: { Name: 'Microsoft-Windows-Security-Auditing' },
                  EventID: id,
                  TimeCreated_attributes: { SystemTime: '2026-03-02T08:10:11.250Z' },
                  Computer: 'DESK-7',
                },
                EventData: data,
              },
            },
          },
          name: 'a rule',
          timestamp: '2026-03-02T08:10:11.250+00:00',
        })),
      )}\n`,
    },
    top: null,
    exit: 0,
  },
  {
    title: 'Hayabusa: a block of another program, whose rule names Zoom',
    evidence: {
      'out.csv': `${names}"2026-03-02 09:12:11.250 +01:00","Zoom Impersonation","high","DESK-7","Sec",5157,8005,"Proc: \\device\\harddiskvolume4\\users\\alice\\downloads\\zoomplayer.exe ¦ TgtIP: 198.51.100.9 ¦ TgtPort: 443 ¦ Protocol: 6","Direction: %%14593","00000000-0000-4000-8000-000000000004"\n`,
    },
    top: null,
    exit: 0,
  },
] satisfies readonly Sibling[];
