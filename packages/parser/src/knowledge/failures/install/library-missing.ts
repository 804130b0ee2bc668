import { defineFailure, type Pattern, type Provenance } from '../../../define.ts';
import { references } from '../../references.ts';
import { dialogs } from '../../wordings/dialogs.ts';
import { olderSystem, tooOld, unfound, unlinked, unloaded } from '../../wordings/linker.ts';
import { inJournals } from '../../wordings/linux-samples.ts';
import { listedLibraries } from '../../wordings/listed-libraries.ts';
import { linuxLaunch, oldLinuxLaunch } from '../../wordings/samples.ts';
import { zoomLinuxProgram } from '../../zoom-identity.ts';

/** What the dynamic linker says of Zoom's program. */
const linker = (has: string, wording: string, line: string, seen: Provenance = { layout: 'constructed' }): Pattern => ({
  formats: ['zoom-stdout'],
  has,
  text: new RegExp(zoomLinuxProgram + wording),
  ...seen,
  hits: [oldLinuxLaunch(line)],
});

/** A desktop logs what the programs write that it starts: the line itself names Zoom's. */
const inJournal = (has: string, wording: string, line: string): Pattern => ({
  formats: ['syslog', 'journal-json'],
  has,
  text: new RegExp(zoomLinuxProgram + wording),
  layout: 'constructed',
  hits: inJournals('gnome-shell', line),
});

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
  subject: {
    kind: 'library',
    fields: ['library'],
    text: /shared libraries: ([^:\s]{1,120})|(libxcb-cursor0)|(?:lookup|relocation) error: ([^:\s]{1,120})|: ([^\s:]{1,120}): version `/,
  },
  match: [
    inJournal(unfound, `: ${unfound}: [^:\\s]{1,120}`, unloaded),
    inJournal('symbol lookup error', ': symbol lookup error: ', unlinked),
    inJournal("' not found (required by ", olderSystem, tooOld),
    {
      formats: ['qt'],
      has: 'is needed to load the Qt xcb platform plugin',
      layout: 'documented',
      see: [references.qtPlugin],
      hits: [linuxLaunch('qt.qpa.plugin: xcb-cursor0 or libxcb-cursor0 is needed to load the Qt xcb platform plugin.')],
    },
    ...listedLibraries,
    linker(unfound, `: ${unfound}: [^:\\s]{1,120}`, unloaded, { layout: 'captured' }),
    linker(
      'relocation error',
      ': relocation error',
      '/opt/zoom/zoom: relocation error: /opt/zoom/libQt5Core.so.5: symbol versions differ',
      {
        layout: 'documented',
        see: [references.relocationError],
      },
    ),
    linker('symbol lookup error', ': symbol lookup error: ', unlinked),
    linker("' not found (required by ", olderSystem, tooOld),
    ...dialogs(
      { dialog: ['library'] },
      {
        zoom: 'Zoom.exe - System Error\n\nThe code execution cannot proceed because EXAMPLE140.dll was not found. Reinstalling the program may fix this problem.',
      },
    ),
  ],
  explains: ['client-exited', 'client-crashed'],
  fixes: [
    'install-missing-libraries-linux',
    'install-reinstall-apt',
    'install-reinstall-dnf',
    'install-reinstall-flatpak',
  ],
  misses: [
    { text: '\tlibQt5Quick.so.5 => not found', why: "in Zoom's own folder, where its launcher looks" },
    { text: '/usr/bin/viewer:\n\tlibxcb-image.so.0 => not found', why: 'of another program' },
    {
      text: linuxLaunch(unloaded.replaceAll('/opt/zoom/zoom', '/opt/zoomify/bin/zoomify')),
      why: 'another program whose name begins like Zoom',
    },
    {
      text: linuxLaunch(unloaded.replaceAll('/opt/zoom/zoom', '/usr/lib/browser/browser')),
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
