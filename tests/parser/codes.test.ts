import { existsSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decodeComposite } from '../../packages/parser/src/codes/composite.ts';
import { curlCode } from '../../packages/parser/src/codes/curl.ts';
import { errnoClass, errnoMeaning, errnoName } from '../../packages/parser/src/codes/errno.ts';
import { getaddrinfoName } from '../../packages/parser/src/codes/getaddrinfo.ts';
import { httpCode } from '../../packages/parser/src/codes/http.ts';
import { allCodes, codesByNumber } from '../../packages/parser/src/codes/index.ts';
import { netErrorName } from '../../packages/parser/src/codes/net-error.ts';
import { codePrior } from '../../packages/parser/src/codes/prior.ts';
import { parseCode, readCode, resolveCode, zoomCode } from '../../packages/parser/src/codes/resolve.ts';
import { authReasonName, authValueName } from '../../packages/parser/src/codes/tcc.ts';
import { type FailureClass, failureClasses, type Os } from '../../packages/parser/src/model.ts';
import { cpuTimeOf } from '../helpers/cpu-time.ts';
import { runsOf } from '../helpers/runs.ts';

describe('parseCode', () => {
  test.each([
    ['5003', '5003'],
    [' 5003 ', '5003'],
    ['5,003', '5003'],
    ['104,103', '104103'],
    ['(1,003)', '1003'],
    ['Error code: 5003', '5003'],
    ['Error code: 5003.', '5003'],
    ['ERROR CODE 5,003', '5003'],
    ['errorCode=5003', '5003'],
    ['error_code: 5003', '5003'],
    ['internalErrorCode=124', '124'],
    ['Error (5003)', '5003'],
    ['(Error Code: 4)', '4'],
    ['error 104103', '104103'],
    ['Zoom error 2026', '2026'],
    ['Zoom error code: 104,103', '104103'],
    ['Could not join the meeting. Error code: 5003.', '5003'],
    ['The sign-in did not work. (Error Code: 4)', '4'],
    ['Code:10003', '10003'],
    ['result = 104101', '104101'],
    ['respond_result: 104101', '104101'],
    ['iResult=63', '63'],
    ['net_error:-201', '-201'],
    ['net_error -201', '-201'],
    ['-201', '-201'],
    ['\u2212201', '-201'],
    ['NSURLErrorDomain Code=-1202', '-1202'],
    ['0x8889000A', '0x8889000A'],
    ['0X8889000a', '0x8889000A'],
    ['hresult: 0x80070005', '0x80070005'],
    ['100006000', '100006000'],
    ['100,006,000', '100006000'],
    ['errno=110', '110'],
    ['curl: (6)', '6'],
    ['HTTP 407', '407'],
    ['0', '0'],
  ])('%j is %s', (text, code) => {
    expect(parseCode(text)).toBe(code);
  });

  test.each([
    [''],
    ['firewall'],
    ['proxy-auth-required'],
    ['50,03'],
    ['5,0033'],
    ['5.003'],
    ['5003a'],
    ['05003'],
    ['-0'],
    ['12345678901'],
    ['0x'],
    ['0x123456789'],
    ['0xZZ'],
    ['--201'],
    ['5003 bytes received'],
    ['pid 5003'],
    ['thread:1132'],
    ['in 2026'],
    ['5003 104103'],
    ['errno110'],
    ['terror 5003'],
    ['zip code 5003'],
    [`${'error '.repeat(200)}code: 5003`],
  ])('%j is none', (text) => {
    expect(parseCode(text)).toBeNull();
  });

  test('never throws, and reads its own answer the same way again', () => {
    const words = fc.constantFrom(
      'error',
      'code',
      'net_error',
      ':',
      '=',
      '(',
      ')',
      ',',
      '-',
      '0x',
      ' ',
      '.',
      '5',
      '003',
    );
    const text = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 600 }),
      fc.array(words, { maxLength: 300 }).map((all) => all.join('')),
    );
    fc.assert(
      fc.property(text, (query) => {
        const code = parseCode(query);
        if (code === null) return;
        expect(parseCode(code)).toBe(code);
        expect(code).toMatch(/^(0|-?[1-9]\d{0,9}|0x[0-9A-F]{1,8})$/);
      }),
      runsOf(2000),
    );
  });

  test('hostile text costs no time', async () => {
    const took = await cpuTimeOf(() => {
      for (const unit of [' ', '(', 'error ', 'error code', '1,234', '_result', 'a_', '\u2212']) {
        const text = unit.repeat(480 / unit.length);
        for (const query of [`error code${text}`, `error code${text}x`, `net_error${text}x`])
          parseCode(query.slice(0, 499));
      }
      expect(parseCode('5'.repeat(10_000_000))).toBeNull();
    });
    expect(took).toBeLessThan(3_000);
  });

  test('every code of the tables is in canonical form', () => {
    expect(allCodes.filter(({ code }) => parseCode(code) !== code)).toEqual([]);
  });
});

describe('resolveCode', () => {
  const first = (text: string, context = {}) =>
    resolveCode(text, context).map(({ namespace, symbol }) => `${namespace} ${symbol ?? ''}`.trim());

  test.each([
    // An explicit prefix leaves one namespace.
    ['net_error:-201', {}, ['net_error ERR_CERT_DATE_INVALID']],
    ['curl 5', {}, ['curl CURLE_COULDNT_RESOLVE_PROXY']],
    ['installer:10004', {}, ['zoom-installer']],
    ['wsa 10004', {}, ['winsock WSAEINTR']],
    ['msi 1603', {}, ['msi']],
    ['gai -3', {}, ['getaddrinfo EAI_AGAIN']],
    ['errno -110', {}, ['errno ETIMEDOUT']],
    ['authvalue 0', {}, ['tcc-auth-value denied']],
    ['NSURLErrorDomain Code=-1201', {}, ['cfnetwork NSURLErrorServerCertificateHasBadDate']],
    ['x509: 18', {}, ['openssl-verify X509_V_ERR_DEPTH_ZERO_SELF_SIGNED_CERT']],
    // So does the context, which the text outranks.
    ['5', { namespace: 'curl' }, ['curl CURLE_COULDNT_RESOLVE_PROXY']],
    ['curl 5', { namespace: 'zoom' }, ['curl CURLE_COULDNT_RESOLVE_PROXY']],
    ['5003', { namespace: 'unheard-of' }, []],
    // The system picks its own table of error numbers.
    ['errno 51', { os: 'macos' }, ['errno ENETUNREACH']],
    ['errno 51', { os: 'linux' }, []],
    ['errno 60', { os: 'macos' }, ['errno ETIMEDOUT']],
    ['errno 101', { os: 'linux' }, ['errno ENETUNREACH']],
    ['errno 101', { os: 'macos' }, ['errno ETIME']],
    ['gai 8', { os: 'macos' }, ['getaddrinfo EAI_NONAME']],
    // The number's own shape.
    ['10107000', {}, ['zoom-composite']],
    ['104103', {}, ['zoom-client']],
    ['102015', {}, ['zoom-conference']],
    ['5004', {}, ['zoom-client', 'zoom-sdk ExceptionCode::CLIENT_SESSION_STATE_ON_HOLD']],
    // An exact row goes before the decoded one.
    ['100006000', {}, ['zoom-composite']],
    // net_error only, down from -100; above, Linux prints its errors negated.
    ['-105', {}, ['net_error ERR_NAME_NOT_RESOLVED']],
    ['-71', {}, ['errno EPROTO']],
    ['-32', {}, ['errno EPIPE']],
    ['-9814', {}, ['securetransport errSSLCertExpired']],
    ['-11836', {}, ['avfoundation AVErrorApplicationIsNotAuthorized']],
    // The whole HRESULT counts, in hex and in both decimals; only 0x8007 wraps an error of the system.
    ['0x88890004', {}, ['wasapi AUDCLNT_E_DEVICE_INVALIDATED']],
    ['-2004287478', {}, ['wasapi AUDCLNT_E_DEVICE_IN_USE']],
    ['2290679818', {}, ['wasapi AUDCLNT_E_DEVICE_IN_USE']],
    ['0x80070005', {}, ['hresult HRESULT_FROM_WIN32(ERROR_ACCESS_DENIED)']],
    ['0x80072EFD', {}, ['hresult HRESULT_FROM_WIN32(ERROR_WINHTTP_CANNOT_CONNECT)']],
    ['0x8007274C', {}, ['hresult HRESULT_FROM_WIN32(WSAETIMEDOUT)']],
    ['0x80070004', {}, []],
    // Symbols.
    ['ERR_CERT_DATE_INVALID', {}, ['net_error ERR_CERT_DATE_INVALID']],
    ['net::err_timed_out', {}, ['net_error ERR_TIMED_OUT']],
    ['ECONNREFUSED', { os: 'linux' }, ['errno ECONNREFUSED']],
    ['denied', {}, []],
    ['nonsense', {}, []],
  ] as const)('%j %j', (text, context, expected) => {
    expect(first(text, context)).toEqual(expected);
  });

  test.each([
    ['4', ['zoom-client', 'zoom-sdk', 'getaddrinfo', 'curl', 'errno', 'tcc-auth-reason']],
    ['5', ['zoom-client', 'zoom-sdk', 'getaddrinfo', 'curl', 'errno', 'win32', 'tcc-auth-reason']],
    ['3000', ['zoom-installer', 'zoom-web', 'zoom-sdk']],
    ['10004', ['zoom-installer', 'winsock']],
    ['3003', ['zoom-client', 'zoom-web']],
  ])('a bare %s lists every candidate and says so', (code, namespaces) => {
    const { readings, ambiguous } = readCode(code)!;
    expect([...new Set(readings.map(({ namespace }) => namespace))]).toEqual(namespaces);
    expect(ambiguous).toBe(true);
  });

  test('the readings of 4 are those that dialogs and SDKs give it', () => {
    expect(resolveCode('zoom:4').map(({ symbol, class: name }) => [symbol, name])).toEqual([
      [null, 'install'],
      ['MeetingFailCode::MEETING_FAIL_PASSWORD_ERR', 'account'],
      ['AuthResult::AUTHRET_ACCOUNTNOTENABLESDK', 'account'],
      ['LoginFailReason::LoginFail_AccountLocked', 'account'],
      ['MeetingError::MEETING_ERROR_CLIENT_INCOMPATIBLE', 'install'],
    ]);
  });

  test.each(['5003', '104103', '102006', '10107000', '-201', 'net_error -7', '0x8889000A'])(
    '%s is not ambiguous',
    (text) => {
      expect(readCode(text)?.ambiguous).toBe(false);
    },
  );

  test('"error code" is how Zoom speaks: where Zoom knows the number, only Zoom is meant', () => {
    expect(resolveCode('Error code: 5').every(({ namespace }) => namespace.startsWith('zoom-'))).toBe(true);
    expect(first('Error code: -201')).toEqual(['net_error ERR_CERT_DATE_INVALID']);
  });
});

describe('decodeComposite', () => {
  test.each<[string, number | null, number, number, FailureClass]>([
    ['100006000', null, 6, 0, 'network'],
    ['100000400', null, 0, 400, 'service'],
    ['100000401', null, 0, 401, 'account'],
    ['100000407', null, 0, 407, 'proxy'],
    ['100000502', null, 0, 502, 'service'],
    ['100000503', null, 0, 503, 'service'],
    ['100005000', null, 5, 0, 'proxy'],
    ['100056407', null, 56, 407, 'proxy'],
    ['100035000', null, 35, 0, 'tls-clock'],
    ['100060000', null, 60, 0, 'tls-clock'],
    ['100028000', null, 28, 0, 'firewall'],
    ['10107000', 101, 7, 0, 'network'],
    ['11007000', 110, 7, 0, 'firewall'],
    ['11107000', 111, 7, 0, 'firewall'],
    ['5107000', 51, 7, 0, 'network'],
    ['6007000', 60, 7, 0, 'firewall'],
    ['1006007000', 10060, 7, 0, 'firewall'],
    ['1005107000', 10051, 7, 0, 'network'],
    ['1001307000', 10013, 7, 0, 'firewall'],
    ['1100106000', 11001, 6, 0, 'network'],
  ])('%s', (code, os, curl, http, name) => {
    const decoded = decodeComposite(code);
    expect(decoded).toMatchObject({ os, curl, http, class: name });
    expect(decoded?.meaning).not.toBe('');
  });

  test.each([
    ['104103', 'a code of the client: too short'],
    ['104150', 'one that nobody knows: too short'],
    ['200000', 'too short'],
    ['2006000', 'socket error 20 is no error of a connection'],
    ['100000000', 'no error at all'],
    ['100020000', 'curl has no error 20'],
    ['100000600', 'no HTTP status'],
    ['100000099', 'no HTTP status'],
    ['99907000', 'no system has a socket error 999'],
    ['1200007000', 'no system has a socket error 12000'],
    ['2003329396', 'four letters of CoreAudio'],
    ['-100006000', 'negative'],
    ['0100006000', 'a leading zero'],
    ['100,006,000', 'not canonical'],
    ['', 'nothing'],
  ])('%j is none: %s', (code) => {
    expect(decodeComposite(code)).toBeNull();
  });

  test('the tables outrank the rule', () => {
    const listed = codesByNumber.get('100006000')![0]!;
    expect(decodeComposite('100006000')?.meaning).toBe(listed.meaning);
    expect(resolveCode('100006000')).toEqual([listed]);
  });

  test('what the rule alone gives is called inferred', () => {
    expect(resolveCode('10107000').map(({ confidence }) => confidence)).toEqual(['inferred']);
  });

  test('takes apart what was put together, and nothing else', () => {
    const part = fc.record({
      os: fc.constantFrom(1000, 51, 60, 101, 110, 111, 10051, 10060, 10061, 11001),
      curl: fc.integer({ min: 0, max: 99 }),
      http: fc.integer({ min: 0, max: 999 }),
    });
    fc.assert(
      fc.property(part, ({ os, curl, http }) => {
        const decoded = decodeComposite(String(os * 100_000 + curl * 1000 + http));
        const isHttp = http === 0 || (http >= 100 && http <= 599);
        const says = os !== 1000 || curl !== 0 || http !== 0;
        if (curlCode(curl) === null || !isHttp || !says) expect(decoded).toBeNull();
        else expect(decoded).toMatchObject({ os: os === 1000 ? null : os, curl, http });
      }),
    );
  });
});

describe('zoomCode', () => {
  test.each([
    ['5003', 'key', '5003'],
    ['5,003', 'key', '5003'],
    [5003, 'key', '5003'],
    ['104103', 'key', '104103'],
    ['104,118', 'prose', '104118'],
    [102006, 'key', '102006'],
    ['100006000', 'key', '100006000'],
    ['10107000', 'key', '10107000'],
    ['10003', 'key', '10003'],
    ['1132', 'key', '1132'],
    ['2026', 'key', '2026'],
    ['(1,003)', 'key', null],
    ['4', 'key', null],
    ['5', 'key', null],
    ['15', 'key', null],
    ['100', 'key', null],
    ['124', 'key', null],
    ['402', 'key', null],
    ['4', 'prose', '4'],
    ['5', 'prose', '5'],
    ['15', 'prose', '15'],
    ['100', 'prose', '100'],
    [124, 'prose', '124'],
    ['402', 'prose', '402'],
    ['63', 'prose', '63'],
    ['3008', 'key', null],
    ['3008', 'prose', '3008'],
    ['1603', 'prose', null],
    ['407', 'prose', null],
    ['10060', 'prose', null],
    ['110', 'prose', null],
    ['-201', 'prose', null],
    ['0', 'prose', null],
    ['5107000', 'key', null],
    ['99907000', 'prose', null],
    ['104119', 'key', null],
    ['05003', 'key', null],
    ['0x138B', 'key', null],
    ['5003 ms', 'key', null],
    [5003.5, 'key', null],
    [Number.NaN, 'key', null],
    [-5003, 'key', null],
    ['', 'prose', null],
  ] as const)('%j (%s) is %j', (value, wording, code) => {
    expect(zoomCode(value, wording)).toBe(code);
  });
});

describe('codePrior', () => {
  test.each<[string, FailureClass[], string]>([
    ['5003', ['firewall', 'proxy', 'network', 'tls-clock', 'service'], 'low'],
    ['5000', ['firewall', 'proxy', 'network', 'tls-clock', 'service'], 'low'],
    ['5004', ['network', 'firewall', 'proxy'], 'low'],
    ['104101', ['firewall', 'network', 'proxy', 'tls-clock', 'service'], 'low'],
    ['104103', ['firewall', 'proxy', 'network', 'tls-clock', 'service'], 'low'],
    ['104118', ['firewall', 'proxy', 'network', 'tls-clock', 'service'], 'low'],
    ['2026', ['firewall', 'account', 'proxy', 'network', 'service'], 'low'],
    ['1132', ['account', 'firewall'], 'low'],
    ['1142', ['account', 'proxy'], 'low'],
    ['102015', ['account'], 'medium'],
    ['103008', ['service'], 'medium'],
    ['105035', ['install'], 'medium'],
    ['4', ['install', 'account'], 'low'],
    ['100007000', ['firewall', 'proxy', 'network', 'service'], 'low'],
    ['10107000', ['network'], 'low'],
    ['100000407', ['proxy'], 'low'],
    ['-201', ['tls-clock'], 'medium'],
    ['-336', ['proxy'], 'medium'],
    ['10013', ['firewall'], 'medium'],
  ])('%s: %j', (code, classes, confidence) => {
    const prior = codePrior(code)!;
    expect([prior.class, ...prior.alternatives.map((other) => other.class)]).toEqual(classes);
    expect(prior.confidence).toBe(confidence);
    expect([prior.why, ...prior.alternatives.map((other) => other.why)]).not.toContain('');
  });

  test.each(['104150', '999999', '5', 'nonsense'])('%s in no namespace of its own stays silent', (code) => {
    expect(codePrior(code, [])).toBeNull();
  });

  test('the namespace that is meant decides', () => {
    expect(codePrior('4', resolveCode('errno 4'))).toBeNull();
    expect(codePrior('5', resolveCode('curl 5'))?.class).toBe('proxy');
  });
});

describe('error numbers of the systems', () => {
  test.each<[number, Os | null, string | null]>([
    [101, 'linux', 'ENETUNREACH'],
    [51, 'macos', 'ENETUNREACH'],
    [10051, 'windows', 'ENETUNREACH'],
    [110, 'linux', 'ETIMEDOUT'],
    [60, 'macos', 'ETIMEDOUT'],
    [10060, 'windows', 'ETIMEDOUT'],
    [111, 'linux', 'ECONNREFUSED'],
    [61, 'macos', 'ECONNREFUSED'],
    [10061, 'windows', 'ECONNREFUSED'],
    [104, 'linux', 'ECONNRESET'],
    [54, 'macos', 'ECONNRESET'],
    [10054, 'windows', 'ECONNRESET'],
    [113, 'linux', 'EHOSTUNREACH'],
    [65, 'macos', 'EHOSTUNREACH'],
    [10065, 'windows', 'EHOSTUNREACH'],
    [11001, 'windows', 'EAI_NONAME'],
    [10013, 'windows', 'WSAEACCES'],
    [13, 'linux', 'EACCES'],
    [16, 'linux', 'EBUSY'],
    [28, 'linux', 'ENOSPC'],
    [-71, 'linux', 'EPROTO'],
    [-32, 'linux', 'EPIPE'],
    [71, 'macos', null],
    [51, 'linux', null],
    [101, 'macos', 'ETIME'],
    [110, 'windows', null],
    // Without a system: connection errors that one system alone has under the number.
    [51, null, 'ENETUNREACH'],
    [60, null, 'ETIMEDOUT'],
    [61, null, 'ECONNREFUSED'],
    [54, null, 'ECONNRESET'],
    [65, null, 'EHOSTUNREACH'],
    [50, null, 'ENETDOWN'],
    [101, null, 'ENETUNREACH'],
    [110, null, 'ETIMEDOUT'],
    [111, null, 'ECONNREFUSED'],
    [104, null, 'ECONNRESET'],
    [113, null, 'EHOSTUNREACH'],
    [100, null, 'ENETDOWN'],
    [10013, null, 'WSAEACCES'],
    [10051, null, 'ENETUNREACH'],
    [10060, null, 'ETIMEDOUT'],
    [10061, null, 'ECONNREFUSED'],
    [11001, null, 'EAI_NONAME'],
    [13, null, null],
    [16, null, null],
    [71, null, null],
    [2, null, null],
    [35, null, null],
    [0, null, null],
    [5003, null, null],
  ])('%s on %s is %s', (value, os, name) => {
    expect(errnoName(value, os)).toBe(name);
  });

  test('what looks alike has another class', () => {
    expect(errnoClass(10013, 'windows')).toBe('firewall');
    expect(errnoClass(13, 'linux')).toBe('permissions');
    expect(errnoClass(28, 'linux')).toBe('device-usb');
    expect(errnoClass(32, 'linux')).toBeNull();
    expect(errnoMeaning(28, 'linux')).toContain('bandwidth');
    expect(errnoMeaning(51, null)).toBe(errnoMeaning(10051, 'windows'));
    expect(errnoMeaning(2, null)).toBeNull();
  });

  test.each<[number, Os, string | null]>([
    [8, 'macos', 'EAI_NONAME'],
    [2, 'macos', 'EAI_AGAIN'],
    [-2, 'linux', 'EAI_NONAME'],
    [-3, 'linux', 'EAI_AGAIN'],
    [-5, 'linux', 'EAI_NODATA'],
    [11001, 'windows', 'EAI_NONAME'],
    [8, 'linux', null],
    [-2, 'macos', null],
  ])('the resolver answers %s on %s: %s', (value, os, name) => {
    expect(getaddrinfoName(value, os)).toBe(name);
  });

  test('Chromium, libcurl, HTTP and TCC', () => {
    expect(netErrorName(-336)).toBe('ERR_NO_SUPPORTED_PROXIES');
    expect(netErrorName(336)).toBeNull();
    expect(curlCode(6)?.symbol).toBe('CURLE_COULDNT_RESOLVE_HOST');
    expect(curlCode(20)).toBeNull();
    expect(httpCode(407)?.class).toBe('proxy');
    expect(httpCode(200)).toBeNull();
    expect([authValueName(0), authReasonName(6), authReasonName(10)]).toEqual(['denied', 'mdm-policy', null]);
  });

  test.each<[string, FailureClass]>([
    ['-130', 'proxy'],
    ['-111', 'proxy'],
    ['-127', 'proxy'],
    ['-131', 'proxy'],
    ['-338', 'proxy'],
    ['-336', 'proxy'],
    ['-200', 'tls-clock'],
    ['-201', 'tls-clock'],
    ['-202', 'tls-clock'],
    ['-7', 'firewall'],
    ['-100', 'firewall'],
    ['-101', 'firewall'],
    ['-102', 'firewall'],
    ['-118', 'firewall'],
    ['-138', 'firewall'],
    ['-21', 'network'],
    ['-105', 'network'],
    ['-106', 'network'],
    ['-109', 'network'],
  ])('net_error %s is %s', (code, name) => {
    expect(resolveCode(`net_error ${code}`).map((reading) => reading.class)).toEqual([name]);
  });

  test('date errors name the clock, trust errors the inspection', () => {
    const meaning = (text: string) =>
      resolveCode(text)
        .map((reading) => reading.meaning)
        .join();
    for (const text of ['-201', '-1201', '-1204', '-9814', '-9815', 'x509 9', 'x509 10', '0x800B0101', '0x80090328']) {
      expect(meaning(text), text).toContain('clock before the certificate');
    }
    for (const text of ['-202', '-9813', 'x509 18', 'x509 19', 'x509 20', '0x80090325', '0x800B0109']) {
      expect(meaning(text), text).toContain('suspect TLS inspection');
    }
  });
});

describe('the tables', () => {
  test('every code says what, whence and how sure', () => {
    for (const code of allCodes) {
      expect(code.meaning, code.code).toMatch(/\S{2}/);
      expect(code.meaning, code.code).not.toMatch(/\.$/);
      expect(code.source, code.code).toMatch(/\S{3}/);
      if (code.class !== null) expect(failureClasses).toContain(code.class);
      if (code.confidence === 'inferred') expect(code.source, code.code).toMatch(/inferred|CFNetworkErrors/);
    }
  });

  test('no reading stands twice', () => {
    const keys = allCodes.map((code) => [code.namespace, code.code, code.symbol, code.meaning, code.os].join('|'));
    expect(keys.filter((key, at) => keys.indexOf(key) !== at)).toEqual([]);
  });

  test('the family of 104101 is complete, and honest about what has no source', () => {
    const sourced = ['104101', '104102', '104103', '104113'];
    for (let member = 104101; member <= 104118; member++) {
      const [reading, ...more] = resolveCode(String(member));
      expect(more).toEqual([]);
      expect(reading).toMatchObject({ namespace: 'zoom-client', class: 'firewall' });
      expect(reading?.confidence).toBe(sourced.includes(String(member)) ? 'medium' : 'inferred');
    }
  });
});

const tsv = new URL('../../../shared/knowledge/codes.tsv', import.meta.url);

describe.skipIf(!existsSync(tsv))('the gathered codes (../shared; skipped where absent)', () => {
  const rows = existsSync(tsv)
    ? readFileSync(tsv, 'utf8')
        .trimEnd()
        .split('\n')
        .slice(1)
        .map((line) => line.split('\t'))
        .map(([code, namespace, symbol, meaning, name, os, , confidence]) => ({
          code: code!,
          namespace: namespace!,
          symbol: symbol!,
          meaning: meaning!,
          class: name!,
          os: os!,
          confidence: confidence!,
        }))
    : [];

  test('every row of the client and the installer is known', () => {
    const missing = rows
      .filter(({ namespace }) => namespace === 'zoom-client' || namespace === 'installer')
      .filter(
        ({ code, class: name }) =>
          !resolveCode(code).some(
            (reading) =>
              reading.class === name && /^(zoom-(client|conference|composite|installer)|msi)$/.test(reading.namespace),
          ),
      );
    expect(missing).toEqual([]);
  });

  test('none is surer than what was gathered', () => {
    const rank = ['inferred', 'low', 'medium', 'high'];
    for (const { code, namespace } of allCodes.filter((known) => known.namespace.startsWith('zoom-'))) {
      const gathered = rows.filter((row) => row.code === code && /^(zoom|installer)/.test(row.namespace));
      const best = Math.max(-1, ...gathered.map((row) => rank.indexOf(row.confidence)));
      const ours = Math.max(...resolveCode(`${namespace}:${code}`).map((reading) => rank.indexOf(reading.confidence)));
      // 10004 was gathered without a source; captured installer logs have it.
      if (code !== '10004') expect(ours, code).toBeLessThanOrEqual(Math.max(best, 0));
    }
  });

  test.each(['net_error', 'curl', 'winsock', 'errno', 'getaddrinfo'])(
    'every %s is known under its symbol',
    (namespace) => {
      const missing = rows
        // WSA_QOS_*: reservations of bandwidth, which say nothing of a connection.
        .filter((row) => row.namespace === namespace && !row.symbol.startsWith('WSA_QOS'))
        .filter(
          ({ code, symbol, os }) =>
            !codesByNumber
              .get(code)
              ?.some((known) => known.symbol === symbol && (os === 'all' || known.os.includes(os as Os))),
        );
      expect(missing).toEqual([]);
    },
  );

  test('no meaning is the sentence of a vendor', () => {
    const theirs = new Set(
      rows.map(({ meaning }) => meaning.toLowerCase()).filter((meaning) => meaning.split(' ').length > 4),
    );
    expect(
      allCodes.filter(({ meaning }) => theirs.has(meaning.toLowerCase())).map(({ code, meaning }) => [code, meaning]),
    ).toEqual([]);
  });
});
