import { defineFailure, type Pattern } from '../../../define.ts';
import { references } from '../../references.ts';
import { extraUnfetched, installFails, unpackFails } from '../../wordings/flatpak.ts';

const failed = (has: string, text: string, see: string, ...hits: readonly string[]): Pattern => ({
  formats: ['flatpak-install'],
  has,
  text: new RegExp(text, 'm'),
  layout: 'documented',
  see: [see],
  hits,
});
const archive = 'https://zoom.us/client/latest/zoom_x86_64.tar.xz';

export default defineFailure({
  id: 'flatpak-install-failed',
  class: 'install',
  role: 'cause',
  strength: 'strong',
  severity: 'error',
  title: 'Flatpak could not install or update Zoom',
  cause:
    "The Flatpak downloads Zoom's own package and unpacks it on this machine; the download failed or is another version's, or the script that unpacks it failed.",
  remedy:
    'Update the list of packages and install Zoom again; if the size or the checksum is still wrong, wait for a new version of the Flatpak.',
  match: [
    failed(
      'us.zoom.Zoom',
      installFails,
      references.flatpakExtra,
      `error: Failed to install us.zoom.Zoom/x86_64/stable: Wrong size for extra data ${archive}`,
      `Fehler: Failed to update us.zoom.Zoom: Während des Herunterladens von ${archive}: While fetching ${archive}: [56] Failure when receiving data from the peer`,
    ),
    failed(
      'zoom_x86_64',
      extraUnfetched,
      references.flatpakExtra,
      `error: Tamaño incorrecto en los datos adicionales ${archive}`,
      `Error: Invalid checksum for extra data ${archive}`,
    ),
    failed(
      '/app/extra/zoom/',
      unpackFails,
      references.flatpakUnpack,
      "sed: can't read /app/extra/zoom/zoom: No such file or directory",
    ),
  ],
  alternatives: [{ class: 'network', why: 'the download may have been cut off' }],
  fixes: ['install-reinstall-flatpak'],
  misses: [
    { text: `us.zoom.Zoom permissions:\nDownloading ${archive}`, why: 'a download in progress' },
    {
      text: 'us.zoom.Zoom permissions:\nerror: Failed to install org.example.App: Wrong size for extra data https://example.com/app.deb',
      why: 'another program',
    },
  ],
});
