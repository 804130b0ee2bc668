/** The gates that a format passes: its samples are read as stated, and give it away. */
import type { Format, FormatSample } from '../../define.ts';
import type { Knowledge } from '../../reading/classify.ts';
import type { Fault } from './fault.ts';
import { fileName, readSample, recognised } from './read-sample.ts';

/** All that is wrong with a format, given what else is known; empty when nothing is. */
export function checkFormat(format: Format, knowledge: Knowledge): readonly Fault[] {
  if (format.samples.length === 0) return [{ where: '', what: 'it has no sample', advice: 'add one to samples' }];
  const read = format.samples.flatMap((sample, at) => checkSample(format, sample, at, knowledge));
  return [
    ...checkStatements(format, knowledge),
    ...read,
    // What is not read as stated is recognised for that reason or not at all.
    ...(read.length > 0 ? [] : format.samples.flatMap((sample, at) => checkRecognition(format, sample, at, knowledge))),
    ...checkGreed(format, knowledge),
    ...checkDerived(format, knowledge),
  ];
}

/** What it says of itself and of others. */
function checkStatements({ id, title, isForeign, recognise, embeds, samples }: Format, knowledge: Knowledge): Fault[] {
  const fault = (what: string, advice: string): Fault => ({ where: '', what, advice });
  const hosts = knowledge.formats.filter((other) => other.embeds?.some((inner) => inner === id));
  const texts = [...samples.map(({ text }) => text), ...hitsIn(id, knowledge)];
  return [
    ...(title ? [] : [fault('`title` is missing', 'say what such a file is, in a few words')]),
    ...(embeds ?? [])
      .filter((inner) => !knowledge.formatById.has(inner))
      .map((inner) => fault(`it embeds '${inner}', which does not exist`, 'correct it or leave it out')),
    ...(isForeign && hitsIn(id, knowledge).length > 0
      ? [fault('a pattern looks into it, and its files are only named', 'leave out `isForeign`, or the pattern')]
      : []),
    ...(Object.keys(recognise).length > 0 || hosts.length > 0
      ? []
      : [fault('nothing shows that a file is in this format', 'say what does in `recognise`')]),
    ...(recognise.marks ?? [])
      .filter((mark) => !texts.some((text) => text.includes(mark)))
      .map((mark) =>
        fault(`its mark ${JSON.stringify(mark)} is in no sample`, 'add a sample that has it, or leave it out'),
      ),
  ];
}

/** A sample of another format is not recognised as this one. */
function checkGreed(format: Format, knowledge: Knowledge): Fault[] {
  return knowledge.formats
    .filter((other) => other.id !== format.id && Object.keys(other.recognise).length > 0)
    .flatMap((other) =>
      other.samples.flatMap(({ text, entry }, at) =>
        entry.format === undefined && recognised(text, knowledge) === format.id
          ? [
              {
                where: '',
                what: `it also recognizes sample ${at + 1} of ${other.id}`,
                advice: 'narrow `recognise`, or let it give way with `unless`',
              },
            ]
          : [],
      ),
    );
}

/** The hits of all patterns that look into the format. */
const hitsIn = (id: string, { failureById, factById }: Knowledge): readonly string[] =>
  [...failureById.values(), ...factById.values()]
    .flatMap(({ match }) => match)
    .filter(({ formats }) => formats.some((format) => format === id))
    .flatMap(({ hits }) => hits);

/** The fields that it says it derives are those that it derives, in its samples and in the hits of what looks into it. */
function checkDerived(format: Format, knowledge: Knowledge): Fault[] {
  const declared: readonly string[] = format.derives ?? [];
  const derived = format.derive ? derivedFields(format, format.derive, knowledge) : new Set<string>();
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

function derivedFields(
  format: Format,
  derive: NonNullable<Format['derive']>,
  knowledge: Knowledge,
): ReadonlySet<string> {
  const derived = new Set<string>();
  const watched: Format = {
    ...format,
    derive(entry, carry) {
      const before = new Set(entry.fields.keys());
      const after = derive(entry, carry);
      for (const key of after?.fields.keys() ?? []) if (!before.has(key)) derived.add(key);
      return after;
    },
  };
  // What the entries show is not asked here.
  const own = {
    ...knowledge,
    formatById: new Map([...knowledge.formatById, [format.id, watched]]),
    candidates: new Map(),
  };
  const texts = new Set([...format.samples.map(({ text }) => text), ...hitsIn(format.id, knowledge)]);
  for (const text of texts) readSample(text, format.id, own);
  return derived;
}

/** The last entry of the sample holds what is stated. */
function checkSample(format: Format, { text, entry: wanted }: FormatSample, at: number, knowledge: Knowledge): Fault[] {
  const { id, head } = format;
  const { entries, note } = readSample(text, id, knowledge);
  const where = entries.length > 1 ? `sample ${at + 1}, last of ${entries.length} entries` : `sample ${at + 1}`;
  const entry = entries.at(-1);
  if (note?.includes('internal error'))
    return [{ where, what: note, advice: 'correct it: npm run types may name the line' }];
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  // An entry of another format has another head.
  const isOwn = wanted.format === undefined || wanted.format === id;
  if (head && isOwn && (!entry || wanted.time) && lines.every((line) => head.read(line) === null))
    return [
      {
        where,
        what: `its head does not read ${JSON.stringify(lines[0]?.slice(0, 80))}`,
        advice: 'check `begins`, that every token of the rule is in `tokens`, and the rule',
      },
    ];
  if (!entry) return [{ where, what: 'it gives no entry', advice: 'check the framing and the head' }];
  const date = /^(\d{4})-(\d\d)-(\d\d)/.exec(entry.time?.text ?? '');
  if (date && (Number(date[1]) < 1970 || Number(date[2]) > 12 || Number(date[3]) > 31))
    return [
      {
        where,
        what: `its time is ${entry.time!.text}, which is not a date`,
        advice: 'give readStamp the order of the parts; a date without a year is a yearlessTime',
      },
    ];
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
    ...fields.map(([key, value]) => {
      const own = entry.fields.get(key)?.map((field) => JSON.stringify(field.value));
      const names = [...entry.fields.keys()].slice(0, 30).map((name) => `'${name}'`);
      return {
        where,
        what: own
          ? `its field '${key}' is ${own.join(' and ')}, not ${JSON.stringify(value)}`
          : `it has no field '${key}'; it has ${names.join(', ') || 'none'}`,
        advice: 'correct what derives the field, or the sample',
      };
    }),
  ];
}

/** A whole sample of its own layout is recognised as this format and no other. */
function checkRecognition(format: Format, { text, entry }: FormatSample, at: number, knowledge: Knowledge): Fault[] {
  // Lines of a format that only lives in others give nothing away, and neither does a line of another format.
  if (Object.keys(format.recognise).length === 0 || entry.format !== undefined) return [];
  // A single line may be too little to tell, but for the name of its file.
  const found = recognised(text, knowledge) ?? recognised(text, knowledge, fileName(format));
  if (found === format.id) return [];
  return [
    {
      where: `sample ${at + 1}`,
      what: `it is recognized as ${found ?? 'no format'}`,
      advice: found === null ? 'widen `recognise`' : `narrow \`recognise\` of this format or of ${found}`,
    },
  ];
}
