import { zoomCode } from '../../codes/resolve.ts';
import { defineFormat } from '../../define.ts';
import { addField, withFields } from '../../reading/entry.ts';
import { sections } from '../../reading/framings/sections.ts';
import { anySentence, dialogSentences, shownCode, withCode } from '../wordings/dialogs.ts';
import { zoomByName } from '../zoom-identity.ts';

const codes = new RegExp(shownCode, 'g');

/** A note is short. Longer texts, and those with several codes, explain or list them. */
const isMore = [
  String.raw`^[\s\S]{1500}`,
  String.raw`^(?:[^\n]{0,1500}\n){24}`,
  // Another code, or a log, a page, source code.
  String.raw`${shownCode}[\s\S]{0,1500}?${codeAgain()}`,
  String.raw`\b\d{1,2}:\d\d:\d\d\b|\[\d{1,8}[:\]]|net_error|:[A-Z]{4,7}:|\bExitCode\b|ZoomLauncher|(?:^|\n)\[?\d{2,4}[-/.]\d{1,2}[-/.]\d{1,4}[ T,]{1,2}\d`,
  String.raw`^\s{0,20}(?:[<{]|\w{1,20}\(|(?:import|const|function|def|class|#include)\b)`,
  String.raw`\b(?:[Hh]ow to|fixed|solved|resolved|works (?:again|now|fine)|gelöst|behoben|résolu|resuelto|risolto)\b|解決|解决|https?://[^\s]{1,200}(?:error|kb|support|article)`,
].join('|');

/** The same words before another number. */
function codeAgain(): string {
  return shownCode.replace(/\(\\d\{1,3\}/, () => '(?!\\1(?!\\d))(\\d{1,3}');
}

export default defineFormat({
  id: 'dialog',
  title: 'What a dialog of Zoom showed, copied or typed by a user',
  framing: sections({ begins: () => false }),
  isProse: true,
  names: ['*zoom*.txt'],
  recognise: {
    starts: new RegExp(
      String.raw`^(?=[\s\S]{0,1500}?(?:${zoomByName.source}|${withCode}))[\s\S]{0,1500}?(?:${shownCode})|${anySentence}`,
    ),
    unless: new RegExp(isMore),
  },
  derives: ['code', 'about', 'dialog'],
  /** `code`: one of Zoom's; `dialog`: what failed, where a sentence of Zoom's shows it. */
  derive: (entry) => {
    const { text } = entry.pieces[0]!;
    return withFields(entry, (fields) => {
      for (const key of ['code', 'about', 'dialog']) fields.delete(key);
      for (const [kind, sentences] of Object.entries(dialogSentences)) {
        const found = new RegExp(sentences.join('|')).exec(text);
        const place = found && { piece: 0, start: found.index, end: found.index + found[0].length };
        if (place) addField(fields, 'dialog', { value: kind, ...place });
      }
      for (const { 0: shown, 1: number, index } of text.matchAll(codes)) {
        const code = zoomCode(number!, 'prose');
        const place = { piece: 0, start: index, end: index + shown.length };
        if (code === null) addField(fields, 'dialog', { value: 'unknown code', ...place });
        if (code === null) continue;
        addField(fields, 'code', { value: code, ...place });
        addField(fields, 'about', { value: 'zoom', ...place });
      }
    });
  },
  samples: [
    {
      text: 'Zoom Workplace\n\nUnable to connect\nMake sure you are connected to the internet and your connection to Zoom is not blocked.\nError code: 5003',
      entry: { fields: { code: '5003', about: 'zoom', dialog: 'connection' } },
    },
    {
      text: 'Zoom zeigt: Verbindung nicht möglich. Fehlercode 104103',
      entry: { fields: { code: '104103' } },
    },
    {
      text: 'Cannot start video\nFailed to start the video camera. Please select another video camera in Settings.',
      entry: { fields: { dialog: 'camera' } },
    },
  ],
});
