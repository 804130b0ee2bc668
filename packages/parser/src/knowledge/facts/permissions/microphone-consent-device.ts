import { defineFact } from '../../../define.ts';
import { references } from '../../references.ts';
import { consentKey, registryExport } from '../../wordings/samples.ts';

/** Windows keeps consent at three levels: Zoom may use the microphone only when all three allow it. */
export default defineFact({
  id: 'microphone-consent-device',
  class: 'permissions',
  title: 'Windows allows microphone access on this device',
  because: 'The registry shows consent at this level and at the two others.',
  effect: 'rules-out',
  clears: ['microphone permission'],
  needs: ['microphone-consent-user', 'microphone-consent-desktop-apps'],
  unless: ['microphone-consent-denied', 'access-denied-by-policy'],
  standing: true,
  match: [
    {
      formats: ['windows-registry'],
      has: 'Allow',
      fields: { consent: ['Allow'], capability: ['microphone'], scope: ['device'] },
      layout: 'documented',
      see: [references.consentStore, references.consentValue],
      hits: [registryExport('HKEY_LOCAL_MACHINE', consentKey('microphone'), '"Value"="Allow"')],
    },
  ],
  misses: [
    { text: registryExport('HKEY_LOCAL_MACHINE', consentKey('microphone'), '"Value"="Deny"'), why: 'denied' },
    { text: registryExport('HKEY_CURRENT_USER', consentKey('microphone'), '"Value"="Allow"'), why: 'another level' },
  ],
});
