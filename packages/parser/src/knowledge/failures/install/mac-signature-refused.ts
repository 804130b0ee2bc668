import { defineFailure } from '../../../define.ts';
import { crashText, ipsReport } from '../../wordings/apple-samples.ts';

const teams =
  'Namespace DYLD, Code 1 Library missing\nLibrary not loaded: /usr/local/lib/example.dylib\nReason: tried: /usr/local/lib/example.dylib (code signature not valid for use in process: mapping process and mapped file (non-platform) have different Team IDs)';

export default defineFailure({
  id: 'mac-signature-refused',
  class: 'install',
  role: 'cause',
  strength: 'strong',
  severity: 'error',
  title: 'macOS ended Zoom because of a code signature',
  cause:
    'The app was changed after it was signed, or other software brought a library into it that macOS does not accept there.',
  remedy: 'Remove the software that the named library belongs to, then install the current Zoom again.',
  subject: { kind: 'library', fields: ['library'] },
  match: [
    {
      formats: ['apple-crash'],
      has: 'Exception Type',
      fields: { ending: ['signature'], program: ['zoom'] },
      layout: 'constructed',
      hits: [
        crashText({ exception: 'EXC_CRASH (SIGKILL)', reason: 'Namespace CODESIGNING, Code 2 Invalid Page' }),
        crashText({ exception: 'EXC_CRASH (SIGABRT)', reason: teams }),
      ],
    },
    {
      formats: ['apple-ips'],
      has: '"exception"',
      fields: { ending: ['signature'], program: ['zoom'] },
      layout: 'constructed',
      hits: [
        ipsReport({
          exception: 'EXC_BAD_ACCESS',
          reason: '"code":2,"namespace":"CODESIGNING","indicator":"Invalid Page"',
        }),
      ],
    },
  ],
  fixes: ['install-verify-macos', 'install-quit-macos', 'install-reinstall-macos'],
  misses: [{ text: crashText({ exception: 'EXC_CRASH (SIGKILL)' }), why: 'ended by the user or the system' }],
});
