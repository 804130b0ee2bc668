import { defineFact } from '../../../define.ts';
import { references } from '../../references.ts';
import { consentKey, registryExport } from '../../wordings/samples.ts';

/** Windows keeps consent at three levels: Zoom may use the camera only when all three allow it. */
export default defineFact({
  id: 'camera-consent-user',
  class: 'permissions',
  title: "Windows allows camera access for the user's apps",
  because: 'The registry shows consent at this level and at the two others.',
  effect: 'rules-out',
  clears: ['camera permission'],
  needs: ['camera-consent-device', 'camera-consent-desktop-apps'],
  unless: ['camera-consent-denied', 'access-denied-by-policy'],
  standing: true,
  match: [
    {
      formats: ['windows-registry'],
      has: 'Allow',
      fields: { consent: ['Allow'], capability: ['camera'], scope: ['user'] },
      layout: 'documented',
      see: [references.consentStore, references.consentValue],
      hits: [registryExport('HKEY_CURRENT_USER', consentKey('webcam'), '"Value"="Allow"')],
    },
  ],
  misses: [
    { text: registryExport('HKEY_CURRENT_USER', consentKey('webcam'), '"Value"="Deny"'), why: 'denied' },
    { text: registryExport('HKEY_LOCAL_MACHINE', consentKey('webcam'), '"Value"="Allow"'), why: 'another level' },
  ],
});
