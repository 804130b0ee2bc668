/** Key material, proxy credentials and tokens. */
import {
  authorization,
  base64,
  cookie,
  is,
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

export const tokenRules: readonly SecretRule[] = [
  // Key material: the head of an encrypted log, the key of the local databases, the keys of SDK apps.
  { kind: 'key', shape: /ZWOSKEY(?:[A-Za-z0-9+/=]|\\{1,2}\/){4,8192}/g },
  {
    kind: 'key',
    shape: /-----BEGIN [A-Z ]{0,32}PRIVATE KEY-----[^-]{1,8192}(?:-----END [A-Z ]{0,32}PRIVATE KEY-----)?/g,
  },
  {
    kind: 'key',
    after: keys(
      'CipheredPassword|CipherSignature|LoggerInfo|os_?encrypt_?key|(?:api|sdk|app|private|encrypt|encryption|aes)[_-]?key|secret',
    ),
    value: word,
  },

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
  { kind: 'credentials', after: keys('proxy[_-]?(?:user(?:[_-]?name)?|pass)'), value: word },
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
  { kind: 'token', after: keys('Authorization'), value: pattern('y', `${base64}{16,}`), shaped: true },
  { kind: 'token', after: /\bBearer[ \t]{1,4}/gi, value: pattern('y', `${base64}{8,}`), shaped: true },
  { kind: 'token', after: keys('(?:Set-)?Cookie'), value: cookie, shaped: true },
  { kind: 'token', after: keys('_zm_[a-z]{1,32}|zm_[a-z]{0,8}aid'), value: word },
  ...parameters(
    'token',
    raw`[\w-]{0,24}token|tk|pk|zpk|zc|zak|uid|confid|code_?challenge|code_?verifier|jwt|sid|session_?id|sig|sign|signature|ticket|api_?key|key|client_?secret|secret|saml(?:response|request|art)|relaystate`,
  ),
  { kind: 'token', after: /[?&;#](?:code|state)=/gi, value: /[\w.~%+/=-]{16,}/y, shaped: true },
  {
    kind: 'token',
    after: pattern('gi', `${slash}rec${slash}(?:share|play)${slash}`),
    value: /[\w.%-]{8,}/y,
    shaped: true,
  },
  {
    kind: 'token',
    after: keys('(?<!publickey)token|conf_?toke|(?<![a-z])confid|code_?(?:challenge|verifier)|(?<![a-z])(?:zak|jwt)'),
    value: word,
  },
  { kind: 'token', shape: /(?<![\w.-])eyJ[\w-]{8,8192}\.[\w-]{8,8192}(?:\.[\w-]{0,8192})?/g },
];
