import type { Fault } from '@zoomlog/parser';

/** What a declaration throws, as its fault: Chevrotain's messages about a head speak of the parser of all heads. */
export function faultOfThrown(error: Error): Fault {
  const { message, stack = '' } = error;
  const twice = /->\w+<- with argument: ->([\s\S]*?)<-\s+appears more than once/.exec(message)?.[1];
  if (twice !== undefined)
    return {
      where: 'a head',
      what: `it consumes the token ${twice} twice under one number`,
      advice: 'number the second: consume(token, 1)',
    };
  if (message.includes('cannot be optimized'))
    return {
      where: 'a head',
      what: 'one of its tokens begins with a complement set: [^…] or \\S',
      advice: 'give it anyCharacter: token(/…/, anyCharacter)',
    };
  const frame = stack.split('\n').find((line) => /^\s+at /.test(line)) ?? '';
  const place = /packages\/parser\/src\/knowledge\/[^\s)]+/.exec(stack)?.[0] ?? frame.trim().replace(/^at /, '');
  return { where: '', what: `it throws: ${message.split('\n')[0]}`, advice: `correct it at ${place}` };
}
