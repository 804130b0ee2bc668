import { symbolTable } from './table.ts';

const shared = { namespace: 'cfnetwork', os: ['macos'] } as const;

/** Errors of the URL loading system: `NSURLErrorDomain Code=`. */
const urlErrors = symbolTable({ ...shared, source: 'macOS, NSURLError.h', confidence: 'high', prefix: /^NSURLError/ }, [
  [-999, 'NSURLErrorCancelled', null],
  [-1000, 'NSURLErrorBadURL', null],
  [-1001, 'NSURLErrorTimedOut', 'firewall', 'no answer in time'],
  [-1002, 'NSURLErrorUnsupportedURL', null],
  [-1003, 'NSURLErrorCannotFindHost', 'network', "the server's name could not be resolved"],
  [-1004, 'NSURLErrorCannotConnectToHost', 'firewall', 'no connection to the server'],
  [-1005, 'NSURLErrorNetworkConnectionLost', 'network', 'the connection was lost; after sleep this is routine'],
  [-1006, 'NSURLErrorDNSLookupFailed', 'network', 'the name service failed'],
  [-1007, 'NSURLErrorHTTPTooManyRedirects', null],
  [-1008, 'NSURLErrorResourceUnavailable', null],
  [-1009, 'NSURLErrorNotConnectedToInternet', 'network', 'there is no internet connection'],
  [-1011, 'NSURLErrorBadServerResponse', null],
  [-1012, 'NSURLErrorUserCancelledAuthentication', 'account', 'the login was cancelled'],
  [-1013, 'NSURLErrorUserAuthenticationRequired', 'account', 'the server asks for a login'],
  [-1017, 'NSURLErrorCannotParseResponse', null],
  [-1018, 'NSURLErrorInternationalRoamingOff', null],
  [-1020, 'NSURLErrorDataNotAllowed', 'network', 'the connection may not be used for data'],
  [-1022, 'NSURLErrorAppTransportSecurityRequiresSecureConnection', 'tls-clock', 'the system insists on TLS'],
  [-1102, 'NSURLErrorNoPermissionsToReadFile', 'permissions', 'the file may not be read'],
  [
    -1200,
    'NSURLErrorSecureConnectionFailed',
    'tls-clock',
    'the TLS connection failed; the accompanying stream code gives the reason',
  ],
  [
    -1201,
    'NSURLErrorServerCertificateHasBadDate',
    'tls-clock',
    'by this clock the certificate has expired: suspect the clock before the certificate',
  ],
  [
    -1202,
    'NSURLErrorServerCertificateUntrusted',
    'tls-clock',
    'the certificate is not trusted here: suspect TLS inspection; the issuer decides',
  ],
  [
    -1203,
    'NSURLErrorServerCertificateHasUnknownRoot',
    'tls-clock',
    'the root of the certificate is not known here: suspect TLS inspection; the issuer decides',
  ],
  [
    -1204,
    'NSURLErrorServerCertificateNotYetValid',
    'tls-clock',
    'by this clock the certificate is not valid yet: suspect the clock before the certificate',
  ],
  [-1205, 'NSURLErrorClientCertificateRejected', 'tls-clock', 'the certificate of this client was rejected'],
  [-1206, 'NSURLErrorClientCertificateRequired', 'tls-clock', 'the server requires a client certificate'],
  [-2000, 'NSURLErrorCannotLoadFromNetwork', 'network', 'only the cache may be used'],
]);

/** Proxy errors of kCFErrorDomainCFNetwork. No log with one was seen, and the numbers were not checked against the header. */
const proxyErrors = symbolTable(
  { ...shared, source: 'macOS, CFNetworkErrors.h', confidence: 'inferred', prefix: /^kCF/ },
  [
    [306, 'kCFErrorHTTPProxyConnectionFailure', 'proxy', 'no connection to the proxy'],
    [307, 'kCFErrorHTTPBadProxyCredentials', 'proxy', 'the proxy refused the login'],
    [308, 'kCFErrorPACFileError', 'proxy', 'the proxy script could not be fetched or run'],
    [309, 'kCFErrorPACFileAuth', 'proxy', 'the proxy script requires a login'],
    [310, 'kCFErrorHTTPSProxyConnectionFailure', 'proxy', 'no connection to the HTTPS proxy'],
    [
      311,
      'kCFStreamErrorHTTPSProxyFailureUnexpectedResponseToCONNECTMethod',
      'proxy',
      'the proxy did not open a tunnel to the host',
    ],
  ],
);

const codes = [...urlErrors, ...proxyErrors];

export default codes;
