/** Run as a worker by slow-reading.ts: reads hostile texts, and tells before each which one it is. */
import { parentPort, workerData } from 'node:worker_threads';
import { formatsOf, hitsOf, indexKnowledge, maskText, openSource } from '@zoomlog/parser';
import { readSample } from '../../packages/parser/src/knowledge/checks/read-sample.ts';
import { recogniseFormat } from '../../packages/parser/src/reading/sniff.ts';
import { readDeclarations } from '../declarations.ts';
import { hostileSize, hostileText } from './hostile-texts.ts';
import type { Trial } from './slow-reading.ts';

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

/** The lines of a format and of others. */
function hostileLines(id: string): string {
  const { samples } = knowledge.formatById.get(id)!;
  const hits = declared.filter((known) => formatsOf(known).includes(id)).flatMap(hitsOf);
  const starts = [...firstLines(samples.map(({ text }) => text)), ...firstLines(hits), ...foreign];
  return starts.map(drawnOut).join('\n');
}

/** As a file of any name: its first bytes, longer than they ever are, then the whole, as a log, a document and a report. */
function readAsAny(text: string): void {
  recogniseFormat(text, 'sample', knowledge.formats);
  const pipe = openSource(knowledge, 'sample.txt');
  pipe.push(new TextEncoder().encode(text));
  pipe.end();
  maskText(text);
}

for (const [i, { format, pieces }] of (workerData as readonly Trial[]).entries()) {
  parentPort!.postMessage(i);
  if (format === null) readAsAny(hostileText(pieces!, hostileSize));
  // All of it is parsed, where a search would find nothing: that takes its time, in proportion.
  else readSample(pieces ? hostileText(pieces, hostileSize / 4) : hostileLines(format), format, knowledge);
}
parentPort!.postMessage(null);
