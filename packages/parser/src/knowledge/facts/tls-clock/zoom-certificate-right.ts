import { defineFact } from '../../../define.ts';
import { checkedCertificate, firmIssuer, sClient, webIssuer } from '../../wordings/connection-tests.ts';
import { curlCertificate, curlIssued } from '../../wordings/curl.ts';

export default defineFact({
  id: 'zoom-certificate-right',
  class: 'tls-clock',
  title: "A test found Zoom's certificate in order",
  because: 'The certificate for a Zoom host was issued by a public authority, and its check succeeded on this machine.',
  effect: 'rules-out',
  clears: ['expired certificate', 'untrusted certificate', 'inspection'],
  unless: ['certificate-date-error', 'certificate-untrusted', 'tls-inspected', 'clock-wrong'],
  standing: true,
  match: [
    checkedCertificate(['ok'], [sClient(webIssuer, '0 (ok)')], ['public']),
    curlIssued(['public'], 'ok', [curlCertificate(webIssuer, 'SSL certificate verify ok.')]),
  ],
  misses: [
    { text: curlCertificate(firmIssuer, 'SSL certificate verify ok.'), why: 'a company issued it' },
    { text: sClient(firmIssuer, '0 (ok)'), why: 'a company issued it' },
    { text: sClient(webIssuer, '10 (certificate has expired)'), why: 'it has expired' },
    { text: sClient(webIssuer, '0 (ok)', 'www.example.com'), why: "another host's certificate" },
  ],
});
