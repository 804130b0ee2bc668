import { symbolTable } from './table.ts';

/** Errors of TLS on macOS, as `_kCFStreamErrorCodeKey` and trust messages carry them; those that tell causes apart. */
const codes = symbolTable(
  {
    namespace: 'securetransport',
    source: 'macOS, SecureTransport.h',
    confidence: 'high',
    os: ['macos'],
    prefix: /^errSSL/,
  },
  [
    [-9800, 'errSSLProtocol', 'tls-clock', 'a TLS protocol error'],
    [-9801, 'errSSLNegotiation', 'tls-clock', 'no cipher in common'],
    [-9802, 'errSSLFatalAlert', 'tls-clock', 'a fatal alert: the handshake broke off'],
    [-9806, 'errSSLClosedAbort', 'tls-clock', 'the connection was closed with an error'],
    [-9807, 'errSSLXCertChainInvalid', 'tls-clock', 'the certificate chain is not valid'],
    [-9808, 'errSSLBadCert', 'tls-clock', 'the certificate is damaged'],
    [
      -9812,
      'errSSLUnknownRootCert',
      'tls-clock',
      'the chain is sound but its root is not trusted: suspect TLS inspection; the issuer decides',
    ],
    [
      -9813,
      'errSSLNoRootCert',
      'tls-clock',
      'no trusted root for the certificate: suspect TLS inspection; the issuer decides',
    ],
    [
      -9814,
      'errSSLCertExpired',
      'tls-clock',
      'by this clock the certificate has expired: suspect the clock before the certificate',
    ],
    [
      -9815,
      'errSSLCertNotYetValid',
      'tls-clock',
      'by this clock the certificate is not valid yet: suspect the clock before the certificate',
    ],
    [-9816, 'errSSLClosedNoNotify', 'tls-clock', 'the server closed the connection without a word'],
    [-9824, 'errSSLPeerHandshakeFail', 'tls-clock', 'the other side broke off the handshake'],
    [-9825, 'errSSLPeerBadCert', 'tls-clock', 'the other side refuses the certificate'],
    [-9828, 'errSSLPeerCertExpired', 'tls-clock', 'the peer reports an expired certificate'],
    [-9829, 'errSSLPeerCertUnknown', 'tls-clock', 'the other side does not know the certificate'],
    [-9831, 'errSSLPeerUnknownCA', 'tls-clock', 'the other side does not know the issuer'],
    [-9836, 'errSSLPeerProtocolVersion', 'tls-clock', 'no TLS version in common'],
    [-9843, 'errSSLHostNameMismatch', 'tls-clock', 'the certificate is for another name'],
    [-9844, 'errSSLConnectionRefused', 'firewall', 'the connection was dropped before an answer'],
    [-9852, 'errSSLTransportReset', 'firewall', 'the connection was reset under TLS'],
    [-9853, 'errSSLNetworkTimeout', 'firewall', 'no answer in time'],
  ],
);

export default codes;
