import { defineChange, defineCheck, type Fix } from '../../define.ts';

const fixes: readonly Fix[] = [
  defineCheck({
    id: 'clock-measure-windows',
    class: 'tls-clock',
    os: ['windows'],
    title: 'Measure how far off the clock is (in seconds; a timeout means only that UDP 123 is blocked)',
    command: 'w32tm /stripchart /computer:time.windows.com /dataonly /samples:5',
    source: 'standard OS tool',
  }),
  defineCheck({
    id: 'clock-status-windows',
    class: 'tls-clock',
    os: ['windows'],
    title:
      'Show when, and from which source, Windows last set its clock (if access is denied, run it as an administrator)',
    command: 'w32tm /query /status; tzutil /g',
    source: 'support.zoom.com KB0067463; standard OS tool',
  }),
  defineCheck({
    id: 'clock-measure-macos',
    class: 'tls-clock',
    os: ['macos'],
    title: 'Measure how far off the clock is (in seconds, with a sign; a timeout means only that UDP 123 is blocked)',
    command: 'sntp time.apple.com',
    source: 'standard OS tool',
  }),
  defineCheck({
    id: 'clock-status-linux',
    class: 'tls-clock',
    os: ['linux'],
    title:
      'Show whether the clock is synchronized and how far off it is (chronyc measures the offset; timedatectl shows only whether the system is trying to synchronize)',
    command: 'timedatectl status; chronyc -n tracking',
    source: 'standard OS tool',
  }),
  defineCheck({
    id: 'tls-issuer-windows',
    class: 'tls-clock',
    os: ['windows'],
    title:
      "Show who issued the certificate that this network presents for Zoom (a company's or security vendor's name means TLS inspection)",
    command:
      "$c = New-Object Net.Sockets.TcpClient('zoom.us', 443); $s = New-Object Net.Security.SslStream($c.GetStream(), $false, { $true }); $s.AuthenticateAsClient('zoom.us'); $s.RemoteCertificate | Format-List Issuer, Subject, @{ n = 'From'; e = { $_.GetEffectiveDateString() } }, @{ n = 'To'; e = { $_.GetExpirationDateString() } }; $c.Close()",
    source: "support.zoom.com KB0061202 (Zoom's certificates come from DigiCert); standard OS tool",
  }),
  defineCheck({
    id: 'tls-issuer',
    class: 'tls-clock',
    os: ['macos', 'linux'],
    title:
      "Show who issued the certificate that this network presents for Zoom (a company's or security vendor's name means TLS inspection)",
    command:
      'openssl s_client -connect zoom.us:443 -servername zoom.us </dev/null 2>/dev/null | openssl x509 -noout -issuer -subject -dates',
    source: "support.zoom.com KB0061202 (Zoom's certificates come from DigiCert)",
  }),
  defineChange({
    id: 'clock-set-by-hand-windows',
    class: 'tls-clock',
    os: ['windows'],
    title:
      'Set the date, time and time zone by hand if they are off by many hours (the time service refuses such a large step)',
    command: 'start ms-settings:dateandtime',
    undo: 'Set them again on the same page',
    who: 'local-admin',
    source: 'standard OS tool (the time service refuses more than 15 hours on standalone machines)',
  }),
  defineChange({
    id: 'clock-sync-windows',
    class: 'tls-clock',
    os: ['windows'],
    title: 'Synchronize the clock (Settings > Time & language > Date & time > Sync now does the same)',
    command: 'Start-Service w32time; w32tm /resync',
    undo: 'Nothing to undo: the clock is only corrected',
    who: 'local-admin',
    source: 'public troubleshooting guides; standard OS tool',
  }),
  defineChange({
    id: 'clock-sync-macos',
    class: 'tls-clock',
    os: ['macos'],
    title:
      'Synchronize the clock (or turn on System Settings > General > Date & Time > Set time and date automatically)',
    command: 'sudo sntp -sS time.apple.com',
    undo: 'Nothing to undo: the clock is only corrected',
    who: 'local-admin',
    source: 'standard OS tool',
  }),
  defineChange({
    id: 'clock-sync-linux',
    class: 'tls-clock',
    os: ['linux'],
    title: 'Turn on network time synchronization',
    command: 'sudo timedatectl set-ntp true',
    undo: 'sudo timedatectl set-ntp false',
    who: 'local-admin',
    source: 'standard OS tool',
  }),
  defineChange({
    id: 'clock-step-chrony',
    class: 'tls-clock',
    os: ['linux'],
    title: 'Correct a large clock offset at once (where chrony keeps the time)',
    command: 'sudo chronyc makestep',
    undo: 'Nothing to undo: the clock is only corrected',
    who: 'local-admin',
    source: 'standard OS tool',
  }),
  defineChange({
    id: 'clock-rtc-utc-linux',
    class: 'tls-clock',
    os: ['linux'],
    title:
      'Keep the hardware clock in UTC (in local time it jumps by whole hours when another system on the same machine starts)',
    command: 'sudo timedatectl set-local-rtc 0',
    undo: 'sudo timedatectl set-local-rtc 1',
    who: 'local-admin',
    source: "timedatectl's own warning; standard OS tool",
  }),
  defineChange({
    id: 'tls-exempt-zoom',
    class: 'tls-clock',
    os: ['windows', 'macos', 'linux'],
    title:
      'Ask the network team to exempt *.zoom.us and *.zoom.com from TLS inspection (never accept the certificate with "Trust Anyway")',
    undo: 'Ask the network team to resume inspecting these hosts',
    who: 'network-team',
    source: 'support.zoom.com KB0067463; olfeo.com (video conferencing)',
  }),
  defineChange({
    id: 'tls-install-root',
    class: 'tls-clock',
    os: ['windows', 'macos', 'linux'],
    title: 'Ask device management to deploy the root certificate used for TLS inspection to this device',
    undo: 'Ask device management to remove the certificate',
    who: 'device-management',
    source: 'support.zoom.com KB0067463',
  }),
  defineChange({
    id: 'tls-allow-ocsp',
    class: 'tls-clock',
    os: ['windows', 'macos', 'linux'],
    title:
      'Ask the network team to allow outbound TCP 80 and 443 to ocsp.digicert.com and the CRL hosts (where the revocation check fails)',
    undo: 'Ask the network team to remove the rule',
    who: 'network-team',
    source: 'support.zoom.com KB0058078 (written for the Hybrid module; applied to clients by inference)',
  }),
];

export default fixes;
