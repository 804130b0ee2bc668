/** What Zoom's SDKs for the web hand to the page that embeds them, as consoles and programs print the object. */
import webCodes from '../../codes/zoom-web.ts';
import type { Pattern } from '../../define.ts';
import type { Entry } from '../../model.ts';
import { addField, textOf, withFields } from '../../reading/entry.ts';

const known = new Set(webCodes.filter((one) => one.class !== null).map(({ code }) => code));

interface WebSdkAnswer {
  /** `failed`: with a code, or words, that do not tell why. */
  readonly answer: 'joined' | 'refused' | 'refused in words' | 'timed-out' | 'failed';
  /** Of the web SDK; null for the codes of any failure (1 and 200). */
  readonly code: string | null;
  readonly place: { readonly start: number; readonly end: number };
}

const quote = `["'‘’“”]?`;
/** `{method: 'join', status: false, …}` (client view), `{type: 'JOIN_MEETING_FAILED', …}` (component view), also as JSON or a dictionary of Python. */
const object = new RegExp(
  `\\{ ?${quote}(?:method${quote}: ?${quote}join${quote}, ?${quote}status${quote}: ?(true|false)\\b|type${quote}: ?${quote}JOIN_MEETING_FAILED${quote})[^\\n]{0,600}`,
  'i',
);
const numbered = new RegExp(`\\berrorCode${quote}: ?${quote}(\\d{1,6})\\b`);
/** The first line of such an object, as the source of an expression. */
export const webSdkObject = `(?:Object )?\\{ ?${quote}(?:method${quote}: ?${quote}(?:join|init)${quote}, ?${quote}status${quote}: ?(?:true|false)\\b|type${quote}: ?${quote}JOIN_MEETING_FAILED${quote}, ?${quote}reason)`;

/** Null where the line holds no answer to a join. */
function webSdkAnswerOf(text: string): WebSdkAnswer | null {
  const found = object.exec(text);
  if (!found) return null;
  const place = { start: found.index, end: found.index + found[0].length };
  if (found[1]?.toLowerCase() === 'true') return { answer: 'joined', code: null, place };
  const code = numbered.exec(found[0])?.[1];
  if (code !== undefined && known.has(code)) return { answer: 'refused', code, place };
  const answer = /time(?:d )?-?out/i.test(found[0])
    ? 'timed-out'
    : /signature|pass(?:code|word)|\btoken\b|not exist|api ?key|sdk ?key/i.test(found[0])
      ? 'refused in words'
      : 'failed';
  return { answer, code: null, place };
}

/** The entry with `sdk_answer` and the `code` of it; itself where it holds no answer to a join. */
export function withSdkAnswer(entry: Entry): Entry {
  const answer = webSdkAnswerOf(textOf(entry));
  if (!answer) return entry;
  return withFields(entry, (fields) => {
    fields.delete('code');
    addField(fields, 'sdk_answer', { value: answer.answer, piece: 0, ...answer.place });
    if (answer.code) addField(fields, 'code', { value: answer.code, piece: 0, ...answer.place });
  });
}

const views = 'https://devforum.zoom.us/t/zoom-web-sdk-join-meeting-failed-errorcode-3712/73125';
const join = (rest: string): string => `zoom-meeting-4.1.0.min.js:2 {method: 'join', status: ${rest}}`;
/** One of each of the SDK's answers, as a console prints it. */
export const webSdkSamples = {
  joined: join('true, errorCode: 0, errorMessage: null, result: null'),
  refused: join("false, result: 'The signature has expired.', errorCode: 3705, errorMessage: undefined"),
  'refused in words': join("false, errorCode: 200, errorMessage: 'Invalid signature.', result: null"),
  'timed-out': join("false, errorCode: 1, errorMessage: 'Joining meeting timeout.', result: null"),
  failed: join("false, errorCode: 1, errorMessage: 'Fail to join the meeting.', result: null"),
} as const;

/** In a console, or in what a program logs that reads one. */
export const webSdk = (answer: WebSdkAnswer['answer']): Pattern[] => [
  {
    formats: ['browser-console'],
    has: 'join',
    fields: { sdk_answer: [answer], ...(answer === 'refused' ? { code: /^\d/ } : {}) },
    layout: 'documented',
    see: ['https://github.com/zoom/meetingsdk-web-sample/issues/4', views],
    ...(answer === 'timed-out' || answer === 'refused in words' ? { strength: 'weak' as const } : {}),
    hits: [webSdkSamples[answer]],
  },
  {
    formats: ['generic'],
    has: 'join',
    fields: { sdk_answer: [answer], ...(answer === 'refused' ? { code: /^\d/ } : {}) },
    layout: 'constructed',
    ...(answer === 'timed-out' || answer === 'refused in words' ? { strength: 'weak' as const } : {}),
    hits: [webSdkSamples[answer].replace(/^\S+/, '2026-02-03 04:05:06,789 INFO web adapter:')],
  },
];
