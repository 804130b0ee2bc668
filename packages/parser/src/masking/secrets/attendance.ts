/** Names of people in what Zoom logs of who comes, goes, speaks and is called otherwise. */
import { fullName, person, thing } from './names.ts';
import { is, pattern, personName, raw, type SecretRule } from './patterns.ts';
import { participant } from './words.ts';

export const attendanceRules: readonly SecretRule[] = [
  // Events of a meeting: `Participant joined: Jane (…)`, `OnUserJoin name="Jane"`, `UserNameChanged old=J new=Jane`.
  {
    kind: 'name',
    after: pattern(
      'giu',
      raw`(?<![\p{L}\p{N}])(?:${participant}|user)s?[ _]?(?:joined|left|admitted|removed|added)(?:${is})`,
    ),
    value: pattern('yu', raw`${person}(?=[ ]?[([,;]|["'.]?$|[\r\n]| [a-z_]\w{0,24}=)`),
    shaped: true,
    keeps: thing,
  },
  {
    kind: 'name',
    after:
      /(?:user|attendee|participant)_?(?:join|leave|left|enter|add|remove|update|rename|change)\w{0,16}[ :,({]{1,4}(?:[\w.]{1,24}[=: ] ?[\w.-]{1,40}[ ,]{1,3}){0,4}(?:user|old|new|display)?_?name[=:] ?/gi,
    value: personName,
  },
  {
    kind: 'name',
    after:
      /(?:user|display|screen|nick)_?name_?(?:change|update)d?[ :,(]{1,4}(?:old|new|from|to)[=:] ?|(?<=name_?(?:change|update)d?[ :,(]{1,4}(?:old|from)[=:][^\r\n=]{1,64}) (?:new|to)[=:] ?/gi,
    value: personName,
  },
  {
    kind: 'name',
    after:
      /(?<![\w-])(?:co-)?host (?=["'][^"']{1,64}["'] (?:has |is |was )?(?:muted|unmuted|removed|admitted|promoted|spotlighted|asked|invited|locked|made|ended the|started the|left the|joined the) )/gi,
    value: personName,
  },
  {
    kind: 'name',
    after: pattern(
      'gi',
      raw`\b(?:raised? hand|hand raised|waiting room|active speaker(?: is| changed to)?)(?:${is}| )`,
    ),
    value: pattern('yu', raw`${fullName}(?![\p{L}\p{N}]|[\\/:@])`),
    shaped: true,
    keeps: thing,
  },
  {
    kind: 'name',
    after: /\b[Ii]nvit(?:e|ation|ed) (?:from|by) /g,
    value: pattern('yu', raw`${fullName}(?= (?:to|for) )`),
    shaped: true,
    keeps: thing,
  },
  {
    kind: 'name',
    after: /\b[Rr]enamed? /g,
    value: pattern('yu', raw`${fullName}(?= to )`),
    shaped: true,
    keeps: thing,
  },
  {
    kind: 'name',
    after: pattern('gu', raw`\b(?:[Rr]enamed? ${fullName}|[Cc]hat (?:message )?from ${fullName}) to `),
    value: pattern('yu', fullName),
    shaped: true,
    keeps: thing,
  },
];
