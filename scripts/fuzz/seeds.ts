/** What inputs are made from: all log text that the project has, and folders that are named beside it. */
import { existsSync, globSync, readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import {
  type Fact,
  type Failure,
  facts,
  failures,
  formats,
  formatsOf,
  hitsOf,
  knowledge,
  openSource,
} from '@zoomlog/parser';
import { siblings } from '../../tests/parser/siblings/index.ts';
import { root } from '../declarations.ts';
import { generatedSeeds } from './generated-seeds.ts';

export interface Seed {
  /** Where it is from, for a person. */
  readonly name: string;
  /** The path under which it is read. */
  readonly path: string;
  /** The format that it is read as; null where it has none. */
  readonly format: string | null;
  readonly text: string;
  /** What the file holds where that is no text; else null. */
  readonly bytes: Uint8Array | null;
}

export interface Seeds {
  /** By where they are from: a kind is drawn first, then one of it, so that the many hits do not crowd out the files. */
  readonly kinds: readonly (readonly Seed[])[];
  /** Places in `kinds`, short seeds more often: one long input takes as long as ten short ones. */
  readonly draws: readonly number[];
  readonly byFormat: ReadonlyMap<string, readonly Seed[]>;
}

/** Larger files are left out: one input would take as long as a thousand others. */
const largest = 1 << 17;

export function readSeeds(folders: readonly string[] = []): Seeds {
  const kinds = [
    formats.flatMap(({ id, samples }) => samples.map(({ text }) => textSeed(`sample of ${id}`, text, id))),
    [...failures, ...facts].flatMap((known) =>
      hitsOf(known).map((text) => textSeed(`hit of ${known.id}`, text, formatOf(known))),
    ),
    [...failures, ...facts].flatMap(({ id, misses = [] }) =>
      misses.map(({ text }) => textSeed(`miss of ${id}`, text, null)),
    ),
    [
      ...filesIn(join(root, 'fixtures'), '*/evidence/**/*'),
      ...generatedSeeds.map(({ name, text }) => textSeed(name, text, null)),
    ],
    Object.values(siblings).flatMap((ones) =>
      ones.flatMap(({ title, evidence }) =>
        Object.entries(evidence).map(([path, text]) => ({ ...textSeed(title, text, null), path: `evidence/${path}` })),
      ),
    ),
    filesIn(join(root, 'fixtures/hostile'), '*'),
    ...folders.map((folder) => filesIn(folder, '**/*')),
  ].filter((seeds) => seeds.length > 0);
  const byFormat = new Map<string, Seed[]>();
  for (const seed of kinds.flat()) {
    if (seed.format === null) continue;
    const others = byFormat.get(seed.format);
    if (others) others.push(seed);
    else byFormat.set(seed.format, [seed]);
  }
  const draws = kinds.flatMap((seeds, at) => Array<number>(isShort(seeds) ? 4 : 1).fill(at));
  return { kinds, draws, byFormat };
}

const isShort = (seeds: readonly Seed[]): boolean =>
  seeds.reduce((sum, { text }) => sum + text.length, 0) / seeds.length < 1500;

const formatOf = (known: Failure | Fact): string | null => formatsOf(known)[0] ?? null;

const textSeed = (name: string, text: string, format: string | null): Seed => ({
  name,
  path: 'evidence/sample.log',
  format,
  text,
  bytes: null,
});

/** The files of a folder, sorted: the order must not depend on the disk. */
function filesIn(folder: string, pattern: string): Seed[] {
  if (!existsSync(folder)) return [];
  return globSync(pattern, { cwd: folder })
    .map((path) => path.replaceAll('\\', '/'))
    .sort()
    .flatMap((path) => {
      const file = join(folder, path);
      const { size } = statSync(file);
      if (!statSync(file).isFile() || size > largest) return [];
      return [fileSeed(`${basename(folder)}/${path}`, path.replace(/^[^/]*\/(?=evidence\/)/, ''), readFileSync(file))];
    });
}

function fileSeed(name: string, path: string, bytes: Uint8Array): Seed {
  const pipe = openSource(knowledge, path);
  pipe.push(bytes);
  const { format, state } = pipe.end();
  const isText = state !== 'binary' && state !== 'encrypted';
  return { name, path, format, text: isText ? textOf(bytes) : '', bytes: isText ? null : bytes };
}

const textOf = (bytes: Uint8Array): string => {
  const buffer = Buffer.from(bytes);
  return buffer[0] === 0xff && buffer[1] === 0xfe ? buffer.subarray(2).toString('utf16le') : buffer.toString('utf8');
};
