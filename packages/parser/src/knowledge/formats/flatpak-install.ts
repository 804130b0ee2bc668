import { defineFormat } from '../../define.ts';
import { lines } from '../../reading/framings/lines.ts';
import { extraUnfetched, installFails, unpackFails } from '../wordings/flatpak.ts';

export default defineFormat({
  id: 'flatpak-install',
  title: 'What flatpak prints while it installs or updates Zoom',
  framing: lines,
  os: 'linux',
  names: ['*flatpak-install*', '*flatpak-update*'],
  recognise: {
    starts: new RegExp(
      `${installFails}|${extraUnfetched}|${unpackFails}|^Installing(?: in [a-z]{4,8})?: (?:app/)?us\\.zoom\\.Zoom|^us\\.zoom\\.Zoom permissions:`,
      'm',
    ),
  },
  samples: [
    {
      text: 'Looking for matches…\nus.zoom.Zoom permissions:\n    ipc   network   wayland   x11\nInstallation complete.',
      entry: { time: null, message: 'Installation complete.' },
    },
    {
      text: 'error: Failed to install us.zoom.Zoom/x86_64/stable: Wrong size for extra data https://zoom.us/client/latest/zoom_x86_64.tar.xz',
      entry: { time: null },
    },
  ],
});
