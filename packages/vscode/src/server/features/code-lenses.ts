/** Above each diagnosis: what it is, and what to do. */
import type { CodeLens } from 'vscode-languageserver';
import { commands } from '../../protocol.ts';
import { leadOf } from '../bundle.ts';
import { explainAction } from '../fixes.ts';
import { type Context, rangeIn, type Shown } from '../shown.ts';

export function codeLensesIn(context: Context, { bundle, path, ...shown }: Shown): CodeLens[] {
  if (!context.settings().codeLens) return [];
  return bundle.report.diagnoses.flatMap((diagnosis): CodeLens[] => {
    const lead = leadOf(diagnosis);
    const range = lead?.path === path ? rangeIn(shown, lead) : null;
    if (!range || !lead) return [];
    const explain = explainAction(diagnosis);
    const { evidence, severity, title } = diagnosis;
    return [
      { range, command: { title: `${severity}: ${title}`, command: commands.showFixes, arguments: [diagnosis.id] } },
      { range, command: { title: 'fix', command: commands.showFixes, arguments: [diagnosis.id] } },
      { range, command: { title: 'explain', command: explain.command, arguments: [...explain.arguments] } },
      ...(evidence.length > 1
        ? [
            {
              range,
              command: {
                title: `next evidence (of ${evidence.length})`,
                command: commands.nextEvidence,
                arguments: [{ uri: shown.uri, line: range.start.line }],
              },
            },
          ]
        : []),
    ];
  });
}
