/** What the language server makes of a source, without an editor: diagnostics, ranges, pages. */
import type { SourceFindings } from '@zoomlog/parser';
import type { Range } from 'vscode-languageserver';
import { type Bundle, createBundle, judgeBundle } from '../../../packages/vscode/src/server/bundle.ts';
import { codeActionsIn } from '../../../packages/vscode/src/server/features/code-actions.ts';
import { codeLensesIn } from '../../../packages/vscode/src/server/features/code-lenses.ts';
import { publications } from '../../../packages/vscode/src/server/features/diagnostics.ts';
import { foldingRangesOf } from '../../../packages/vscode/src/server/features/folding.ts';
import { hoverAt } from '../../../packages/vscode/src/server/features/hover.ts';
import { inlayHintsIn } from '../../../packages/vscode/src/server/features/inlay-hints.ts';
import { linksIn } from '../../../packages/vscode/src/server/features/links.ts';
import { semanticTokensIn } from '../../../packages/vscode/src/server/features/semantic-tokens.ts';
import { symbolsOf } from '../../../packages/vscode/src/server/features/symbols.ts';
import { failureDraft } from '../../../packages/vscode/src/server/pages/failure-draft.ts';
import { reportPage } from '../../../packages/vscode/src/server/pages/report.ts';
import { ticketText } from '../../../packages/vscode/src/server/pages/ticket.ts';
import { pageAt } from '../../../packages/vscode/src/server/pages.ts';
import { readSettings } from '../../../packages/vscode/src/server/settings.ts';
import type { Context, Shown } from '../../../packages/vscode/src/server/shown.ts';
import { openTexts } from '../../../packages/vscode/src/server/texts.ts';
import { uriOfPage, uriOfSource, whole } from '../../../packages/vscode/src/source-uri.ts';
import type { Chance } from '../chance.ts';
import type { Examination } from './fault.ts';

const settings = readSettings({}, () => {});
const texts = openTexts();

function contextOf(bundle: Bundle): Context {
  const unused = (): never => {
    throw new Error('the fuzzer has only one bundle');
  };
  return {
    settings: () => settings,
    texts,
    bundles: {
      all: () => [bundle],
      of: () => bundle,
      show: unused,
      setText: unused,
      scan: unused,
      watch: unused,
      stopWatching: unused,
      remove: unused,
      rejudge: unused,
      close: unused,
    },
  };
}

const isRange = (value: object): value is Range => 'start' in value && 'end' in value;

/** A range in an answer that ends before it begins, or that no text has. */
function wrongRange(value: unknown): Range | null {
  if (typeof value !== 'object' || value === null) return null;
  if (isRange(value) && typeof value.start === 'object') {
    const { start, end } = value;
    const numbers = [start.line, start.character, end.line, end.character];
    const isInOrder = start.line < end.line || (start.line === end.line && start.character <= end.character);
    if (!isInOrder || numbers.some((one) => !Number.isInteger(one) || one < 0)) return value;
  }
  for (const inner of Object.values(value)) {
    const wrong = wrongRange(inner);
    if (wrong) return wrong;
  }
  return null;
}

export async function checkEditing(
  read: SourceFindings,
  text: string,
  chance: Chance,
  examination: Examination,
): Promise<void> {
  const { step, stepping, complain } = examination;
  const path = read.path === '' ? 'untitled:Untitled-1' : read.path;
  const bundle = step('making a bundle', () => createBundle('file', [path], [{ ...read, path }]));
  if (!bundle) return;
  step('judging a bundle', () => judgeBundle(bundle, settings));
  const source = [...bundle.sources.values()][0];
  if (!source) return;
  const context = contextOf(bundle);
  texts.set(source.path, text);
  const shown: Shown = {
    path: source.path,
    packed: false,
    ...whole,
    uri: uriOfSource(source.path, false),
    bundle,
    source,
  };
  const line = chance.pick([0, ...read.findings.map(({ attempts }) => attempts[0]!.first.line - 1)]);
  const column = read.findings[0]?.attempts[0]?.first.column ?? 1;
  const near: Range = { start: { line, character: 0 }, end: { line: line + 60, character: 0 } };
  const at = { line, character: chance.pick([0, column, 10_000]) };
  const answers: readonly (readonly [string, () => unknown])[] = [
    ['diagnostics', () => [...publications(bundle, [], settings)]],
    ['symbols', () => symbolsOf(shown)],
    ['folding', () => foldingRangesOf(shown)],
    ['code lenses', () => codeLensesIn(context, shown)],
    ['hover', () => hoverAt(context, shown, at)],
    ['code actions', () => codeActionsIn(context, shown, near, [])],
    ['inlay hints', () => inlayHintsIn(context, shown, near)],
    ['links', () => linksIn(context, shown)],
    ['semantic tokens', () => semanticTokensIn(context, shown, near)],
  ];
  for (const [name, give] of answers) {
    const answer = await stepping(name, async () => give());
    const wrong = wrongRange(answer);
    if (wrong) complain('editor', `${name}: ${JSON.stringify(wrong)}`);
    // It is sent as JSON.
    step(`sending ${name}`, () => JSON.stringify(answer));
  }
  texts.set(source.path, null);
  const pages = [
    step('the report page', () => reportPage(bundle)),
    step('the page of a code', () =>
      pageAt(context, uriOfPage(`explain ${text.slice(at.character, at.character + 30).toWellFormed()}`)),
    ),
    step('a draft', () => failureDraft(text.slice(0, 2000), source.format)),
    ...bundle.report.diagnoses.slice(0, 3).map((one) => step('a ticket', () => ticketText(bundle, one))),
  ];
  for (const page of pages) {
    const found = page === null ? null : /[\0-\x08\x0b-\x1f\x7f\u202a-\u202e\u2066-\u2069]/.exec(page);
    if (found) complain('editor', `a page holds U+${found[0].codePointAt(0)!.toString(16)}`);
  }
}
