import { defineFailure } from '../../../define.ts';
import { msiFailure, msiLog } from '../../wordings/msi.ts';
import { programKept } from '../../wordings/program-kept.ts';
import { windowsEvent } from '../../wordings/samples.ts';
import { zoomInstallerFile } from '../../zoom-identity.ts';

export default defineFailure({
  id: 'msi-blocked-by-policy',
  class: 'install',
  role: 'cause',
  strength: 'proof',
  severity: 'error',
  title: 'A policy blocks the Zoom installation',
  cause: 'Windows refused the package or the installer because a policy of the machine does not allow it.',
  remedy: 'Ask the people who manage this machine to deploy or allow Zoom.',
  subject: { kind: 'package', fields: ['part'] },
  match: [
    ...msiFailure('policy', /^16(?:25|43|44)$/, '1625', { inLog: { layout: 'constructed' } }),
    ...programKept(zoomInstallerFile, 'Downloads\\ZoomInstallerFull.exe', 'zoom'),
  ],
  fixes: ['install-verify-windows', 'permission-ask-management'],
  misses: [
    { text: msiLog('1603'), why: 'another status' },
    {
      text: windowsEvent('Microsoft-Windows-AppLocker', 8006, { FilePath: '%OSDRIVE%\\TEMP\\ZOOMINSTALLERFULL.MSI' }),
      why: 'audit only: it would have been prevented',
    },
    {
      text: windowsEvent('Microsoft-Windows-AppLocker', 8004, { FilePath: '%OSDRIVE%\\TEMP\\ZOOMITSETUP.EXE' }),
      why: 'another program with zoom in its name',
    },
  ],
});
