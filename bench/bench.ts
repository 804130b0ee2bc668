/**
 * `npm run bench`: the whole command beside ripgrep, grep, cat, unzip, tar and lnav, as far as they are installed, on inputs
 * that are made for it. Absolute figures depend on the machine and its other work; look at the ratios, which are taken round by
 * round. Needs the build (`npm run build`) and bash. `npm run bench -- --help` lists the options.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { cpus, tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { rgPath } from '@vscode/ripgrep';
import { knowledge } from '../packages/parser/src/index.ts';
import { contendersOf, launcher, yardstick } from './contenders.ts';
import { type Case, cases } from './inputs/cases.ts';
import { measure, type Run } from './measure.ts';
import { markdownOf, type Result, resultOf, textOf } from './results.ts';
import { measureStartUp, textOfStartUp } from './start-up.ts';

const usage = `Usage: npm run bench -- [options] [case...]

  --rounds N        how often each is run, interleaved (default: 5)
  --size S          a factor such as 0.1x, or so many MB for each case
  --jobs N          handed on to zoomlog scan
  --inputs FOLDER   keep the inputs there, and use those that are there already
  --profile FOLDER  write a CPU profile of each case there
  --json FILE       write all results as JSON
  --table           write the table in README.md

Cases, in MB; without one all but sparse-4gb, then start-up, watch and language-server:
${Object.entries(cases)
  .map(([name, { title, megabytes }]) => `  ${name.padEnd(16)}${String(megabytes).padStart(5)}  ${title}`)
  .join('\n')}
  start-up               --version, explain, list, and a scan of 1 kB, over bare Node
  watch                  bench/watch.ts
  language-server        bench/language-server.ts`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    rounds: { type: 'string', default: '5' },
    size: { type: 'string', default: '1x' },
    jobs: { type: 'string' },
    inputs: { type: 'string' },
    profile: { type: 'string' },
    json: { type: 'string' },
    table: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
});
const others = ['start-up', 'watch', 'language-server'];
const named =
  positionals.length > 0 ? positionals : [...Object.keys(cases).filter((n) => n !== 'sparse-4gb'), ...others];
const unknown = named.filter((name) => !Object.hasOwn(cases, name) && !others.includes(name));
const rounds = Number(values.rounds);
const size = /^(\d+(?:\.\d+)?)(x?)$/.exec(values.size);
if (values.help || unknown.length > 0 || !(rounds >= 1) || !size) {
  console.log(unknown.length > 0 ? `not a case: ${unknown.join(', ')}\n\n${usage}` : usage);
  process.exit(values.help ? 0 : 2);
}

const root = dirname(import.meta.dirname);
const folder = values.inputs ? resolve(values.inputs) : mkdtempSync(join(tmpdir(), 'zoomlog-bench-'));
mkdirSync(folder, { recursive: true });

const megabytesOf = ({ megabytes }: Case): number => (size[2] === 'x' ? megabytes * Number(size[1]) : Number(size[1]));

/** The input of a case; inputs of the same name and size are the same. */
async function inputOf(name: string, one: Case): Promise<{ place: string; bytes: number; remove: () => void }> {
  const parent = join(folder, `${name}-${megabytesOf(one)}`);
  const place = join(parent, one.file);
  if (!existsSync(place)) {
    mkdirSync(parent, { recursive: true });
    await one.make(place, megabytesOf(one));
  }
  const remove = (): void => {
    if (!values.inputs) rmSync(parent, { recursive: true });
  };
  return { place, bytes: await bytesIn(place), remove };
}

async function bytesIn(place: string): Promise<number> {
  if (!statSync(place).isDirectory()) return statSync(place).size;
  const entries = await readdir(place, { withFileTypes: true, recursive: true });
  return entries.reduce((sum, one) => (one.isFile() ? sum + statSync(join(one.parentPath, one.name)).size : sum), 0);
}

async function runCase(name: string, one: Case): Promise<Result[]> {
  const { place, bytes, remove } = await inputOf(name, one);
  const { literals } = knowledge.literals(knowledge.formatById.get(one.format)!);
  const patterns = join(folder, `${one.format}.literals`);
  writeFileSync(patterns, `${literals.join('\n')}\n`);
  const more = values.jobs ? ['--jobs', values.jobs] : [];
  const contenders = contendersOf(one, place, patterns, literals, more);
  const runs = contenders.map((): Run[] => []);
  // The first round, which is not counted, brings the input into memory.
  for (let round = -1; round < rounds; round++)
    for (const [i, { command }] of contenders.entries()) {
      const run = await measure(command);
      if (round >= 0) runs[i]!.push(run);
    }
  if (values.profile) profile(name, contenders[0]!.command.words, contenders[0]!.command.from);
  remove();
  const held = runs[contenders.findIndex((contender) => contender.name === yardstick)] ?? null;
  return contenders.map(({ name: contender }, i) =>
    resultOf({ case: name, title: one.title, bytes, contender }, runs[i]!, held),
  );
}

function profile(name: string, [node, ...words]: readonly string[], from: readonly string[] | undefined): void {
  const place = resolve(values.profile!);
  const options = ['--cpu-prof', `--cpu-prof-dir=${place}`, `--cpu-prof-name=${name}.cpuprofile`];
  const input = from ? readFileSync(from.at(-1)!) : undefined;
  spawnSync(node!, [...options, ...words], { input, stdio: [input ? 'pipe' : 'ignore', 'ignore', 'inherit'] });
}

const versionOf = (program: string): string =>
  /\d+\.\d+\S*/.exec(spawnSync(program, ['--version'], { encoding: 'utf8' }).stdout ?? '')?.[0] ?? 'missing';
const machine = `${cpus().length} × ${cpus()[0]?.model.trim()}, ${process.platform} ${process.arch}`;
const versions = `Node ${process.versions.node}, zoomlog ${spawnSync(process.execPath, [launcher, '--version'], { encoding: 'utf8' }).stdout.trim()}, rg ${versionOf(rgPath)}, grep ${versionOf('grep')}`;

const marks = ['<!-- speed: measured by npm run bench -- --table -->', '<!-- /speed -->'] as const;

/** @throws when README.md has no place for it. */
function writeTable(results: readonly Result[]): void {
  const path = join(root, 'README.md');
  const readme = readFileSync(path, 'utf8');
  const [begin, end] = [readme.indexOf(marks[0]), readme.indexOf(marks[1])];
  if (begin === -1 || end < begin) throw new Error(`README.md has no place for the table: ${marks.join(' … ')}`);
  const day = new Date().toISOString().slice(0, 10);
  const note = `Medians of ${rounds} rounds on ${day}: ${machine}; ${versions}. \`rg -c -i -F -f\` looks for the same literals.`;
  const text = `${marks[0]}\n\n## Speed\n\n${markdownOf(results, yardstick)}\n\n${note}\n\n`;
  writeFileSync(path, readme.slice(0, begin) + text + readme.slice(end));
  // Columns are set as `npm run lint` asks for them.
  const formatted = spawnSync('npx', ['biome', 'format', '--write', path], { cwd: root, encoding: 'utf8' });
  if (formatted.status !== 0) throw new Error(`README.md was written, but not formatted: ${formatted.stderr}`);
}

const results: Result[] = [];
const alone: Record<string, unknown> = {};
console.log(`${machine}\n${versions}`);
try {
  for (const name of named) {
    if (Object.hasOwn(cases, name)) {
      const of = await runCase(name, cases[name]!);
      results.push(...of);
      console.log(`\n${textOf(of)}`);
    } else if (name === 'start-up') {
      const of = await measureStartUp(folder, rounds * 3);
      alone[name] = of;
      console.log(`\n${textOfStartUp(of, rounds * 3)}`);
    } else {
      console.log(`\n${name}`);
      const file = join(import.meta.dirname, `${name}.ts`);
      spawnSync(process.execPath, ['--conditions=source', file], { stdio: 'inherit' });
    }
  }
  if (values.json)
    writeFileSync(values.json, `${JSON.stringify({ machine, versions, rounds, results, ...alone }, null, 2)}\n`);
  if (values.table) writeTable(results);
} finally {
  if (!values.inputs) rmSync(folder, { recursive: true });
}
