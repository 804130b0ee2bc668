import { defineFact } from '../../../define.ts';
import { references } from '../../references.ts';
import { flatpakContext, snapRows } from '../../wordings/packages.ts';

export default defineFact({
  id: 'package-gives-microphone',
  class: 'permissions',
  title: "The package's permissions include the microphone",
  because: 'The sandboxed package of Zoom (Snap or Flatpak) may use the microphone.',
  effect: 'rules-out',
  clears: ['microphone permission'],
  unless: ['package-withholds', 'sandbox-denied', 'selinux-denied'],
  standing: true,
  match: [
    {
      formats: ['snap-connections'],
      has: 'zoom-client:',
      fields: { microphone: ['connected'] },
      layout: 'documented',
      see: [references.snapConnections],
      hits: [snapRows(':camera', ':audio-record')],
    },
    {
      formats: ['flatpak-permissions'],
      has: '[Context]',
      fields: { sound: ['given'] },
      layout: 'documented',
      see: [references.flatpakManifest, references.flatpakInfo],
      hits: [flatpakContext('x11;pulseaudio;', 'all;')],
    },
  ],
  misses: [
    { text: snapRows('-', '-'), why: 'not connected' },
    { text: flatpakContext('x11;', 'dri;'), why: 'not given' },
  ],
});
