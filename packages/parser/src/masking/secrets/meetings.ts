/** Meeting numbers and personal links. */
import {
  isOrBlank,
  keys,
  meetingNumber,
  parameters,
  pattern,
  quote,
  raw,
  type SecretRule,
  slash,
  verb,
  word,
} from './patterns.ts';
import { meetingId } from './words.ts';

const grouped = raw`\d{3}[ \u00a0\u2009\u202f-]\d{3,4}[ \u00a0\u2009\u202f-]\d{3,4}`;

export const meetingRules: readonly SecretRule[] = [
  ...parameters('meeting', 'conf_?no|meeting_?(?:no|number|id)|mn|pmi'),
  {
    kind: 'meeting',
    after: pattern('g', `${slash}(?:j|s|w|wc(?:${slash}join)?)${slash}`),
    value: /\d{9,11}(?!\d)/y,
    shaped: true,
  },
  {
    kind: 'meeting',
    after: pattern('gi', raw`zoom(?:gov)?\.(?:us|com|com\.cn)(?::\d{1,5})?${slash}(?:my|u)${slash}`),
    value: /[\w.-]+/y,
    shaped: true,
  },
  // Anywhere in the path of a Zoom address.
  {
    kind: 'meeting',
    after: pattern(
      'gi',
      raw`(?:zoom(?:gov)?\.(?:us|com|com\.cn)(?::\d{1,5})?(?:${slash}[a-z][\w-]{0,31}){1,3}${slash}|\bzoom(?:us|mtg|phonecall)?:${slash}{2})`,
    ),
    value: /\d{9,11}(?!\d)/y,
    shaped: true,
  },
  { kind: 'meeting', after: keys(meetingId), value: meetingNumber, shaped: true },
  {
    kind: 'meeting',
    after: pattern('gi', `(?:${meetingId})(?:${verb}|${isOrBlank})`),
    value: pattern('y', raw`(?:${grouped}|\d{9,11})(?![\w-]|\.\d)`),
    shaped: true,
  },
  {
    kind: 'meeting',
    after:
      /(?:\b(?:meeting|mtg|webinar|conference|conf|personal meeting room|besprechung|riunione|spotkanie)|r[eé]uni[oó]n|会议|會議|会議|회의|конференции)(?:[ \t#:：=,."'([]|with|the|id|ID|number|num|no|is){1,8}/gi,
    value: pattern('y', raw`(?!1[4-9]\d{8}(?!\d))(?:${grouped}|\d{9,11})(?![\w-]|\.\d)`),
    shaped: true,
  },
  {
    kind: 'meeting',
    after: /\b(?:join|start|enter)(?:ing|ed)? /gi,
    value: pattern('y', raw`${grouped}(?![\w-]|\.\d)`),
    shaped: true,
  },
  // A room's dial string: the meeting, its passcode, a layout, all before the address of a gateway.
  { kind: 'meeting', shape: /(?<![\w.+@:/-])\d{9,11}(?:\.[\d*]{0,10}){0,4}(?=@\d{1,3}(?:\.\d{1,3}){3}(?![\w.]))/g },
  // What Zoom's web hooks and API hold of a meeting.
  {
    kind: 'meeting',
    after: pattern(
      'g',
      raw`${quote}(?:object|meeting|webinar)${quote}\s{0,4}:\s{0,4}\{\s{0,16}(?:${quote}\w{1,16}${quote}\s{0,4}:\s{0,4}${quote}[^"\\]{0,64}${quote},\s{0,16}){0,3}${quote}id${quote}\s{0,4}:\s{0,4}(?:${quote})?`,
    ),
    value: /\d{9,11}(?![\w.-])/y,
    shaped: true,
  },
  { kind: 'meeting', after: /,{2}|##/g, value: /\d{9,11}(?=#)/y, shaped: true },
  {
    kind: 'meeting',
    after: keys('personal[ _-]?(?:meeting[ _-]?)?link(?:[ _-]?(?:name|id))?|vanity[ _-]?(?:name|url)'),
    value: word,
    keeps: /^https?:/i,
  },
];
