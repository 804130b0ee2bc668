/**
 * Where secrets stand in log text. A rule names either what stands before a secret and how far the secret then reaches,
 * or the looks of the secret itself. They are tried in this order and the first to claim a stretch of text keeps it: the
 * surer a rule, the earlier it stands.
 */
import {
  authorization,
  base64,
  cookie,
  email,
  folderName,
  is,
  keys,
  mac,
  meetingNumber,
  octet,
  octets,
  parameters,
  pathSeparator,
  pattern,
  personName,
  phoneNumber,
  quote,
  raw,
  type SecretRule,
  schemes,
  slash,
  systemAccounts,
  userId,
  userInfo,
  word,
} from './patterns.ts';

export const secretRules: readonly SecretRule[] = [
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

  // Passcodes.
  ...parameters('passcode', 'pwd|passwd|password|passcode|pass'),
  { kind: 'passcode', after: keys('password|passwd|passcode|passphrase|(?<![a-z])psw'), value: word },
  {
    kind: 'passcode', // but not PWD, the shell's working directory
    after: pattern('gi', `(?<![a-z])pwd${is}`, raw`(?!(?:${quote})?\/(?:home|root|Users|tmp|usr|opt|var|etc)\b)`),
    value: word,
  },

  // Addresses and ids of users.
  {
    kind: 'jid',
    shape:
      /(?<![\w.+-])[\w.+-]{1,128}(?:@|%40)(?:[\w-]{1,63}\.){0,3}xmpp[\w-]{0,16}\.zoom\.(?:us|com\.cn|com)(?:\/[\w.-]{1,64})?/g,
  },
  { kind: 'jid', after: keys(raw`\bjid`), value: word },
  { kind: 'jid', after: keys('(?:attendee|user|member|account)[_ -]?id'), value: userId, shaped: true },
  // The name of a memory log: the client's GUID, the user's id, the time.
  {
    kind: 'jid',
    after: /memlog_[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}_/gi,
    value: /[\w=-]{16,64}(?=_\d{8}-\d{6})/y,
    shaped: true,
  },
  { kind: 'email', shape: email },

  // Phone numbers: only where a key or the international form says so.
  {
    kind: 'phone',
    after: pattern('gi', raw`\b(?:tel|callto|sms|zoomphonecall)(?::|%3A)${slash}{0,2}`),
    value: phoneNumber,
    shaped: true,
  },
  { kind: 'phone', after: /\bsips?(?::|%3A)/gi, value: /(?:\+|%2B)?\d{5,15}(?=@|%40)/iy, shaped: true },
  {
    kind: 'phone',
    after: keys(
      '(?:phone|mobile|caller|callee|pstn|fax)(?:[_ -]?(?:number|num|no|id))?|dial(?:ed|ing|in|out)?[_ -]?(?:number|num|no)',
    ),
    value: phoneNumber,
    shaped: true,
  },
  { kind: 'phone', shape: /(?<![\w+.)\]/%-])(?:\+|%2B)[1-9](?:[ ()-]{0,2}\d){7,14}(?!\w|[.,:]\d)/gi },

  // Meeting numbers and personal links.
  ...parameters('meeting', 'conf_?no|meeting_?(?:no|number|id)|mn'),
  {
    kind: 'meeting',
    after: pattern('g', `${slash}(?:j|s|w|wc(?:${slash}join)?)${slash}`),
    value: /\d{9,11}(?!\d)/y,
    shaped: true,
  },
  {
    kind: 'meeting',
    after: pattern('gi', raw`zoom(?:gov)?\.(?:us|com|com\.cn)(?::\d{1,5})?${slash}my${slash}`),
    value: /[\w.-]+/y,
    shaped: true,
  },
  {
    kind: 'meeting',
    after: keys('(?:meeting|conf|conference|webinar)[_ -]?(?:number|num|no|id)'),
    value: meetingNumber,
    shaped: true,
  },
  {
    kind: 'meeting',
    after: /\bmeeting (?:number|id)(?: is)? /gi,
    value: /\d(?:[ -]?\d){8,10}(?![\w-])/y,
    shaped: true,
  },

  // MAC addresses: netfilter joins two (the first stands alone once the second is gone) and an EtherType, a DUID ends in
  // one, names of bluetooth and network devices hold bare digits.
  { kind: 'mac', after: pattern('g', raw`\bMAC=${octet}(?::${octet}){5}:`), value: octets, shaped: true },
  { kind: 'mac', after: /\bDUID[ .]{0,40}: /g, value: /[0-9A-Fa-f]{2}(?:-[0-9A-Fa-f]{2}){7,31}/y, shaped: true },
  ...mac.map((shape): SecretRule => ({ kind: 'mac', shape })),
  { kind: 'mac', after: /Dev(?:ice)?_/gi, value: /[0-9A-F]{12}(?![0-9A-Z])/iy, shaped: true },
  { kind: 'mac', after: /(?:&|\\u0026|&amp;)(?=[0-9A-F]{12}_C)/gi, value: /[0-9A-F]{12}/iy, shaped: true },
  { kind: 'mac', after: /\b(?:enx|wlx|wwx)/g, value: /[0-9a-f]{12}(?![0-9a-z])/y, shaped: true },

  // Serial numbers; `SerialNumber=3` of the kernel and `iSerial 0` of lsusb are indexes.
  {
    kind: 'serial',
    after: keys(
      raw`serial[_ -]?(?:number|num|no|string)(?: ?\([^()\r\n]{0,16}\))?|ID_SERIAL(?:_SHORT)?|(?<![a-z])S\/N`,
    ),
    value: word,
  },
  { kind: 'serial', after: /iSerial[ \t]{1,40}\d{1,3}[ \t]{1,8}/g, value: /[^\s"\\]+/y },
  {
    kind: 'serial',
    after: /USB(?:STOR)?[\\#]{1,4}VID_[0-9A-F]{4}(?:&|\\u0026|&amp;)PID_[0-9A-F]{4}(?:\\{1,4}(?!u0026)|#)/gi,
    value: /[\w-]{4,64}(?![\w&-]|\\u0026)/y,
    shaped: true,
  },
  { kind: 'serial', after: /\busb-[\w.]{1,120}_/g, value: /[0-9A-Fa-f]{8,32}(?=-\d\d\b|-video|-event)/y, shaped: true },

  // Names of people.
  ...parameters('name', 'uname|un|user_?name|display_?name|nick_?name'),
  {
    kind: 'name',
    after: keys('user_name|nick_?name|(?:participant|attendee|first|last)_?name|Registered Owner'),
    value: personName,
  },

  // Account names: in home folders, events, the environment, the installer's talk.
  {
    kind: 'account',
    after: pattern('g', `${pathSeparator}(?:Users|Documents(?: |%20)and(?: |%20)Settings)${pathSeparator}`),
    value: folderName,
    shaped: true,
    keeps: systemAccounts,
  },
  {
    kind: 'account',
    after: /(?:\\{1,4}|%(?:25)?5C|\b[A-Z]:[\\/#]{1,4})users(?:[\\/#]{1,4}|%(?:25)?5C)/gi,
    value: folderName,
    shaped: true,
    keeps: systemAccounts,
  },
  {
    kind: 'account',
    // Other output may be glued to its front; on a web server it is no home.
    after: pattern(
      'g',
      raw`${pathSeparator}home${pathSeparator}(?<!https?:${slash}{2}[^\s"']{1,256}home${pathSeparator})`,
    ),
    value: folderName,
    shaped: true,
    keeps: systemAccounts,
  },
  {
    kind: 'account',
    after: /<Data Name=["']\w{0,24}UserName["']>/g,
    value: /[^<>\r\n]{1,128}/y,
    keeps: systemAccounts,
  },
  {
    kind: 'account',
    after: /\bUser(?: ?Name)?(?:["']?[ \t]{0,8}[:=][ \t]{0,8}["']?|>)[\w.-]{1,32}\\{1,2}/gi,
    value: /[^\s\\/,;"'<>]{1,64}/y,
    shaped: true,
    keeps: systemAccounts,
  },
  { kind: 'account', after: keys('user[ -]?name|account name|sudo_user|logname'), value: word, keeps: systemAccounts },
  { kind: 'account', after: /\bUSER=/g, value: word, keeps: systemAccounts },
  { kind: 'account', after: /\bcheck admin:/g, value: /[^\s,]{1,64}/y, keeps: systemAccounts },
  {
    kind: 'account',
    after: /, /g,
    value: /[^\s,]{1,64}(?= is (?:not )?a member of the group)/y,
    shaped: true,
    keeps: systemAccounts,
  },
];
