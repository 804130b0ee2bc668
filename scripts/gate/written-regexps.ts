/** The RegExps that stand in the sources as literals, and the places where the sources build one. */
import { globSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { type CallExpression, type NewExpression, type Node, parseSync, Visitor } from 'oxc-parser';
import { root } from '../declarations.ts';

export interface PlacedRegExp {
  readonly source: string;
  readonly flags: string;
  /** `packages/…/file.ts:12` */
  readonly place: string;
}

/** All sources of all packages, relative to the root, but for what is AssemblyScript. */
export const sourcePaths: readonly string[] = globSync('packages/*/src/**/*.ts', {
  cwd: root,
  exclude: ['packages/parser/src/reading/search/assembly/**'],
})
  .map((path) => path.replaceAll(sep, '/'))
  .sort();

/** Functions that make a token of their RegExp: Chevrotain tries it at one place, as the flag y does. */
const makesToken = (name: string): boolean => name === 'token' || name === 'lastToken';

const nameOf = (node: Node): string => (node.type === 'Identifier' ? node.name : '');

/** What stands in one source, or in all of them. `builders` are the places of `new RegExp(…)`. */
export function writtenRegExps(
  texts: ReadonlyMap<string, string> = new Map(
    sourcePaths.map((path) => [path, readFileSync(join(root, path), 'utf8')]),
  ),
): { readonly literals: readonly PlacedRegExp[]; readonly builders: readonly string[] } {
  const literals: PlacedRegExp[] = [];
  const builders: string[] = [];
  for (const [path, text] of texts) {
    const place = (start: number): string => `${path}:${text.slice(0, start).split('\n').length}`;
    /** Where the literals of tokens begin. */
    const tokens = new Set<number>();
    const called = ({ start, callee, arguments: given }: CallExpression | NewExpression): void => {
      if (nameOf(callee) === 'RegExp') builders.push(place(start));
      if (makesToken(nameOf(callee))) for (const one of given) tokens.add(one.start);
    };
    const { program, errors } = parseSync(path, text);
    if (errors.length > 0) throw new Error(`${path}: ${errors[0]!.message}`);
    new Visitor({
      NewExpression: called,
      CallExpression: called,
      Literal(node) {
        if (!('regex' in node)) return;
        const { pattern, flags } = node.regex;
        literals.push({
          source: pattern,
          flags: tokens.has(node.start) ? `${flags}y` : flags,
          place: place(node.start),
        });
      },
    }).visit(program);
  }
  return { literals, builders };
}
