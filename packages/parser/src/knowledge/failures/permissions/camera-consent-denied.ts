import { defineFailure } from '../../../define.ts';
import { consentKey, registryExport, registryQuery, someUsers } from '../../wordings/samples.ts';

export default defineFailure({
  id: 'camera-consent-denied',
  class: 'permissions',
  role: 'cause',
  strength: 'proof',
  severity: 'error',
  title: 'Windows denies desktop programs the camera',
  cause:
    'Access to the camera is switched off in the privacy settings: for the device, for all apps of the user, or for desktop apps, of which Zoom is one.',
  remedy: 'Switch on camera access, for apps and for desktop apps, in Settings > Privacy & security > Camera.',
  match: [
    {
      formats: ['windows-registry'],
      has: 'Deny',
      fields: { consent: ['Deny'], capability: ['camera'], scope: ['device', 'user', 'desktop-apps'] },
      layout: 'constructed',
      hits: [
        registryExport('HKEY_LOCAL_MACHINE', consentKey('webcam'), '"Value"="Deny"'),
        registryQuery('HKEY_CURRENT_USER', consentKey('webcam'), 'Value    REG_SZ    Deny'),
        registryExport('HKEY_CURRENT_USER', consentKey('webcam', 'NonPackaged'), '"Value"="Deny"'),
      ],
    },
    {
      formats: ['windows-registry'],
      has: 'Deny',
      fields: { consent: ['Deny'], capability: ['camera'], scope: ['some-user'] },
      layout: 'constructed',
      strength: 'strong',
      hits: [someUsers(consentKey('webcam'), '"Value"="Deny"')],
    },
  ],
  standing: true,
  fixes: ['permission-read-windows', 'permission-allow-camera-windows', 'permission-ask-management'],
  misses: [
    { text: registryExport('HKEY_CURRENT_USER', consentKey('webcam'), '"Value"="Allow"'), why: 'allowed' },
    { text: registryExport('HKEY_CURRENT_USER', consentKey('webcam')), why: 'nothing is set: the default is to allow' },
    {
      text: registryExport('HKEY_CURRENT_USER', consentKey('webcam', 'Example.Viewer_1a2b3c4d5e6f7'), '"Value"="Deny"'),
      why: 'denied to another app alone',
    },
    {
      text: registryQuery('HKEY_CURRENT_USER', consentKey('microphone'), 'Value    REG_SZ    Deny'),
      why: 'another device',
    },
  ],
});
