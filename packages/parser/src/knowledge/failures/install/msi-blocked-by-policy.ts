import { defineFailure } from '../../../define.ts';
import { msiHits, msiPatterns } from '../../wordings/msi.ts';

export default defineFailure({
  id: 'msi-blocked-by-policy',
  class: 'install',
  role: 'cause',
  strength: 'proof',
  severity: 'error',
  title: 'A policy forbids the installation of Zoom',
  cause: 'Windows Installer refused the package because a policy of the machine does not allow it.',
  remedy: 'Ask those who manage the machine to deploy or to allow Zoom.',
  formats: ['msi-log', ...msiPatterns.formats],
  match: msiPatterns.of('policy', /^16(?:25|43|44)$/),
  fixes: ['install-verify-windows', 'permission-ask-management'],
  hits: msiHits('1625'),
  misses: [{ text: msiHits('1603')[0]!, why: 'another status' }],
});
