import { symbolTable } from './table.ts';

/** What OpenSSL answers when it verifies a certificate; those that tell causes apart. */
const codes = symbolTable(
  {
    namespace: 'openssl-verify',
    source: 'OpenSSL, x509_vfy.h',
    confidence: 'high',
    prefix: /^X509_V_ERR_/,
  },
  [
    [2, 'X509_V_ERR_UNABLE_TO_GET_ISSUER_CERT', 'tls-clock', 'the issuer of the certificate was not sent'],
    [7, 'X509_V_ERR_CERT_SIGNATURE_FAILURE', 'tls-clock', 'the signature of the certificate does not verify'],
    [
      9,
      'X509_V_ERR_CERT_NOT_YET_VALID',
      'tls-clock',
      'according to this clock, the certificate is not valid yet: suspect the clock before the certificate',
    ],
    [
      10,
      'X509_V_ERR_CERT_HAS_EXPIRED',
      'tls-clock',
      'according to this clock, the certificate has expired: suspect the clock before the certificate',
    ],
    [
      18,
      'X509_V_ERR_DEPTH_ZERO_SELF_SIGNED_CERT',
      'tls-clock',
      'the certificate is self-signed: suspect TLS inspection; check the issuer',
    ],
    [
      19,
      'X509_V_ERR_SELF_SIGNED_CERT_IN_CHAIN',
      'tls-clock',
      'the chain ends in an unknown self-signed root: suspect TLS inspection; check the issuer',
    ],
    [
      20,
      'X509_V_ERR_UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
      'tls-clock',
      'the issuer is unknown on this machine: suspect TLS inspection; check the issuer',
    ],
    [21, 'X509_V_ERR_UNABLE_TO_VERIFY_LEAF_SIGNATURE', 'tls-clock', 'the first certificate cannot be verified'],
    [22, 'X509_V_ERR_CERT_CHAIN_TOO_LONG', 'tls-clock', 'the chain is too long'],
    [23, 'X509_V_ERR_CERT_REVOKED', 'tls-clock', 'the certificate was revoked'],
    [26, 'X509_V_ERR_INVALID_PURPOSE', 'tls-clock', 'the certificate is not meant for this use'],
    [27, 'X509_V_ERR_CERT_UNTRUSTED', 'tls-clock', 'the root is not trusted for this use'],
    [28, 'X509_V_ERR_CERT_REJECTED', 'tls-clock', 'the root rejects this use'],
    [62, 'X509_V_ERR_HOSTNAME_MISMATCH', 'tls-clock', 'the certificate is for another host name'],
    [66, 'X509_V_ERR_EE_KEY_TOO_SMALL', 'tls-clock', 'the key of the certificate is too small'],
  ],
);

export default codes;
