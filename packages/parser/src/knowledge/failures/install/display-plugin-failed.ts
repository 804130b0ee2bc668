import { defineFailure, type Pattern } from '../../../define.ts';
import { references } from '../../references.ts';
import { linuxLaunch } from '../../wordings/samples.ts';

const unloaded = 'Could not load the Qt platform plugin "xcb" in "" even though it was found.';
const none = 'This application failed to start because no Qt platform plugin could be initialized.';

const said = (format: 'qt' | 'zoom-stdout', has: string, line: string): Pattern => ({
  formats: [format],
  has,
  layout: 'documented',
  see: [references.qtPlugin],
  hits: [linuxLaunch(line)],
});

export default defineFailure({
  id: 'display-plugin-failed',
  class: 'install',
  role: 'cause',
  strength: 'strong',
  severity: 'error',
  title: 'Zoom could not load its plug-in for the display',
  cause: 'A library that the plug-in of Qt needs is missing, or it is of another version; Qt then ends the client.',
  remedy: 'Install the packages that Zoom depends on (libxcb and its parts), or reinstall Zoom.',
  match: [
    said('qt', 'load the Qt platform plugin', `qt.qpa.plugin: ${unloaded}`),
    said('zoom-stdout', 'load the Qt platform plugin', unloaded),
    said('zoom-stdout', 'no Qt platform plugin could be initialized', none),
  ],
  // The plug-in fails as well where no display answers.
  when: { nothing: { with: ['no-display'] } },
  explains: ['client-exited', 'client-crashed', 'client-crashed-kernel', 'client-core-dumped', 'crash-dump'],
  fixes: [
    'install-missing-libraries-linux',
    'install-reinstall-apt',
    'install-reinstall-dnf',
    'install-reinstall-flatpak',
  ],
  misses: [
    {
      text: linuxLaunch('qt.qpa.plugin: Could not find the Qt platform plugin "wayland" in ""'),
      why: 'Qt takes another plug-in',
    },
  ],
});
