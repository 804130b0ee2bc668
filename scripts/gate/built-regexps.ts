/**
 * Run as a worker by all-regexps.ts: loads the given sources, reads every sample as a source and as a document, and tells
 * which RegExps were built, and where.
 */
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parentPort, workerData } from 'node:worker_threads';
import type { PlacedRegExp } from './written-regexps.ts';

const { root, paths } = workerData as { readonly root: string; readonly paths: readonly string[] };

/** Where each was built, by itself. */
const built = new Map<string, PlacedRegExp>();

function note(made: RegExp): RegExp {
  const [, place] = /(packages\/\w+\/src\/[^:\s]+:\d+):\d+/.exec(new Error().stack!.replaceAll('\\', '/')) ?? [];
  if (place !== undefined) built.set(`${place} ${made}`, { source: made.source, flags: made.flags, place });
  return made;
}

globalThis.RegExp = new Proxy(RegExp, {
  construct: (target, given) => note(Reflect.construct(target, given) as RegExp),
  apply: (target, self, given) => note(Reflect.apply(target, self, given) as RegExp),
});

for (const path of paths) await import(pathToFileURL(join(root, path)).href);
const { facts, failures, formats, hitsOf, knowledge, openSource } = await import('@zoomlog/parser');
const { signLines } = await import('../../packages/parser/src/reading/signs.ts');
signLines(['a'], formats);
const { secretRules } = await import('../../packages/parser/src/masking/secrets/rules.ts');
for (const rule of secretRules) ('after' in rule ? rule.after : rule.shape).test('a');
const { knownPattern } = await import('../../packages/parser/src/masking/leaks.ts');
knownPattern([{ kind: 'email', value: 'someone@example.com' }]);
const texts = [
  ...formats.flatMap(({ samples }) => samples.map(({ text }) => text)),
  ...[...failures, ...facts].flatMap(hitsOf),
];
for (const text of texts) {
  const pipe = openSource(knowledge, 'sample');
  pipe.push(new TextEncoder().encode(text));
  pipe.end();
}
parentPort!.postMessage([...built.values()]);
