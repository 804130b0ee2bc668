/** Passcodes and passwords. */
import { is, keys, parameters, pattern, quote, raw, type SecretRule, word } from './patterns.ts';

export const passcodeRules: readonly SecretRule[] = [
  // Passcodes.
  ...parameters('passcode', 'pwd|passwd|password|passcode|pass'),
  { kind: 'passcode', after: keys('password|passwd|passcode|passphrase|(?<![a-z])psw'), value: word },
  {
    kind: 'passcode', // but not PWD, the shell's working directory
    after: pattern('gi', `(?<![a-z])pwd${is}`, raw`(?!(?:${quote})?\/(?:home|root|Users|tmp|usr|opt|var|etc)\b)`),
    value: word,
  },
];
