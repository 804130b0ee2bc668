import { type Sibling, unproved } from './sibling.ts';

/** What the advised commands of Linux print; those of the other systems stand in files beside this one. */
export default [
  {
    title: 'ldd of two programs: the library of a viewer is missing, and of Zoom only what its launcher finds',
    evidence: {
      'ldd-out.txt':
        '/usr/bin/example-viewer:\n\tlinux-vdso.so.1 (0x00007ffcb13f2000)\n\tlibopenjp2.so.7 => not found\n\tlibc.so.6 => /lib64/libc.so.6 (0x00007f5a3c000000)\n' +
        '/opt/zoom/zoom:\n\tlinux-vdso.so.1 (0x00007fff02bd8000)\n\tlibQt5Gui.so.5 => not found\n\tlibcef.so => not found\n\tlibX11.so.6 => /lib64/libX11.so.6 (0x00007f10b9e00000)\n\tlibc.so.6 => /lib64/libc.so.6 (0x00007f10b8c00000)\n',
    },
    top: null,
    exit: 0,
    verdicts: { install: unproved },
  },
  {
    title: 'lsusb -t of a new version: the webcam is plugged in, and no driver serves it',
    evidence: {
      'lsusb.txt':
        '/:  Bus 001.Port 001: Dev 001, Class=root_hub, Driver=xhci_hcd/16p, 480M\n    |__ Port 002: Dev 003, If 0, Class=Human Interface Device, Driver=usbhid, 12M\n    |__ Port 006: Dev 007, If 0, Class=Video, Driver=[none], 480M\n    |__ Port 006: Dev 007, If 1, Class=Video, Driver=[none], 480M\n    |__ Port 006: Dev 007, If 2, Class=Audio, Driver=snd-usb-audio, 480M\n/:  Bus 002.Port 001: Dev 001, Class=root_hub, Driver=xhci_hcd/8p, 10000M\n',
    },
    top: { class: 'device-usb' },
    never: ['permissions'],
    exit: 1,
  },
  {
    title: 'the answer for the name of Zoom is empty',
    evidence: {
      'bundle/resolve-zoom.txt': '',
      'bundle/timedatectl.txt': 'System clock synchronized: yes\n              NTP service: active\n',
    },
    top: { class: 'network' },
    never: ['firewall', 'tls-clock'],
    verdicts: { network: ['suspected', 'confirmed'] },
  },
  {
    title: 'a healthy desktop: every output is as it should be',
    evidence: {
      'timedatectl.txt':
        '               Local time: mar. 2026-03-17 10:22:31 CET\n           Universal time: mar. 2026-03-17 09:22:31 UTC\n                 RTC time: mar. 2026-03-17 09:22:31\n                Time zone: Europe/Paris (CET, +0100)\nSystem clock synchronized: yes\n              NTP service: active\n          RTC in local TZ: no\n',
      'v4l2-devices.txt':
        'HD User Facing: HD User Facing (usb-0000:00:14.0-7):\n\t/dev/video0\n\t/dev/video1\n\t/dev/media0\n\nOBS Virtual Camera (platform:v4l2loopback-010):\n\t/dev/video10\n\n',
      'pactl-sources.txt':
        '52\talsa_output.pci-0000_00_1f.3-platform-skl_hda_dsp_generic.HiFi__hw_sofhdadsp__sink.monitor\tPipeWire\ts32le 2ch 48000Hz\tSUSPENDED\n53\talsa_input.pci-0000_00_1f.3-platform-skl_hda_dsp_generic.HiFi__hw_sofhdadsp_6__source\tPipeWire\ts32le 4ch 48000Hz\tSUSPENDED\n',
      'ip-routes.txt':
        'lo               UNKNOWN        127.0.0.1/8 ::1/128 \nwlp0s20f3        UP             192.168.178.31/24 2001:db8:31::9/64 fe80::a00:27ff:fe4e:66a1/64 \nvirbr0           DOWN           192.168.122.1/24 \ndefault via 192.168.178.1 dev wlp0s20f3 proto dhcp src 192.168.178.31 metric 600 \n192.168.122.0/24 dev virbr0 proto kernel scope link src 192.168.122.1 linkdown \n192.168.178.0/24 dev wlp0s20f3 proto kernel scope link src 192.168.178.31 metric 600 \n',
      'resolve-zoom.txt':
        '203.0.113.41    STREAM zoom.us\n203.0.113.41    DGRAM  \n203.0.113.41    RAW    \n2001:db8:9::41  STREAM \n2001:db8:9::41  DGRAM  \n2001:db8:9::41  RAW    \n',
      'flatpak-permissions.txt':
        '[Context]\nshared=network;ipc;\nsockets=x11;wayland;pulseaudio;cups;\ndevices=all;\nfilesystems=~/.zoom:create;~/Documents/Zoom:create;\n\n[Session Bus Policy]\norg.gnome.ScreenSaver=talk\norg.freedesktop.portal.*=talk\n',
      'proxy-env.txt': 'no_proxy=localhost,127.0.0.0/8,::1\nNO_PROXY=localhost,127.0.0.0/8,::1\n',
    },
    top: null,
    exit: 0,
  },
  {
    title: 'coredumpctl of an older systemd: the web view of Zoom aborted, a zoom of games crashed',
    evidence: {
      'coredumps.txt':
        'TIME                            PID   UID   GID SIG COREFILE  EXE\nsam. 2021-11-06 19:40:02 CET   3310  1000  1000  11 present   /usr/games/zoom\nlun. 2021-11-08 08:31:55 CET  20871  1000  1000   6 missing   /opt/zoom/ZoomWebviewHost\n',
    },
    top: { class: 'crash' },
    exit: 1,
  },
] satisfies readonly Sibling[];
