/** Ids and addresses of users, and phone numbers. */
import { email, keys, pattern, phoneNumber, raw, type SecretRule, slash, userId, word } from './patterns.ts';

export const addressRules: readonly SecretRule[] = [
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
];
