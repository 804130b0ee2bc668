/**
 * The modules of Node in a bundle: an import of a whole one as an ES module would load all that it names, used or not, and
 * a CommonJS dependency loads those that it names before it needs any.
 */
import { createRequire, isBuiltin } from 'node:module';
import type { Metafile, Plugin } from 'esbuild';

const require = createRequire(import.meta.url);

const builtin = 'builtin';

/** Those that Node does not load for itself, or whose parts it loads when they are first looked at. */
const rarelyUsed = [
  'child_process',
  'crypto',
  'fs/promises',
  'http',
  'os',
  'stream/promises',
  'timers/promises',
  'util',
  'v8',
  'worker_threads',
  'zlib',
];

/** Makes each name of those a getter, so that such a module is loaded when something of it is first used. */
export const lazyBuiltins: Plugin = {
  name: 'lazy builtins',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^(?:node:)?[a-z]/ }, ({ path, kind }) =>
      isBuiltin(path) && (kind === 'import-statement' || kind === 'require-call')
        ? { path: path.replace('node:', ''), namespace: builtin }
        : null,
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
