/** What people write around a log: the sentences of a letter, a ticket or a chat, told from what programs print. */

/** A sentence, of any language. */
export const sentence =
  /(?<!\p{L})(?:\p{L}{2,40}[,;:]? ){3}\p{L}|[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]{8}/u;

const words = (list: string): RegExp =>
  new RegExp(`(?<![\\p{L}\\p{N}_.\\\\/@-])(?:${list})(?![\\p{L}\\p{N}_\\\\/@-]|\\.\\p{L})`, 'iu');
const opening = (list: string): RegExp => new RegExp(`^(?:${list})(?!\\p{L})[^\\n:=\\\\/]{0,40}[,!.;:]?\\s*$`, 'iu');

/** Who writes names himself; no program does. Words of two letters that others use otherwise are left out. */
const person = words(
  [
    "my|mine|we(?! (?:are|were) (?:connecting|expecting))|our|ours|I(?:['’](?:m|ve|d|ll))?(?= \\p{Ll})",
    'ich|meine?[mnrs]?|wir|unser(?:e[mnrs]?)?|mich|mir',
    "je|j[’'](?:ai|avais|utilise)|mon|nous|notre|nos",
    'tengo|tenemos|nosotros|nuestr[oa]s?|nuestro|mis',
    'noi|nostr[oaie]|mio|abbiamo|eu|meu|minha|nosso|nossa',
    'ik|mijn|wij|onze|jag|vi har|mój|moja|mamy|nasz\\p{L}{0,3}|я|мой|моя|мы|наш\\p{L}{0,3}',
  ].join('|'),
);
const personAsian =
  /我们|我的|我司|我这|请问|您好|你好|谢谢|私の|弊社|です。|ます。|ください|お願い|안녕하세요|감사합니다/;
const greeting = opening(
  'hi|hello|hey|dear|good (?:morning|day|afternoon|evening)|hallo|moin|servus|liebe[rs]?|guten (?:tag|morgen|abend)|sehr geehrte[rs]?|bonjour|bonsoir|salut|chers?|chère|hola|buen(?:os|as) (?:d[ií]as|tardes|noches)|estimad[oa]s?|ciao|buongiorno|buonasera|gentile|olá|bom dia|boa tarde|prezad[oa]s?|goedemorgen|goedendag|beste|hej|dzień dobry|witam|cześć|dobrý den|здравствуйте|добрый день|привет|merhaba',
);
const closing = opening(
  '(?:many )?thanks|thank you|(?:best|kind|warm) regards|regards|best wishes|cheers|sincerely|yours|(?:viele|beste|liebe|freundliche) grüße|mit freundlichen grüßen|mfg|vg|danke|vielen dank|merci|cordialement|bien à vous|gracias|saludos|un saludo|atentamente|grazie|cordiali saluti|obrigad[oa]|atenciosamente|bedankt|met vriendelijke groet(?:en)?|groeten|dziękuję|pozdrawiam|děkuji|спасибо|с уважением|teşekkürler',
);

/** `Adapter: Wi-Fi`, `QString::arg: `, tables, code, paths: what a program prints. */
const printed =
  /^\s*["[{<(*|;$]|^\w{1,40}::\w{1,60}[:(]|^\s{4,}|\t|\S {3,}\S|^\s*[\w .()/-]{1,40} ?[=:：]\s{1,40}\S|[=\\]|0x[\da-f]{4}|\[[\da-f.:]{3,45}\]|\b\d{1,2}:\d\d:\d\d\b/i;

/** True for lines that a person wrote to someone. */
export const isLetter = (lines: readonly string[]): boolean =>
  lines.some((line) => {
    const text = line.slice(0, 2000).trim();
    if (greeting.test(text) || closing.test(text)) return true;
    return (
      !printed.test(line) &&
      (personAsian.test(text) || ((sentence.test(text) || /[:：]$/.test(text)) && person.test(text)))
    );
  });

/** What a console says of itself when it opens: no letter, whatever its sentences. */
const banner =
  /Microsoft Corporation|aka\.ms\/|^Welcome to |^Last login|^Script started|updates? can be applied|ESM Apps|Security Maintenance|ubuntu\.com|more than a week old|Debian GNU\/Linux|free software|ABSOLUTELY NO WARRANTY|permitted by applicable law|individual files in|System restart required|default interactive shell|support\.apple\.com/;

/** True for a paragraph of sentences, whoever wrote it. */
export function isProse(lines: readonly string[]): boolean {
  const written = lines.filter((line) => !printed.test(line));
  if (written.length * 2 <= lines.length || written.some((line) => banner.test(line))) return false;
  const text = written
    .map((line) => line.trim())
    .join(' ')
    .slice(0, 4000);
  return sentence.test(text) && /\p{L}{2}[.!?:…]["')]?(?: \p{Lu}|$)|[。！？：]/u.test(text);
}

/** True for a line that a person wrote, taken by itself. */
export const isProseLine = (line: string): boolean => isLetter([line]) || isProse([line]);

/** How many of the first lines of a paragraph are prose; what comes behind may be what it speaks of. */
export function leadOf(lines: readonly string[]): number {
  const goesOn = (at: number): boolean => {
    const next = lines[at + 1];
    return next !== undefined && !printed.test(next) && /^\p{L}/u.test(next) && sentence.test(lines[at]!);
  };
  const end = lines.findIndex((line, at) => !isProseLine(line) && (printed.test(line) || !goesOn(at)));
  if (end <= 0) return end < 0 ? lines.length : 0;
  // The last words of a sentence that is broken into lines.
  return /^\p{Ll}/u.test(lines[end]!) && !lines.slice(end).some((line) => printed.test(line)) ? lines.length : end;
}

/** Nobody writes a line three times that differs in its numbers only; a wrapper prints it for each file. */
const fewestRepeats = 3;

/** Tells the lines that are printed again and again. */
export function repeatsIn(lines: readonly string[]): (line: string) => boolean {
  const shapeOf = (line: string): string => line.trim().replace(/\d+/g, '0');
  const counts = new Map<string, number>();
  for (const line of lines) counts.set(shapeOf(line), (counts.get(shapeOf(line)) ?? 0) + 1);
  return (line) => counts.get(shapeOf(line))! >= fewestRepeats;
}

/** True for a line that may be the heading of an article. */
export const isHeading = (line: string): boolean =>
  /^[#*=\s\d.]{0,8}\p{Lu}\p{L}[\p{L} ]{1,40}[^\p{L}\n]{0,3}(?::|$)/u.test(line);

/** `Q: What does it mean?`, `Antwort: …`: a label that asks or answers. */
export const isQuestion = (line: string): boolean =>
  /^[#*\s>]{0,8}(?:Question|Frage|Pregunta|Pergunta|Domanda|Вопрос|Answer|Antwort|Réponse|Respuesta|Resposta|Risposta|Ответ|[QAFPDRВО問问答])\d{0,3}[*_]{0,2} ?[.:)：] ?\S/iu.test(
    line,
  );

/** `From: …`, `Subject: …` of a mail; `Status: …`, `Priority: …` of a ticket. */
const mailHeader = /^[ \t]{0,8}(?:from|von|de|da|van|发件人|差出人) ?[:：] ?\S/i;
const mailHeaders =
  /^[ \t]{0,8}(?:to|cc|sent|subject|reply-to|an|gesendet|betreff|à|envoyé|objet|para|enviado|asunto|oggetto|assunto|aan|onderwerp|收件人|主题|件名|宛先) ?[:：] ?\S/i;
const form =
  /^[#* \t]{0,8}(?:summary|status|priority|severity|reporter|reported by|assignee|assigned to|requester|ticket|case|opened by|category|description|comment|steps to reproduce)(?: (?:no\.?|id|#))?[* ]{0,3}[:：]/i;
/** `[2025-11-03 08:09] ann: look`, `ann  08:09`: a chat. */
const chat =
  /^\[?(?:\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4},? )?\d{1,2}:\d\d(?::\d\d)?(?: [AP]M)?\]? ?(?:- )?\p{L}[\p{L} .'-]{0,30}: \S/iu;

/** True for lines with which a mail, a ticket or a chat begins. */
export const isHeaded = (lines: readonly string[]): boolean => {
  const count = (pattern: RegExp): number => lines.filter((line) => pattern.test(line)).length;
  return (count(mailHeader) > 0 && count(mailHeaders) > 0) || count(form) > 1 || count(chat) > 1;
};
