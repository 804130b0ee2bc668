/**
 * Two ways to write the codes of one namespace as rows: `symbolTable` for what a header names, where one source holds
 * for all, and `sourcedTable` for numbers without a name, each with a source of its own.
 */
import { type Code, type CodeConfidence, defineCodes } from '../define.ts';
import type { FailureClass, Os } from '../model.ts';

/** Without a meaning of its own the words of the symbol serve. */
export type SymbolRow = readonly [
  code: number | string,
  symbol: string,
  failureClass: FailureClass | null,
  meaning?: string,
];

interface SharedBySymbols {
  readonly namespace: string;
  readonly source: string;
  readonly confidence: CodeConfidence;
  /** Absent: on every system. */
  readonly os?: readonly Os[];
  /** The part of every symbol that says nothing. */
  readonly prefix: RegExp;
}

export const symbolTable = ({ prefix, os = [], ...shared }: SharedBySymbols, rows: readonly SymbolRow[]) =>
  defineCodes(
    rows.map(
      ([code, symbol, failureClass, meaning]): Code => ({
        ...shared,
        os,
        code: String(code),
        symbol,
        class: failureClass,
        meaning: meaning ?? words(symbol.replace(prefix, '')),
      }),
    ),
  );

/** `PAC_SCRIPT_FAILED` and `SessionNotRunning` as words. */
const words = (symbol: string): string =>
  symbol
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .replaceAll('_', ' ')
    .toLowerCase();

/** Several numbers in a row share all the rest: no source tells them apart, or the vendor gives them one meaning. */
export type SourcedRow = readonly [
  codes: number | readonly number[],
  failureClass: FailureClass,
  confidence: CodeConfidence,
  source: string,
  meaning: string,
];

export const sourcedTable = (
  { namespace, os = [] }: { readonly namespace: string; readonly os?: readonly Os[] },
  rows: readonly SourcedRow[],
) =>
  defineCodes(
    rows.flatMap(([codes, failureClass, confidence, source, meaning]) =>
      [codes].flat().map(
        (code): Code => ({
          code: String(code),
          namespace,
          symbol: null,
          meaning,
          class: failureClass,
          os,
          source,
          confidence,
        }),
      ),
    ),
  );
