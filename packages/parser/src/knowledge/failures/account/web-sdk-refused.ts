import { defineFailure } from '../../../define.ts';
import { webSdk, webSdkSamples } from '../../wordings/web-sdk.ts';

export default defineFailure({
  id: 'web-sdk-refused',
  class: 'account',
  role: 'symptom',
  strength: 'strong',
  severity: 'error',
  title: 'Zoom refused a join by its SDK for the web',
  cause: 'The page asked Zoom to join a meeting; Zoom answered and refused.',
  remedy: 'Look up the code, then check the signature, the key and the meeting that the page uses.',
  // The numbers of the other SDKs mean something else.
  readings: /^[A-Z_]+$/,
  match: [...webSdk('refused'), ...webSdk('refused in words')],
  explainedBy: ['tls-clock'],
  fixes: ['account-check-meeting', 'account-renew-token', 'account-allow-app', 'account-contact-zoom'],
  alternatives: [{ class: 'tls-clock', why: 'a wrong clock where the signature is made lets it expire at once' }],
  misses: [
    { text: webSdkSamples.joined, why: 'it joined' },
    { text: webSdkSamples.failed, why: 'a code without a reason' },
    {
      text: "zoom-meeting-4.1.0.min.js:2 {method: 'generateSignature', status: true, errorCode: 0, errorMessage: null}",
      why: 'another call',
    },
  ],
});
