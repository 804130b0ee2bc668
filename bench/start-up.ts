/** How long commands take that read next to nothing, over a Node that does nothing. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { launcher } from './contenders.ts';
import { type Command, measure, type Run } from './measure.ts';
import { spreadOf } from './results.ts';

export interface StartUp {
  readonly command: string;
  /** Milliseconds, medians; `over`: what bare Node took in the same round is taken off. */
  readonly wall: number;
  readonly cpu: number;
  readonly over: number;
  /** Bytes. */
  readonly peak: number | null;
}

/** @param folder where the files lie that it reads. */
export async function measureStartUp(folder: string, rounds: number): Promise<StartUp[]> {
  const empty = join(folder, 'empty.js');
  const log = join(folder, 'zoom_memlog_1.log');
  writeFileSync(empty, '');
  const line =
    '02/17/2025 16:40:07:009\tZOOM\t[512:9013:41288]\tINFO\tvc::start_req(),  get client capability value: 7\n';
  writeFileSync(log, line.repeat(10));
  const node = (...words: readonly string[]): Command => ({
    words: [process.execPath, ...words],
    isNode: true,
    mostStatus: 3,
  });
  const commands: Readonly<Record<string, Command>> = {
    'bare node': node(empty),
    '--version': node(launcher, '--version'),
    'explain 5003': node(launcher, 'explain', '5003'),
    'list codes': node(launcher, 'list', 'codes'),
    'scan of 1 kB': node(launcher, 'scan', log),
  };
  const runs = new Map<string, Run[]>(Object.keys(commands).map((name) => [name, []]));
  for (let round = 0; round < rounds; round++)
    for (const [name, command] of Object.entries(commands)) runs.get(name)!.push(await measure(command));
  const bare = runs.get('bare node')!;
  return [...runs].map(([command, of]) => ({
    command,
    wall: 1000 * spreadOf(of.map(({ wall }) => wall)).median,
    cpu: 1000 * spreadOf(of.map(({ cpu }) => cpu)).median,
    over: 1000 * spreadOf(of.map(({ wall }, i) => wall - bare[i]!.wall)).median,
    peak: Math.max(...of.map(({ peak }) => peak ?? 0)),
  }));
}

export function textOfStartUp(results: readonly StartUp[], rounds: number): string {
  const rows = results.map(({ command, wall, cpu, over, peak }) =>
    [command.padEnd(16), ...[wall, over, cpu, peak! / 1e6].map((value) => value.toFixed(0).padStart(12))].join(''),
  );
  const head = ['', 'wall ms', 'over node', 'cpu ms', 'peak MB'];
  return [
    `start-up, median of ${rounds}`,
    head.map((cell, i) => (i === 0 ? cell.padEnd(16) : cell.padStart(12))).join(''),
    ...rows,
  ].join('\n');
}
