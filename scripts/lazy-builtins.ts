/**
 * The modules of Node in a bundle: an import of a whole one as an ES module would load all that it names, used or not, and
 * a CommonJS dependency loads those that it names before it needs any.
 */
import { createRequire, isBuiltin } from 'node:module';
import type { Metafile, Plugin } from 'esbuild';

const require = createRequire(import.meta.url);

const builtin = 'builtin';
/** An ES module of what a module of Node names. */
const names = '?names';

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

/**
 * Makes each name of those a getter, so that such a module is loaded when something of it is first used. Of the others an
 * import takes what it names: a getter for each name of a module, at each import of it, took as long as a module to compile.
 */
export const lazyBuiltins: Plugin = {
  name: 'lazy builtins',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^(?:node:)?[a-z]/ }, ({ path, kind }) => {
      if (!isBuiltin(path) || (kind !== 'import-statement' && kind !== 'require-call')) return null;
      const name = path.replace('node:', '');
      const isNamed = kind === 'import-statement' && !rarelyUsed.includes(name);
      return { path: name, namespace: builtin, suffix: isNamed ? names : '', sideEffects: false };
    });
    onLoad({ filter: /./, namespace: builtin }, ({ path, suffix }) => ({
      contents: suffix === names ? namesOf(path) : moduleOf(path),
      loader: 'js',
    }));
  },
};

/** What esbuild tells of a bundle, without these modules, which are no part of it. */
export const withoutBuiltins = (metafile: Metafile): string =>
  JSON.stringify(metafile, (key, value: unknown) => (key.startsWith(`${builtin}:`) ? undefined : value));

const wholeOf = (name: string): string => `process.getBuiltinModule('node:${name}')`;

const namesIn = (name: string): string[] => Object.keys(require(`node:${name}`)).filter((key) => /^\w+$/.test(key));

/** esbuild leaves out what nothing imports, as it may leave out a pure call. */
const namesOf = (name: string): string =>
  [
    `const whole = ${wholeOf(name)};`,
    'export default whole;',
    ...namesIn(name).map(
      (key) => `const ${key}_ = /* @__PURE__ */ (() => whole.${key})();\nexport { ${key}_ as ${key} };`,
    ),
  ].join('\n');

function moduleOf(name: string): string {
  if (!rarelyUsed.includes(name)) return `module.exports = ${wholeOf(name)};`;
  const getters = namesIn(name).map((key) => `get ${key}() { return ${wholeOf(name)}.${key}; },`);
  return `module.exports = {\n${getters.join('\n')}\n};`;
}
