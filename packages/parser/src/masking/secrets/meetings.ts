/** Meeting numbers and personal links. */
import { is, keys, meetingNumber, parameters, pattern, raw, type SecretRule, slash } from './patterns.ts';

export const meetingRules: readonly SecretRule[] = [
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
];
