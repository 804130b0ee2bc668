/** What is under the pointer: a diagnosis at its evidence, or a code that the parser knows. */
import {
  type CodeExplanation,
  cautionsOf,
  codeSummary,
  confidenceName,
  type Diagnosis,
  type Evidence,
  explain,
  failures,
  layoutNames,
  markdownBlock,
  markdownCode,
  markdownText,
  roleNames,
} from '@zoomlog/parser';
import type { Hover, Position, Range } from 'vscode-languageserver';
import { commands } from '../../protocol.ts';
import { leadOf } from '../bundle.ts';
import { codesIn, isCode, readEntries } from '../entries.ts';
import { explainAction, fixAction, missingFor } from '../fixes.ts';
import { commandLink } from '../pages/markdown.ts';
import { type Context, evidenceOn, type Shown } from '../shown.ts';
import { sourceLines } from '../texts.ts';

const fixesShown = 3;

export async function hoverAt(context: Context, shown: Shown, { line, character }: Position): Promise<Hover | null> {
  const { first } = sourceLines(shown, line, line);
  const column = character - shown.indent;
  const [text] = await context.texts.lines(shown, first, first);
  if (text === undefined || column < 0) return null;
  const found = evidenceOn(shown, first).filter(
    ({ evidence }) => column >= evidence.column - 1 && column < evidence.endColumn - 1,
  );
  const named = codeAt(shown, text, first, column, context);
  const parts = [
    ...found.map(({ diagnosis, evidence }) => diagnosisText(shown, diagnosis, evidence)),
    ...(named ? [codeText(named.explanation)] : []),
  ];
  if (parts.length === 0) return null;
  const at = named ?? { start: found[0]!.evidence.column - 1, end: found[0]!.evidence.endColumn - 1 };
  return { contents: { kind: 'markdown', value: parts.join('\n\n---\n\n') }, range: onLine(line, shown.indent, at) };
}

const onLine = (line: number, indent: number, { start, end }: { start: number; end: number }): Range => ({
  start: { line, character: indent + start },
  end: { line, character: indent + end },
});

/** The code in the field at a place, or a word that is a code by its shape. */
function codeAt(shown: Shown, text: string, line: number, column: number, context: Context) {
  const os = context.settings().os ?? shown.source.machine.os;
  const { format } = shown.source;
  const entries = format === null ? [] : readEntries(shown.path, format, [text], line, os);
  const field = entries
    .flatMap((entry) => codesIn(entry, os))
    .find((one) => one.line === line && column >= one.from && column < one.end);
  if (field) return field;
  const before = (at: number): string => text.slice(Math.max(0, at - 24), at);
  for (const match of text.matchAll(/(?<![\w.-])(?:-\d{3}|0x[\da-f]{8}|\w+(?:::\w+)?)(?![\w.-])/gi)) {
    const [word] = match;
    if (column < match.index || column >= match.index + word.length) continue;
    const explanation = isCode(word, before(match.index)) ? explain(word, { os, failures }) : null;
    if (explanation?.kind === 'code') return { explanation, start: match.index, end: match.index + word.length };
  }
  return null;
}

function codeText({ code: number, readings, causes, confidence }: CodeExplanation): string {
  const [first] = causes;
  return [
    `**${markdownText(number)}**`,
    ...readings
      .slice(0, 4)
      .map(
        ({ namespace, symbol, meaning }) =>
          `- ${symbol ? `${markdownCode(symbol)} ` : ''}${markdownText(meaning)} (${namespace})`,
      ),
    '',
    markdownText(codeSummary(number, first?.class ?? null, confidence)),
    '',
    linkTo(explainAction({ code: number, failure: '' })),
  ].join('\n');
}

const linkTo = ({ title, command, arguments: args }: ReturnType<typeof explainAction>): string =>
  commandLink(title, command, ...args);

function diagnosisText({ bundle }: Shown, diagnosis: Diagnosis, evidence: Evidence): string {
  const { title, severity, code: number, class: name, confidence, cause, remedy, fixes, alternatives } = diagnosis;
  const isLead = leadOf(diagnosis) === evidence;
  const [missing] = missingFor(bundle, diagnosis);
  return [
    `**${severity}: ${markdownText(title)}**`,
    [...(number ? [markdownText(number)] : []), name, confidenceName(confidence)].join(' · '),
    ...(isLead ? [] : [`*This line: ${roleNames[evidence.role]}; ${layoutNames[evidence.layout]}.*`]),
    // The marker's own hover shows the cause.
    ...(isLead ? [] : [markdownText(cause)]),
    `**What to do:** ${markdownText(remedy)}`,
    ...fixes.slice(0, fixesShown).flatMap((fix, at) => {
      const action = fixAction(fix);
      return [
        `${at + 1}\\. ${markdownText(fix.title)} *(${cautionsOf(fix).join(', ')})*`,
        ...(fix.command === null ? [] : [markdownBlock(fix.command, 'sh')]),
        ...(action ? [commandLink(action.title.split(':')[0]!, action.command, ...action.arguments)] : []),
      ];
    }),
    ...alternatives.map((other) => `Or ${other.class}: ${markdownText(other.why)}`),
    ...(missing && confidence !== 'high'
      ? [`To check: ${markdownText(missing.what)}\n${markdownBlock(missing.collect, 'sh')}`]
      : []),
    [linkTo(explainAction(diagnosis)), commandLink('All fixes', commands.showFixes, diagnosis.id)].join(' · '),
  ].join('\n\n');
}
