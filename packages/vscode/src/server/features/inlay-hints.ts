/** Names of bare codes, inline: `result: 104101` ‹the client could not connect to Zoom›. */
import type { CodeExplanation } from '@zoomlog/parser';
import { type InlayHint, InlayHintKind, type Range } from 'vscode-languageserver';
import { codesIn, readEntries } from '../entries.ts';
import type { Context, Shown } from '../shown.ts';
import { sourceLines } from '../texts.ts';

/** Lines per request: the editor asks for what it shows. */
const mostLines = 400;
/** The editor cuts a hint at 43 units, its marks included. */
const longestName = 39;

export async function inlayHintsIn(context: Context, shown: Shown, { start, end }: Range): Promise<InlayHint[]> {
  const { format, machine } = shown.source;
  if (!context.settings().inlayHints || format === null) return [];
  const os = context.settings().os ?? machine.os;
  const { first, last } = sourceLines(shown, start.line, Math.min(end.line, start.line + mostLines));
  const lines = await context.texts.lines(shown, first, last);
  return readEntries(shown.path, format, lines, first, os)
    .flatMap((entry) => codesIn(entry, os))
    .filter(({ line }) => line >= first && line <= last)
    .flatMap(({ line, end: at, explanation, start: from }) => {
      const name = nameOf(explanation);
      const written = lines[line - first]?.slice(from, at) ?? '';
      // Some logs include the name.
      if (name === null || written.includes(name)) return [];
      return [
        {
          position: { line: line - shown.first, character: shown.indent + at },
          label: `‹${name}›`,
          kind: InlayHintKind.Type,
          paddingLeft: true,
          tooltip: explanation.readings.map(({ meaning }) => meaning).join('\n'),
        },
      ];
    });
}

function nameOf({ readings }: CodeExplanation): string | null {
  const [first] = readings;
  if (!first) return null;
  if (first.symbol !== null) return first.symbol;
  const sentence = first.meaning.split(/[.;:(]/)[0]!.trim();
  return sentence.length <= longestName ? sentence : `${sentence.slice(0, sentence.lastIndexOf(' ', longestName))}…`;
}
