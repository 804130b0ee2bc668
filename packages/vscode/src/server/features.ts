/** The features of the Language Server Protocol that the server offers: one file each in features/. */
import {
  CodeActionKind,
  type Connection,
  type SemanticTokens,
  type SemanticTokensRangeParams,
  type ServerCapabilities,
} from 'vscode-languageserver';
import { codeActionsIn } from './features/code-actions.ts';
import { codeLensesIn } from './features/code-lenses.ts';
import { foldingRangesOf } from './features/folding.ts';
import { hoverAt } from './features/hover.ts';
import { inlayHintsIn } from './features/inlay-hints.ts';
import { linksIn } from './features/links.ts';
import { legend, semanticTokensIn } from './features/semantic-tokens.ts';
import { symbolsOf } from './features/symbols.ts';
import { type Context, findShown, type Shown } from './shown.ts';
import type { Turns } from './turns.ts';

export const features: ServerCapabilities = {
  hoverProvider: true,
  codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix, CodeActionKind.RefactorExtract] },
  codeLensProvider: {},
  inlayHintProvider: true,
  documentSymbolProvider: true,
  foldingRangeProvider: true,
  documentLinkProvider: {},
  semanticTokensProvider: { legend, range: true, full: false },
};

/** Answers the editor's requests for `features`. */
export function answerFeatures(
  connection: Connection,
  context: Context,
  { answering }: Turns,
  complain: (error: unknown) => void,
): void {
  /** No answer for texts outside every bundle, so that other extensions can answer; errors go to the log. */
  const answer =
    <Params extends { textDocument: { uri: string } }, Result>(
      give: (shown: Shown, params: Params) => Result | Promise<Result>,
    ) =>
    (params: Params): Promise<Result | null> =>
      answering(async () => {
        try {
          const shown = findShown(context, params.textDocument.uri);
          return shown ? await give(shown, params) : null;
        } catch (error) {
          complain(error);
          return null;
        }
      });

  connection.onHover(answer((shown, { position }) => hoverAt(context, shown, position)));
  connection.onCodeAction(
    answer((shown, { range, context: { diagnostics } }) => codeActionsIn(context, shown, range, diagnostics)),
  );
  connection.onCodeLens(answer((shown) => codeLensesIn(context, shown)));
  connection.languages.inlayHint.on(answer((shown, { range }) => inlayHintsIn(context, shown, range)));
  connection.onDocumentSymbol(answer(symbolsOf));
  connection.onFoldingRanges(answer(foldingRangesOf));
  connection.onDocumentLinks(answer((shown) => linksIn(context, shown)));
  const colored = answer((shown, { range }: SemanticTokensRangeParams) => semanticTokensIn(context, shown, range));
  // The protocol allows no answer, but the library's type does not.
  connection.languages.semanticTokens.onRange(async (params) => (await colored(params)) as SemanticTokens);
}
