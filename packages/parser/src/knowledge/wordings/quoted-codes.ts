/** How error dialogs and wrappers of the SDK name Zoom's codes in logs of other programs. */
import type { Pattern } from '../../define.ts';
import { references } from '../references.ts';

/** The word before the code, language by language. English: Zoom's own dialog; the others: the same words translated. */
const codeWords = [
  'Error',
  'Fehlercode',
  "Code d'erreur",
  'Código de erro',
  'Codice errore',
  'Foutcode',
  'Felkod',
  'Kod błędu',
  'Код ошибки',
  'エラーコード',
  '错误代码',
  '錯誤代碼',
  '오류 코드',
] as const;

/** A code of `code`, such as `sample`, where a program logs what Zoom's dialog showed, or what a call returned. */
export const quotedCodes = (code: RegExp, sample: string): Pattern[] => [
  {
    formats: ['generic'],
    has: 'result',
    fields: { code, about: ['zoom'] },
    layout: 'constructed',
    hits: [`2025-04-05 06:07:08.009 INFO ZoomSDK join, result=${sample}`],
  },
  {
    formats: ['dialog'],
    has: 'zoom',
    fields: { code, about: ['zoom'] },
    layout: 'constructed',
    hits: [`Zoom\n\nFejlkode: ${sample}`],
  },
  ...codeWords.map(
    (word): Pattern => ({
      formats: ['generic', 'dialog'],
      has: searchable(word),
      fields: { code, about: ['zoom'] },
      ...(word === 'Error'
        ? { layout: 'documented' as const, see: [references.zoomDialog] }
        : { layout: 'constructed' as const }),
      hits: [
        `2025-04-05 06:07:08.009 WARN Zoom: ${word === 'Error' ? 'Error code' : word}: ${sample}`,
        `Zoom Workplace\n\n${word === 'Error' ? 'Error code' : word}: ${sample}`,
      ],
    }),
  ),
];

/** The longest run of ASCII in a Latin word: such text may be Windows-1252, and the search runs over bytes; without an apostrophe, of which there are two. */
function searchable(word: string): string {
  const runs = word.match(/[ -&(-~]{4,}/g) ?? [];
  return runs.toSorted((a, b) => b.length - a.length)[0] ?? word;
}
