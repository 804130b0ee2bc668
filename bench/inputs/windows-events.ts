/** Windows' System, Application and Security logs, an event as XML each. */
import type { Random } from './random.ts';
import { type Template, templatesOf } from './templates.ts';

interface Kind {
  readonly provider: string;
  readonly ids: readonly number[];
  readonly channel: string;
  readonly data: readonly (readonly [name: string, value: Template])[];
}

/** `text`: a name and a template on each line. */
const kind = (provider: string, channel: string, ids: readonly number[], text: string): Kind => {
  const rows = text.trim().split('\n');
  const values = templatesOf(rows.map((row) => row.slice(row.indexOf(' ') + 1)).join('\n'));
  return { provider, channel, ids, data: rows.map((row, i) => [row.slice(0, row.indexOf(' ')), values[i]!] as const) };
};

const ordinary: readonly Kind[] = [
  kind(
    'Microsoft-Windows-Security-Auditing',
    'Security',
    [4624, 4634, 4648],
    `
SubjectUserSid S-1-5-21-{n 4294967295}-{n 4294967295}-{n 4294967295}-{n 1000 1100}
SubjectUserName {name}
TargetLogonId 0x{hex 7}
LogonType {n 2 12}
WorkstationName DESK-{n 99}
ProcessName {winpath}
IpAddress {ip}
IpPort {n 65536}`,
  ),
  kind(
    'Microsoft-Windows-Security-Auditing',
    'Security',
    [4688, 4689],
    `
SubjectUserName {name}
NewProcessId 0x{hex 4}
NewProcessName {winpath}
ParentProcessName {winpath}
CommandLine "{winpath}" /{word} /{word}:{n 999}`,
  ),
  kind(
    'Microsoft-Windows-Security-Auditing',
    'Security',
    [5379, 5061, 5058],
    `
SubjectUserName {name}
TargetName {noun}:{word}={hex 12}
ClientProcessId {n 40000}
KeyName {guid}`,
  ),
  kind(
    'Microsoft-Windows-WindowsUpdateClient',
    'System',
    [19, 43, 44],
    `
updateTitle {Words 2 7} (KB{n 5000000 5999999})
updateGuid {{guid}}
updateRevisionNumber {n 300}`,
  ),
  kind(
    'Microsoft-Windows-DistributedCOM',
    'System',
    [10016],
    `
param1 application-specific
param2 Local
param3 Activation
param4 {{guid}}
param5 {{guid}}
param7 {name}`,
  ),
  kind(
    'Microsoft-Windows-Power-Troubleshooter',
    'System',
    [1],
    `
SleepTime 2025-06-{n 10 29}T0{n 9}:{n 10 60}:{n 10 60}.{n 1000000 9999999}Z
WakeDuration {n 9999}
WakeSourceText {Words 1 4}`,
  ),
  kind(
    'Microsoft-Windows-Kernel-Power',
    'System',
    [105, 172, 187, 566],
    `
AcOnline {true|false}
RemainingCapacity {n 99999}
FullChargeCapacity {n 99999}
Reason {n 40}`,
  ),
  kind(
    'Microsoft-Windows-FilterManager',
    'System',
    [6],
    `
FinalStatus 0x0
DeviceName {Noun}
DeviceTime 20{n 10 26}-0{n 1 9}-{n 10 29}T00:00:00.0000000Z`,
  ),
  kind(
    'Microsoft-Windows-Ntfs',
    'System',
    [98, 9],
    `
DriveName \\\\?\\Volume{{guid}}
DeviceName \\Device\\HarddiskVolume{n 9}
CorruptionState 0x0`,
  ),
  kind(
    'Microsoft-Windows-DNS-Client',
    'System',
    [1014, 8015],
    `
QueryName {host}
Address 0200003500000000{upper 16}
AdapterName {{guid}}`,
  ),
  kind(
    'Microsoft-Windows-Winlogon',
    'System',
    [7001, 7002],
    `
TSId {n 9}
UserSid S-1-5-21-{n 4294967295}-{n 4294967295}-{n 4294967295}-1001`,
  ),
  kind(
    'Microsoft-Windows-RestartManager',
    'Application',
    [10000, 10001, 10002],
    `
RmSessionId {n 9}
UTCStartTime 2025-06-{n 10 29}T0{n 9}:{n 10 60}:{n 10 60}.{n 1000000 9999999}Z
FullPath {winpath}
DisplayName {Words 1 3}`,
  ),
  kind(
    'SecurityCenter',
    'Application',
    [1, 15],
    `
Product Windows Defender
State SECURITY_PRODUCT_STATE_{ON|SNOOZED}`,
  ),
  kind(
    'ESENT',
    'Application',
    [102, 103, 105, 326, 327],
    `
Process svchost ({n 9999},{upper 1},{n 99})
Instance {Words 1 3}
Path {winpath}
Cost {float 9}`,
  ),
  kind(
    'Example-Backup',
    'Application',
    [100, 200, 300],
    `
Job {Noun} {Words 1 3}
Source {winpath}
Bytes {n 9999999}
Duration {float 900}`,
  ),
  kind(
    'VSS',
    'Application',
    [8224, 8225],
    `
Message The VSS service is shutting down due to idle timeout. {Words 1 4}`,
  ),
  kind(
    'Microsoft-Windows-Kernel-PnP',
    'System',
    [400, 420, 442],
    `
DeviceInstanceId HID\\VID_{upper 4}&PID_{upper 4}&COL0{n 1 9}\\{n 9}&{hex 8}&0&000{n 9}
DriverName {noun}.inf
ClassGuid {{guid}}
DriverVersion 10.0.{n 99999}.{n 9999}
Status 0x0`,
  ),
  kind(
    'Microsoft-Windows-Eventlog',
    'Security',
    [1100],
    `
Reason {Words 1 4}`,
  ),
];

/** What failures and facts look at: a device, a crash, the clock, a certificate, an installation. */
const ofInterest: readonly Kind[] = [
  kind(
    'Microsoft-Windows-Kernel-PnP',
    'System',
    [219, 411],
    `
DriverNameLength 21
DriverName USB\\VID_{upper 4}&PID_{upper 4}\\{n 9}&{hex 8}&0&{n 9}
Status 32212{n 20000 29999}
FailureName \\Driver\\WudfRd
Version 0`,
  ),
  kind(
    'Application Error',
    'Application',
    [1000],
    `
AppName {Zoom.exe|viewer.exe|Reader.exe}
AppVersion 6.{n 9}.{n 40}.{n 9999}
ModuleName {ntdll.dll|zVideoUI.dll|render.dll}
ExceptionCode c0000005
FaultingOffset {hex 16}
AppPath {winpath}`,
  ),
  kind(
    'Microsoft-Windows-Time-Service',
    'System',
    [35, 37, 134],
    `
TimeSource {host},0x8 (ntp.m|0x8|0.0.0.0:123->{ip}:123)`,
  ),
  kind(
    'Service Control Manager',
    'System',
    [7036, 7040, 7045],
    `
param1 {Words 1 4}
param2 {running|stopped}
Binary {upper 40}`,
  ),
  kind(
    'Schannel',
    'System',
    [36882, 36887],
    `
AlertDesc {n 80}
CallerProcessId {n 40000}
CallerProcessImageName {Zoom.exe|chrome.exe|lsass.exe}`,
  ),
];

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** Events on one line each. `share` of them are of a provider of interest, 0 to 1. */
export function windowsEvents(random: Random, share: number): () => string {
  let ms = Date.UTC(2025, 5, 20, 5);
  let record = 400_000;
  return () => {
    ms += random.below(9000);
    record++;
    const { provider, ids, channel, data } = random.pick(random.chance(share) ? ofInterest : ordinary);
    const stamp = `${new Date(ms).toISOString().slice(0, -1)}${String(random.below(10_000)).padStart(4, '0')}Z`;
    const values = data.map(([name, value]) => `<Data Name='${name}'>${escaped(value(random))}</Data>`).join('');
    return `<Event xmlns='http://schemas.microsoft.com/win/2004/08/events/event'><System><Provider Name='${provider}' Guid='{${random.hex(8)}-0000-4000-8000-${random.hex(12)}}'/><EventID>${random.pick(ids)}</EventID><Version>1</Version><Level>${2 + random.below(3)}</Level><Task>${random.below(20_000)}</Task><Opcode>0</Opcode><Keywords>0x80${random.hex(2)}000000000000</Keywords><TimeCreated SystemTime='${stamp}'/><EventRecordID>${record}</EventRecordID><Correlation/><Execution ProcessID='${random.below(20_000)}' ThreadID='${random.below(20_000)}'/><Channel>${channel}</Channel><Computer>DESK-31</Computer><Security UserID='S-1-5-18'/></System><EventData>${values}</EventData></Event>`;
  };
}
