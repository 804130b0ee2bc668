/** Ids and addresses of users, and phone numbers. */
import { email, guid, is, keys, pattern, phoneNumber, raw, type SecretRule, slash, userId, word } from './patterns.ts';

/** Written for people: groups with something between them, or so many digits as no counter has. */
const spokenNumber = pattern(
  'y',
  raw`(?!${guid}|\d{4}-\d\d-\d\d|\d{1,3}\.\d{1,3}\.\d{1,3}\.)(?:\+|00)?\(?\d{1,5}\)?[ ./-]{1,2}\(?\d{2,5}\)?(?:[ ./-]{1,2}\d{2,8}){0,5}(?![\w:-])`,
  raw`|(?!1[4-9]\d{8}(?!\d))(?:\+|00)?[1-9]\d{8,11}(?![\w.:-])`,
);

export const addressRules: readonly SecretRule[] = [
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
  // Quoted, without a domain, or written so that no machine collects it.
  { kind: 'email', shape: /"[^"@\s\\<>]{1,32}(?: [^"@\s\\<>]{1,32}){1,3}"@(?:[\w-]{1,63}\.){1,8}[a-z]{2,24}(?!\w)/gi },
  { kind: 'email', shape: /(?<![\w.+@/-])[a-z_][\w.+-]{0,63}@localhost(?![\w.-])/gi },
  {
    kind: 'email',
    shape:
      /(?<![\w.+-])[a-z][\w.+-]{0,63} ?[([{] ?(?:at|@) ?[)\]}] ?[\w-]{1,63}(?: ?(?:\.|[([{] ?dot ?[)\]}]) ?[a-z][\w-]{1,62}){1,4}/gi,
  },

  // Phone numbers: only where a key or the international form shows it.
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
      '(?:phone|mobile|caller|callee|pstn|fax|telefon|téléphone|teléfono|telefono|telefoon|电话|電話|전화)(?:[_ -]?(?:number|num|no|id|nummer))?|(?<![a-z])(?:msisdn|ani|dnis|tel)|dial(?:ed|ing|in|out)?[_ -]?(?:number|num|no)',
    ),
    value: phoneNumber,
    shaped: true,
  },
  {
    kind: 'phone',
    after:
      /\b(?:caller[ _-]?id|callee|dial(?:l?ed|l?ing|[ -]?(?:in|out))?(?:[ _-]?(?:number|no\.?))?|call(?:ed|ing)|calls? (?:from|to)|phone(?: number| no\.?)?|tel(?:ephone)?\.?|mobile|cell|fax|ring(?:ing)?|(?:sms|text) (?:to|from)|pstn|(?:my|his|her|your|their) number is|reach me (?:at|on))[ \t:=#]{1,4}/gi,
    value: spokenNumber,
    shaped: true,
  },
  { kind: 'phone', shape: /(?<![\w+.)\]/%-])(?:\+|%2B)[1-9](?:[ ()-]{0,2}\d){7,14}(?!\w|[.,:]\d)/gi },
  {
    kind: 'phone',
    shape:
      /(?<![\w.:+-])(?:00[1-9]\d{0,2}|011[ -][1-9]\d{0,2})[ -]\(?\d{1,5}\)?[ -]\d{3,8}(?:[ -]\d{1,8}){0,3}(?![\w.:-])/g,
  },
  { kind: 'phone', shape: /(?<![\w.)+-])\([2-9]\d{2}\) ?[2-9]\d{2}-\d{4}(?![\w-])/g },
  { kind: 'phone', shape: /(?<![\w.:+/-])[2-9]\d{2}-[2-9]\d{2}-\d{4}(?![\w./:-])/g },
  { kind: 'phone', after: /["'] ?</g, value: /\+?\d{9,15}(?=>)/y, shaped: true },
  {
    kind: 'phone',
    after: pattern('gi', `(?:ext|extension|durchwahl)${is}`),
    value: /\d{3,6}(?![\w.:-])/y,
    shaped: true,
  },
];
