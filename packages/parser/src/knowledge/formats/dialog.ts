import { zoomCode } from '../../codes/resolve.ts';
import { defineFormat } from '../../define.ts';
import { addField, withFields } from '../../reading/entry.ts';
import { sections } from '../../reading/framings/sections.ts';
import { dialogSentences, namedSentence, ownSentence } from '../wordings/dialog-sentences.ts';
import { likelyCode, shownCode, withCode } from '../wordings/dialogs.ts';
import { zoomByName } from '../zoom-identity.ts';

const codes = new RegExp(shownCode, 'g');
const likelyCodes = new RegExp(likelyCode, 'g');
/** Zoom as users write it, and not a lens or a screen. */
const zoomTyped = String.raw`(?<!\b(?:optical|digital|[Cc]amera|[Ll]ens) |\d ?[x×] )\bzoom(?![\w-]|[ :]{0,2}(?:\d|levels?\b|lens|factors?\b|in\b|out\b|ratio\b))`;
const zoomNamed = `${zoomByName.source}|${zoomTyped}`;
/** Of another program, unless Zoom is named beside it. */
const ofAnother =
  /^(?![^\n]{0,300}[Zz]oom)[^\n]{0,300}\b(?:Teams|Webex|Skype|Slack|Outlook|OneDrive|Office|Citrix|AnyConnect|GlobalProtect|Windows Update|Steam|Epson|Canon|[Pp]rinter|HTTP|Errno|errno)\b/;

/** A note is short. Longer texts, and those with several codes, explain or list them. */
const isMore = [
  String.raw`^[\s\S]{1500}`,
  String.raw`^(?:[^\n]{0,1500}\n){32}`,
  // Another code, or a log, a page, source code.
  String.raw`${shownCode}[\s\S]{0,1500}?${codeAgain()}`,
  String.raw`(?:^|\n)[ \t]{0,8}(?:\d{1,2}:\d\d:\d\d|[A-Z][a-z]{2} [ \d]\d \d\d:\d\d:\d\d)\b|\d:\d\d:\d\d[.,]\d|\[\d{1,8}:|\w\[\d{1,8}\]|\[\d{1,3}\]|net_error|:[A-Z]{4,7}:|\bExitCode\b|ZoomLauncher|(?:^|\n)\[?\d{2,4}[-/.]\d{1,2}[-/.]\d{1,4}[ T,]{1,2}\d`,
  String.raw`^\s{0,20}(?:[<{]|\w{1,20}\(|(?:import|const|function|def|class|#include)\b)`,
  String.raw`\b(?:[Hh]ow to|fixed|solved|resolved|works (?:again|now|fine)|gelöst|behoben|résolu|resuelto|risolto)\b|解決|解决|(?:[Tt]his|[Ii]n this|[Dd]ieser|[Ii]n diesem|[Cc]et|[Ee]ste) (?:[Aa]rti(?:cle|kel)|artículo)|Table of Contents|この記事|Zoom works|https?://[^\s]{1,200}(?:error|kb|support|article)`,
].join('|');

/** The same words before another number. */
function codeAgain(): string {
  return shownCode.replace(/\(\\d\{1,3\}/, () => '(?!\\1(?!\\d))(\\d{1,3}');
}

const lineOf = (text: string, at: number): string => text.slice(text.lastIndexOf('\n', at) + 1).split('\n', 1)[0]!;

/** Units on either side of a place that are looked at for its paragraph. */
const reach = 600;
const gaps = /\n[ \t\r]{0,8}\n/;

/** The lines around a place up to blank ones, as one: a dialog begins with the name of its program. */
function paragraphAt(text: string, at: number): string {
  const before = text
    .slice(Math.max(0, at - reach), at)
    .split(gaps)
    .at(-1)!;
  const after = text.slice(at, at + reach).split(gaps)[0]!;
  return `${before}${after}`.replace(/\s+/g, ' ');
}

export default defineFormat({
  id: 'dialog',
  title: 'What a dialog of Zoom showed, copied or typed by a user',
  framing: sections({ begins: () => false }),
  isProse: true,
  names: ['*zoom*.txt'],
  recognise: {
    starts: new RegExp(
      String.raw`^(?=[\s\S]{0,1500}?(?:${zoomNamed}|${withCode}))[\s\S]{0,1500}?(?:${shownCode}|${likelyCode}|${namedSentence})|${ownSentence}`,
    ),
    unless: new RegExp(isMore),
  },
  derives: ['code', 'about', 'dialog'],
  /** `code`: one of Zoom's; `dialog`: what failed, where a sentence of Zoom's shows it. */
  derive: (entry) => {
    const { text } = entry.pieces[0]!;
    return withFields(entry, (fields) => {
      for (const key of ['code', 'about', 'dialog']) fields.delete(key);
      for (const [kind, { own = [], named = [] }] of Object.entries(dialogSentences)) {
        const found = new RegExp([...own, ...named].join('|')).exec(text);
        const place = found && { piece: 0, start: found.index, end: found.index + found[0].length };
        if (place && !ofAnother.test(paragraphAt(text, place.start)))
          addField(fields, 'dialog', { value: kind, ...place });
      }
      const shownCodes = [...text.matchAll(codes)];
      for (const { 0: shown, 1: number, index } of [...shownCodes, ...text.matchAll(likelyCodes)]) {
        const isLikely = !shownCodes.some((one) => one[0] === shown && one.index === index);
        const code = zoomCode(number!, isLikely ? 'key' : 'prose');
        const place = { piece: 0, start: index, end: index + shown.length };
        if (ofAnother.test(lineOf(text, index)) || ofAnother.test(paragraphAt(text, index))) continue;
        if (code === null && !isLikely) addField(fields, 'dialog', { value: 'unknown code', ...place });
        if (code === null || (isLikely && fields.has('code'))) continue;
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
      text: 'my zoom does not start a meeting, error 5003 since today',
      entry: { fields: { code: '5003' } },
    },
    {
      text: 'Zoom: Invalid meeting ID. Please check and try again.',
      entry: { fields: { dialog: 'meeting' } },
    },
    {
      text: 'Cannot start video\nFailed to start the video camera. Please select another video camera in Settings.',
      entry: { fields: { dialog: 'camera' } },
    },
  ],
});
