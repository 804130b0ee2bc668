import { defineFact } from '../../../define.ts';
import { references } from '../../references.ts';
import { consentKey, registryExport } from '../../wordings/samples.ts';

/** Windows asks on three levels: only all of them together let Zoom use the microphone. */
export default defineFact({
  id: 'microphone-consent-desktop-apps',
  class: 'permissions',
  title: 'Windows allows the microphone for desktop apps',
  because: 'The consent stands in the registry, on this level and on the two others.',
  effect: 'rules-out',
  clears: ['microphone permission'],
  needs: ['microphone-consent-device', 'microphone-consent-user'],
  unless: ['microphone-consent-denied'],
  standing: true,
  match: [
    {
      formats: ['windows-registry'],
      has: 'Allow',
      fields: { consent: ['Allow'], capability: ['microphone'], scope: ['desktop-apps'] },
      layout: 'documented',
      see: [references.consentStore, references.consentValue],
      hits: [registryExport('HKEY_CURRENT_USER', consentKey('microphone', 'NonPackaged'), '"Value"="Allow"')],
    },
  ],
  misses: [
    {
      text: registryExport('HKEY_CURRENT_USER', consentKey('microphone', 'NonPackaged'), '"Value"="Deny"'),
      why: 'denied',
    },
    { text: registryExport('HKEY_LOCAL_MACHINE', consentKey('microphone'), '"Value"="Allow"'), why: 'another level' },
  ],
});
