import { defineFailure, type Pattern } from '../../../define.ts';
import { registryPolicy } from '../../wordings/samples.ts';

const denied = (device: 'Camera' | 'Microphone'): Pattern => ({
  formats: ['windows-registry'],
  has: `LetAppsAccess${device}`,
  fields: { [`${device.toLowerCase()}_policy`]: ['deny'] },
  layout: 'constructed',
  hits: [registryPolicy('Windows\\AppPrivacy', `"LetAppsAccess${device}"=dword:00000002`)],
});

/** Microsoft documents it for apps from its store; whether a desktop app is held back as well is not certain. */
export default defineFailure({
  id: 'access-denied-by-policy',
  class: 'permissions',
  role: 'cause',
  strength: 'strong',
  severity: 'error',
  title: 'A policy of the organization denies apps the camera or microphone',
  cause: 'Group Policy or device management turns access off, whatever the user allows.',
  remedy: 'Ask the people who manage this machine to allow Zoom, or to leave the choice to the user.',
  subject: { kind: 'permission', text: /"?(LetAppsAccess\w{1,20}|AllowCamera)/ },
  match: [
    denied('Camera'),
    denied('Microphone'),
    {
      formats: ['windows-registry'],
      has: 'AllowCamera',
      fields: { camera_policy: ['deny'] },
      layout: 'constructed',
      hits: [registryPolicy('Camera', '"AllowCamera"=dword:00000000')],
    },
  ],
  standing: true,
  fixes: ['permission-read-windows', 'permission-ask-management'],
  misses: [
    { text: registryPolicy('Camera', '"AllowCamera"=dword:00000001'), why: 'allowed' },
    {
      text: registryPolicy(
        'Windows\\AppPrivacy',
        '"LetAppsAccessCamera_ForceDenyTheseApps"=hex(7):45,00,78,00,00,00,00,00',
      ),
      why: 'a list of other apps',
    },
    { text: registryPolicy('Windows\\AppPrivacy', '"LetAppsAccessCamera"=dword:00000000'), why: 'the user decides' },
    { text: registryPolicy('Windows\\AppPrivacy', '"LetAppsAccessContacts"=dword:00000002'), why: 'another right' },
  ],
});
