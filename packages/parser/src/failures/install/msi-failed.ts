import { defineFailure } from '../../define.ts';
import { windowsEventPositional } from '../../samples.ts';

/** Windows Installer: 0 is success, 1641 and 3010 are success with a restart, 1602 is the user who cancelled. */
const badStatus = /^(?!0$|1602$|1641$|3010$)\d+$/;

export default defineFailure({
  id: 'msi-failed',
  class: 'install',
  role: 'cause',
  strength: 'proof',
  severity: 'error',
  title: 'Windows Installer could not install Zoom',
  cause: 'The Windows Installer recorded that the installation of Zoom failed; the status says how.',
  remedy: 'Run the package again with a log (msiexec /l*v) and look for the first "Return value 3" in it.',
  formats: ['windows-events'],
  match: [
    { has: 'MsiInstaller', fields: { data4: badStatus, eventid: [1033], data1: /^Zoom(?: |$)/ }, layout: 'documented' },
    { has: 'MsiInstaller', fields: { data1: /^Product: Zoom\b.*failed/i, eventid: [11708] }, layout: 'documented' },
  ],
  fixes: [
    'install-verify-windows',
    'install-save-logs-windows',
    'install-quit-windows',
    'install-msi-elevated',
    'install-right-package',
    'install-reinstall-windows',
  ],
  hits: [
    windowsEventPositional('MsiInstaller', 1033, [
      'Zoom Workplace (64-bit)',
      '6.2.48876',
      '1033',
      '1603',
      'Zoom',
      '(NULL)',
    ]),
    windowsEventPositional('MsiInstaller', 11708, [
      'Product: Zoom Workplace (64-bit) -- Installation operation failed.',
      '(NULL)',
    ]),
  ],
  misses: [
    {
      text: windowsEventPositional('MsiInstaller', 1033, [
        'Zoom Workplace (64-bit)',
        '6.2.48876',
        '1033',
        '0',
        'Zoom',
        '(NULL)',
      ]),
      why: 'status 0: it worked',
    },
    {
      text: windowsEventPositional('MsiInstaller', 1033, [
        'Example Reader',
        '5.51',
        '1033',
        '1603',
        'Example',
        '(NULL)',
      ]),
      why: 'another product',
    },
  ],
});
