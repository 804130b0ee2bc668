/** Colors from the parser on top of the grammar's: codes and evidence, for the requested lines. */
import {
  type Range,
  type SemanticTokens,
  SemanticTokensBuilder,
  type SemanticTokensLegend,
} from 'vscode-languageserver';
import { codesIn, readEntries } from '../entries.ts';
import { type Context, evidenceOn, type Shown } from '../shown.ts';
import { sourceLines } from '../texts.ts';

export const legend: SemanticTokensLegend = {
  tokenTypes: ['number', 'macro'],
  tokenModifiers: [],
};
type TokenType = 'number' | 'macro';

const mostLines = 1000;

interface Token {
  readonly line: number;
  readonly start: number;
  readonly end: number;
  readonly type: TokenType;
}

export async function semanticTokensIn(context: Context, shown: Shown, { start, end }: Range): Promise<SemanticTokens> {
  const builder = new SemanticTokensBuilder();
  const { format, machine } = shown.source;
  const { first, last } = sourceLines(shown, start.line, Math.min(end.line, start.line + mostLines));
  const lines = format === null ? [] : await context.texts.lines(shown, first, last);
  const os = context.settings().os ?? machine.os;
  const entries = format === null ? [] : readEntries(shown.path, format, lines, first, os);
  const evidence = lines.flatMap((_, at) =>
    evidenceOn(shown, first + at).map(
      ({ evidence: { line, column, endColumn } }): Token => ({
        line,
        start: column - 1,
        end: endColumn - 1,
        type: 'macro',
      }),
    ),
  );
  const codes = entries
    .flatMap((entry) => codesIn(entry, os))
    .map(({ line, start: from, end: to }): Token => ({ line, start: from, end: to, type: 'number' }));
  const tokens = [...evidence, ...codes]
    .filter(({ line, start: from, end: to }) => line >= first && line <= last && to > from)
    .sort((a, b) => a.line - b.line || a.start - b.start);
  let [line, column] = [0, 0];
  for (const token of tokens) {
    // Tokens must not overlap: the first one counts, and evidence comes first.
    if (token.line === line && token.start < column) continue;
    [line, column] = [token.line, token.end];
    builder.push(
      token.line - shown.first,
      shown.indent + token.start,
      token.end - token.start,
      legend.tokenTypes.indexOf(token.type),
      0,
    );
  }
  return builder.build();
}
