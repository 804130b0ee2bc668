import type { FailureClass, Os } from '../../model.ts';

/**
 * A command that gathers evidence and changes nothing but a new file in the current folder, in a shape that `scan`
 * reads. One command may serve several classes. None needs elevation unless `what` says so.
 */
export interface CollectCommand {
  readonly class: FailureClass;
  readonly os: Os;
  /** What it gathers, as it completes "needs: …". */
  readonly what: string;
  /** Typed as it stands: on Windows in PowerShell, elsewhere in a POSIX shell. */
  readonly collect: string;
}

type Probe = readonly [what: string, collect: string];

const lastWeek = 'TimeCreated[timediff(@SystemTime) <= 604800000]';

const windowsEvents = (log: string, test: string, file: string) =>
  `wevtutil qe ${log} "/q:*[System[${test}${lastWeek}]]" /f:xml /e:Events > ${file}`;

const registryExport = (key: string, file: string) => `reg export "${key}" ${file} /y`;

const consent = 'Software\\Microsoft\\Windows\\CurrentVersion\\CapabilityAccessManager\\ConsentStore';

/** `--stderr` keeps PowerShell from wrapping curl's lines into its own error records. */
const curl = (program: string, sink: string): Probe => [
  'a request to Zoom step by step: name, proxy, connection, certificate, answer',
  `${program} -sv -o ${sink} --connect-timeout 15 --stderr curl-zoom.txt https://zoom.us`,
];

const windows = {
  reach: ['whether TCP 443 to Zoom opens now', 'Test-NetConnection zoom.us -Port 443 > test-zoom-443.txt'],
  drops: [
    'the log of Windows Firewall, where drop logging is on (needs an administrator)',
    'Copy-Item "$env:windir\\System32\\LogFiles\\Firewall\\pfirewall*.log" .',
  ],
  security: [
    'blocked connections with their programs, where their audit is on (needs an administrator)',
    windowsEvents('Security', '(EventID=5152 or EventID=5156 or EventID=5157) and ', 'security-events.xml'),
  ],
  rules: [
    'the rules of Windows Firewall',
    'netsh advfirewall firewall show rule name=all verbose > firewall-rules.txt',
  ],
  sockets: ['connections that wait for an answer', 'netstat -ano > netstat.txt'],
  curl: curl('curl.exe', 'NUL'),
  internetSettings: [
    'Internet Settings of the user',
    registryExport('HKCU\\Software\\Microsoft\\Windows\\CurrentVersion\\Internet Settings', 'internet-settings.reg'),
  ],
  winhttp: ["the services' proxy", 'netsh winhttp show proxy > winhttp-proxy.txt'],
  offset: [
    'the measured offset of the clock',
    'w32tm /stripchart /computer:time.windows.com /dataonly /samples:5 > w32tm-stripchart.txt',
  ],
  timeStatus: ['the state of the time service', 'w32tm /query /status /verbose > w32tm-status.txt'],
  systemEvents: [
    'System events of certificates, time and devices',
    windowsEvents(
      'System',
      "Provider[@Name='Schannel' or @Name='Microsoft-Windows-Time-Service' or @Name='Microsoft-Windows-Kernel-General' or @Name='Microsoft-Windows-Kernel-PnP'] and ",
      'system-events.xml',
    ),
  ],
  system: [
    "the name of the machine and its time zone, which places the logs' local times",
    'systeminfo > systeminfo.txt',
  ],
  deviceEvents: [
    'starts and failures of devices',
    windowsEvents('Microsoft-Windows-Kernel-PnP/Configuration', '', 'device-events.xml'),
  ],
  dxdiag: ['cameras, microphones and their problem codes (takes half a minute)', 'dxdiag /t dxdiag.txt'],
  setupapi: ['driver installations', 'Copy-Item "$env:windir\\INF\\setupapi.dev.log" .'],
  userCamera: ["the user's camera consent", registryExport(`HKCU\\${consent}\\webcam`, 'consent-user-webcam.reg')],
  userMicrophone: [
    "the user's microphone consent",
    registryExport(`HKCU\\${consent}\\microphone`, 'consent-user-microphone.reg'),
  ],
  deviceCamera: [
    "the device's camera consent",
    registryExport(`HKLM\\${consent}\\webcam`, 'consent-device-webcam.reg'),
  ],
  deviceMicrophone: [
    "the device's microphone consent",
    registryExport(`HKLM\\${consent}\\microphone`, 'consent-device-microphone.reg'),
  ],
  addresses: ['addresses, gateway and name servers', 'ipconfig /all > ipconfig.txt'],
  names: ["whether Zoom's name resolves", 'Resolve-DnsName zoom.us > resolve-zoom.txt'],
  logs: ["Zoom's own logs, where they are still plain text", 'Copy-Item "$env:APPDATA\\Zoom\\logs" zoom-logs -Recurse'],
  installer: ["the installer's log", 'Copy-Item "$env:APPDATA\\Zoom\\installer.txt" .'],
  msi: ['Windows Installer logs', 'Copy-Item "$env:TEMP\\MSI*.LOG" .'],
  applicationEvents: [
    'Application events of crashes and installations',
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
    'what macOS logged of privacy decisions, Zoom and USB ports (an account of the admin group)',
    `log show --last 1d --style ndjson --info --predicate 'process == "tccd" OR process == "zoom.us" OR (process == "kernel" AND eventMessage CONTAINS "USBHostPort")' > log-show.ndjson`,
  ],
  proxy: ['the proxy in force', 'scutil --proxy > scutil-proxy.txt'],
  offset: ['the measured offset of the clock', 'sntp time.apple.com > sntp.txt 2>&1'],
  devices: [
    'cameras, USB and sound devices',
    'system_profiler -json SPCameraDataType SPUSBDataType SPAudioDataType > system-profiler.json',
  ],
  interfaces: ['interfaces with a route', 'scutil --nwi > scutil-nwi.txt'],
  names: ['the name servers in use', 'scutil --dns > scutil-dns.txt'],
  logs: ["Zoom's own logs, where they are still plain text", 'ditto ~/Library/Logs/zoom.us zoom-logs'],
  zoomInstall: [
    "the log of Zoom's installer scripts",
    'cp ~/Library/Logs/zoominstall.log /Library/Logs/zoomusinstall.log .',
  ],
  install: ["the system's log of installations", 'cp /var/log/install.log .'],
  crashes: ['crash reports of Zoom', 'cp ~/Library/Logs/DiagnosticReports/zoom* .'],
} as const satisfies Record<string, Probe>;

const linux = {
  curl: curl('curl', '/dev/null'),
  kernel: [
    'kernel messages: firewall, USB, camera, AppArmor (needs the group adm or systemd-journal)',
    'LC_ALL=C journalctl -k -o json --since -1d > journal-kernel.json',
  ],
  proxy: ['the proxy of the environment', 'env | grep -i proxy > proxy-env.txt'],
  timeState: ['whether the clock is kept in step', 'LC_ALL=C timedatectl > timedatectl.txt'],
  offset: ['the measured offset of the clock', 'LC_ALL=C chronyc -n tracking > chronyc-tracking.txt'],
  usb: ['USB devices and their drivers', 'LC_ALL=C lsusb -t > lsusb.txt'],
  cameras: ['cameras', 'LC_ALL=C v4l2-ctl --list-devices > v4l2-devices.txt 2>&1'],
  microphones: ['microphones', 'LC_ALL=C pactl list short sources > pactl-sources.txt'],
  desktop: [
    "messages of the user's sound and screen-share services",
    'LC_ALL=C journalctl --user -o json --since -1d -u pipewire -u wireplumber -u xdg-desktop-portal > journal-user.json',
  ],
  snap: ['plugs of the Zoom snap', 'LC_ALL=C snap connections zoom-client > snap-connections.txt'],
  flatpak: [
    'permissions of the Zoom Flatpak',
    'flatpak info --show-permissions us.zoom.Zoom > flatpak-permissions.txt',
  ],
  routes: ['addresses and routes', '(ip -brief address; ip route) > ip-routes.txt'],
  names: ["whether Zoom's name resolves", 'getent ahosts zoom.us > resolve-zoom.txt'],
  logs: ["Zoom's own logs, where they are still plain text", 'cp -a ~/.zoom/logs zoom-logs'],
  libraries: ['libraries that Zoom misses', 'ldd /opt/zoom/zoom > zoom-libraries.txt'],
  crashes: ['crashes that the system recorded', 'LC_ALL=C coredumpctl --no-pager list zoom > coredumps.txt'],
} as const satisfies Record<string, Probe>;

/** The one to four probes that would decide a class, the most telling first. */
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
