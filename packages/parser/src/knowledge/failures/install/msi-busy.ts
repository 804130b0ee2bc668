import { defineFailure } from '../../../define.ts';
import { msiHits, msiPatterns } from '../../wordings/msi.ts';

export default defineFailure({
  id: 'msi-busy',
  class: 'install',
  role: 'cause',
  strength: 'proof',
  severity: 'error',
  title: 'Another installation was running',
  cause: 'Windows Installer does one installation at a time, and another had not ended.',
  remedy: 'Wait until the other installation has ended, or restart the computer, then install again.',
  formats: ['msi-log', ...msiPatterns.formats],
  match: msiPatterns.of('busy', /^1618$/),
  fixes: ['install-verify-windows', 'install-msi-elevated'],
  hits: msiHits('1618'),
  misses: [{ text: msiHits('1603')[0]!, why: 'another status' }],
});
