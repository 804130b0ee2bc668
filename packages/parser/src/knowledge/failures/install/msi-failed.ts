import { defineFailure } from '../../../define.ts';
import { references } from '../../references.ts';
import { msiFailure, productLine } from '../../wordings/msi.ts';
import { copiedEvent, jsonEvent, windowsEvent, windowsEventPositional } from '../../wordings/samples.ts';
import { windowsEventFormats } from '../../wordings/windows-event-message.ts';

const result = (product: string, status: string): string =>
  windowsEventPositional('MsiInstaller', 1033, [product, '6.2.48876', '1033', status, 'Zoom', '(NULL)']);
const log = (...lines: readonly string[]): string =>
  ['MSI (s) (80:1C) [07:08:20:001]: Product: Zoom Workplace (64-bit) -- Installation', ...lines].join('\n');

export default defineFailure({
  id: 'msi-failed',
  class: 'install',
  role: 'cause',
  strength: 'proof',
  severity: 'error',
  title: 'Windows Installer could not install Zoom',
  cause: 'Windows Installer recorded that the Zoom installation failed; the status shows how.',
  remedy: 'Run the package again with logging (msiexec /l*v) and look for the first "Return value 3" in the log.',
  subject: { kind: 'package', fields: ['part'] },
  match: [
    // Status 1603 was captured.
    ...msiFailure('other', /^(?!0$|16(?:02|18|19|20|25|33|36|4[134])$|3010$)\d+$/, '1603', {
      inLog: { layout: 'captured' },
      inEvent: { layout: 'captured' },
    }),
    // The failed action comes before the end of the log, which does not show whether the rest was rolled back.
    {
      has: ' 3.',
      fields: { action: /\w/, product: ['zoom'], task: ['install'], outcome: ['unfinished'], reason: ['other'] },
      formats: ['msi-log'],
      layout: 'constructed',
      strength: 'strong',
      hits: [log('Action ended 07:08:21: InstallFinalize. Return value 3.')],
    },
    {
      has: 'Zoom',
      fields: { data1: productLine, eventid: [11708], provider: /MsiInstaller$/ },
      formats: windowsEventFormats,
      layout: 'documented',
      see: [references.msiEvents],
      hits: [
        windowsEventPositional('MsiInstaller', 11708, [
          'Product: Zoom Workplace (64-bit) -- Installation operation failed.',
          '(NULL)',
        ]),
        copiedEvent('MsiInstaller', 11708, 'Product: Zoom Workplace (64-bit) -- Installation operation failed.'),
        jsonEvent('MsiInstaller', 11708, 'Product: Zoom Workplace (64-bit) -- Installation operation failed.'),
      ],
    },
  ],
  fixes: [
    'install-verify-windows',
    'install-save-logs-windows',
    'install-quit-windows',
    'install-msi-elevated',
    'install-right-package',
    'install-reinstall-windows',
  ],
  misses: [
    { text: result('Zoom Workplace (64-bit)', '0'), why: 'status 0: it worked' },
    { text: result('Zoom Workplace (64-bit)', '1602'), why: 'the user canceled' },
    { text: result('Example Reader', '1603'), why: 'another product' },
    { text: result('ZOOM L-8 Driver', '1603'), why: 'an audio equipment manufacturer' },
    { text: result('ZoomText 2024', '1603'), why: 'another product with Zoom in its name' },
    {
      text: windowsEvent('MsiInstaller', 11707, { data1: 'Product: Zoom -- Installation completed successfully.' }),
      why: 'it worked',
    },
    {
      text: log(
        'MSI (s) (80:1C) [07:08:22:882]: Note: 1: 1402 2: HKEY_LOCAL_MACHINE\\Software 3: 2 ',
        'MSI (s) (80:1C) [07:08:22:882]: MainEngineThread is returning 0',
      ),
      why: 'notes that every installation writes',
    },
    {
      text: log('MSI (s) (80:1C) [07:08:22:882]: MainEngineThread is returning 3010'),
      why: 'it worked, and needs a restart',
    },
    {
      text: 'MSI (s) (80:1C) [07:08:22:882]: MainEngineThread is returning 1603\nAction ended 07:08:22: INSTALL. Return value 3.',
      why: 'no product is named',
    },
  ],
});
