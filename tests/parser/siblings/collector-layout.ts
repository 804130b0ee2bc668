import type { Sibling } from './sibling.ts';

const join = (clock: string, code: string): string =>
  `04/02/2026 ${clock}:120\tZOOM\t[612:7013:31288]\tINFO\tvc::on_ping_confirm_cli(),  start,  result: ${code},  top_mmr: \n`;
const drop =
  '#Version: 1.5\r\n#Software: Microsoft Windows Firewall\r\n#Time Format: Local\r\n#Fields: date time action protocol src-ip dst-ip src-port dst-port size tcpflags tcpsyn tcpack tcpwin icmptype icmpcode info path\r\n\r\n2026-04-02 09:14:38 DROP UDP 192.0.2.15 203.0.113.60 40100 8801 0 - - - - - - - SEND\r\n';
const client = (host: string, os: string): string =>
  `${JSON.stringify({ Hostname: host, Uptime: 4200, BootTime: 1775110000, Procs: 180, OS: os, Platform: 'debian', PlatformFamily: 'debian', PlatformVersion: '12.5', KernelVersion: '6.1.0', HostID: '00000000-0000-4000-8000-000000000077', Fqdn: `${host}.example.com` }, null, 2)}\n`;

export default [
  {
    title: 'Linux: Velociraptor, paths of a Unix disk: a library of Zoom is missing',
    evidence: {
      'Collection-desk7-2026-04-02T07_20_00Z/client_info.json': client('desk7', 'linux'),
      'Collection-desk7-2026-04-02T07_20_00Z/uploads/auto/home/alice/zoom-start.txt':
        '/opt/zoom/zoom: error while loading shared libraries: libxcb-randr.so.0: cannot open shared object file: No such file or directory\n',
      'Collection-desk7-2026-04-02T07_20_00Z/log.json':
        '{"_ts":1775114400,"client_time":1775114400,"level":"INFO","message":"Starting query execution for Linux.Sys.Pslist."}\n',
    },
    top: { class: 'install' },
    exit: 1,
  },
  {
    title: 'Windows: Intune, the log of its own installations in a numbered folder: Zoom ended with 1603',
    evidence: {
      'DiagLogs-NB-204-20260402T072000Z/results.xml':
        '<?xml version="1.0"?>\r\n<Collection HRESULT="0"><ID>00000000-0000-4000-8000-000000000204</ID><FoldersFiles HRESULT="0">%ProgramData%\\Microsoft\\IntuneManagementExtension\\Logs\\*.*</FoldersFiles></Collection>\r\n',
      'DiagLogs-NB-204-20260402T072000Z/1/AppWorkload.log':
        '<![LOG[[Win32App] ExecManager: processing targeted app (name=\'Zoom Workplace (64-bit)\', id=\'00000000-0000-4000-8000-000000000204\') with intent=3]LOG]!><time="09:01:00.1000000" date="4-2-2026" component="AppWorkload" context="" type="1" thread="9" file="">\r\n<![LOG[===Step=== Execute command msiexec /i "ZoomInstallerFull.msi" /qn for app Zoom Workplace (64-bit)]LOG]!><time="09:01:01.1000000" date="4-2-2026" component="AppWorkload" context="" type="1" thread="9" file="">\r\n<![LOG[[Win32App] lpExitCode 1603]LOG]!><time="09:02:00.1000000" date="4-2-2026" component="AppWorkload" context="" type="1" thread="9" file="">\r\n',
    },
    top: { class: 'install' },
    exit: 1,
  },
  {
    title: 'Windows: two hosts of one hunt: the drop of one is not the failed join of the other',
    evidence: {
      'Collection-PC11-2026-04-02T07_20_00Z/client_info.json': client('PC11', 'windows'),
      'Collection-PC11-2026-04-02T07_20_00Z/uploads/auto/C%3A/Users/alice/AppData/Roaming/Zoom/logs/zoom_memlog_5.log':
        join('09:14:39', '104103'),
      'Collection-PC12-2026-04-02T07_25_00Z/client_info.json': client('PC12', 'windows'),
      'Collection-PC12-2026-04-02T07_25_00Z/uploads/ntfs/%5C%5C.%5CC%3A/Windows/System32/LogFiles/Firewall/pfirewall.log':
        drop,
    },
    top: { class: 'firewall', code: '104103', confidence: 'low' },
    // The drop is proved of the other computer, and for no failure.
    verdicts: { firewall: 'confirmed' },
  },
  {
    title: "Linux: what UAC could not do is no failure of Zoom's",
    evidence: {
      'uac-desk9-linux-20260402092000/uac.log': [
        'INF Unix-like Artifacts Collector 3.2.0',
        'INF Operating system: linux',
        'INF Hostname: desk9',
        'CMD ldd /opt/zoom/zoom',
        'ERR /opt/zoom/zoom: error while loading shared libraries: libxcb-shm.so.0: cannot open shared object file: No such file or directory',
        'ERR curl: (7) Failed to connect to zoom.us port 443: Connection refused',
      ]
        .map((text) => `2026-04-02 09:20:00 +0200 ${text}\n`)
        .join(''),
      'uac-desk9-linux-20260402092000/bodyfile/bodyfile.txt':
        '0|/opt/zoom/libxcb-shm.so.0 (deleted)|77|-rw-r--r--|0|0|4096|1775110000|1775110000|1775110000|0\n',
      'uac-desk9-linux-20260402092000/live_response/network/resolv.txt': 'nameserver 192.0.2.53\nsearch example.com\n',
    },
    top: null,
    exit: [0, 3],
  },
  {
    title: 'Windows: KAPE, two users of one computer: the setting of one does not keep the other from the camera',
    evidence: {
      '2026-04-02T072000_PC14/C/Users/bob/Documents/consent.reg':
        'Windows Registry Editor Version 5.00\r\n\r\n[HKEY_CURRENT_USER\\Software\\Microsoft\\Windows\\CurrentVersion\\CapabilityAccessManager\\ConsentStore\\webcam]\r\n"Value"="Allow"\r\n\r\n[HKEY_CURRENT_USER\\Software\\Microsoft\\Windows\\CurrentVersion\\CapabilityAccessManager\\ConsentStore\\webcam\\NonPackaged]\r\n"Value"="Allow"\r\n',
      '2026-04-02T072000_PC14/C/Users/alice/AppData/Roaming/Zoom/logs/zoom_memlog_6.log': join('09:14:39', '0'),
      '2026-04-02T072000_PC14/2026-04-02T07_20_00_0000000_SkipLog.csv':
        'SourceFile,Reason\r\nC:\\Users\\alice\\AppData\\Roaming\\Zoom\\bin\\Zoom.exe,Access is denied\r\n',
    },
    top: null,
    exit: [0, 3],
  },
] satisfies readonly Sibling[];
