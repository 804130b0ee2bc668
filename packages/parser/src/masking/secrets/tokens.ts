/** Key material, proxy credentials and tokens. */
import {
  authorization,
  base64,
  cookie,
  elements,
  guid,
  is,
  isOrBlank,
  keys,
  parameters,
  pattern,
  quote,
  raw,
  type SecretRule,
  schemes,
  slash,
  userInfo,
  word,
} from './patterns.ts';

/** At least sixteen units with letters and digits; no id, no address in memory. */
const opaque = pattern('y', raw`(?!${guid}|0x)(?=[A-Z_a-z.~%+/-]{0,128}\d)(?=[^a-z\s]{0,128}[a-z])[\w.~%+/=-]{16,}`);

export const tokenRules: readonly SecretRule[] = [
  // Key material: the head of an encrypted log, the key of the local databases, the keys of SDK apps.
  { kind: 'key', shape: /ZWOSKEY(?:[A-Za-z0-9+/=]|\\{1,2}\/){4,8192}/g },
  {
    kind: 'key',
    shape:
      /-----BEGIN [A-Z ]{0,32}PRIVATE KEY(?: BLOCK)?-----[^-]{1,8192}(?:-----END [A-Z ]{0,32}PRIVATE KEY(?: BLOCK)?-----)?/g,
  },
  {
    kind: 'key',
    after: keys(
      'CipheredPassword|CipherSignature|LoggerInfo|os_?encrypt_?key|(?:api|sdk|app|private|encrypt|encryption|aes)[_-]?key|(?<!code )secret|(?:secret[_ ]?)?access[_ ]?key(?:[_ ]?id)?|(?:account|shared|storage|signing)[_ ]?key',
    ),
    value: word,
  },
  { kind: 'key', after: keys('(?:product|licen[cs]e|activation|registration)[_ ]?(?:key|code)'), value: word },
  { kind: 'key', shape: /(?<![\w-])(?=[\d-]{0,28}[A-Z])[A-Z0-9]{5}(?:-[A-Z0-9]{5}){4}(?![\w-])/g },
  {
    kind: 'key',
    after: /\b(?:product|licen[cs]e|activation|registration) (?:key|code) /gi,
    value: /(?=[A-Z-]{0,16}\d)[A-Z0-9]{4,8}(?:-[A-Z0-9]{4,8}){1,6}(?![\w-])/y,
    shaped: true,
  },
  // The key of a call's media, as SDP hands it over.
  { kind: 'key', after: /\binline:/g, value: /[\w+/]{24,128}={0,2}/y, shaped: true },
  {
    kind: 'key',
    after: pattern(
      'gi',
      raw`(?:session|master|media|enc|cipher|srtp|e2ee|db|database|storage|wrapping)[_ -]?key${isOrBlank}`,
    ),
    value: /(?=[A-Za-z+/=]{0,128}\d)(?:[0-9a-f]{16,512}|[\w+/]{16,512}={0,2})(?![\w-])/iy,
    shaped: true,
  },
  { kind: 'key', after: /otpauth(?:-migration)?:\/\//gi, value: /[^\s"'<>\\]+/y },

  // Proxy credentials: before a host in a URL or in a proxy setting, as options, as a header.
  { kind: 'credentials', after: pattern('gi', `:${slash}{2}`), value: userInfo, shaped: true },
  {
    kind: 'credentials',
    after: pattern('gi', `%(?:25)?3A${slash}{2}`),
    value: /(?:[^\s/@"'<>\\?#,;|()%]|%(?!(?:25)?(?:2[0236F]|3[EF]|40))[0-9A-F]{2}){1,1024}(?=%(?:25)?40)/iy,
    shaped: true,
  },
  {
    kind: 'credentials',
    after: pattern('gi', raw`(?:proxy[\w-]{0,16}${is}|\b(?:https?|socks\d?a?)=)(?:${quote})?(?=[^\s:@"']{1,64}:)`),
    value: userInfo,
    shaped: true,
  },
  { kind: 'credentials', after: /(?:--(?:proxy-)?user[ =]|[ \t]-U )(?=["']?[^\s:"']{1,64}:)/g, value: word },
  { kind: 'credentials', after: keys('proxy[_-]?(?:user(?:[_-]?name)?|pass|pwd)'), value: word },
  {
    kind: 'credentials',
    after: pattern('gi', `Proxy-Authorization${is}(?:${quote})?(?:(?:${schemes})[ \\t]{1,4})?`),
    value: authorization,
    shaped: true,
  },

  // Tokens: headers, URLs, running text.
  {
    kind: 'token',
    after: pattern('gi', `Authorization${is}(?:${quote})?(?:${schemes})[ \\t]{1,4}`),
    value: authorization,
    shaped: true,
  },
  {
    kind: 'token',
    after: /\b(?:NTLM|Negotiate|Kerberos|Basic) (?=[A-Za-z+/]{0,64}[\d=])/g,
    value: /[A-Za-z0-9+/]{10,4096}={0,2}(?![\w-])/y,
    shaped: true,
  },
  { kind: 'token', after: keys('Authorization'), value: pattern('y', `${base64}{16,}`), shaped: true },
  { kind: 'token', after: /\bBearer[ \t]{1,4}/gi, value: pattern('y', `${base64}{8,}`), shaped: true },
  { kind: 'token', after: keys('(?:Set-)?Cookie'), value: cookie, shaped: true },
  { kind: 'token', after: keys('_zm_[a-z]{1,32}|zm_[a-z]{0,8}aid'), value: word },
  ...parameters(
    'token',
    raw`[\w-]{0,24}token|tk|pk|zpk|zc|zak|uid|confid|code_?challenge|code_?verifier|jwt|sid|session_?id|sig|sign|signature|ticket|api_?key|key|client_?secret|secret|saml(?:response|request|art)|relaystate|(?:x-(?:amz|goog)|awsaccess)[\w-]{0,32}|key-pair-id|(?:id|refresh)_?token(?:_hint)?`,
  ),
  { kind: 'token', after: /[?&;#](?:code|state)=/gi, value: /[\w.~%+/=-]{16,}/y, shaped: true },
  {
    kind: 'token',
    after: keys('(?:auth(?:orization)?|oauth|device)[_ -]?code'),
    value: /[\w.~%+/-]{12,}/y,
    shaped: true,
  },
  // Signed sign-ins, as parameters, in a form, as XML.
  { kind: 'token', after: keys('saml_?(?:response|request|art|assertion)'), value: word },
  ...elements(
    'token',
    '(?:Encrypted)?Assertion|(?:Logout)?Response|AuthnRequest|NameID|AttributeValue|Artifact|SessionIndex|SignatureValue|CipherValue|BinarySecurityToken',
  ),
  {
    kind: 'token',
    after: pattern('gi', raw`(?<![\w-])sig(?:nature)?${is}`),
    value: /(?!SIG[A-Z])(?=[A-Z_a-z%+/-]{0,64}\d)(?=[\d%+/-]{0,64}[A-Za-z])(?:[\w%+/-]|\\{1,2}\/){8,}/y,
    shaped: true,
  },
  {
    kind: 'token',
    after: keys(
      String.raw`(?<![a-z])(?:j|php|asp|cf|aws\w{0,8})sess(?:ion)?_?id|ASP\.NET_SessionId|connect\.sid|x-(?:amz|goog)-(?:signature|credential|security)`,
    ),
    value: word,
  },
  // Of no order, behind words that mean many things.
  {
    kind: 'token',
    after: keys(raw`(?<![\w-])(?:x?[cx]srf|session|sess|ticket|auth|assertion)`),
    value: opaque,
    shaped: true,
  },
  {
    kind: 'token',
    after: /(?:token|api[_ -]?key|secret)[ \t]{1,4}(?:\\{0,3}["'])?/gi,
    value: opaque,
    shaped: true,
  },
  { kind: 'credentials', after: /\bcurl [^\r\n]{0,256}?-u[ ]{0,2}(?=["']?[^\s:"']{1,64}:)/g, value: word },
  // By how their issuers begin them.
  {
    kind: 'token',
    shape:
      /(?<![\w-])(?:A[KS]IA[A-Z0-9]{12,20}|gh[opsru]_\w{16,255}|github_pat_\w{16,255}|glpat-[\w-]{16,64}|xox[a-z]-[\w-]{10,255}|sk-[\w-]{16,200}|[prs]k_(?:live|test)_\w{8,255}|AIza[\w-]{30,64}|ya29\.[\w-]{8,2048}|npm_\w{20,64}|hf_\w{20,64}|SG\.[\w-]{16,64}\.[\w-]{16,64}|TlRMTVNTUA[\w+/]{6,4096}={0,2}|1\/\/0[\w-]{16,200}|WN_[\w-]{16,64})(?![\w-])/g,
  },
  {
    kind: 'token',
    after: pattern('gi', `${slash}(?:rec${slash}(?:share|play)|(?:meeting|webinar)${slash}register)${slash}`),
    value: /[\w.%-]{8,}/y,
    shaped: true,
  },
  {
    kind: 'token',
    after: keys(
      '(?<!publickey)token(?:_hint)?|conf_?toke|(?<![a-z])confid|code_?(?:challenge|verifier)|(?<![a-z])(?:zak|jwt)',
    ),
    value: word,
  },
  { kind: 'token', shape: /(?<![\w.-])eyJ[\w-]{8,8192}\.[\w-]{8,8192}(?:\.[\w-]{0,8192})?/g },
];
