import { defineFailure } from '../../../define.ts';
import { msiFailure, msiLog } from '../../wordings/msi.ts';

export default defineFailure({
  id: 'msi-busy',
  class: 'install',
  role: 'cause',
  strength: 'proof',
  severity: 'error',
  title: 'Another installation was running',
  cause: 'Windows Installer runs one installation at a time, and another had not finished.',
  remedy: 'Wait until the other installation has finished, or restart the computer, then install again.',
  subject: { kind: 'package', fields: ['part'] },
  match: msiFailure('busy', /^1618$/, '1618', { inLog: { layout: 'constructed' } }),
  fixes: ['install-verify-windows', 'install-msi-elevated'],
  misses: [{ text: msiLog('1603'), why: 'another status' }],
});
