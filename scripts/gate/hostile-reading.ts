/** Run as a worker by slow-reading.ts: reads hostile lines as each of the formats, and tells before each which one it is. */
import { parentPort, workerData } from 'node:worker_threads';
import { formatsOf, hitsOf, indexKnowledge } from '@zoomlog/parser';
import { readSample } from '../../packages/parser/src/knowledge/checks/read-sample.ts';
import { readDeclarations } from '../declarations.ts';

const values = <T>(list: readonly { readonly value: T }[]): T[] => list.map(({ value }) => value);
const { formats, failures, facts } = await readDeclarations();
const knowledge = indexKnowledge(values(formats), values(failures), values(facts));
const declared = [...values(failures), ...values(facts)];

/** Lines as they begin in a format, each drawn out in the ways that make careless reading slow. */
const drawnOut = (start: string): string =>
  `${start}${start.slice(-12).repeat(1_500)}\n${start}${' '.repeat(16_000)}x\n${start}\n${' '.repeat(16_000)}x`;
const firstLines = (texts: readonly string[]): string[] =>
  [...new Set(texts.flatMap((text) => text.split('\n')).map((line) => line.slice(0, 60)))].slice(0, 8);

const foreign = firstLines(knowledge.formats.map(({ samples }) => samples[0]?.text ?? ''));
for (const id of workerData as readonly string[]) {
  parentPort!.postMessage(id);
  const { samples } = knowledge.formatById.get(id)!;
  const hits = declared.filter((known) => formatsOf(known).includes(id)).flatMap(hitsOf);
  const starts = [...firstLines(samples.map(({ text }) => text)), ...firstLines(hits), ...foreign];
  readSample(starts.map(drawnOut).join('\n'), id, knowledge);
}
parentPort!.postMessage(null);
