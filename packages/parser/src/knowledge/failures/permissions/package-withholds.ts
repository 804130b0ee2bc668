import { defineFailure } from '../../../define.ts';
import { flatpakContext, snapRows } from '../../wordings/packages.ts';

/** The package asks for the device; somebody took it away, or never gave it. */
export default defineFailure({
  id: 'package-withholds',
  class: 'permissions',
  role: 'cause',
  strength: 'strong',
  severity: 'error',
  title: "The package's permissions withhold the camera or the microphone",
  cause: 'The sandboxed package of Zoom (Snap or Flatpak) may not use the device: its permission is not given.',
  remedy: 'Connect the interface of the Snap, or give the Flatpak its permission back, then restart Zoom.',
  match: [
    ...(['camera', 'microphone'] as const).map((device) => ({
      formats: ['snap-connections'] as const,
      has: 'zoom-client:',
      fields: { [device]: ['withheld'] },
      layout: 'constructed' as const,
      hits: [snapRows(device === 'camera' ? '-' : ':camera', device === 'camera' ? ':audio-record' : '-')],
    })),
    ...(['camera', 'sound'] as const).map((device) => ({
      formats: ['flatpak-permissions'] as const,
      has: '[Context]',
      fields: { [device]: ['withheld'] },
      layout: 'constructed' as const,
      hits: [flatpakContext(device === 'camera' ? 'x11;pulseaudio;' : 'x11;', device === 'camera' ? 'dri;' : 'all;')],
    })),
    {
      formats: ['flatpak-permissions'],
      has: 'us.zoom.Zoom',
      fields: { portal: /\w/ },
      layout: 'constructed',
      // It counts for programs that ask a portal, and the Flatpak of Zoom opens devices itself.
      strength: 'weak',
      hits: ['Table    Object  App           Permissions  Data\ndevices  camera  us.zoom.Zoom  no           0x00'],
    },
  ],
  standing: true,
  fixes: ['permission-sandbox-linux', 'permission-denials-linux', 'permission-connect-snap'],
  misses: [
    { text: snapRows(':camera', ':audio-record'), why: 'both are connected' },
    { text: snapRows('-', '-').replaceAll('zoom-client', 'cheese'), why: 'another program' },
    { text: flatpakContext('x11;pulseaudio;', 'all;'), why: 'both are given' },
    {
      text: `[Application]\nname=org.example.Viewer\n\n${flatpakContext('x11;', 'dri;')}`,
      why: 'another program',
    },
  ],
});
