/** Names of people, and of their accounts. */
import {
  folderName,
  is,
  keys,
  parameters,
  pathSeparator,
  pattern,
  personName,
  raw,
  type SecretRule,
  slash,
  systemAccounts,
  word,
} from './patterns.ts';

export const peopleRules: readonly SecretRule[] = [
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
