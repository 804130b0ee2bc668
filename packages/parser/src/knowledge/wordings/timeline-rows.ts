/** Windows events in the time lines of Hayabusa and Chainsaw, under the names that the XML of an event has. */

/** Names that Hayabusa shortens in its details, by the id of the event where they differ. */
const shortened: Readonly<Record<string, string>> = {
  Proc: 'application',
  SrcIP: 'sourceaddress',
  SrcPort: 'sourceport',
  TgtIP: 'destaddress',
  TgtPort: 'destport',
  PID: 'processid',
  PrevTime: 'previoustime',
  App: 'applicationpath',
  ModifyingApp: 'modifyingapplication',
  LocalAddr: 'localaddresses',
  LocalPort: 'localports',
  RemoteAddr: 'remoteaddresses',
  RemotePort: 'remoteports',
};

/** `Proc: C:\… ¦ TgtIP: 192.0.2.1` of Hayabusa, or lines `AppName: Zoom.exe` of Chainsaw. */
export function valuesIn(cell: string): [key: string, value: string][] {
  return cell.split(/ ¦ |\n/, 200).flatMap((part): [string, string][] => {
    const [, key, value] = /^\s{0,8}([\w@#[\]. -]{1,60}): ([^\n]{1,4000})$/.exec(part.trimEnd()) ?? [];
    if (key === undefined || value === undefined || /^(?:-|n\/a|null)$/.test(value)) return [];
    const data = /^Data\[(\d{1,2})\]$/.exec(key)?.[1];
    const plain = value.replace(/^(["'])(.*)\1$/, '$2');
    return [[data === undefined ? (shortened[key] ?? key.toLowerCase()) : `data${data}`, plain]];
  });
}

/** The writers of a channel that has but one, or that an id tells; time lines name the channel alone, in short. */
export function providerOf(channel: string, id: string): string | null {
  if (/^Sec(?:urity)?$/.test(channel)) return 'Microsoft-Windows-Security-Auditing';
  if (/^Firewall$|Firewall With Advanced Security\/Firewall$/.test(channel))
    return 'Microsoft-Windows-Windows Firewall With Advanced Security';
  if (/^App(?:lication)?$/.test(channel))
    return id === '1000' ? 'Application Error' : id === '1002' ? 'Application Hang' : null;
  if (/^Sys(?:tem)?$/.test(channel)) return /^368(?:7[4-9]|8[0-8])$/.test(id) ? 'Schannel' : null;
  return null;
}
