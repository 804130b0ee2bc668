/** Samples of declarations, read as the source that they could be. */
import { type Fact, type Failure, type Format, formatsOf } from '../../define.ts';
import type { Entry } from '../../model.ts';
import type { Knowledge } from '../../reading/classify.ts';
import { openSource } from '../../reading/source.ts';

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

/** What a sample shows when it is read as the format. */
export function readSample(text: string, format: string, knowledge: Knowledge) {
  const entries: Entry[] = [];
  const isPath = knowledge.formatById.get(format)?.recognise.path?.test(text) === true;
  const pipe = openSource(knowledge, isPath ? text : `sample.${format}`, {
    format,
    everyPiece: true,
    onEntry: (entry) => entries.push(entry),
  });
  pipe.push(bytesOf(text));
  const { findings, note } = pipe.end();
  return { findings, note, entries };
}

/**
 * The format as which a sample in a file of that name gives itself away; null when it is too little to tell. A path is its
 * own name. Every gate asks again for the same samples, so an answer is kept as long as the knowledge that gave it.
 */
export function recognised(text: string, knowledge: Knowledge, name = 'sample'): string | null {
  const byName = kept(answers, knowledge, () => new Map<string, Map<string, string | null>>());
  const byText = kept(byName, name, () => new Map<string, string | null>());
  return kept(byText, text, () => recognise(text, knowledge, name));
}

const answers = new WeakMap<Knowledge, Map<string, Map<string, string | null>>>();

interface Keep<K, V> {
  get(key: K): V | undefined;
  set(key: K, value: V): unknown;
}

function kept<K, V>(map: Keep<K, V>, key: K, make: () => V): V {
  let value = map.get(key);
  if (value === undefined) {
    value = make();
    map.set(key, value);
  }
  return value;
}

function recognise(text: string, knowledge: Knowledge, name: string): string | null {
  const ofPath = knowledge.formats.find(({ recognise }) => recognise.path?.test(text));
  if (ofPath) return ofPath.id;
  const pipe = openSource(knowledge, name);
  pipe.push(bytesOf(text));
  return pipe.end().format;
}

const hosts = (id: string, { formats }: Knowledge): string[] =>
  formats
    .filter((format) => format.id === id || format.embeds?.some((embed) => embed === id))
    .map((format) => format.id);

/** Entries of the format in a sample that is recognised as it or its host, by what it holds or in a file of its name. */
export function entriesOf(text: string, format: string, knowledge: Knowledge): Entry[] {
  const found = recognised(text, knowledge);
  const isIn = (host: string): boolean =>
    host === (found ?? recognised(text, knowledge, fileName(knowledge.formatById.get(host)!)));
  return hosts(format, knowledge)
    .filter(isIn)
    .flatMap((host) => readSample(text, host, knowledge).entries.filter((entry) => entry.format === format));
}

/** A file name such as the format's logs have. */
export const fileName = ({ names: [name = 'sample'] }: Format): string => name.replaceAll('*', 'sample');

/** The formats as which a sample is to be read: the one as which it is recognised, else all that the declaration names. */
export function readAs(text: string, known: Failure | Fact, knowledge: Knowledge): string[] {
  const all = [...new Set(formatsOf(known).flatMap((id) => hosts(id, knowledge)))];
  const found = recognised(text, knowledge);
  return found !== null && all.includes(found) ? [found] : all;
}
