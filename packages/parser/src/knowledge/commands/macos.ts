import { curl, type Probe, probe } from './probe.ts';

export const macos = {
  curl: curl('curl', '/dev/null'),
  log: probe(
    'macOS log entries about privacy decisions, Zoom and USB ports (needs an account in the admin group)',
    'log-show.ndjson',
    ['unified-log-ndjson'],
    (file) =>
      `log show --last 1d --style ndjson --info --predicate 'process == "tccd" OR process == "zoom.us" OR (process == "kernel" AND eventMessage CONTAINS "USBHostPort")' > ${file}`,
  ),
  proxy: probe('the proxy in use', 'scutil-proxy.txt', ['generic'], (file) => `scutil --proxy > ${file}`),
  offset: probe('the measured clock offset', 'sntp.txt', ['generic'], (file) => `sntp time.apple.com > ${file} 2>&1`),
  devices: probe(
    'cameras, USB devices and sound devices',
    'system-profiler.json',
    ['generic'],
    (file) => `system_profiler -json SPCameraDataType SPUSBDataType SPAudioDataType > ${file}`,
  ),
  interfaces: probe('interfaces with a route', 'scutil-nwi.txt', ['generic'], (file) => `scutil --nwi > ${file}`),
  names: probe('the name servers in use', 'scutil-dns.txt', ['generic'], (file) => `scutil --dns > ${file}`),
  logs: probe(
    "Zoom's own logs, if they are still plain text",
    'zoom-logs',
    ['zoom-memlog', 'zoom-signin'],
    (folder) => `ditto ~/Library/Logs/zoom.us ${folder}`,
  ),
  zoomInstall: probe(
    "the logs of Zoom's installer scripts",
    'zoom*install.log',
    ['zoom-mac-install'],
    () => 'cp ~/Library/Logs/zoominstall.log /Library/Logs/zoomusinstall.log .',
  ),
  install: probe('the macOS installation log', 'install.log', ['generic'], (file) => `cp /var/log/${file} .`),
  crashes: probe(
    'Zoom crash reports',
    'zoom*',
    ['generic'],
    (files) => `cp ~/Library/Logs/DiagnosticReports/${files} .`,
  ),
} as const satisfies Record<string, Probe>;
