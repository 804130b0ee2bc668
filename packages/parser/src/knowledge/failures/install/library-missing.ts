import { defineFailure } from '../../../define.ts';
import { references } from '../../references.ts';
import { linuxLaunch, oldLinuxLaunch } from '../../wordings/samples.ts';

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
      formats: ['zoom-stdout'],
      has: 'error while loading shared libraries',
      text: /zoom[\w/.-]{0,120}: error while loading shared libraries: [^:\s]{1,120}/i,
      layout: 'captured',
      hits: [
        linuxLaunch(
          '/opt/zoom/zoom: error while loading shared libraries: libxcb-icccm.so.4: cannot open shared object file: No such file or directory',
        ),
      ],
    },
    {
      formats: ['zoom-stdout'],
      has: 'relocation error',
      text: /zoom[\w/.-]{0,120}: relocation error/i,
      layout: 'documented',
      see: [references.relocationError],
      hits: [oldLinuxLaunch('/opt/zoom/zoom: relocation error: /opt/zoom/libQt5Core.so.5: symbol versions differ')],
    },
  ],
  explains: ['client-exited'],
  fixes: [
    'install-missing-libraries-linux',
    'install-reinstall-apt',
    'install-reinstall-dnf',
    'install-reinstall-flatpak',
  ],
  misses: [
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
