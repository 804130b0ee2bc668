/** Inputs: seeds, changed in a few ways. The same seeds, chance and index give the same input. */
import { formats } from '@zoomlog/parser';
import type { Chance } from './chance.ts';
import { changeBytes, encode } from './mutations/bytes.ts';
import { changeLines, enlarge, type LineMaterial } from './mutations/lines.ts';
import { nameFor } from './mutations/names.ts';
import { changeTokens, changeUnits, nest, stretch } from './mutations/tokens.ts';
import type { Seed, Seeds } from './seeds.ts';

export interface Input {
  readonly path: string;
  readonly bytes: Uint8Array;
  /** Read as this format, whatever it looks like; null: as it is recognised. */
  readonly format: string | null;
}

const drawSeed = ({ kinds, draws }: Seeds, chance: Chance): Seed => chance.pick(kinds[chance.pick(draws)]!);

export function drawInput(seeds: Seeds, chance: Chance): Input {
  const seed = drawSeed(seeds, chance);
  const path = nameFor(seed.path, chance);
  const format = chance.happens(0.15)
    ? chance.happens(0.5) && seed.format !== null
      ? seed.format
      : chance.pick(formats).id
    : null;
  const bytes = seed.bytes ?? encode(changeText(seed, seeds, chance), chance);
  return { path, format, bytes: chance.happens(seed.bytes ? 0.9 : 0.1) ? changeBytes(bytes, chance) : bytes };
}

function changeText(seed: Seed, seeds: Seeds, chance: Chance): string {
  const material: LineMaterial = {
    other: () => drawSeed(seeds, chance).text,
    alike: () => chance.pick(seeds.byFormat.get(seed.format ?? '') ?? [seed]).text,
  };
  let { text } = seed;
  for (let left = chance.pick([0, 1, 1, 1, 2, 2, 3, 5, 8]); left > 0; left--) {
    const choice = chance.below(20);
    if (choice < 8) text = changeLines(text, chance, material);
    else if (choice < 15) text = changeTokens(text, chance);
    else if (choice < 19) text = changeUnits(text, chance);
    else text = nest(text, chance);
    // Repeats of repeats would grow without end.
    if (text.length > largest) text = text.slice(0, largest);
  }
  if (chance.happens(0.006)) return enlarge(text, chance);
  return chance.happens(0.004) ? stretch(text, chance) : text;
}

const largest = 1 << 19;
