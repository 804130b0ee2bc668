import { type Sibling, unproved } from './sibling.ts';

const json = (program: string, message: string, at: number): string =>
  `${JSON.stringify({ __REALTIME_TIMESTAMP: `${1780900000 + at}000000`, _TRANSPORT: 'stdout', _COMM: program.slice(0, 15), _HOSTNAME: 'loft', SYSLOG_IDENTIFIER: program, MESSAGE: message })}\n`;

export default [
  {
    title: 'the desktop has no portal for screen casts',
    evidence: {
      'journal-user.json':
        json('xdg-desktop-por', 'Choosing gtk.portal for org.freedesktop.impl.portal.FileChooser via the default', 0) +
        json(
          'xdg-desktop-por',
          'A backend call failed: No such interface “org.freedesktop.impl.portal.ScreenCast” on object at path /org/freedesktop/portal/desktop',
          5,
        ),
    },
    top: { class: 'permissions' },
    never: ['device-usb', 'crash'],
    exit: [0, 1],
  },
  {
    title: 'an older PipeWire cannot start the camera, and the link to Zoom fails; no host, no date',
    evidence: {
      'user-log.txt':
        "pipewire[1722]: spa.v4l2: '/dev/video2' VIDIOC_STREAMON: Device or resource busy\n" +
        'pipewire[1722]: pw.node: (v4l2_input.pci-0000_00_14.0-usb-0_4_1.0-58) suspended -> error (Start error: Device or resource busy)\n' +
        'wireplumber[1723]: s-link: link failed: v4l2_input.pci-0000_00_14.0-usb-0_4_1.0 -> ZOOM VideoCapture\n',
    },
    top: { class: 'device-usb' },
    never: ['permissions', 'crash'],
    exit: [0, 1],
  },
  {
    title: 'sound that is busy, a camera that gives too few buffers, links that come and go: a healthy evening',
    evidence: {
      'journal.txt':
        "Jun 08 19:13:41 loft pipewire[1722]: spa.alsa: 'front:1': playback open failed: Device or resource busy\n" +
        'Jun 08 19:13:42 loft wireplumber[1723]: wp-event-dispatcher: <WpAsyncEventHook:0x558b4c1b0ce0> failed: failed to activate item: Object activation aborted: proxy destroyed\n' +
        'Jun 08 19:13:44 loft wireplumber[1723]: <WpPortalPermissionStorePlugin:0x558ab364f140> Failed to call Lookup: GDBus.Error:org.freedesktop.portal.Error.NotFound: No entry for camera\n' +
        'Jun 08 19:13:45 loft xdg-desktop-por[2001]: Realtime error: Could not map pid: Could not determine pid namespace: Could not find instance-id in process\n' +
        'Jun 08 19:14:45 loft xdg-desktop-por[2001]: Failed to close session implementation: GDBus.Error:org.freedesktop.DBus.Error.UnknownObject: No such object path\n',
    },
    top: null,
    verdicts: { 'device-usb': unproved, permissions: unproved },
    exit: 0,
  },
  {
    title: 'a chat program quotes what the portal said, and the portal itself works',
    evidence: {
      'journal.txt':
        'Jun 08 20:01:00 loft slack[3001]: [info] message: "xdg-desktop-portal: No such interface “org.freedesktop.impl.portal.ScreenCast” on object, and spa.v4l2: \'/dev/video0\' VIDIOC_S_FMT: Device or resource busy"\n' +
        'Jun 08 20:02:00 loft xdg-desktop-por[2001]: Choosing gnome.portal for org.freedesktop.impl.portal.ScreenCast as a last-resort fallback\n',
    },
    top: null,
    exit: 0,
  },
  {
    title: 'OBS finds the camera busy while Zoom uses it',
    evidence: {
      'journal.txt':
        "Jun 08 21:13:41 loft pipewire[1722]: spa.v4l2: '/dev/video0' VIDIOC_S_FMT: Device or resource busy\n" +
        'Jun 08 21:13:41 loft wireplumber[1723]: s-link: link failed: v4l2_input.pci-0000_00_14.0-usb-0_4_1.0 -> OBS Studio\n',
    },
    verdicts: { 'device-usb': unproved },
    exit: 0,
  },
  {
    title: 'the portal lacks screen casts, in Spanish and in Chinese; the path comes first there',
    evidence: {
      'diario.txt':
        'sep 08 10:11:12 loft xdg-desktop-por[2001]: A backend call failed: GDBus.Error:org.freedesktop.DBus.Error.UnknownMethod: No existe la interfaz «org.freedesktop.impl.portal.ScreenCast» en el objeto en la ruta /org/freedesktop/portal/desktop\n' +
        'sep 08 10:12:12 loft xdg-desktop-por[2001]: A backend call failed: 在路径 /org/freedesktop/portal/desktop 的对象上没有“org.freedesktop.impl.portal.ScreenCast”接口\n',
    },
    top: { class: 'permissions' },
    exit: [0, 1],
  },
  {
    title: 'another part of the portal is missing, in German; a camera is busy, and nobody tells for whom',
    evidence: {
      'journal.txt':
        'Sep 08 10:11:12 loft xdg-desktop-por[2001]: A backend call failed: GDBus.Error:org.freedesktop.DBus.Error.UnknownMethod: Keine derartige Schnittstelle »org.freedesktop.impl.portal.Background« des Objekts im Pfad /org/freedesktop/portal/desktop\n' +
        "Sep 08 10:12:12 loft pipewire[1722]: spa.v4l2: '/dev/video2' VIDIOC_STREAMON: Das Gerät oder die Ressource ist belegt\n" +
        'Sep 08 10:12:12 loft pipewire[1722]: pw.link: (61.0 -> 77.0) allocating -> error (Das Gerät oder die Ressource ist belegt)\n',
    },
    top: null,
    exit: 0,
  },
] satisfies readonly Sibling[];
