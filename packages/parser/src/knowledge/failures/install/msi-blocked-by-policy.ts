import { defineFailure } from '../../../define.ts';
import { msiFailure, msiLog } from '../../wordings/msi.ts';

export default defineFailure({
  id: 'msi-blocked-by-policy',
  class: 'install',
  role: 'cause',
  strength: 'proof',
  severity: 'error',
  title: 'A policy blocks the Zoom installation',
  cause: 'Windows Installer refused the package because a machine policy does not allow it.',
  remedy: 'Ask the people who manage this machine to deploy or allow Zoom.',
  match: msiFailure('policy', /^16(?:25|43|44)$/, '1625', { inLog: { layout: 'constructed' } }),
  fixes: ['install-verify-windows', 'permission-ask-management'],
  misses: [{ text: msiLog('1603'), why: 'another status' }],
});
