/**
 * What must hold for any evidence: who is believed, about which machine, and when. The evidence is made of the hits and misses
 * of all declarations, of the siblings and of the fixtures, so that a new declaration is tried as well.
 */
import {
  confidences,
  failureClasses,
  type JudgeOptions,
  type Os,
  type Report,
  systems,
  type Time,
  type Verdict,
  type VerdictState,
} from '@zoomlog/parser';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isFailure } from '../../packages/parser/src/define.ts';
import {
  atNoon,
  type Evidence,
  factSamples,
  failureSamples,
  hasLines,
  incidents,
  misses,
  noon,
  readAll,
  readText,
  report,
  type Sample,
  samples,
  startOf,
  timesOf,
} from '../helpers/evidence.ts';
import { runsOf } from '../helpers/runs.ts';
import { shiftClocks } from '../helpers/shift-clocks.ts';

const runs = runsOf(2000);
const utc = { timezone: '+00:00' };
const day = 86_400_000;

// ---- evidence at random ----------------------------------------------------------------------

/** Files of several parts in one folder, none over another. */
const bundleOf = (parts: readonly Evidence[]): Evidence => {
  const all = new Map<string, string>();
  for (const [at, part] of parts.entries())
    for (const [path, text] of Object.entries(part))
      all.set(all.has(path) ? path.replace('evidence/', `evidence/more-${at}/`) : path, text);
  return Object.fromEntries(all);
};

/** One after the other, or line by line in turns. */
const weave = (texts: readonly string[], turns: readonly number[]): string => {
  const rests = texts.map((text) => text.split('\n'));
  const woven: string[] = [];
  for (let at = 0; rests.some(({ length }) => length > 0); at++) {
    const open = rests.filter(({ length }) => length > 0);
    const turn = turns.length === 0 ? 0 : turns[at % turns.length]! % open.length;
    woven.push(open[turn]!.shift()!);
  }
  return woven.join('\n');
};

const seconds = fc.oneof(fc.integer({ min: -90, max: 90 }), fc.integer({ min: -7200, max: 7200 }));
const turns = fc.oneof(fc.constant<number[]>([]), fc.array(fc.nat(9), { minLength: 1, maxLength: 9 }));

const fileOf = (of: readonly Sample[]): fc.Arbitrary<Evidence> =>
  fc.tuple(fc.constantFrom(...of), seconds).map(([sample, at]) => ({
    [`evidence/${sample.source.format}.log`]: atNoon(sample, at),
  }));

/** Several samples of one kind of file, in one file. */
const mixedFileOf = (of: readonly Sample[], most = 5): fc.Arbitrary<Evidence> => {
  const groups = [...Map.groupBy(of, ({ source: { format } }) => format!)].filter(([format]) => hasLines(format));
  return fc
    .constantFrom(...groups)
    .chain(([format, group]) =>
      fc.tuple(
        fc.constant(format),
        fc.array(fc.tuple(fc.constantFrom(...group), seconds), { minLength: 1, maxLength: most }),
        turns,
      ),
    )
    .map(([format, picked, order]) => ({
      [`evidence/${format}.log`]: weave(
        picked.map(([sample, at]) => atNoon(sample, at)),
        order,
      ),
    }));
};

/** Lines that are added, and how they come among those of a file. */
interface Lines {
  readonly format: string;
  readonly text: string;
  readonly order: readonly number[];
}

const linesOf = (of: readonly Sample[]): fc.Arbitrary<Lines[]> =>
  fc.array(
    fc.tuple(fc.constantFrom(...of), seconds, turns).map(([sample, at, order]) => ({
      format: sample.source.format!,
      text: atNoon(sample, at),
      order,
    })),
    { minLength: 1, maxLength: 3 },
  );

const partOf = (
  of: readonly Sample[],
  from: readonly Evidence[],
  alike: readonly Evidence[] = misses,
): fc.Arbitrary<Evidence> =>
  fc.oneof(
    { weight: 5, arbitrary: fileOf(of) },
    { weight: 4, arbitrary: mixedFileOf(of) },
    { weight: 2, arbitrary: fc.constantFrom(...from) },
    { weight: 1, arbitrary: fc.constantFrom(...alike) },
  );
const part = partOf(samples, incidents);
const partsOf = (one: fc.Arbitrary<Evidence>, maxLength = 4): fc.Arbitrary<Evidence> =>
  fc.array(one, { minLength: 1, maxLength }).map(bundleOf);
const bundle = partsOf(part);

/** What one machine can hold: of one system, or of any. */
const isOn =
  (system: Os) =>
  ({ source }: Pick<Sample, 'source'>): boolean =>
    source.machine.os === null || source.machine.os === system;
const isOfOne = (evidence: Evidence, system: Os): boolean =>
  readAll(evidence).every((source) => isOn(system)({ source })) && report(evidence).machines.length < 2;
const partsBySystem = systems.map((system) =>
  partOf(
    samples.filter(isOn(system)),
    incidents.filter((evidence) => isOfOne(evidence, system)),
    misses.filter((evidence) => isOfOne(evidence, system)),
  ),
);

/** Evidence of one machine of one system, with more of some samples in it, and something of others beside it. */
const beside = <Other>(
  more: readonly Sample[],
  others: readonly Sample[],
  drawFrom: (others: readonly Sample[]) => fc.Arbitrary<Other>,
): fc.Arbitrary<[Evidence, Other]> =>
  fc.oneof(
    ...systems.flatMap((system, at) => {
      const [own, added] = [more.filter(isOn(system)), others.filter(isOn(system))];
      if (added.length === 0) return [];
      const one = own.length > 0 ? fc.oneof(partsBySystem[at]!, mixedFileOf(own)) : partsBySystem[at]!;
      return [fc.tuple(partsOf(one, 2), drawFrom(added))];
    }),
  );

// ---- what a report comes to ------------------------------------------------------------------

const grade = (state: VerdictState): number => ['suspected', 'confirmed'].indexOf(state) + 1;

/** How much is held against each class, on those machines: 2 confirmed, 1 suspected, 0 neither. */
function gradesOf(
  { verdicts, machines }: Report,
  isMeant: (machine: Report['machines'][number]) => boolean = () => true,
) {
  const ids = new Set(machines.filter(isMeant).map(({ id }) => id));
  const own = verdicts.filter(({ machine }) => machine === null || ids.has(machine));
  return new Map(
    failureClasses.map((name) => [
      name,
      Math.max(0, ...own.filter((one) => one.class === name).map(({ state }) => grade(state))),
    ]),
  );
}
type Grades = ReturnType<typeof gradesOf>;

const raised = (before: Grades, after: Grades): string[] =>
  [...after].flatMap(([name, grade]) => (grade > before.get(name)! ? [`${name} ${before.get(name)} to ${grade}`] : []));

const loud = ({ diagnoses }: Pick<Report, 'diagnoses'>) => diagnoses.filter(({ severity }) => severity !== 'info');

/** The most confidence in each failure (under each code). */
const confidenceIn = (diagnoses: Report['diagnoses']): Map<string, number> => {
  const most = new Map<string, number>();
  for (const { failure, code, confidence } of diagnoses) {
    const key = `${failure} ${code}`;
    most.set(key, Math.max(most.get(key) ?? -1, confidences.indexOf(confidence)));
  }
  return most;
};

// ---- the properties --------------------------------------------------------------------------

describe('how much was seen', () => {
  const excluding = factSamples.filter(({ known }) => !isFailure(known) && known.effect === 'rules-out');
  const kinds = [...Map.groupBy(excluding, ({ known }) => known.class).values()];
  /** Every sign that a class is well, or most of them. */
  const excluded = fc
    .constantFrom(...kinds)
    .chain((kind) => fc.tuple(fc.shuffledSubarray([...kind], { minLength: Math.max(1, kind.length - 2) }), fc.nat(3)))
    // At times only in a document.
    .map(([kind, fence]) =>
      Object.fromEntries(
        kind.map(({ text }, at) => [`evidence/well-${at}.txt`, fence > 0 ? text : `\`\`\`\n${text}\n\`\`\`\n`]),
      ),
    );
  const system = fc.constantFrom<(Os | null)[]>(null, null, 'windows', 'macos', 'linux');

  test('nothing is ruled out without a source of the machine that covers it', () => {
    fc.assert(
      fc.property(
        partsOf(fc.oneof(excluded, part)),
        partsOf(fc.oneof(part, excluded), 2),
        fc.boolean(),
        system,
        fc.boolean(),
        (one, other, together, os, isAsked) => {
          const placed = { ...inArchive('a.zip', one), ...inArchive('b.zip', other) };
          const at = isAsked ? { time: new Date(noon).toISOString(), around: 600_000 } : null;
          const told = report(placed, { given: ['a.zip', 'b.zip'], together, os, at });
          for (const { machine, class: name, state, evidence } of told.verdicts) {
            if (state !== 'ruled-out') continue;
            const coverage = told.coverage.find((each) => each.machine === machine && each.class === name);
            const own = told.sources.filter((source) => source.machine === machine).map(({ path }) => path);
            expect(coverage?.sources ?? []).not.toEqual([]);
            expect(own).toEqual(expect.arrayContaining(coverage!.sources));
            // What excludes it is what covers it.
            expect(coverage!.sources).toEqual(expect.arrayContaining(evidence.map(({ path }) => path)));
          }
        },
      ),
      runs,
    );
  });
});

const inArchive = (archive: string, evidence: Evidence): Evidence =>
  Object.fromEntries(Object.entries(evidence).map(([path, text]) => [`${archive}!/${path}`, text]));

/** Programs that tell what others said. */
const programs = ['slack', 'snapd', 'root', 'evolution', 'gnome-shell', 'monitor'] as const;

/** A line of a log of many programs as another program's; null where the log does not name its writers. */
function retold({ text, source }: Sample, program: string): string | null {
  const lines = text.split('\n').map((line) => {
    if (source.format === 'journal-json')
      return JSON.stringify({
        ...JSON.parse(line),
        _TRANSPORT: 'stdout',
        _COMM: program,
        SYSLOG_IDENTIFIER: program,
      });
    if (source.format === 'unified-log-ndjson')
      return JSON.stringify({ ...JSON.parse(line), processImagePath: `/Applications/${program}.app/${program}` });
    return line.replace(/(?<= )(?:kernel|audit|tccd|systemd-coredump)(?=[:[])/, program);
  });
  return lines.every((line, at) => line !== text.split('\n')[at]) ? lines.join('\n') : null;
}

/** The same on a machine of that name; null where such a file does not name it. */
function onHost(sample: Sample, host: string): Sample | null {
  const text = sample.text
    .split('\n')
    .map((line) =>
      sample.source.format === 'journal-json'
        ? JSON.stringify({ ...JSON.parse(line), _HOSTNAME: host })
        : sample.source.format === 'syslog'
          ? line.replace(/^((?:[A-Z][a-z]{2} [ \d]\d [\d:]{8}|\d{4}\S+)) \S+/, `$1 ${host}`)
          : line.replaceAll('DESK-7', host),
    )
    .join('\n');
  const source = readText('evidence/sample.log', text);
  const isNamed = source.findings.every(({ computer }) => (computer ?? source.machine.computer) === host);
  return isNamed ? { ...sample, text, source } : null;
}

/** A packet that another machine sent, as the machine logs it that it passes through, or that it comes to. */
const foreignPacket = (text: string): string =>
  text
    .replaceAll(/\bIN= OUT=(\S+)/g, 'IN=lan0 OUT=$1 MAC=00:00:5e:00:53:31:00:00:5e:00:53:32:08:00')
    .replaceAll(/ SEND$/gm, ' RECEIVE')
    .replaceAll('%%14593', '%%14592')
    .replaceAll('Direction:\t\tOutbound', 'Direction:\t\tInbound')
    .replaceAll('Direction:\\t\\tOutbound', 'Direction:\\t\\tInbound')
    .replaceAll(/(?<=Layer Run-Time ID:(?:\t|\\t)+)48/g, '44');

/** The evidence with more lines: in its own file of that kind where it has one, else in a file beside it. */
function withLines(evidence: Evidence, { format, text, order }: Lines): Evidence {
  const own = Object.keys(evidence).find((path) => path.endsWith(`/${format}.log`));
  if (own === undefined || !hasLines(format)) return bundleOf([evidence, { [`evidence/other-${format}.log`]: text }]);
  return { ...evidence, [own]: weave([evidence[own]!, text], order) };
}

/** What is said of the only machine, and what with more lines of it. */
function withAndWithout(
  evidence: Evidence,
  added: readonly Lines[],
  options: Partial<JudgeOptions> = {},
): readonly [before: Report, after: Report] {
  const before = report(evidence, options);
  fc.pre(before.machines.length === 1);
  const name = before.machines[0]!.name;
  const more = added
    .map((one) => ({ ...one, text: one.text.replaceAll(/\b(?:box|DESK-7)\b/g, (other) => name ?? other) }))
    .reduce(withLines, evidence);
  const after = report(more, options);
  fc.pre(after.machines.length === 1);
  return [before, after];
}

describe('who says it, about what', () => {
  const believed = samples.filter(({ known }) => known.by !== undefined);
  const retelling = believed.flatMap((sample) =>
    programs.flatMap((program) => {
      const text = retold(sample, program);
      return text === null ? [] : [{ ...sample, text }];
    }),
  );

  test('lines of a program that a failure does not believe prove nothing', () => {
    const many = programs.length * 12;
    expect(retelling.length).toBeGreaterThan(many);
    fc.assert(
      fc.property(beside(believed, retelling, linesOf), ([evidence, foreign]) => {
        const [before, after] = withAndWithout(evidence, foreign);
        expect(raised(gradesOf(before), gradesOf(after))).toEqual([]);
      }),
      runs,
    );
  });

  test('what another bundle holds proves nothing', () => {
    fc.assert(
      fc.property(bundle, bundle, (one, other) => {
        const given = ['a.zip', 'b.zip'];
        const alone = report(inArchive('a.zip', one), { given });
        const both = report({ ...inArchive('a.zip', one), ...inArchive('b.zip', other) }, { given });
        // Two keys agree: it is the same machine.
        fc.pre(both.machines.every(({ bundles }) => bundles.length === 1));
        const ofFirst = ({ bundles }: Report['machines'][number]) => bundles.includes(1);
        expect(raised(gradesOf(alone), gradesOf(both, ofFirst))).toEqual([]);
      }),
      runs,
    );
  });

  const hosted = (host: string): Sample[] => samples.flatMap((sample) => onHost(sample, host) ?? []);

  test('what another machine shows proves nothing', () => {
    const [first, second] = [hosted('desk-1'), hosted('desk-2')];
    expect(new Set(second.map(({ source }) => source.format)).size).toBeGreaterThan(4);
    fc.assert(
      fc.property(partsOf(fc.oneof(fileOf(first), mixedFileOf(first)), 3), linesOf(second), (evidence, foreign) => {
        const more = foreign.reduce(withLines, evidence);
        const isFirst = ({ name }: Report['machines'][number]) => name !== 'desk-2';
        expect(raised(gradesOf(report(evidence)), gradesOf(report(more), isFirst))).toEqual([]);
      }),
      runs,
    );
  });

  const packets = samples.flatMap((sample) => {
    const text = foreignPacket(sample.text);
    return text === sample.text ? [] : [{ ...sample, text }];
  });

  test('packets that another machine sent prove nothing', () => {
    expect(new Set(packets.map(({ source }) => source.format)).size).toBeGreaterThan(4);
    fc.assert(
      fc.property(
        beside(
          samples.filter(({ known }) => known.class === 'firewall'),
          packets,
          linesOf,
        ),
        ([evidence, foreign]) => {
          const [before, after] = withAndWithout(evidence, foreign);
          expect(raised(gradesOf(before), gradesOf(after))).toEqual([]);
        },
      ),
      runs,
    );
  });
});

/** Whether each time is later by so much; a day's clock only by whole days, and no time of a year that is not stated. */
function isMovedBy(shift: number, before: readonly (Time | null)[], after: readonly (Time | null)[]): boolean {
  return (
    before.length === after.length &&
    before.every((time, at) => {
      const to = after[at]!;
      if (time === null || to === null) return time === to;
      const by = to.ms - time.ms;
      if (time.basis !== to.basis || time.basis === 'no-year') return false;
      if (time.basis === 'boot') return by === 0;
      return time.basis === 'time-only' ? by === 0 && shift % 86_400_000 === 0 : by === shift;
    })
  );
}

/** Without its time, where a line can do without one. */
const undated = (text: string): string =>
  text
    .replaceAll(/"(?:__REALTIME_TIMESTAMP|timestamp|TimeCreated)"\s?:\s?"[^"]*",\s?/g, '')
    .replaceAll(/<TimeCreated [^>]*\/>/g, '')
    .replaceAll(/^Date: .*\n/gm, '');

describe('when', () => {
  const isMend = ({ known }: Sample): boolean =>
    isFailure(known) ? known.mends !== undefined : known.effect === 'ends';
  const mendIds = new Set(samples.filter(isMend).map(({ known }) => known.id));
  /** Some show a failure as well: a step of the clock, how far it had been off. */
  const mends = samples
    .filter(isMend)
    .filter(({ source }) => source.findings.every(({ id }) => mendIds.has(id)))
    // macOS names the device of a port where it finds it: that the port is a camera's is news, too.
    .filter(({ text }) => !text.includes('AppleUSBHostPort::enumerateDeviceComplete'))
    // Of another process and another request: that a process is Zoom's is news, too.
    .map((sample) => ({ ...sample, text: sample.text.replaceAll('4021', '4999').replaceAll('88.2', '91.7') }));
  const mended = failureSamples.filter(({ known }) =>
    mends.some(({ known: mend }) => ((isFailure(mend) ? mend.mends : mend.ends) ?? []).some((id) => id === known.id)),
  );

  const endedBy = (id: string): readonly string[] =>
    mends.flatMap(({ known }) => (known.id === id ? ((isFailure(known) ? known.mends : known.ends) ?? []) : []));

  /** Who worked between two failures may fail again: it is not over, though a success came last. */
  const comesAndGoes = (evidence: Evidence, added: readonly Lines[]): boolean => {
    const good = new Set(
      added.flatMap(({ text }) => readText('evidence/sample.log', text).findings.map(({ id }) => id)),
    );
    const ended = new Set([...good].flatMap(endedBy));
    const bad = readAll(evidence).flatMap(({ findings }) => findings.filter(({ id }) => ended.has(id)));
    return bad.some(({ attemptCount, id }) => attemptCount > 1 || bad.filter((other) => other.id === id).length > 1);
  };

  test('what mends a failure proves none', () => {
    expect(new Set(mends.map(({ known }) => known.id)).size).toBeGreaterThan(mendIds.size - 3);
    fc.assert(
      fc.property(beside(mended, mends, linesOf), fc.boolean(), ([evidence, added], isDated) => {
        // A launch does not begin within another.
        const place = (one: Lines) => (one.text.includes('\n') ? one.order.slice(0, 1) : one.order);
        const more = added.map((one) => ({
          ...one,
          text: isDated ? one.text : undated(one.text),
          order: place(one),
        }));
        const [before, after] = withAndWithout(evidence, more);
        if (!comesAndGoes(evidence, added))
          expect(raised(gradesOf(before), gradesOf(after)).filter((one) => one.endsWith('to 2'))).toEqual([]);
        const [was, is] = [confidenceIn(before.diagnoses), confidenceIn(after.diagnoses)];
        expect([...is].filter(([key, confidence]) => confidence > (was.get(key) ?? confidence))).toEqual([]);
      }),
      runs,
    );
  });

  test('all clocks moved together change nothing', () => {
    const said = ({ diagnoses, verdicts }: Report) => ({
      diagnoses: diagnoses
        .map(({ machine, failure, code, severity, confidence, ended }) =>
          [machine, failure, code, severity, confidence, ended?.fact].join(' '),
        )
        .sort(),
      verdicts: verdicts.map(({ machine, class: name, state }) => `${machine} ${name} ${state}`),
    });
    fc.assert(
      fc.property(
        bundle,
        fc.integer({ min: -20 * 365, max: 60 * 365 }),
        fc.oneof(fc.constant(0), fc.nat(86_399)),
        (evidence, days, more) => {
          const shift = days * day + more * 1000;
          const moved = Object.entries(evidence).flatMap(([path, text]) => {
            const to = shiftClocks(text, shift);
            return isMovedBy(shift, timesOf(readText(path, text)), timesOf(readText(path, to)))
              ? [[path, text, to]]
              : [];
          });
          fc.pre(moved.length > 0);
          const pick = (column: 1 | 2) => Object.fromEntries(moved.map((row) => [row[0]!, row[column]!]));
          const timezone = '+01:00';
          expect(said(report(pick(2), { timezone }))).toEqual(said(report(pick(1), { timezone })));
        },
      ),
      runs,
    );
  });

  const moment = (at: number) => ({ at: { time: new Date(at).toISOString(), around: 600_000 } });
  /** What holds from when it was set or measured, and what ends others: it decides later, too. */
  const holds = ({ known }: Sample): boolean =>
    known.standing === true || (isFailure(known) && known.lasting === true) || mendIds.has(known.id);
  const passing = samples
    .filter((sample) => startOf(sample.source) !== null && !holds(sample))
    // That a process is Zoom's holds for all that the process says.
    .map((sample) => ({ ...sample, text: sample.text.replaceAll('4021', '4999') }));

  test('what was seen days from a moment does not decide it', () => {
    const far = (of: readonly Sample[]) =>
      fc.array(fc.tuple(fc.constantFrom(...of), fc.integer({ min: 2, max: 150 }), fc.constantFrom(-1, 1)), {
        minLength: 1,
        maxLength: 3,
      });
    fc.assert(
      fc.property(beside(samples, passing, far), fc.integer({ min: -3600, max: 3600 }), ([evidence, events], at) => {
        const known = new Set(
          readAll(evidence).flatMap(({ findings }) => findings.flatMap(({ id }) => [id, ...endedBy(id)])),
        );
        // What was seen before and again after, or then ended, went on all the time.
        const others = events.filter(
          ([{ source }], i) =>
            source.findings.every(({ id }) => !known.has(id)) &&
            events.findIndex(([one]) => one.known.id === events[i]![0].known.id) === i,
        );
        fc.pre(others.length > 0);
        const more = others.map(
          ([sample, days, sign]): Lines => ({
            format: sample.source.format!,
            text: atNoon(sample, sign * days * 86_400),
            // A log is in the order of time.
            order: sign < 0 ? [1] : [],
          }),
        );
        const [before, after] = withAndWithout(evidence, more, { ...moment(noon + at * 1000), ...utc });
        expect(raised(gradesOf(before), gradesOf(after))).toEqual([]);
        const [was, is] = [confidenceIn(loud(before)), confidenceIn(loud(after))];
        expect([...is].filter(([key, confidence]) => confidence > (was.get(key) ?? -1))).toEqual([]);
      }),
      runs,
    );
  });

  test('a setting without a date is assumed at any moment, and proves nothing then', () => {
    const settings = failureSamples.filter(({ known, source }) => known.standing === true && startOf(source) === null);
    expect(new Set(settings.map(({ known }) => known.id)).size).toBeGreaterThan(5);
    fc.assert(
      fc.property(
        fc.constantFrom(...settings),
        bundle,
        fc.integer({ min: -20 * 365, max: 60 * 365 }),
        ({ text, known }, more, days) => {
          const at = moment(noon + days * day);
          const setting = { 'evidence/setting.txt': text };
          const [always, then] = [report(setting), report(setting, at)];
          const assumed = ({ class: name, state }: Verdict) => `${name} ${state === 'confirmed' ? 'suspected' : state}`;
          expect(then.verdicts.map(({ class: name, state }) => `${name} ${state}`)).toEqual(
            always.verdicts.map(assumed),
          );
          expect(then.diagnoses.map(({ failure }) => failure).sort()).toEqual(
            always.diagnoses.map(({ failure }) => failure).sort(),
          );
          // Nothing takes back a consent that is refused.
          if (known.class !== 'permissions') return;
          const beside = report({ ...more, ...setting }, at);
          expect(raised(gradesOf(beside), gradesOf(then))).toEqual([]);
        },
      ),
      runs,
    );
  });

  /** A failure and a success of the same, that ends it. */
  const pairs = mended.flatMap((bad) =>
    mends.flatMap((good) => {
      const dated = [bad, good].every(({ source, known }) => startOf(source) !== null && known.standing !== true);
      if (!dated || isFailure(good.known) || !good.known.ends?.some((id) => id === bad.known.id)) return [];
      const told = report({ 'evidence/a.log': atNoon(bad, 0), 'evidence/b.log': atNoon(good, 86_400) }, utc);
      const ended = told.diagnoses.some(({ failure, ended }) => failure === bad.known.id && ended !== null);
      return ended ? [[bad, good] as const] : [];
    }),
  );

  test('between a failure and the success that ends it, it goes on', () => {
    expect(new Set(pairs.map(([bad]) => bad.known.id)).size).toBeGreaterThan(10);
    const hour = 3600;
    fc.assert(
      fc.property(
        fc.constantFrom(...pairs),
        // Not half a year: the year of a time that has none would be another one.
        fc.integer({ min: hour, max: 150 * 24 * hour }),
        fc.integer({ min: hour, max: 30 * 24 * hour }),
        fc.boolean(),
        ([bad, good], before, after, isOneFile) => {
          const [failed, worked] = [atNoon(bad, -before), atNoon(good, after)];
          const alone = { 'evidence/a.log': failed };
          const both =
            isOneFile && bad.source.format === good.source.format && hasLines(bad.source.format)
              ? { 'evidence/a.log': `${failed}\n${worked}` }
              : { ...alone, 'evidence/b.log': worked };
          const told = report(both, { ...utc, ...moment(noon) });
          const then = report(alone, utc);
          expect(raised(gradesOf(told), gradesOf(then))).toEqual([]);
          expect(loud(told).map(({ failure, ended }) => [failure, ended])).toEqual(
            loud(then).map(({ failure }) => [failure, null]),
          );
        },
      ),
      runs,
    );
  });
});

/** Each entry of a sample as text: as it stands, and its message without the head of its line. */
function wordsOf({ text }: Sample): readonly string[] {
  const all = new Set(text.split('\n'));
  readText('evidence/sample.log', text, ({ pieces, messageStart }) => {
    for (const [at, piece] of pieces.entries()) all.add(at === 0 ? piece.text.slice(messageStart) : piece.text);
  });
  for (const line of text.split('\n')) {
    const message = /"(?:MESSAGE|eventMessage)"\s?:\s?("(?:[^"\\]|\\.)*")/.exec(line)?.[1];
    if (message !== undefined) all.add(JSON.parse(message));
  }
  return [...all].filter((line) => line.trim() !== '');
}

/** How a program's line with those words stands in a log of many programs; `at`: seconds. */
const logs: Readonly<Record<string, (program: string, words: string, at: number) => string>> = {
  syslog: (program, words, at) =>
    `${new Date(noon + at * 1000).toISOString().replace('Z', '+00:00')} desk-7 ${program}${program === 'root' ? '' : '[3120]'}: ${words}`,
  'syslog without a year': (program, words, at) =>
    `Nov  3 ${new Date(noon + at * 1000).toISOString().slice(11, 19)} desk-7 ${program}: ${words}`,
  journal: (program, words, at) =>
    JSON.stringify({
      __REALTIME_TIMESTAMP: String((noon + at * 1000) * 1000),
      _TRANSPORT: 'stdout',
      _COMM: program,
      SYSLOG_IDENTIFIER: program,
      _HOSTNAME: 'desk-7',
      MESSAGE: words,
    }),
  'journal by name': (program, words, at) =>
    JSON.stringify({
      __REALTIME_TIMESTAMP: String((noon + at * 1000) * 1000),
      _TRANSPORT: 'syslog',
      _COMM: program,
      SYSLOG_IDENTIFIER: 'kernel',
      MESSAGE: words,
    }),
  'unified log': (program, words, at) =>
    `${new Date(noon + at * 1000).toISOString().replace('T', ' ').slice(0, 23)} Df ${program}[911:77c1] [com.example.notes:editor] ${words}`,
  'unified log by default': (program, words, at) =>
    `${new Date(noon + at * 1000).toISOString().replace('T', ' ').slice(0, 23)}000+0000 0x1f0a     Default     0x0                  911    0    ${program}: [com.example.notes:editor] ${words}`,
  'unified log as JSON': (program, words, at) =>
    JSON.stringify({
      timestamp: `${new Date(noon + at * 1000).toISOString().replace('T', ' ').slice(0, 23)}000+0000`,
      processImagePath: `/Applications/${program}.app/Contents/MacOS/${program}`,
      eventMessage: words,
    }),
};

describe('quoted', () => {
  const lines = failureSamples.filter(({ source }) => hasLines(source.format));
  /** What Zoom's own program writes, a desktop logs under its name: the line itself names Zoom's. */
  const transported = new Set(['library-missing']);

  test('in the log of another program it is nothing', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...lines),
        fc.constantFrom(...programs, 'Notes', 'logger'),
        fc.constantFrom(...Object.values(logs)),
        fc.constantFrom('', 'Re: ', 'a note: "', '> '),
        fc.nat(3),
        fc.constantFrom('evidence/log.txt', 'evidence/syslog', 'evidence/notes.log'),
        (sample, program, log, before, ordinary, path) => {
          const all = [...Array.from({ length: ordinary }, () => 'ready'), ...wordsOf(sample), 'done'];
          const text = all.map((words, at) => log(program, words === 'ready' ? words : before + words, at)).join('\n');
          const told = loud(report({ [path]: text })).map(({ failure }) => failure);
          expect(told.filter((failure) => !transported.has(failure))).toEqual([]);
        },
      ),
      runs,
    );
  });

  const opening = fc.constantFrom('', 'Hello,\nsince Monday no meeting works. The log:\n\n', '# Ticket 7\n\n');
  const closing = fc.constantFrom('', '\nWhat can we do?\n', '\nStatus: open\n');
  const marks = fc.constantFrom<((log: string) => string)[]>(
    (log) => `\`\`\`\n${log}\n\`\`\`\n`,
    (log) => `\`\`\`text\n${log}\n\`\`\`\n`,
    (log) => `~~~\n${log}\n~~~\n`,
    (log) => `${log.replaceAll(/^/gm, '> ')}\n`,
  );

  test('three times in a ticket it is suspected at most', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...failureSamples),
        fc.integer({ min: 1, max: 90 }),
        opening,
        closing,
        marks,
        fc.constantFrom('ticket.md', 'mail.txt', 'zoom/ticket.txt'),
        (sample, step, before, after, mark, path) => {
          const times = [0, step, 2 * step].map((at) => atNoon(sample, at));
          const { diagnoses, verdicts } = report({ [path]: `${before}${mark(times.join('\n'))}${after}` });
          expect(verdicts.filter(({ state }) => state === 'confirmed').map((one) => one.class)).toEqual([]);
          expect(diagnoses.filter(({ confidence }) => confidence === 'high').map(({ failure }) => failure)).toEqual([]);
        },
      ),
      runs,
    );
  });
});
