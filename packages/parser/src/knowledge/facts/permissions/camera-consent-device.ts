import { defineFact } from '../../../define.ts';
import { references } from '../../references.ts';
import { consentKey, registryExport } from '../../wordings/samples.ts';

/** Windows keeps consent at three levels: Zoom may use the camera only when all three allow it. */
export default defineFact({
  id: 'camera-consent-device',
  class: 'permissions',
  title: 'Windows allows camera access on this device',
  because: 'The registry shows consent at this level and at the two others.',
  effect: 'rules-out',
  clears: ['camera permission'],
  needs: ['camera-consent-user', 'camera-consent-desktop-apps'],
  unless: ['camera-consent-denied', 'access-denied-by-policy'],
  standing: true,
  match: [
    {
      formats: ['windows-registry'],
      has: 'Allow',
      fields: { consent: ['Allow'], capability: ['camera'], scope: ['device'] },
      layout: 'documented',
      see: [references.consentStore, references.consentValue],
      hits: [registryExport('HKEY_LOCAL_MACHINE', consentKey('webcam'), '"Value"="Allow"')],
    },
  ],
  misses: [
    { text: registryExport('HKEY_LOCAL_MACHINE', consentKey('webcam'), '"Value"="Deny"'), why: 'denied' },
    { text: registryExport('HKEY_CURRENT_USER', consentKey('webcam'), '"Value"="Allow"'), why: 'another level' },
  ],
});
