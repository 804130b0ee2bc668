import { defineFact } from '../../../define.ts';
import { references } from '../../references.ts';
import { consentKey, registryExport } from '../../wordings/samples.ts';

/** Windows asks on three levels: only all of them together let Zoom use the camera. */
export default defineFact({
  id: 'camera-consent-desktop-apps',
  class: 'permissions',
  title: 'Windows allows the camera for desktop apps',
  because: 'The consent stands in the registry, on this level and on the two others.',
  effect: 'rules-out',
  clears: ['camera permission'],
  needs: ['camera-consent-device', 'camera-consent-user'],
  unless: ['camera-consent-denied'],
  standing: true,
  match: [
    {
      formats: ['windows-registry'],
      has: 'Allow',
      fields: { consent: ['Allow'], capability: ['camera'], scope: ['desktop-apps'] },
      layout: 'documented',
      see: [references.consentStore, references.consentValue],
      hits: [registryExport('HKEY_CURRENT_USER', consentKey('webcam', 'NonPackaged'), '"Value"="Allow"')],
    },
  ],
  misses: [
    { text: registryExport('HKEY_CURRENT_USER', consentKey('webcam', 'NonPackaged'), '"Value"="Deny"'), why: 'denied' },
    { text: registryExport('HKEY_LOCAL_MACHINE', consentKey('webcam'), '"Value"="Allow"'), why: 'another level' },
  ],
});
