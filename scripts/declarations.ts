/** Finds the declaration files of the parser and loads what they declare, without the indexes that are made from them. */
import { globSync } from 'node:fs';
import { basename, dirname, join, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Fact, Failure, Format } from '../packages/parser/src/define.ts';
import { failureClasses } from '../packages/parser/src/model.ts';

export const root = dirname(import.meta.dirname);
/** The folder of all declarations. */
export const knowledgeFolder = join(root, 'packages/parser/src/knowledge');

/** A declaration and its file, relative to the folder of its kind, with forward slashes. */
export interface Declared<T> {
  readonly path: string;
  readonly value: T;
}

export interface Declarations {
  readonly formats: readonly Declared<Format>[];
  readonly failures: readonly Declared<Failure>[];
  readonly facts: readonly Declared<Fact>[];
}

/**
 * All declarations, sorted by path. Throws with the file's name when a file declares nothing, when its name is not
 * the id, when its folder is not the class, or when two failures or facts share an id.
 */
export async function readDeclarations(): Promise<Declarations> {
  const formats = await load<Format>('formats', '*.ts');
  const failures = await load<Failure>('failures', '*/*.ts');
  const facts = await load<Fact>('facts', '*/*.ts');
  const files = new Map<string, string>();
  for (const { path, value } of [...failures, ...facts]) {
    const folder = dirname(path);
    if (value.class !== folder) throw new Error(`${path}: class '${value.class}' is not its folder`);
    if (!failureClasses.includes(value.class)) throw new Error(`${path}: '${value.class}' is no class`);
    const other = files.get(value.id);
    if (other) throw new Error(`${path}: its id is also that of ${other}`);
    files.set(value.id, path);
  }
  return { formats, failures, facts };
}

async function load<T extends { readonly id: string }>(kind: string, glob: string): Promise<readonly Declared<T>[]> {
  const folder = join(knowledgeFolder, kind);
  const paths = globSync(glob, { cwd: folder })
    .map((path) => path.replaceAll(sep, '/'))
    .filter((path) => path !== 'index.ts')
    .sort();
  return Promise.all(
    paths.map(async (path) => {
      const module: { default?: T } = await import(pathToFileURL(join(folder, path)).href);
      const value = module.default;
      if (!value) throw new Error(`${kind}/${path}: no default export`);
      if (value.id !== basename(path, '.ts')) throw new Error(`${kind}/${path}: id '${value.id}' is not its file name`);
      return { path, value };
    }),
  );
}
