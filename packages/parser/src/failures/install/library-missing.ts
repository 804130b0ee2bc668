import { defineFailure } from '../../define.ts';
import { linuxLaunch, oldLinuxLaunch } from '../../samples.ts';

export default defineFailure({
  id: 'library-missing',
  class: 'install',
  role: 'cause',
  strength: 'proof',
  severity: 'error',
  title: 'A library that Zoom needs is missing or does not fit',
  cause: 'The dynamic linker could not load a library, or a library of another version lacks what Zoom calls.',
  remedy: 'Install the package that holds the library, or reinstall Zoom with its dependencies.',
  formats: ['zoom-stdout'],
  match: [
    {
      has: 'error while loading shared libraries',
      text: /error while loading shared libraries: [^:\s]+/,
      layout: 'captured',
    },
    { has: 'relocation error', layout: 'captured' },
    { has: 'not defined in file', layout: 'captured' },
  ],
  explains: ['client-exited'],
  fixes: [
    'install-missing-libraries-linux',
    'install-reinstall-apt',
    'install-reinstall-dnf',
    'install-reinstall-flatpak',
  ],
  hits: [
    linuxLaunch(
      '/opt/zoom/zoom: error while loading shared libraries: libxcb-icccm.so.4: cannot open shared object file: No such file or directory',
    ),
    oldLinuxLaunch('/opt/zoom/zoom: relocation error: /opt/zoom/libQt5Core.so.5: symbol versions differ'),
    oldLinuxLaunch('so.5: symbol _ZN9QListData11detach_growEPii, version Qt_5 not defined in file libQt5Core.so.5'),
  ],
  misses: [
    { text: linuxLaunch("Can't load/home/user/.config/zoomus.conf"), why: 'a first start: the settings are made anew' },
    {
      text: linuxLaunch('MESA-LOADER: failed to open i965: /usr/lib/dri/i965_dri.so: cannot open shared object file'),
      why: 'Mesa tries another driver',
    },
  ],
});
