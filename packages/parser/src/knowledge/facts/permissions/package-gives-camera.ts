import { defineFact } from '../../../define.ts';
import { references } from '../../references.ts';
import { flatpakContext, snapRows } from '../../wordings/packages.ts';

export default defineFact({
  id: 'package-gives-camera',
  class: 'permissions',
  title: "The package's permissions include the camera",
  because: 'The sandboxed package of Zoom (Snap or Flatpak) may use the camera.',
  effect: 'rules-out',
  clears: ['camera permission'],
  unless: ['package-withholds', 'sandbox-denied', 'selinux-denied'],
  standing: true,
  match: [
    {
      formats: ['snap-connections'],
      has: 'zoom-client:',
      fields: { camera: ['connected'] },
      layout: 'documented',
      see: [references.snapConnections],
      hits: [snapRows(':camera', ':audio-record')],
    },
    {
      formats: ['flatpak-permissions'],
      has: '[Context]',
      fields: { camera: ['given'] },
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
