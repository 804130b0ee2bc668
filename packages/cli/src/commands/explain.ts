import { allCodes } from '@zoomlog/parser/codes';
import { facts } from '@zoomlog/parser/facts';
import { failures } from '@zoomlog/parser/failures';
import { explain } from '@zoomlog/parser/telling/explain';
import { suggest } from '@zoomlog/parser/telling/suggest';
import type { KnowledgeArguments } from '../args/args.ts';
import { UsageError } from '../args/usage-error.ts';
import type { ExitStatus } from '../exit-status.ts';
import { drawJson } from '../faces/json.ts';
import { drawExplanation } from '../faces/text/explanation.ts';
import { type Io, osOf } from '../io.ts';
import { styleOf } from '../terminal/style.ts';

/** Prints the page on a code, a failure or a fact, with the fixes for `--os` or else for this machine. */
export function runExplain(query: string, { format, os, color }: KnowledgeArguments, io: Io): ExitStatus {
  const system = os ?? osOf(io);
  const explanation = explain(query, { os: system, failures, facts });
  if (explanation === null) {
    const known = [...[...failures, ...facts].map(({ id }) => id), ...allCodes.map(({ code }) => code)];
    const near = suggest(query, known).map((word) => `'${word}'`);
    const question = near.length > 0 ? ` (did you mean ${near.join(' or ')}?)` : '';
    throw new UsageError(
      `unknown code, failure or fact: '${query}'${question}`,
      "see 'zoomlog list failures', 'zoomlog list facts' and 'zoomlog list codes'",
    );
  }
  const style = styleOf(io, color);
  io.stdout.write(format === 'json' ? drawJson(explanation, style) : drawExplanation(explanation, system, style));
  return 0;
}
