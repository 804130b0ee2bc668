/** A window of a source as a text: each line after its number. */
import { shownText, windowPrefix } from '../source-uri.ts';
import type { Texts } from './texts.ts';

/** Units of a line to show; the editor collapses much longer ones. */
const longestLine = 10_000;

export async function focusWindow(texts: Texts, uri: string): Promise<string> {
  const shown = shownText(uri);
  if (!shown || shown.lines === null) return '';
  const last = shown.first + shown.lines - 1;
  const lines = await texts.lines(shown, shown.first, last);
  if (lines.length === 0) return 'These lines no longer exist: the file was removed or truncated.\n';
  // A lone carriage return would start a new line in the editor.
  return lines
    .map((line, at) => windowPrefix(shown.first + at, last) + line.slice(0, longestLine).replaceAll('\r', ' '))
    .join('\n');
}
