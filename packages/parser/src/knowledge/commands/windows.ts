import { curl, type Probe, probe } from './probe.ts';

const lastWeek = 'TimeCreated[timediff(@SystemTime) <= 604800000]';

const windowsEvents = (what: string, log: string, test: string, output: string): Probe =>
  probe(
    what,
    output,
    ['windows-events'],
    (file) => `wevtutil qe ${log} "/q:*[System[${test}${lastWeek}]]" /f:xml /e:Events > ${file}`,
    { private: 'names of programs, accounts and this computer', limit: 180 },
  );

const registryExport = (what: string, key: string, output: string): Probe =>
  probe(what, output, ['windows-registry'], (file) => `reg export "${key}" ${file} /y`, {
    private: 'names of programs and accounts',
    ...(key.startsWith('HKCU') ? { account: true as const } : {}),
  });

/** All consents are values of one format, so that what each export shows is told. */
const consent = (hive: 'HKCU' | 'HKLM', device: 'webcam' | 'microphone', shows: Probe['shows']): Probe => {
  const whose = hive === 'HKCU' ? 'user' : 'device';
  return {
    ...registryExport(
      `the ${whose}'s ${device === 'webcam' ? 'camera' : device} permission`,
      `${hive}\\Software\\Microsoft\\Windows\\CurrentVersion\\CapabilityAccessManager\\ConsentStore\\${device}`,
      `consent-${whose}-${device}.reg`,
    ),
    ...(shows ? { shows } : {}),
  };
};

export const windows = {
  // `*>`: a failed test is a warning, which `>` leaves on the screen.
  reach: probe(
    'a test connection to Zoom on TCP 443',
    'test-zoom-443.txt',
    ['test-netconnection'],
    (file) => `Test-NetConnection zoom.us -Port 443 *> ${file}`,
    // It waits 20 seconds for each address of the name.
    { network: true, answers: 'any', limit: 120 },
  ),
  drops: probe(
    'the Windows Firewall log, if drop logging is on (needs an administrator)',
    'pfirewall*.log',
    ['pfirewall'],
    (files) => `Copy-Item "$env:windir\\System32\\LogFiles\\Firewall\\${files}" .`,
    { private: 'addresses that this machine talked to' },
  ),
  security: windowsEvents(
    'blocked connections with their programs, if auditing is on (needs an administrator)',
    'Security',
    '(EventID=5152 or EventID=5156 or EventID=5157) and ',
    'security-events.xml',
  ),
  rules: probe(
    'the Windows Firewall rules',
    'firewall-rules.txt',
    ['netsh-rules'],
    (file) => `netsh advfirewall firewall show rule name=all verbose > ${file}`,
    { limit: 180 },
  ),
  sockets: probe(
    'connections still waiting for an answer',
    'netstat.txt',
    ['netstat'],
    (file) => `netstat -ano > ${file}`,
    { private: 'addresses that this machine talks to' },
  ),
  curl: curl('curl.exe', 'NUL'),
  internetSettings: registryExport(
    "the user's Internet Settings",
    'HKCU\\Software\\Microsoft\\Windows\\CurrentVersion\\Internet Settings',
    'internet-settings.reg',
  ),
  winhttp: probe(
    'the WinHTTP proxy, used by Windows services',
    'winhttp-proxy.txt',
    ['winhttp-proxy'],
    (file) => `netsh winhttp show proxy > ${file}`,
  ),
  offset: probe(
    'the measured clock offset',
    'w32tm-stripchart.txt',
    ['w32tm-stripchart'],
    (file) => `w32tm /stripchart /computer:time.windows.com /dataonly /samples:5 > ${file}`,
    { network: true, answers: 'any' },
  ),
  timeStatus: probe(
    'the time service status (if access is denied, as an administrator)',
    'w32tm-status.txt',
    ['w32tm-status'],
    (file) => `w32tm /query /status /verbose > ${file}`,
  ),
  systemEvents: windowsEvents(
    'System events about certificates, time, devices, services and name resolution',
    'System',
    "Provider[@Name='Schannel' or @Name='Microsoft-Windows-Time-Service' or @Name='Microsoft-Windows-Kernel-General' or @Name='Microsoft-Windows-Kernel-PnP' or @Name='Service Control Manager' or @Name='Microsoft-Windows-DNS-Client'] and ",
    'system-events.xml',
  ),
  system: probe(
    "the machine's name and its time zone, to place local times in logs",
    'systeminfo.txt',
    ['systeminfo'],
    (file) => `systeminfo > ${file}`,
    { private: 'the name, the owner and the domain of this computer', limit: 120 },
  ),
  deviceEvents: windowsEvents(
    'device starts and failures',
    'Microsoft-Windows-Kernel-PnP/Configuration',
    '',
    'device-events.xml',
  ),
  // `| Out-Null`: PowerShell does not wait for a program with a window that ends a pipeline, and its file would be missing.
  dxdiag: probe(
    'cameras, microphones and their problem codes (takes half a minute)',
    'dxdiag.txt',
    ['dxdiag'],
    (file) => `dxdiag /t ${file} | Out-Null`,
    { private: 'the name of this computer', limit: 180 },
  ),
  setupapi: probe(
    'driver installations',
    'setupapi.dev.log',
    ['setupapi'],
    (file) => `Copy-Item "$env:windir\\INF\\${file}" .`,
    { private: 'serial numbers of devices' },
  ),
  userCamera: consent('HKCU', 'webcam', [
    'camera-consent-user',
    'camera-consent-desktop-apps',
    'camera-consent-denied',
  ]),
  userMicrophone: consent('HKCU', 'microphone', [
    'microphone-consent-user',
    'microphone-consent-desktop-apps',
    'microphone-consent-denied',
  ]),
  deviceCamera: consent('HKLM', 'webcam', ['camera-consent-device']),
  deviceMicrophone: consent('HKLM', 'microphone', ['microphone-consent-device']),
  addresses: probe(
    'addresses, gateway and name servers',
    'ipconfig.txt',
    ['ipconfig'],
    (file) => `ipconfig /all > ${file}`,
    { private: 'names and addresses of this computer' },
  ),
  // `*>`: a name that does not resolve is an error, which `>` leaves on the screen.
  names: probe(
    "whether Zoom's host name resolves",
    'resolve-zoom.txt',
    ['resolve-dnsname'],
    (file) => `Resolve-DnsName zoom.us *> ${file}`,
    { network: true, answers: 'any' },
  ),
  logs: probe(
    "Zoom's own logs, if they are still plain text",
    'zoom-logs',
    ['zoom-memlog', 'chromium', 'crashrpt'],
    (folder) => `Copy-Item "$env:APPDATA\\Zoom\\logs" ${folder} -Recurse`,
    { copies: true, private: 'names of people and meetings' },
  ),
  installer: probe(
    'the Zoom installer log',
    'installer.txt',
    ['zoom-installer'],
    (file) => `Copy-Item "$env:APPDATA\\Zoom\\${file}" .`,
    { copies: true, private: 'account names in paths, links to meetings' },
  ),
  msi: probe('Windows Installer logs', 'MSI*.LOG', ['msi-log'], (files) => `Copy-Item "$env:TEMP\\${files}" .`, {
    copies: true,
    private: 'account names in paths',
  }),
  applicationEvents: windowsEvents(
    'Application events about crashes and installations',
    'Application',
    "Provider[@Name='Application Error' or @Name='Application Hang' or @Name='Windows Error Reporting' or @Name='MsiInstaller'] and ",
    'application-events.xml',
  ),
} as const satisfies Record<string, Probe>;
