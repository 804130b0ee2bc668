/** A trial: one to four inputs, or an archive of them, drawn by seed and index and held against all checks. */
import type { Report, SourceFindings } from '@zoomlog/parser';
import { drawArchive } from './archives.ts';
import { type Chance, chanceOf } from './chance.ts';
import { checkArchive } from './checks/archives.ts';
import { drawEvents, drawExplanations, drawFaces } from './checks/drawing.ts';
import { checkEditing } from './checks/editing.ts';
import { type Fault, openExamination } from './checks/fault.ts';
import { checkMasking, judgeSources } from './checks/judging.ts';
import { readInput } from './checks/reading.ts';
import { drawInput, type Input } from './inputs.ts';
import type { Seeds } from './seeds.ts';

export interface Trial {
  readonly inputs: readonly Input[];
  /** The inputs are packed in it; null: they are files. */
  readonly archive: Uint8Array | null;
}

export async function drawTrial(seeds: Seeds, seed: number, index: number): Promise<Trial> {
  const chance = chanceOf(seed, index);
  const isArchive = chance.happens(0.06);
  const count = isArchive ? chance.between(1, 4) : chance.pick([1, 1, 1, 1, 1, 1, 2, 2, 3, 4]);
  const inputs = Array.from({ length: count }, () => drawInput(seeds, chance));
  return { inputs, archive: isArchive ? await drawArchive(inputs, chance) : null };
}

/** So deep that no check is left to chance. */
export const everyCheck = 25;

/** What the chance of the checks begins with: apart from that of the inputs, so that a smaller input is checked alike. */
const checkSeed = 0x5eed;

/**
 * All faults of a trial. `depth` is how much of what is expensive is done: once for 1, all of it for
 * `everyCheck`.
 */
export async function examine({ inputs, archive }: Trial, index: number, depth: number): Promise<readonly Fault[]> {
  const chance = chanceOf(checkSeed, index);
  const examination = openExamination();
  if (archive) {
    await checkArchive(archive, chance, examination);
    return examination.faults;
  }
  const read = inputs.map((input) => readInput(input, chance, depth, examination));
  const sources = read.filter((source) => source !== null);
  const report = judgeSources(withOwnPaths(sources), chance, examination);
  const isWorthDrawing = sources.some(({ findings, quoted }) => findings.length + quoted.length > 0);
  if (report && chance.happens(isWorthDrawing ? 0.5 * depth : 0.15 * depth)) drawFaces(report, chance, examination);
  if (report && chance.happens(0.1 * depth)) drawGrowth(sources, report, chance, examination);
  const text = (): string => Buffer.from(inputs[0]!.bytes).toString('utf8');
  if (chance.happens(0.2 * depth)) checkMasking(text(), chance, examination);
  if (chance.happens(0.1 * depth)) drawExplanations(text(), chance, examination);
  if (sources[0] && chance.happens(0.04 * depth)) await checkEditing(sources[0], text(), chance, examination);
  return examination.faults;
}

/** No two files have one path. */
const withOwnPaths = (sources: readonly SourceFindings[]): SourceFindings[] => {
  const seen = new Set<string>();
  return sources.map((source, at) => {
    const path = seen.has(source.path) ? `${at}/${source.path}` : source.path;
    seen.add(path);
    return { ...source, path };
  });
};

/** The first source came first, then the others. */
function drawGrowth(
  sources: readonly SourceFindings[],
  now: Report,
  chance: Chance,
  examination: ReturnType<typeof openExamination>,
): void {
  const before = judgeSources(sources.slice(0, 1), chance, examination);
  drawEvents(before, now, chance, examination);
  drawEvents(null, now, chance, examination);
}
