/** What must hold for any input, tried on random ones: at least 1,000 each. */
import {
  type Entry,
  type Failure,
  failures,
  formats,
  judge,
  knowledge,
  openSource,
  type SourceFindings,
} from '@zoomlog/parser';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { hitsOf } from '../../packages/parser/src/define.ts';
import { runsOf } from '../helpers/runs.ts';

const runs = runsOf(1000);
const encoder = new TextEncoder();

interface Reading {
  readonly everyPiece?: boolean;
  readonly format?: string;
  readonly onEntry?: (entry: Entry) => void;
}

function read(
  bytes: Uint8Array,
  cuts: readonly number[] = [],
  hints: Reading = {},
  path = 'zoom/sample.log',
): SourceFindings {
  const pipe = openSource(knowledge, path, hints);
  let from = 0;
  for (const cut of [...cuts.map((one) => one % (bytes.length + 1)), bytes.length].sort((a, b) => a - b)) {
    pipe.push(bytes.subarray(from, cut));
    from = cut;
  }
  return pipe.end();
}

const joinFailed =
  '02/17/2025 16:40:07:009\tZOOM\t[512:9013:41288]\tINFO\tvc::on_ping_confirm_cli(),  start,  result: 104103,  top_mmr: , this = 0x00c4d200\n';

const report = (sources: readonly SourceFindings[]) => judge(knowledge, sources, { version: 'test' });

/** Lines of real shapes: every hit and miss that the declarations carry, and every format's samples. */
const knownLines = [
  ...failures.flatMap((failure) => [...hitsOf(failure), ...(failure.misses ?? []).map(({ text }) => text)]),
  ...formats.flatMap((format) => format.samples.map(({ text }) => text)),
].flatMap((text) => text.split('\n'));

const line = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...knownLines) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 80 }).map((text) => text.replaceAll('\n', ' ')) },
  // A known line, cut or with something strange in it.
  {
    weight: 2,
    arbitrary: fc
      .tuple(fc.constantFrom(...knownLines), fc.nat(400), fc.constantFrom('', '\0', '\u202e', '\r', '😀', '\t\t'))
      .map(([text, at, strange]) => text.slice(0, at) + strange + text.slice(at + 1)),
  },
);
const text = fc.array(line, { maxLength: 24 }).map((lines) => lines.join('\n'));
const cuts = fc.array(fc.nat(10_000), { maxLength: 6 });
const formatId = fc.constantFrom(...formats.map(({ id }) => id));

describe('any bytes', () => {
  test('never throw, and give a report', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 2000 }), cuts, formatId, (bytes, where, format) => {
        expect(report([read(bytes, where), read(bytes, where, { format })]).verdicts).toHaveLength(10);
      }),
      runs,
    );
  });

  test('any split of the bytes changes nothing', () => {
    fc.assert(
      fc.property(text, cuts, formatId, (sample, where, format) => {
        const bytes = encoder.encode(sample);
        expect(read(bytes, where, { format })).toEqual(read(bytes, [], { format }));
      }),
      runs,
    );
  });

  test('any split of UTF-16 changes nothing, and it says what UTF-8 says', () => {
    fc.assert(
      fc.property(text, cuts, fc.boolean(), (sample, where, mark) => {
        const well = sample.toWellFormed();
        const bytes = new Uint8Array(Buffer.from((mark ? '\ufeff' : '') + well, 'utf16le'));
        const whole = read(bytes);
        expect(read(bytes, where)).toEqual(whole);
        if (mark && !well.startsWith('\ufeff'))
          expect({ ...whole, bytes: 0 }).toEqual({ ...read(encoder.encode(`\ufeff${well}`)), bytes: 0 });
      }),
      runs,
    );
  });
});

describe('any text', () => {
  const linesOnly = formats.filter(({ framing }) => framing.searched || framing.as).map(({ id }) => id);

  test('both settings of the switch agree: the lines that can matter are all that matter', () => {
    fc.assert(
      fc.property(text, fc.constantFrom(...linesOnly), (sample, format) => {
        const bytes = encoder.encode(sample);
        expect(read(bytes, [], { format, everyPiece: true })).toEqual(read(bytes, [], { format, everyPiece: false }));
      }),
      runsOf(4000),
    );
  });

  test('CRLF is LF', () => {
    fc.assert(
      fc.property(text, formatId, (sample, format) => {
        const plain = sample.replaceAll('\r', ' ');
        const findings = (ending: string) => {
          const found = read(encoder.encode(plain.replaceAll('\n', ending)), [], { format });
          return { ...found, bytes: 0 };
        };
        expect(findings('\r\n')).toEqual(findings('\n'));
      }),
      runs,
    );
  });

  test('the lines of all entries tile the text', () => {
    fc.assert(
      fc.property(
        text,
        fc.constantFrom('zoom-memlog', 'zoom-stdout', 'generic', 'syslog', 'zoom-installer'),
        (sample, format) => {
          const seen: number[] = [];
          const onEntry = ({ pieces }: Entry) => {
            for (const piece of pieces) seen.push(piece.line);
          };
          const { lines } = read(encoder.encode(sample), [], { format, everyPiece: true, onEntry });
          expect(seen.toSorted((a, b) => a - b)).toEqual(Array.from({ length: lines }, (_, i) => i + 1));
        },
      ),
      runs,
    );
  });

  test('every finding points at what it names', () => {
    fc.assert(
      fc.property(text, formatId, (sample, format) => {
        // A NUL is no text, and is not counted.
        const lines = sample.replaceAll('\0', '').split(/\r?\n/);
        for (const finding of read(encoder.encode(sample), [], { format }).findings)
          for (const { first, last } of finding.attempts)
            for (const sight of [first, last]) {
              const source = lines[sight.line - 1];
              if (source === undefined || !source.isWellFormed()) continue;
              expect(source.slice(sight.offset, sight.offset + sight.text.length)).toBe(sight.text);
              expect(sight.endColumn).toBeGreaterThanOrEqual(sight.column);
              expect(sight.endColumn - 1).toBeLessThanOrEqual(source.length);
            }
      }),
      // Below no command, a line of a console's copy is where it stands.
      { ...runs, examples: [joinFailed, `\n${joinFailed}`].map((each) => [each, 'console-transcript']) },
    );
  });
});

const counted = failures.filter((failure: Failure) => failure.role !== 'support');

describe('any bundle', () => {
  const bundle = fc.array(
    fc.tuple(text, fc.constantFrom('AppData/Roaming/Zoom/', '.zoom/logs/', 'Library/Logs/zoom.us/', '')),
    {
      maxLength: 5,
    },
  );
  const readAll = (parts: readonly (readonly [string, string])[]) =>
    parts.map(([sample, folder], i) => read(encoder.encode(sample), [], {}, `${folder}part-${i}.log`));

  test('the order of its files changes nothing', () => {
    fc.assert(
      fc.property(bundle, fc.nat(), (parts, seed) => {
        const sources = readAll(parts);
        const turned = sources.map((_, i) => sources[(i + seed) % sources.length]!);
        expect(report(turned)).toEqual(report(sources));
        expect(report(sources.toReversed())).toEqual(report(sources));
      }),
      runs,
    );
  });

  test('masking changes no diagnosis', () => {
    fc.assert(
      fc.property(bundle, (parts) => {
        const sources = readAll(parts);
        const bare = ({ diagnoses, verdicts }: ReturnType<typeof report>) =>
          JSON.stringify({ diagnoses, verdicts }, (key, value) =>
            key === 'text' || key === 'mark' ? undefined : value,
          );
        const plain = bare(report(sources));
        expect(bare(judge(knowledge, sources, { version: 'test', redact: false }))).toBe(plain);
        // No path here names a user.
        expect(bare(judge(knowledge, sources, { version: 'test', redactPaths: true }))).toBe(plain);
      }),
      runs,
    );
  });

  test('a healthy line more changes no diagnosis', () => {
    fc.assert(
      fc.property(fc.constantFrom(...counted), fc.nat(20), (failure, seed) => {
        const hits = hitsOf(failure);
        const hit = hits[seed % hits.length]!;
        const healthy = '02/17/2025 16:39:59:009\tZOOM\t[512:9013:41288]\tINFO\tvc::vc(),   start-2, this = 0x00c4d200';
        const without = read(encoder.encode(hit));
        if (without.format !== 'zoom-memlog') return;
        const ids = (sample: string) =>
          report([read(encoder.encode(sample))]).diagnoses.map(({ id, failure }) => [id, failure]);
        expect(ids(`${healthy}\n${hit}`)).toEqual(ids(hit));
        expect(ids(`${hit}\n${healthy}`)).toEqual(ids(hit));
      }),
      runs,
    );
  });

  test('verdicts and diagnoses agree', () => {
    fc.assert(
      fc.property(bundle, (parts) => {
        const { diagnoses, verdicts } = report(readAll(parts));
        expect(new Set(diagnoses.map(({ id }) => id)).size).toBe(diagnoses.length);
        for (const verdict of verdicts) {
          const own = diagnoses.filter(
            (one) => one.machine === verdict.machine && one.class === verdict.class && one.severity !== 'info',
          );
          const proved = own.some(({ confidence }) => confidence === 'high');
          expect(verdict.state === 'confirmed').toBe(proved);
          expect(verdict.state === 'suspected').toBe(own.length > 0 && !proved);
        }
      }),
      runs,
    );
  });
});
