/** Passcodes, passwords, host keys and codes for one sign-in. */
import {
  elements,
  is,
  isOrBlank,
  keys,
  parameters,
  pattern,
  quote,
  raw,
  type SecretRule,
  verb,
  word,
} from './patterns.ts';
import { hostKey, oneTimeCode, passcode } from './words.ts';

/** Up to the end of the sentence: `778899`, `abc-4711`; a word without a digit is one about the passcode. */
const typed = /(?=[^\s"',;<>]{0,31}\d)[^\s"',;<>]{3,31}[^\s"',;<>.)]/y;
const digits = /\d(?:[ -]?\d){3,9}(?![\w:/-]|[.,]\d)/y;

export const passcodeRules: readonly SecretRule[] = [
  ...parameters('passcode', 'pwd|passwd|password|passcode|pass'),
  // `pam_unix(gdm-password:auth)` names a service and what is asked of it.
  { kind: 'passcode', after: keys(passcode), value: word, keeps: /^(?:auth|account|session|chauthtok|setcred)$/ },
  ...elements('passcode', 'password|passwd|meeting_?passcode|passphrase|keyMaterial|PlainPassword'),
  {
    kind: 'passcode', // but not PWD, the shell's working directory
    after: pattern('gi', `(?<![a-z])pwd${is}`, raw`(?!(?:${quote})?\/(?:home|root|Users|tmp|usr|opt|var|etc)\b)`),
    value: word,
  },
  { kind: 'passcode', after: keys('(?:user|login|meeting|room|admin|sso|smtp|db|sip|[a-z]Proxy)_?pwd'), value: word },
  { kind: 'passcode', after: pattern('gi', `(?:${passcode})${verb}`), value: typed, shaped: true },
  // Without a sign between, a number of six digits at least: `password 5003` may be an error.
  {
    kind: 'passcode',
    after: pattern('gi', `(?:${passcode})[ \\t]{1,4}`),
    value: /\d{6,10}(?![\w:/-]|[.,]\d)/y,
    shaped: true,
  },
  {
    kind: 'passcode', // as Windows Installer logs its properties
    after:
      /\b(?:Adding|Modifying) \w{0,24}(?:PASS|PWD|PASSWORD|Password) property\. Its (?:current )?value is '(?:[^'\r\n]{0,64}'\. Its new value: ')?/g,
    value: /[^'\r\n]{1,128}(?=')/y,
    shaped: true,
  },
  { kind: 'passcode', after: keys('(?<![a-z_])(?:pw|pass)'), value: typed, shaped: true },
  { kind: 'passcode', after: /(?:passcode|password|pwd|pin)[ ]?[([]/gi, value: /\d{4,10}(?=[)\]])/y, shaped: true },
  {
    kind: 'passcode',
    after: /\b(?:claim(?:ing|ed)? host|host claimed) with |\bpwd /gi,
    value: /\d{6,10}(?![\w:-])/y,
    shaped: true,
  },
  {
    kind: 'passcode',
    after: /\bcode /gi,
    value: /\d{6}(?= (?:sent|was sent|has been|expires|is valid|to ))/y,
    shaped: true,
  },
  { kind: 'passcode', after: /(?<![\w-])--?(?:password|passcode|passwd|pwd|pass)[ \t]{1,4}(?!-)/gi, value: word },
  {
    kind: 'passcode',
    after: pattern('gi', raw`(?<![a-z_])pin(?:[ -]?code)?(?:${verb}|${is})`),
    value: digits,
    shaped: true,
  },
  {
    kind: 'passcode',
    after: pattern('gi', `(?:${hostKey})(?:${verb}|${isOrBlank})`),
    value: /\d{6,10}(?![\w:-])/y,
    shaped: true,
  },
  {
    kind: 'passcode',
    after: pattern('gi', `(?:${oneTimeCode})(?:${verb}|${isOrBlank})`),
    value: digits,
    shaped: true,
  },
  // What a telephone dials: `+12025550100,,1234567890#,,,,*778899#`, `192.0.2.1##1234567890#778899`.
  { kind: 'passcode', after: /,[#,]{1,9}\*/g, value: /\d{4,10}(?=#)/y, shaped: true },
  { kind: 'passcode', after: /##\d{9,11}#/g, value: /\d{4,10}(?!\w)/y, shaped: true },
  // Wireless networks and shares.
  {
    kind: 'passcode',
    after: keys('(?<![a-z])(?:wpa[_-]?)?psk|pre-?shared[ _-]?key|key content|schlüsselinhalt|contenu de la clé'),
    value: word,
  },
  { kind: 'passcode', after: /\bnet use (?:[A-Z]:|\*) [^\s/]{1,128} (?=[^\s/*]{1,64} \/user:)/gi, value: /[^\s]+/y },
  { kind: 'passcode', after: /\bnet use [^\r\n/]{1,200}\/user:[^\s]{1,64} (?![/*])/gi, value: /[^\s]+/y },
];
