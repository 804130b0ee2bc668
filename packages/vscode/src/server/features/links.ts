/** Links on addresses of pages and on Zoom's hosts. The editor asks before it opens one. */
import type { DocumentLink } from 'vscode-languageserver';
import type { Context, Shown } from '../shown.ts';

const address = /\bhttps?:\/\/[^\s"'<>()[\]{}|\\^`]{3,500}|\b(?:[a-z\d-]{1,63}\.){1,6}zoom(?:gov)?\.(?:us|com)\b/gi;
const mostLinks = 2000;
/** Beyond, the editor itself links no more. */
const mostLines = 100_000;

export async function linksIn(context: Context, shown: Shown): Promise<DocumentLink[]> {
  const last = Math.min(shown.first + (shown.lines ?? shown.source.lines), shown.first + mostLines);
  const lines = await context.texts.lines(shown, shown.first, last);
  const links: DocumentLink[] = [];
  for (const [at, line] of lines.entries()) {
    for (const { 0: text, index } of line.matchAll(address)) {
      const trimmed = text.replace(/(?<![.,;:!?])[.,;:!?]+$/, '');
      const target = /^https?:/i.test(trimmed) ? trimmed : `https://${trimmed}`;
      if (!URL.canParse(target)) continue;
      const start = shown.indent + index;
      links.push({
        range: { start: { line: at, character: start }, end: { line: at, character: start + trimmed.length } },
        target,
      });
      if (links.length >= mostLinks) return links;
    }
  }
  return links;
}
