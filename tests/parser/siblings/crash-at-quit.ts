import { launcher, teardown } from './lines.ts';
import { type Sibling, unproved } from './sibling.ts';

const old = (rest: string): string =>
  `ZoomLauncher started.\ncmd line: \nCreateReportChannel bp_server_fd=4\n$HOME = /home/user \nexport SSB_HOME=/home/user/.zoom; export LD_LIBRARY_PATH=/opt/zoom; /opt/zoom/zoom "" \nzoom started.\nClient: Breakpad is using Client-Server Mode! client fd = 3\nLinux Client Version is 5.4.2\n${rest}ZoomLauncher exit.\n`;

export default [
  {
    title: 'an old launcher reports 139 after its windows closed',
    evidence: {
      '.zoom/logs/zoom_stdout_stderr.log': old(
        `${teardown(14)}success to create child process,status is 35584.\nzoom exited normally.\nSomething went wrong while running zoom,exit code is 139.\n`,
      ),
    },
    verdicts: { crash: unproved },
    exit: 0,
  },
  {
    title: 'signal 11 at each quit, then a launch that hands over to the running client',
    evidence: {
      '.zoom/logs/zoom_stdout_stderr.log':
        launcher(`${teardown(11)}zoom was exited due to a handled signal: 11 `) +
        launcher(`${teardown(16)}zoom was exited due to a handled signal: 11 `) +
        'ZoomLauncher started.\nZoom path is: /opt/zoom\ncmd line: \nZoom is running, send message to it: \nExit zoom as another zoom instance is running!\nZoomLauncher exit.\n',
    },
    verdicts: { crash: unproved },
    exit: 0,
  },
  {
    title: 'Flatpak: one launch, windows close, signal 11',
    evidence: {
      '.var/app/us.zoom.Zoom/.zoom/logs/zoom_stdout_stderr.log': launcher(
        `${teardown(20)}zoom was exited due to a handled signal: 11 `,
        '/app/extra/zoom',
      ),
    },
    verdicts: { crash: unproved },
    exit: 0,
  },
  {
    title: 'a meeting runs, and signal 11 ends it with no window closing',
    evidence: {
      '.zoom/logs/zoom_stdout_stderr.log': launcher(
        `${teardown(2)}libva info: VA-API version 1.22.0\nqt.scenegraph.general: basic render loop\nlibva info: va_openDriver() returns 0\nzoom was exited due to a handled signal: 11 `,
      ),
    },
    top: { class: 'crash' },
    verdicts: { crash: 'confirmed' },
    exit: 1,
  },
  {
    title: 'the client aborts by itself: a pure virtual method was called',
    evidence: {
      '.zoom/logs/zoom_stdout_stderr.log': launcher(
        'pure virtual method called\nterminate called without an active exception\nzoom was exited due to a handled signal: 6 ',
      ),
    },
    top: { class: 'crash' },
    verdicts: { crash: 'confirmed' },
    exit: 1,
  },
] satisfies readonly Sibling[];
