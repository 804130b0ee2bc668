import { defineFailure } from '../../../define.ts';
import { references } from '../../references.ts';
import { msiFailure, msiLog } from '../../wordings/msi.ts';

export default defineFailure({
  id: 'msi-wrong-package',
  class: 'install',
  role: 'cause',
  strength: 'proof',
  severity: 'error',
  title: 'The Zoom package is incompatible or cannot be opened',
  cause: 'Windows Installer could not open the package, or it is for another processor type or system.',
  remedy: 'Download the package for this system from Zoom again.',
  subject: { kind: 'package', fields: ['part'] },
  match: msiFailure('package', /^16(?:19|20|33|36)$/, '1633', {
    inLog: { layout: 'documented', see: [references.zoomMsiPlatform] },
  }),
  fixes: ['install-verify-windows', 'install-right-package'],
  misses: [{ text: msiLog('1603'), why: 'another status' }],
});
