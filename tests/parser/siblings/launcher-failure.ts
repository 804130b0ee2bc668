import { launcher } from './lines.ts';
import type { Sibling } from './sibling.ts';

export default [
  {
    title: 'the xcb plug-in of Qt cannot be loaded, a library is named, the client aborts',
    evidence: {
      '.zoom/logs/zoom_stdout_stderr.log': launcher(
        'qt.qpa.plugin: From 6.5.0, xcb-cursor0 or libxcb-cursor0 is needed to load the Qt xcb platform plugin.\nqt.qpa.plugin: Could not load the Qt platform plugin "xcb" in "" even though it was found.\nThis application failed to start because no Qt platform plugin could be initialized. Reinstalling the application may fix this problem.\nzoom was exited due to a handled signal: 6 ',
      ),
    },
    top: { class: 'install' },
    verdicts: { install: ['confirmed', 'suspected'] },
    exit: 1,
  },
  {
    title: 'an assertion of the sound library, and the client aborts',
    evidence: {
      'run.txt': launcher(
        "Assertion 's->state == PA_STREAM_READY' failed at pulse/stream.c:1021, function pa_stream_drop(). Aborting.\nAborted (core dumped)",
      ),
    },
    top: { class: 'crash' },
    never: ['install'],
    exit: 1,
  },
  {
    title: 'an old launcher: the wait status 35584 is exit code 139',
    evidence: {
      '.zoom/logs/zoom_stdout_stderr.log':
        'ZoomLauncher started.\ncmd line: \nCreateReportChannel bp_server_fd=4\n$HOME = /home/user \nzoom started.\nClient: Breakpad is using Client-Server Mode! client fd = 3\nsh: line 1:   604 Segmentation fault      (core dumped) /opt/zoom/zoom ""\nsuccess to create child process,status is 35584.\nzoom exited normally.\nSomething went wrong while running zoom,exit code is 139.\nZoomLauncher exit.\n',
    },
    top: { class: 'crash' },
    never: ['install'],
    exit: 1,
  },
  {
    title: 'a noisy launch that ends well',
    evidence: {
      '.zoom/logs/zoom_stdout_stderr.log': launcher(
        'sh: line 1: pactl: command not found\nlibva error: /usr/lib/dri/iHD_drv_video.so init failed\nNo PulseAudio daemon running, or not running as session daemon.\nlibEGL warning: egl: failed to create dri2 screen\nzoom exited normally, exit code is 0 .',
      ),
    },
    top: null,
    exit: 0,
  },
  {
    title: 'the browser that a link opens lacks a library, Zoom ends well',
    evidence: {
      '.zoom/logs/zoom_stdout_stderr.log': launcher(
        '/usr/lib/firefox/firefox: error while loading shared libraries: libdbus-glib-1.so.2: cannot open shared object file: No such file or directory\n/usr/lib/firefox/firefox: symbol lookup error: /usr/lib/firefox/libxul.so: undefined symbol: gtk_example\nzoom exited normally, exit code is 0 .',
      ),
    },
    top: null,
    exit: 0,
  },
  {
    title: 'the wrapper of the Flatpak finds no launcher, in French; below a prompt',
    evidence: {
      'essai.txt':
        '[alice@loft ~]$ flatpak run us.zoom.Zoom\n/app/bin/zoom: ligne 12: /app/extra/zoom/ZoomLauncher: Aucun fichier ou dossier de ce type\n[alice@loft ~]$ \n',
    },
    top: { class: 'install' },
    never: ['crash'],
    exit: 1,
  },
  {
    title: 'Flatpak cannot update Zoom: the size of the package is wrong; the system speaks Spanish',
    evidence: {
      'instalar.txt':
        'alice@loft:~$ flatpak install flathub us.zoom.Zoom\nInstalando: us.zoom.Zoom/x86_64/stable desde flathub\nerror: Tamaño incorrecto en los datos adicionales https://cdn.zoom.us/prod/6.5.7.3298/zoom_x86_64.tar.xz\nalice@loft:~$ \n',
    },
    top: { class: 'install' },
    exit: 1,
  },
  {
    title: 'somebody looks for the DEB of Zoom on a machine that has none',
    evidence: {
      'paste.txt':
        "alice@loft:~$ ls /opt/zoom\nls: cannot access '/opt/zoom': No such file or directory\nalice@loft:~$ /opt/zoom/zoom\nbash: /opt/zoom/zoom: No such file or directory\nalice@loft:~$ zoom\nbash: zoom: command not found\nalice@loft:~$ \n",
    },
    top: null,
    exit: [0, 3],
  },
] satisfies readonly Sibling[];
