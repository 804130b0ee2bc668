import type { FailureClass, Os } from '../../model.ts';

/**
 * A command that gathers evidence into a new file in the current folder, in a format that `scan` reads, and changes
 * nothing else. One command may serve several classes. None needs elevation unless `what` says so.
 */
export interface CollectCommand {
  readonly class: FailureClass;
  readonly os: Os;
  /** What it gathers; completes "needs: …". */
  readonly what: string;
  /** For PowerShell on Windows, for a POSIX shell elsewhere. */
  readonly collect: string;
}

type Probe = readonly [what: string, collect: string];

const lastWeek = 'TimeCreated[timediff(@SystemTime) <= 604800000]';

const windowsEvents = (log: string, test: string, file: string) =>
  `wevtutil qe ${log} "/q:*[System[${test}${lastWeek}]]" /f:xml /e:Events > ${file}`;

const registryExport = (key: string, file: string) => `reg export "${key}" ${file} /y`;

const consent = 'Software\\Microsoft\\Windows\\CurrentVersion\\CapabilityAccessManager\\ConsentStore';

/** `--stderr` keeps PowerShell from wrapping curl's output in its own error records. */
const curl = (program: string, sink: string): Probe => [
  'a detailed trace of a request to Zoom (name resolution, proxy, connection, certificate, response)',
  `${program} -sv -o ${sink} --connect-timeout 15 --stderr curl-zoom.txt https://zoom.us`,
];

const windows = {
  reach: ['a test connection to Zoom on TCP 443', 'Test-NetConnection zoom.us -Port 443 > test-zoom-443.txt'],
  drops: [
    'the Windows Firewall log, if drop logging is on (needs an administrator)',
    'Copy-Item "$env:windir\\System32\\LogFiles\\Firewall\\pfirewall*.log" .',
  ],
  security: [
    'blocked connections with their programs, if auditing is on (needs an administrator)',
    windowsEvents('Security', '(EventID=5152 or EventID=5156 or EventID=5157) and ', 'security-events.xml'),
  ],
  rules: ['the Windows Firewall rules', 'netsh advfirewall firewall show rule name=all verbose > firewall-rules.txt'],
  sockets: ['connections still waiting for an answer', 'netstat -ano > netstat.txt'],
  curl: curl('curl.exe', 'NUL'),
  internetSettings: [
    "the user's Internet Settings",
    registryExport('HKCU\\Software\\Microsoft\\Windows\\CurrentVersion\\Internet Settings', 'internet-settings.reg'),
  ],
  winhttp: ['the WinHTTP proxy, used by Windows services', 'netsh winhttp show proxy > winhttp-proxy.txt'],
  offset: [
    'the measured clock offset',
    'w32tm /stripchart /computer:time.windows.com /dataonly /samples:5 > w32tm-stripchart.txt',
  ],
  timeStatus: [
    'the time service status (if access is denied, as an administrator)',
    'w32tm /query /status /verbose > w32tm-status.txt',
  ],
  systemEvents: [
    'System events about certificates, time and devices',
    windowsEvents(
      'System',
      "Provider[@Name='Schannel' or @Name='Microsoft-Windows-Time-Service' or @Name='Microsoft-Windows-Kernel-General' or @Name='Microsoft-Windows-Kernel-PnP'] and ",
      'system-events.xml',
    ),
  ],
  system: ["the machine's name and its time zone, to place local times in logs", 'systeminfo > systeminfo.txt'],
  deviceEvents: [
    'device starts and failures',
    windowsEvents('Microsoft-Windows-Kernel-PnP/Configuration', '', 'device-events.xml'),
  ],
  dxdiag: ['cameras, microphones and their problem codes (takes half a minute)', 'dxdiag /t dxdiag.txt'],
  setupapi: ['driver installations', 'Copy-Item "$env:windir\\INF\\setupapi.dev.log" .'],
  userCamera: ["the user's camera permission", registryExport(`HKCU\\${consent}\\webcam`, 'consent-user-webcam.reg')],
  userMicrophone: [
    'user microphone consent',
    registryExport(`HKCU\\${consent}\\microphone`, 'consent-user-microphone.reg'),
  ],
  deviceCamera: ['device camera consent', registryExport(`HKLM\\${consent}\\webcam`, 'consent-device-webcam.reg')],
  deviceMicrophone: [
    'device microphone consent',
    registryExport(`HKLM\\${consent}\\microphone`, 'consent-device-microphone.reg'),
  ],
  addresses: ['addresses, gateway and name servers', 'ipconfig /all > ipconfig.txt'],
  names: ["whether Zoom's host name resolves", 'Resolve-DnsName zoom.us > resolve-zoom.txt'],
  logs: ["Zoom's own logs, if they are still plain text", 'Copy-Item "$env:APPDATA\\Zoom\\logs" zoom-logs -Recurse'],
  installer: ['the Zoom installer log', 'Copy-Item "$env:APPDATA\\Zoom\\installer.txt" .'],
  msi: ['Windows Installer logs', 'Copy-Item "$env:TEMP\\MSI*.LOG" .'],
  applicationEvents: [
    'Application events about crashes and installations',
    windowsEvents(
      'Application',
      "Provider[@Name='Application Error' or @Name='Windows Error Reporting' or @Name='MsiInstaller'] and ",
      'application-events.xml',
    ),
  ],
} as const satisfies Record<string, Probe>;

const macos = {
  curl: curl('curl', '/dev/null'),
  log: [
    'macOS log entries about privacy decisions, Zoom and USB ports (needs an account in the admin group)',
    `log show --last 1d --style ndjson --info --predicate 'process == "tccd" OR process == "zoom.us" OR (process == "kernel" AND eventMessage CONTAINS "USBHostPort")' > log-show.ndjson`,
  ],
  proxy: ['the proxy in use', 'scutil --proxy > scutil-proxy.txt'],
  offset: ['the measured clock offset', 'sntp time.apple.com > sntp.txt 2>&1'],
  devices: [
    'cameras, USB devices and sound devices',
    'system_profiler -json SPCameraDataType SPUSBDataType SPAudioDataType > system-profiler.json',
  ],
  interfaces: ['interfaces with a route', 'scutil --nwi > scutil-nwi.txt'],
  names: ['the name servers in use', 'scutil --dns > scutil-dns.txt'],
  logs: ["Zoom's own logs, if they are still plain text", 'ditto ~/Library/Logs/zoom.us zoom-logs'],
  zoomInstall: [
    "the logs of Zoom's installer scripts",
    'cp ~/Library/Logs/zoominstall.log /Library/Logs/zoomusinstall.log .',
  ],
  install: ['the macOS installation log', 'cp /var/log/install.log .'],
  crashes: ['Zoom crash reports', 'cp ~/Library/Logs/DiagnosticReports/zoom* .'],
} as const satisfies Record<string, Probe>;

const linux = {
  curl: curl('curl', '/dev/null'),
  kernel: [
    'kernel messages about the firewall, USB, cameras and AppArmor (requires membership in the group adm or systemd-journal)',
    'LC_ALL=C journalctl -k -o json --since -1d > journal-kernel.json',
  ],
  proxy: ['the proxy environment variables', 'env | grep -i proxy > proxy-env.txt'],
  timeState: ['whether the clock is synchronized', 'LC_ALL=C timedatectl > timedatectl.txt'],
  offset: ['the measured clock offset', 'LC_ALL=C chronyc -n tracking > chronyc-tracking.txt'],
  usb: ['USB devices and their drivers', 'LC_ALL=C lsusb -t > lsusb.txt'],
  cameras: ['cameras', 'LC_ALL=C v4l2-ctl --list-devices > v4l2-devices.txt 2>&1'],
  microphones: ['microphones', 'LC_ALL=C pactl list short sources > pactl-sources.txt'],
  desktop: [
    "log entries of the user's sound and screen-sharing services",
    'LC_ALL=C journalctl --user -o json --since -1d -u pipewire -u wireplumber -u xdg-desktop-portal > journal-user.json',
  ],
  snap: ["the Zoom snap's plugs", 'LC_ALL=C snap connections zoom-client > snap-connections.txt'],
  flatpak: ["the Zoom Flatpak's permissions", 'flatpak info --show-permissions us.zoom.Zoom > flatpak-permissions.txt'],
  routes: ['addresses and routes', '(ip -brief address; ip route) > ip-routes.txt'],
  names: ["whether Zoom's host name resolves", 'getent ahosts zoom.us > resolve-zoom.txt'],
  logs: ["Zoom's own logs, if they are still plain text", 'cp -a ~/.zoom/logs zoom-logs'],
  libraries: ['missing libraries', 'ldd /opt/zoom/zoom > zoom-libraries.txt'],
  crashes: ['crashes recorded by the system', 'LC_ALL=C coredumpctl --no-pager list zoom > coredumps.txt'],
} as const satisfies Record<string, Probe>;

/** The one to four probes that would settle a class, the most informative first. */
const deciding: Readonly<Record<FailureClass, Readonly<Record<Os, readonly Probe[]>>>> = {
  firewall: {
    windows: [windows.reach, windows.drops, windows.security, windows.rules],
    macos: [macos.curl, macos.log],
    linux: [linux.kernel, linux.curl],
  },
  proxy: {
    windows: [windows.internetSettings, windows.winhttp, windows.curl],
    macos: [macos.proxy, macos.curl],
    linux: [linux.proxy, linux.curl],
  },
  'tls-clock': {
    windows: [windows.offset, windows.timeStatus, windows.systemEvents, windows.curl],
    macos: [macos.offset, macos.log, macos.curl],
    linux: [linux.offset, linux.timeState, linux.curl],
  },
  'device-usb': {
    windows: [windows.dxdiag, windows.deviceEvents, windows.systemEvents, windows.setupapi],
    macos: [macos.devices, macos.log],
    linux: [linux.kernel, linux.usb, linux.cameras, linux.microphones],
  },
  permissions: {
    windows: [windows.userCamera, windows.userMicrophone, windows.deviceCamera, windows.deviceMicrophone],
    macos: [macos.log],
    linux: [linux.kernel, linux.desktop, linux.snap, linux.flatpak],
  },
  network: {
    windows: [windows.addresses, windows.names, windows.sockets, windows.system],
    macos: [macos.interfaces, macos.names, macos.curl],
    linux: [linux.routes, linux.names, linux.curl],
  },
  service: { windows: [windows.curl], macos: [macos.curl], linux: [linux.curl] },
  account: { windows: [windows.logs], macos: [macos.logs], linux: [linux.logs] },
  install: {
    windows: [windows.installer, windows.msi, windows.applicationEvents],
    macos: [macos.zoomInstall, macos.install],
    linux: [linux.logs, linux.libraries],
  },
  crash: {
    windows: [windows.applicationEvents, windows.logs],
    macos: [macos.crashes],
    linux: [linux.logs, linux.crashes],
  },
};

/** Every class on every system, in the order of `deciding`. */
export const collectCommands: readonly CollectCommand[] = Object.entries(deciding).flatMap(([name, systems]) =>
  Object.entries(systems).flatMap(([os, probes]) =>
    probes.map(([what, collect]) => ({ class: name as FailureClass, os: os as Os, what, collect })),
  ),
);
