import { curl, type Probe, probe } from './probe.ts';

export const macos = {
  curl: curl('curl', '/dev/null'),
  log: probe(
    'macOS log entries about privacy decisions, Zoom and USB (needs an account in the admin group)',
    'log-show.ndjson',
    ['unified-log-ndjson'],
    (file) =>
      `log show --last 1d --style ndjson --info --predicate 'process == "tccd" OR process == "zoom.us" OR process == "usbd" OR (process == "kernel" AND eventMessage CONTAINS "AppleUSB")' > ${file}`,
    { private: 'names of programs, people and meetings', limit: 300 },
  ),
  proxy: probe('the proxy in use', 'scutil-proxy.txt', ['scutil-proxy'], (file) => `scutil --proxy > ${file}`, {
    private: 'the name of a proxy user',
  }),
  offset: probe('the measured clock offset', 'sntp.txt', ['sntp'], (file) => `sntp time.apple.com > ${file} 2>&1`, {
    network: true,
    answers: 'any',
  }),
  devices: probe(
    'cameras, USB devices and sound devices',
    'system-profiler.json',
    ['system-profiler'],
    (file) => `system_profiler -json SPCameraDataType SPUSBDataType SPAudioDataType > ${file}`,
    { private: 'serial numbers of devices', limit: 120 },
  ),
  interfaces: probe('interfaces with a route', 'scutil-nwi.txt', ['scutil-nwi'], (file) => `scutil --nwi > ${file}`, {
    private: 'addresses of this machine',
  }),
  resolve: probe(
    "whether Zoom's host name resolves",
    'ping-zoom.txt',
    ['ping'],
    (file) => `ping -c 1 zoom.us > ${file} 2>&1`,
    { network: true, answers: 'any' },
  ),
  names: probe('the name servers in use', 'scutil-dns.txt', ['scutil-dns'], (file) => `scutil --dns > ${file}`, {
    private: 'names of the networks that this machine is in',
  }),
  logs: probe(
    "Zoom's own logs, if they are still plain text",
    'zoom-logs',
    ['zoom-memlog', 'zoom-signin'],
    (folder) => `ditto ~/Library/Logs/zoom.us ${folder}`,
    { copies: true, private: 'names of people and meetings' },
  ),
  zoomInstall: probe(
    "the logs of Zoom's installer scripts",
    'zoom*install.log',
    ['zoom-mac-install'],
    () => 'cp ~/Library/Logs/zoominstall.log /Library/Logs/zoomusinstall.log .',
    { copies: true, private: 'account names' },
  ),
  install: probe('the macOS installation log', 'install.log', ['mac-install-log'], (file) => `cp /var/log/${file} .`, {
    private: 'names of installed programs',
  }),
  crashes: probe(
    'Zoom crash reports',
    'zoom*.ips',
    ['apple-ips', 'apple-crash'],
    // A shell that finds no file for a pattern runs nothing.
    (files) =>
      `find ~/Library/Logs/DiagnosticReports /Library/Logs/DiagnosticReports \\( -name '${files}' -o -name 'zoom*.crash' \\) -exec cp {} . \\;`,
    { copies: true, private: 'account names in paths' },
  ),
} as const satisfies Record<string, Probe>;
