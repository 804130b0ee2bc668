import { curl, type Probe, probe } from './probe.ts';

export const linux = {
  curl: curl('curl', '/dev/null'),
  kernel: probe(
    'kernel messages about the firewall, USB, cameras and AppArmor (requires membership in the group adm or systemd-journal)',
    'journal-kernel.json',
    ['journal-json'],
    (file) => `LC_ALL=C journalctl -k -o json --since -1d > ${file}`,
  ),
  proxy: probe(
    'the proxy environment variables',
    'proxy-env.txt',
    ['generic'],
    (file) => `env | grep -i proxy > ${file}`,
  ),
  timeState: probe(
    'whether the clock is synchronized',
    'timedatectl.txt',
    ['generic'],
    (file) => `LC_ALL=C timedatectl > ${file} 2>&1`,
  ),
  offset: probe(
    'the measured clock offset',
    'chronyc-tracking.txt',
    ['chronyc'],
    (file) => `LC_ALL=C chronyc -n tracking > ${file} 2>&1`,
  ),
  usb: probe('USB devices and their drivers', 'lsusb.txt', ['generic'], (file) => `LC_ALL=C lsusb -t > ${file}`),
  cameras: probe(
    'cameras',
    'v4l2-devices.txt',
    ['generic'],
    (file) => `LC_ALL=C v4l2-ctl --list-devices > ${file} 2>&1`,
  ),
  microphones: probe(
    'microphones',
    'pactl-sources.txt',
    ['generic'],
    (file) => `LC_ALL=C pactl list short sources > ${file} 2>&1`,
  ),
  desktop: probe(
    "log entries of the user's sound and screen-sharing services",
    'journal-user.json',
    ['journal-json'],
    (file) =>
      `LC_ALL=C journalctl --user -o json --since -1d -u pipewire -u wireplumber -u xdg-desktop-portal > ${file}`,
  ),
  snap: probe(
    "the Zoom snap's plugs",
    'snap-connections.txt',
    ['generic'],
    (file) => `LC_ALL=C snap connections zoom-client > ${file} 2>&1`,
  ),
  flatpak: probe(
    "the Zoom Flatpak's permissions",
    'flatpak-permissions.txt',
    ['generic'],
    (file) => `flatpak info --show-permissions us.zoom.Zoom > ${file} 2>&1`,
  ),
  routes: probe(
    'addresses and routes',
    'ip-routes.txt',
    ['generic'],
    (file) => `(ip -brief address; ip route) > ${file}`,
  ),
  names: probe(
    "whether Zoom's host name resolves",
    'resolve-zoom.txt',
    ['generic'],
    (file) => `getent ahosts zoom.us > ${file}`,
  ),
  logs: probe(
    "Zoom's own logs, if they are still plain text",
    'zoom-logs',
    ['zoom-stdout', 'chromium', 'glib', 'qt'],
    (folder) => `cp -a ~/.zoom/logs ${folder}`,
  ),
  libraries: probe(
    'missing libraries',
    'zoom-libraries.txt',
    ['generic'],
    (file) => `ldd /opt/zoom/zoom > ${file} 2>&1`,
  ),
  crashes: probe(
    'crashes recorded by the system',
    'coredumps.txt',
    ['generic'],
    (file) => `LC_ALL=C coredumpctl --no-pager list zoom > ${file} 2>&1`,
  ),
} as const satisfies Record<string, Probe>;
