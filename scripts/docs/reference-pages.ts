/** The pages that list what zoomlog knows: declarations in, Markdown out. */
import { type Fact, formatsOf, type Pattern } from '../../packages/parser/src/define.ts';
import { type FailureClass, failureClasses } from '../../packages/parser/src/model.ts';
import { factLink, failureLink, formatLink, type Knowledge, origin, osNames, systems } from './knowledge.ts';
import { alignedTable, code, fence, page, prose, section, table } from './markdown.ts';

/** One section for each class, empty ones too, so that a link to any of them arrives. */
const byClass = <T extends { readonly class: FailureClass }>(
  items: readonly T[],
  heads: readonly string[],
  row: (item: T) => readonly string[],
): string =>
  failureClasses
    .map((name) => section(name, table(heads, items.filter((item) => item.class === name).map(row)) || 'None yet.'))
    .join('\n\n');

/** docs/failures.md */
export const failuresPage = ({ failures }: Knowledge): string =>
  page(
    '# Failures',
    origin,
    `zoomlog knows ${count(failures.length, 'failure')} in ${failureClasses.length} classes. A *symptom* carries the code or the visible failure, a *cause* explains it, a *support* only strengthens.`,
    byClass(failures, ['Failure', 'What', 'Role', 'Strength', 'Severity'], (failure) => [
      failureLink(failure.id),
      prose(failure.title),
      failure.role,
      failure.strength,
      failure.severity,
    ]),
  );

/** docs/facts.md */
export const factsPage = ({ facts }: Knowledge): string =>
  page(
    '# Facts',
    origin,
    'Known signs that are no failure: what *rules out* a cause, what *ends* a failure because it is a success, and what is *benign*, however alarming it looks.',
    byClass(facts, ['Fact', 'What', 'Effect', 'Because', 'In'], (fact) => [
      factLink(fact.id),
      prose(fact.title),
      effect(fact),
      prose(fact.because),
      formatsOf(fact)
        .map((id) => formatLink(id))
        .join(', '),
    ]),
  );

const effect = (fact: Fact): string =>
  ({
    'rules-out': `rules out ${(fact.clears ?? []).map(code).join(', ')}`,
    ends: `ends ${(fact.ends ?? []).map((id) => failureLink(id)).join(', ')}`,
    benign: 'benign',
  })[fact.effect];

// ---- formats, codes, paths, commands ---------------------------------------------------------

/** docs/formats.md */
export const formatsPage = ({ formats, failures, facts }: Knowledge): string =>
  page(
    '# Formats',
    origin,
    'The kinds of log that zoomlog reads. A file name helps, but the content decides.',
    ...formats.map((format) => {
      const reads = (known: { readonly match: readonly Pattern[] }) => formatsOf(known).includes(format.id);
      const embeds = format.embeds?.length
        ? ` Lines of ${format.embeds.map((id) => formatLink(id)).join(', ')} stand in it.`
        : '';
      return section(
        format.id,
        `${prose(format.title)}. ${format.os ? `Written on ${osNames[format.os]}` : 'Written on several systems'}${
          format.names.length > 0 ? `, usually as ${format.names.map(code).join(', ')}` : ''
        }.${embeds}`,
        `${count(failures.filter(reads).length, 'failure')} and ${count(facts.filter(reads).length, 'fact')} are looked for in it.`,
        fence(format.samples[0]!.text),
      );
    }),
  );

const count = (number: number, noun: string): string => `${number} ${noun}${number === 1 ? '' : 's'}`;

/** docs/codes.md */
export const codesPage = ({ codes }: Knowledge): string =>
  page(
    '# Codes',
    origin,
    'A number may have several readings; `zoomlog explain` lists them. The class is the one to think of first when nothing else is known. Confidence tells how well a meaning is backed: *high* by the vendor, *medium* by one good third party, *low* by a weak page, *inferred* by nothing but inference.',
    ...[...new Set(codes.map(({ namespace }) => namespace))].map((namespace) =>
      section(
        namespace,
        table(
          ['Code', 'Symbol', 'Meaning', 'Class', 'System', 'Confidence', 'Source'],
          codes
            .filter((reading) => reading.namespace === namespace)
            .map((reading) => [
              code(reading.code),
              reading.symbol === null ? '' : code(reading.symbol),
              prose(reading.meaning),
              reading.class ?? '',
              reading.os.length === 0 ? '' : systems(reading.os),
              reading.confidence,
              prose(reading.source),
            ]),
        ),
      ),
    ),
  );

/** docs/commands.md */
export const commandsPage = ({ commands }: Knowledge): string =>
  page(
    '# Commands that collect evidence',
    origin,
    'They change nothing but a new file in the current folder, which `zoomlog scan` then reads. On Windows they are typed in PowerShell, elsewhere in a POSIX shell. `zoomlog list commands --os windows` prints those of a system as one script.',
    ...Object.entries(osNames).map(([os, name]) =>
      section(
        name,
        table(
          ['Collects', 'Command', 'Helps to decide'],
          [
            ...Map.groupBy(
              commands.filter((command) => command.os === os),
              ({ collect }) => collect,
            ),
          ].map(([collect, uses]) => [prose(uses[0]!.what), code(collect), uses.map((use) => use.class).join(', ')]),
        ),
      ),
    ),
  );

/** docs/paths.md */
export const pathsPage = ({ paths }: Knowledge): string =>
  page(
    '# Paths',
    origin,
    'Where Zoom, or the system on its behalf, keeps logs. `zoomlog scan` without a path looks there.',
    ...Object.entries(osNames).map(([os, name]) =>
      section(
        name,
        table(
          ['Path', 'Holds'],
          paths.filter((known) => known.os === os).map(({ pattern, holds }) => [code(pattern), prose(holds)]),
        ),
      ),
    ),
  );

const classNotes: Readonly<Record<FailureClass, string>> = {
  firewall: 'blocked or dropped on the way',
  proxy: 'a proxy that asks, refuses, fails or is wrongly set',
  'tls-clock': 'a wrong clock, an expired or untrusted certificate, TLS inspection',
  'device-usb': 'a camera, microphone or USB device that fails',
  permissions: 'camera, microphone or screen denied',
  network: 'offline, no route, DNS',
  service: "Zoom's side",
  account: 'sign-in, meeting, policy',
  install: 'installer, corruption, a missing library',
  crash: 'Zoom itself crashed',
};

/** The table in README.md. */
export const classTable = ({ failures }: Knowledge): string =>
  alignedTable(
    ['Class', 'Covers', 'Known failures'],
    failureClasses.map((name) => [
      `[${name}](docs/failures.md#${name})`,
      classNotes[name],
      String(failures.filter((failure) => failure.class === name).length),
    ]),
  );
