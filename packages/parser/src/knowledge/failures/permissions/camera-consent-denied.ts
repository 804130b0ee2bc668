import { defineFailure } from '../../../define.ts';
import { consentKey, registryExport, registryQuery, someUsers } from '../../wordings/samples.ts';

export default defineFailure({
  id: 'camera-consent-denied',
  class: 'permissions',
  role: 'cause',
  strength: 'proof',
  severity: 'error',
  title: 'Windows blocks desktop apps from the camera',
  cause:
    'Camera access is turned off in the privacy settings: for the device, for all apps of the user, for desktop apps, or for Zoom alone.',
  remedy: 'Turn on camera access, for apps and for desktop apps, in Settings > Privacy & security > Camera.',
  match: [
    {
      formats: ['windows-registry'],
      has: 'Deny',
      fields: { consent: ['Deny'], capability: ['camera'], scope: ['device', 'user', 'desktop-apps', 'zoom'] },
      layout: 'constructed',
      hits: [
        registryExport('HKEY_LOCAL_MACHINE', consentKey('webcam'), '"Value"="Deny"'),
        registryQuery('HKEY_CURRENT_USER', consentKey('webcam'), 'Value    REG_SZ    Deny'),
        registryExport('HKEY_CURRENT_USER', consentKey('webcam', 'NonPackaged'), '"Value"="Deny"'),
        registryExport(
          'HKEY_CURRENT_USER',
          consentKey('webcam', 'NonPackaged', 'C:#Program Files#Zoom#bin#Zoom.exe'),
          '"Value"="Deny"',
        ),
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
  // Two exports of one key, one of which allows it: which is the later one is open.
  when: { weak: { with: ['camera-consent-device', 'camera-consent-user', 'camera-consent-desktop-apps'] } },
  standing: true,
  fixes: ['permission-read-windows', 'permission-allow-camera-windows', 'permission-ask-management'],
  misses: [
    { text: registryExport('HKEY_CURRENT_USER', consentKey('webcam'), '"Value"="Allow"'), why: 'allowed' },
    {
      text: registryExport('HKEY_CURRENT_USER', consentKey('webcam')),
      why: 'no value is set: Windows allows access by default',
    },
    {
      text: registryExport('HKEY_CURRENT_USER', consentKey('webcam', 'Example.Viewer_1a2b3c4d5e6f7'), '"Value"="Deny"'),
      why: 'denied only to another app',
    },
    {
      text: registryQuery('HKEY_CURRENT_USER', consentKey('microphone'), 'Value    REG_SZ    Deny'),
      why: 'another device',
    },
  ],
});
