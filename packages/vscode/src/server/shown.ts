/** A text that the editor shows, with what is known of its source: what every feature works on. */
import type { Evidence, SourceFindings } from '@zoomlog/parser';
import type { Range } from 'vscode-languageserver';
import { type ShownText, shownText } from '../source-uri.ts';
import type { Bundle } from './bundle.ts';
import type { Bundles } from './bundles.ts';
import type { Settings } from './settings.ts';
import type { Texts } from './texts.ts';

export interface Shown extends ShownText {
  readonly uri: string;
  readonly bundle: Bundle;
  readonly source: SourceFindings;
}

/** What features may ask of the server. */
export interface Context {
  readonly bundles: Bundles;
  readonly texts: Texts;
  settings(): Settings;
}

/** Null for a text that belongs to no bundle. */
export function findShown({ bundles }: Context, uri: string): Shown | null {
  const text = shownText(uri);
  const bundle = text && bundles.of(text.path);
  const source = bundle?.sources.get(text!.path);
  return text && bundle && source ? { ...text, uri, bundle, source } : null;
}

/** Lines (from 1) and columns (from 1) of the source as a range of the text; null when it does not show that line. */
export function rangeIn(
  { first, lines, indent }: Pick<ShownText, 'first' | 'lines' | 'indent'>,
  { line, column, endColumn }: Pick<Evidence, 'line' | 'column' | 'endColumn'>,
): Range | null {
  const at = line - first;
  if (at < 0 || (lines !== null && at >= lines)) return null;
  return {
    start: { line: at, character: indent + column - 1 },
    end: { line: at, character: indent + endColumn - 1 },
  };
}

/** The evidence of the bundle's diagnoses on one line of the source (from 1), with their diagnoses. */
export const evidenceOn = ({ bundle, path }: Shown, line: number) =>
  bundle.report.diagnoses.flatMap((diagnosis) =>
    diagnosis.evidence
      .filter((one) => one.path === path && one.line === line)
      .map((evidence) => ({ diagnosis, evidence })),
  );
