/** The gates that a format passes: its samples are read as stated, and give it away. */
import type { Format, FormatSample } from '../../define.ts';
import type { Knowledge } from '../../reading/classify.ts';
import type { Fault } from './fault.ts';
import { readSample, recognised } from './read-sample.ts';

/** All that is wrong with a format, given what else is known; empty when nothing is. */
export function checkFormat(format: Format, knowledge: Knowledge): readonly Fault[] {
  if (format.samples.length === 0) return [{ where: '', what: 'it has no sample', advice: 'add one to samples' }];
  return [
    ...format.samples.flatMap((sample, at) => [
      ...checkEntry(format, sample, at, knowledge),
      ...checkRecognition(format, sample, at, knowledge),
    ]),
    ...checkDerived(format, knowledge),
  ];
}

/** The fields that it says it derives are those that it derives, in its samples and in the hits of what looks into it. */
function checkDerived(format: Format, knowledge: Knowledge): Fault[] {
  const declared: readonly string[] = format.derives ?? [];
  const derived = new Set<string>();
  const watched: Format = {
    ...format,
    ...(format.derive && {
      derive(entry, carry) {
        const before = new Set(entry.fields.keys());
        const after = format.derive!(entry, carry);
        for (const key of after?.fields.keys() ?? []) if (!before.has(key)) derived.add(key);
        return after;
      },
    }),
  };
  const patterns = [...knowledge.failureById.values(), ...knowledge.factById.values()]
    .flatMap(({ match }) => match)
    .filter(({ formats }) => formats.some((id) => id === format.id));
  const own = { ...knowledge, formatById: new Map([...knowledge.formatById, [format.id, watched]]) };
  const texts = [...format.samples.map(({ text }) => text), ...patterns.flatMap(({ hits }) => hits)];
  for (const text of texts) readSample(text, format.id, own);
  return [
    ...[...derived]
      .filter((key) => !declared.includes(key))
      .map((key) => ({
        where: '',
        what: `it derives the field '${key}' and does not say so`,
        advice: 'add it to derives',
      })),
    ...declared
      .filter((key) => !derived.has(key))
      .map((key) => ({
        where: '',
        what: `no sample or hit shows the derived field '${key}'`,
        advice: 'add a sample, or leave it out of derives',
      })),
  ];
}

/** The last entry of the sample holds what is stated. */
function checkEntry({ id }: Format, { text, entry: wanted }: FormatSample, at: number, knowledge: Knowledge): Fault[] {
  const where = `sample ${at + 1}`;
  const entry = readSample(text, id, knowledge).entries.at(-1);
  if (!entry) return [{ where, what: 'it gives no entry', advice: 'check the framing and the head' }];
  const found: Readonly<Record<string, unknown>> = {
    format: entry.format,
    time: entry.time?.text ?? null,
    level: entry.level,
    message: entry.pieces[0]!.text.slice(entry.messageStart),
  };
  const stated: Readonly<Record<string, unknown>> = { format: id, ...wanted };
  const differs = Object.keys(found).filter((key) => stated[key] !== undefined && stated[key] !== found[key]);
  const fields = Object.entries(wanted.fields ?? {}).filter(
    ([key, value]) => !(entry.fields.get(key) ?? []).some((field) => field.value === value),
  );
  return [
    ...differs.map((key) => ({
      where,
      what: `its ${key} is ${JSON.stringify(found[key])}, not ${JSON.stringify(stated[key])}`,
      advice: 'correct the head, or the sample',
    })),
    ...fields.map(([key, value]) => ({
      where,
      what: `it has no field '${key}' with ${JSON.stringify(value)}; it has ${[...entry.fields.keys()].slice(0, 30).join(', ')}`,
      advice: 'correct what derives the field, or the sample',
    })),
  ];
}

/** A whole sample of its own layout is recognised as this format and no other. */
function checkRecognition(format: Format, { text, entry }: FormatSample, at: number, knowledge: Knowledge): Fault[] {
  // Lines of a format that only lives in others give nothing away, and neither does a line of another format.
  if (Object.keys(format.recognise).length === 0 || entry.format !== undefined) return [];
  const found = recognised(text, knowledge);
  // A single line of a launcher's output may be too little to tell.
  if (found === format.id || (found === null && format.recognise.marks !== undefined)) return [];
  return [
    {
      where: `sample ${at + 1}`,
      what: `it is recognized as ${found ?? 'no format'}`,
      advice: found === null ? 'widen `recognise`' : `narrow \`recognise\` of this format or of ${found}`,
    },
  ];
}
