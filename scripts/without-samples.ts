/**
 * The samples that declarations carry (`hits`, `misses`, `samples`) belong to the gates, and nothing in the product reads
 * them. A build leaves them out, and esbuild whatever was written for them alone.
 */
import { readFileSync } from 'node:fs';
import type { Plugin } from 'esbuild';
import { parseSync, Visitor } from 'oxc-parser';

const sampleKeys: readonly string[] = ['hits', 'misses', 'samples'];

/** The source of a declaration without its samples. */
export function withoutSamples(path: string, text: string): string {
  const { program, errors } = parseSync(path, text);
  if (errors.length > 0) throw new Error(`${path}: ${errors[0]!.message}`);
  const cuts: { readonly start: number; readonly end: number }[] = [];
  new Visitor({
    ObjectExpression({ properties }) {
      for (const property of properties)
        if (
          property.type === 'Property' &&
          property.key.type === 'Identifier' &&
          sampleKeys.includes(property.key.name)
        )
          cuts.push({ start: property.start, end: property.end });
    },
  }).visit(program);
  let kept = '';
  let from = 0;
  for (const { start, end } of cuts.sort((a, b) => a.start - b.start)) {
    if (start < from) continue; // Within another.
    kept += text.slice(from, start);
    from = end + (/^\s*,\s*/.exec(text.slice(end))?.[0].length ?? 0);
  }
  return kept + text.slice(from);
}

const declaration =
  /[\\/]packages[\\/]parser[\\/]src[\\/]knowledge[\\/](?:failures|facts|formats|wordings)[\\/].*\.ts$/;

export const samplesLeftOut: Plugin = {
  name: 'samples left out',
  setup({ onLoad }) {
    onLoad({ filter: declaration }, ({ path }) => ({
      contents: withoutSamples(path, readFileSync(path, 'utf8')),
      loader: 'ts',
    }));
  },
};
