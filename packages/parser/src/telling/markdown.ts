/** Text from logs, people and declarations in Markdown: shown literally, never as markup, links or HTML. */

/** Controls, half surrogate pairs, and what turns or hides text: they could show a text other than the real one. */
const misleading = /[[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]--[\u{200c}\u{200d}]]/gv;
const misleadingInBlocks = new RegExp(`[${misleading.source}--[\\n\\t]]`, 'gv');

/** One line of text. */
export const markdownText = (text: string): string =>
  text.replace(misleading, ' ').replace(/[\\`*_{}[\]()#+\-.!|<>~&$:@]/g, '\\$&');

/** One line of a text of our own: nothing in it reads as markup, and it stays readable as it is. */
export const markdownProse = (text: string): string =>
  text.replace(/[\\`*_[\]<>]/g, '\\$&').replace(/(?<!\s)\s*\n\s*/g, ' ');

/** One line of text in a code span. */
export function markdownCode(text: string): string {
  const line = printable(text.replace(/(?<!\s)\s*[\r\n]\s*/g, ' '));
  const fence = '`'.repeat(longestRun(line) + 1);
  // A backtick at the edge would be read as the fence.
  const edge = /^`|`$/.test(line) ? ' ' : '';
  return line === '' ? '' : fence + edge + line + edge + fence;
}

/** Text in a code block; `language` colors it. */
export function markdownBlock(text: string, language = ''): string {
  const fence = '`'.repeat(Math.max(3, longestRun(text) + 1));
  return `${fence}${language}\n${printable(text)}\n${fence}`;
}

const longestRun = (text: string): number => Math.max(0, ...(text.match(/`+/g) ?? []).map((run) => run.length));

/** Text of one or more lines in which each character is shown as what it is. */
export const printable = (text: string): string => text.replace(misleadingInBlocks, '\ufffd');
