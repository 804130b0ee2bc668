import { packet, tcc } from './lines.ts';
import type { Sibling } from './sibling.ts';

const dropped = `[UFW BLOCK] ${packet('eth1', '203.0.113.52', 'UDP', 8804)}`;

export default [
  {
    title: 'a mail program logs a message that quotes a firewall line',
    evidence: {
      syslog:
        `2026-03-04T11:00:00.100000+01:00 pine evolution[2210]: showing message: kernel: ${dropped}\n` +
        `2026-03-04T11:00:07.100000+01:00 pine evolution[2210]: ${dropped}\n`,
    },
    top: null,
    exit: 0,
  },
  {
    title: 'macOS: a notes program has the words of a denied request, tccd itself allows it',
    evidence: {
      'log-show.txt':
        tcc('2026-03-04 11:02:10', '402.31', 'us.zoom.xos', 'Camera', 2, 4) +
        tcc('2026-03-04 11:20:10', '402.77', 'us.zoom.xos', 'Camera', 0, 2).replaceAll(
          'tccd[402:3b7e] [com.apple.TCC:access]',
          'Notes[911:77c1] [com.apple.notes:editor]',
        ),
    },
    top: null,
    exit: 0,
  },
  {
    title: 'a script prints an audit line to its standard output, under the name of the kernel',
    evidence: {
      'journal.json': `${JSON.stringify({ __REALTIME_TIMESTAMP: '1772622000000000', _TRANSPORT: 'stdout', _COMM: 'python3', _EXE: '/usr/bin/python3.12', SYSLOG_IDENTIFIER: 'kernel', MESSAGE: 'audit: type=1400 audit(1772622000.001:90): apparmor="DENIED" operation="open" class="file" profile="snap.zoom-client.zoom-client" name="/dev/video2" pid=4400 comm="zoom" requested_mask="rw" denied_mask="rw" fsuid=1000 ouid=0' })}\n`,
    },
    top: null,
    exit: 0,
  },
  {
    title: 'a chat program quotes the drop that the kernel itself logged before',
    evidence: {
      syslog:
        `Mar  4 11:30:02 pine kernel: [  991.220145] ${dropped}\n` +
        `Mar  4 11:34:40 pine slack.desktop[3120]: they dropped it: ${dropped}\n`,
    },
    top: { class: 'firewall' },
    verdicts: { firewall: 'confirmed' },
    exit: 1,
  },
  {
    title: "the desktop shell carries Zoom's own output: a library is missing",
    evidence: {
      'journal.txt':
        'Mar 04 11:41:07 pine gnome-shell[1822]: ZoomLauncher started.\n' +
        'Mar 04 11:41:07 pine gnome-shell[1822]: /opt/zoom/zoom: error while loading shared libraries: libxcb-image.so.0: cannot open shared object file: No such file or directory\n' +
        'Mar 04 11:41:07 pine gnome-shell[1822]: Something went wrong while running zoom, exit code is 127.\n',
    },
    top: { class: 'install' },
    verdicts: { install: ['confirmed', 'suspected'] },
    never: ['crash'],
    exit: 1,
  },
] satisfies readonly Sibling[];
