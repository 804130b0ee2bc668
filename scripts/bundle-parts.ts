/** How the bundles of the command line are cut, and in which letters they are written. */
import type { Plugin } from 'esbuild';

/** Leaves the import of a command to the file that the command is bundled into. */
export const commandsApart: Plugin = {
  name: 'commands apart',
  setup({ onResolve }) {
    onResolve({ filter: /^\.\/commands\/[a-z]+\.ts$/ }, ({ path, kind }) =>
      kind === 'dynamic-import' ? { path: path.replace('/commands', '').replace('.ts', '.js'), external: true } : null,
    );
  },
};

/**
 * A script with each letter beyond ASCII escaped, which V8 reads faster and keeps in half the memory. esbuild has escaped
 * those of strings; what it leaves are RegExps and the raw templates that RegExps are made of, where an escape means the same.
 */
export function inAscii(text: string, path: string): string {
  const escaped = /\\[^\0-\x7f]/.exec(text);
  if (escaped !== null) throw new Error(`${path}: a letter beyond ASCII behind a backslash: ${escaped[0]}`);
  return text.replace(/[^\0-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
