/** The modules of Node in a bundle: an import of a whole one as an ES module would load all that it names, used or not. */
import { createRequire } from 'node:module';
import type { Metafile, Plugin } from 'esbuild';

const require = createRequire(import.meta.url);

const builtin = 'builtin';

/** Those that Node does not load for itself. */
const rarelyUsed = ['child_process', 'crypto', 'fs/promises', 'http', 'os', 'v8', 'zlib'];

/** Makes each name of those a getter, so that such a module is loaded when something of it is first used. */
export const lazyBuiltins: Plugin = {
  name: 'lazy builtins',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^node:/ }, ({ path, kind }) =>
      kind === 'import-statement' ? { path: path.slice('node:'.length), namespace: builtin } : null,
    );
    onLoad({ filter: /./, namespace: builtin }, ({ path }) => ({ contents: moduleOf(path), loader: 'js' }));
  },
};

/** What esbuild tells of a bundle, without these modules, which are no part of it. */
export const withoutBuiltins = (metafile: Metafile): string =>
  JSON.stringify(metafile, (key, value: unknown) => (key.startsWith(`${builtin}:`) ? undefined : value));

function moduleOf(name: string): string {
  const whole = `process.getBuiltinModule('node:${name}')`;
  if (!rarelyUsed.includes(name)) return `module.exports = ${whole};`;
  const names = Object.keys(require(`node:${name}`)).filter((key) => /^\w+$/.test(key));
  return `module.exports = {\n${names.map((key) => `get ${key}() { return ${whole}.${key}; },`).join('\n')}\n};`;
}
