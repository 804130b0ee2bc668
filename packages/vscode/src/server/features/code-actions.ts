/** Quick fixes. None changes the log: each goes to a terminal, the clipboard, a page or a setting. */
import { type CodeAction, CodeActionKind, type Diagnostic, type Range } from 'vscode-languageserver';
import { commands } from '../../protocol.ts';
import { actionsFor } from '../fixes.ts';
import { failureDraft } from '../pages/failure-draft.ts';
import { type Context, evidenceOn, type Shown } from '../shown.ts';
import { sourceLines } from '../texts.ts';

export async function codeActionsIn(
  context: Context,
  shown: Shown,
  range: Range,
  diagnostics: readonly Diagnostic[],
): Promise<CodeAction[]> {
  const { first, last } = sourceLines(shown, range.start.line, range.end.line);
  const ids = new Set<string>(diagnostics.flatMap(({ data }) => data?.diagnosis ?? []));
  for (let line = first; line <= Math.min(last, first + 50); line++)
    for (const { diagnosis } of evidenceOn(shown, line)) ids.add(diagnosis.id);
  const { bundle } = shown;
  const fixes = bundle.report.diagnoses
    .filter(({ id }) => ids.has(id))
    .flatMap((diagnosis) =>
      actionsFor(bundle, diagnosis).map(
        ({ title, command, arguments: args }, at): CodeAction => ({
          title,
          kind: CodeActionKind.QuickFix,
          diagnostics: diagnostics.filter(({ data }) => data?.diagnosis === diagnosis.id),
          isPreferred: at === 0,
          command: { title, command, arguments: [...args] },
        }),
      ),
    );
  const [text] = await context.texts.lines(shown, first, first);
  if (!text?.trim()) return fixes;
  const title = 'Draft a new failure from this line';
  const draft = failureDraft(text, shown.source.format);
  return [
    ...fixes,
    {
      title,
      kind: fixes.length > 0 ? CodeActionKind.QuickFix : CodeActionKind.RefactorExtract,
      command: { title, command: commands.draftFailure, arguments: [draft] },
    },
  ];
}
