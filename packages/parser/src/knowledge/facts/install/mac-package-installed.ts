import { defineFact } from '../../../define.ts';

export default defineFact({
  id: 'mac-package-installed',
  class: 'install',
  title: 'macOS installed Zoom',
  because: 'The installer reports that the Zoom package was installed.',
  effect: 'ends',
  mending: true,
  ends: ['mac-package-failed', 'mac-unpack-failed', 'mac-library-missing', 'mac-signature-refused'],
  match: [
    {
      formats: ['mac-install-log'],
      has: 'Installed "',
      fields: { installed: /./, product: ['zoom'] },
      layout: 'constructed',
      hits: [
        '2026-05-06 07:18:09+02 studio installd[512]: Installed "Zoom Workplace" (6.5.1)',
        'Nov  9 07:18:09 studio installd[444]: Installed "Zoom" (5.9.1)',
      ],
    },
    {
      formats: ['mac-install-log'],
      has: 'was successful',
      text: /^(?:==> )?installer: The (?:install|upgrade) was successful/,
      fields: { product: ['zoom'] },
      layout: 'constructed',
      hits: ['installer: Package name is Zoom Workplace\ninstaller: The upgrade was successful.'],
    },
  ],
  misses: [
    { text: '2026-05-06 07:18:09+02 studio installd[512]: Installed "Example Printer" (5.2)', why: 'another program' },
    { text: '2026-05-06 07:18:09+02 studio installd[512]: Installed "ZoomText" (5.2)', why: 'another maker' },
  ],
});
