import { curl, type Probe, probe } from './probe.ts';

export const linux = {
  curl: curl('curl', '/dev/null'),
  kernel: probe(
    'messages of the kernel, the audit system and systemd about the firewall, USB, cameras, sandboxes and crashes (requires membership in the group adm or systemd-journal)',
    'journal-kernel.json',
    ['journal-json'],
    (file) =>
      `LC_ALL=C journalctl -o json --since -1d _TRANSPORT=kernel + _TRANSPORT=audit + SYSLOG_IDENTIFIER=systemd-coredump + SYSLOG_IDENTIFIER=systemd-oomd > ${file}`,
    { private: 'names of programs, devices and accounts' },
  ),
  proxy: probe(
    'the proxy environment variables',
    'proxy-env.txt',
    ['proxy-environment'],
    (file) => `env | grep -i proxy > ${file}`,
    { private: 'the name and password of a proxy', answers: [1], account: true },
  ),
  timeState: probe(
    'whether the clock is synchronized',
    'timedatectl.txt',
    ['timedatectl'],
    (file) => `LC_ALL=C timedatectl > ${file} 2>&1`,
  ),
  offset: probe(
    'the measured clock offset',
    'chronyc-tracking.txt',
    ['chronyc'],
    (file) => `LC_ALL=C chronyc -n tracking > ${file} 2>&1`,
  ),
  usb: probe('USB devices and their drivers', 'lsusb.txt', ['lsusb'], (file) => `LC_ALL=C lsusb -t > ${file} 2>&1`),
  cameras: probe(
    'cameras',
    'v4l2-devices.txt',
    ['v4l2-ctl'],
    (file) => `LC_ALL=C v4l2-ctl --list-devices > ${file} 2>&1`,
  ),
  microphones: probe(
    'microphones',
    'pactl-sources.txt',
    ['pactl-sources'],
    (file) => `LC_ALL=C pactl list short sources > ${file} 2>&1`,
    { account: true },
  ),
  desktop: probe(
    "log entries of the user's sound and screen-sharing services",
    'journal-user.json',
    ['journal-json'],
    (file) =>
      `LC_ALL=C journalctl --user -o json --since -1d -u pipewire -u wireplumber -u xdg-desktop-portal -u xdg-desktop-portal-gnome -u xdg-desktop-portal-gtk -u xdg-desktop-portal-kde -u xdg-desktop-portal-wlr > ${file}`,
    { private: 'names of programs and devices', account: true },
  ),
  snap: probe(
    "the Zoom snap's plugs",
    'snap-connections.txt',
    ['snap-connections'],
    (file) => `LC_ALL=C snap connections zoom-client > ${file} 2>&1`,
  ),
  flatpak: probe(
    "the Zoom Flatpak's permissions",
    'flatpak-permissions.txt',
    ['flatpak-permissions'],
    (file) => `flatpak info --show-permissions us.zoom.Zoom > ${file} 2>&1`,
    { account: true },
  ),
  routes: probe(
    'addresses and routes',
    'ip-routes.txt',
    ['ip-address'],
    (file) => `(ip -brief address; ip route) > ${file}`,
    { private: 'addresses of this machine' },
  ),
  names: probe(
    "whether Zoom's host name resolves",
    'resolve-zoom.txt',
    ['getent'],
    (file) => `getent ahosts zoom.us > ${file}`,
    { network: true, answers: [2] },
  ),
  logs: probe(
    "Zoom's own logs, if they are still plain text",
    'zoom-logs',
    ['zoom-stdout', 'zoom-client-log', 'chromium', 'glib', 'qt'],
    (folder) => `cp -a ~/.zoom/logs ${folder}`,
    { copies: true, private: 'names of people and meetings' },
  ),
  libraries: probe('missing libraries', 'zoom-libraries.txt', ['ldd'], (file) => `ldd /opt/zoom/zoom > ${file} 2>&1`),
  crashes: probe(
    'crashes recorded by the system',
    'coredumps.txt',
    ['coredumpctl-list'],
    (file) => `LC_ALL=C coredumpctl --no-pager list zoom > ${file} 2>&1`,
    { answers: [1] },
  ),
} as const satisfies Record<string, Probe>;
