/** RegExps that take too long, told without hanging: a worker holds hostile texts against them for a limited time. */
import { Worker } from 'node:worker_threads';

export interface NamedRegExp {
  /** Where it is declared: `local-firewall-drop, pattern 3, text`. */
  readonly name: string;
  readonly value: RegExp;
}

/** Every RegExp in a declaration, with the way to it. */
export function regExpsIn(name: string, value: unknown): NamedRegExp[] {
  if (value instanceof RegExp) return [{ name, value }];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    regExpsIn(`${name}, ${/^\d+$/.test(key) ? Number(key) + 1 : key}`, inner),
  );
}

/** A RegExp and what is held against it. */
export interface Trial extends NamedRegExp {
  readonly texts: readonly string[];
}

/** Those that take longer than the limit on one of their texts, each with the text. */
export async function hanging(trials: readonly Trial[], limitMs = 5_000): Promise<readonly string[]> {
  const found: string[] = [];
  let left = trials;
  while (left.length > 0) {
    const stuck = await run(left, limitMs);
    if (stuck === null) break;
    const { name, texts } = left[stuck.trial]!;
    found.push(`${name}: over ${limitMs / 1000} s on ${JSON.stringify(texts[stuck.text]!.slice(0, 60))}…`);
    left = left.slice(stuck.trial + 1);
  }
  return found;
}

const work = `
const { parentPort, workerData: trials } = require('node:worker_threads');
trials.forEach(({ value, texts }, trial) => texts.forEach((one, text) => {
  parentPort.postMessage({ trial, text });
  value.lastIndex = 0;
  if (value.global) for (const match of one.matchAll(value)) match.index;
  else value.test(one);
}));
parentPort.postMessage(null);
`;

/** Runs all of them; the pair at which it got stuck, null when it ended. */
function run(trials: readonly Trial[], limitMs: number): Promise<{ trial: number; text: number } | null> {
  const worker = new Worker(work, { eval: true, workerData: trials });
  return new Promise((resolve, reject) => {
    let at = { trial: 0, text: 0 };
    let timer = setTimeout(() => {}, 0);
    const end = (result: typeof at | null): void => {
      clearTimeout(timer);
      void worker.terminate();
      resolve(result);
    };
    worker.on('error', reject).on('message', (message: typeof at | null) => {
      if (message === null) return end(null);
      at = message;
      clearTimeout(timer);
      timer = setTimeout(() => end(at), limitMs);
    });
  });
}

/** Texts that make careless RegExps slow: repeats of what they look for, blanks, blank lines, comments. */
export const hostileTexts = (sample: string, literal: string): readonly string[] => [
  'a'.repeat(100_000),
  `${sample.slice(0, 200)}${' '.repeat(50_000)}${'='.repeat(50_000)}`,
  `${literal} `.repeat(4_000),
  `${sample.slice(0, 60)}${sample.slice(48, 60).repeat(1_500)}`,
  '\n'.repeat(20_000),
  `<Event>${'<!--t-->'.repeat(5_000)}`,
  'IN= OUT=x '.repeat(10_000),
];
