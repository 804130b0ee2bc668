import { defineFailure } from '../../../define.ts';
import { references } from '../../references.ts';
import { journalMessage, linuxLaunch, oldLinuxLaunch } from '../../wordings/samples.ts';
import { zoomLinuxProgram } from '../../zoom-identity.ts';

const unloaded =
  '/opt/zoom/zoom: error while loading shared libraries: libxcb-icccm.so.4: cannot open shared object file: No such file or directory';

export default defineFailure({
  id: 'library-missing',
  class: 'install',
  role: 'cause',
  strength: 'proof',
  severity: 'error',
  title: 'A library that Zoom needs is missing or incompatible',
  cause:
    'The dynamic linker could not load a library, or a different version of a library lacks a symbol that Zoom uses.',
  remedy: 'Install the package that contains the library, or reinstall Zoom with its dependencies.',
  match: [
    {
      // A desktop logs what the programs write that it starts: the line itself names Zoom's.
      formats: ['syslog', 'journal-json'],
      has: 'error while loading shared libraries',
      text: new RegExp(`${zoomLinuxProgram}: error while loading shared libraries: [^:\\s]{1,120}`),
      layout: 'constructed',
      hits: [`Nov  9 07:08:09 box gnome-shell[2101]: ${unloaded}`, journalMessage('gnome-shell', unloaded)],
    },
    {
      formats: ['qt'],
      has: 'is needed to load the Qt xcb platform plugin',
      layout: 'documented',
      see: [references.qtPlugin],
      hits: [
        linuxLaunch(
          'qt.qpa.plugin: From 6.5.0, xcb-cursor0 or libxcb-cursor0 is needed to load the Qt xcb platform plugin.',
        ),
      ],
    },
    {
      formats: ['zoom-stdout'],
      has: 'error while loading shared libraries',
      text: new RegExp(`${zoomLinuxProgram}: error while loading shared libraries: [^:\\s]{1,120}`),
      layout: 'captured',
      hits: [linuxLaunch(unloaded)],
    },
    {
      formats: ['zoom-stdout'],
      has: 'relocation error',
      text: new RegExp(`${zoomLinuxProgram}: relocation error`),
      layout: 'documented',
      see: [references.relocationError],
      hits: [oldLinuxLaunch('/opt/zoom/zoom: relocation error: /opt/zoom/libQt5Core.so.5: symbol versions differ')],
    },
    {
      formats: ['zoom-stdout'],
      has: 'symbol lookup error',
      text: new RegExp(`${zoomLinuxProgram}: symbol lookup error: `),
      layout: 'constructed',
      hits: [
        linuxLaunch('/opt/zoom/zoom: symbol lookup error: /opt/zoom/libQt5Core.so.5: undefined symbol: example_symbol'),
      ],
    },
    {
      formats: ['zoom-stdout'],
      has: "' not found (required by ",
      text: new RegExp(`${zoomLinuxProgram}: [^\\s:]{1,120}: version \`[\\w.]{1,60}' not found`),
      layout: 'constructed',
      hits: [
        linuxLaunch(
          "/opt/zoom/zoom: /lib/x86_64-linux-gnu/libc.so.6: version `GLIBC_2.99' not found (required by /opt/zoom/zoom)",
        ),
      ],
    },
  ],
  explains: ['client-exited', 'client-crashed'],
  fixes: [
    'install-missing-libraries-linux',
    'install-reinstall-apt',
    'install-reinstall-dnf',
    'install-reinstall-flatpak',
  ],
  misses: [
    {
      text: linuxLaunch(
        '/opt/zoomify/bin/zoomify: error while loading shared libraries: libvips.so.42: cannot open shared object file: No such file or directory',
      ),
      why: 'another program whose name begins like Zoom',
    },
    {
      text: linuxLaunch(
        '/usr/lib/browser/browser: error while loading shared libraries: libgtk-3.so.0: cannot open shared object file: No such file or directory',
      ),
      why: 'another program that Zoom started',
    },
    {
      text: linuxLaunch("Can't load/home/user/.config/zoomus.conf"),
      why: 'a first launch, in which Zoom creates its settings',
    },
    {
      text: linuxLaunch('MESA-LOADER: failed to open i965: /usr/lib/dri/i965_dri.so: cannot open shared object file'),
      why: 'Mesa tries another driver',
    },
  ],
});
