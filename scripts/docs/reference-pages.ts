/** The pages that list what zoomlog knows: declarations in, Markdown out. */
import { type Fact, formatsOf, type Pattern } from '../../packages/parser/src/define.ts';
import { type FailureClass, failureClasses } from '../../packages/parser/src/model.ts';
import { counted, osNames } from '../../packages/parser/src/telling/labels.ts';
import { factLink, failureLink, formatLink, type Knowledge, origin, systems } from './knowledge.ts';
import { alignedTable, code, fence, page, prose, section, table } from './markdown.ts';

/** One section for each class, even without items, so that links to it work. */
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
    `zoomlog knows ${counted(failures.length, 'failure')} in ${failureClasses.length} classes. A *symptom* is the code or the failure that the user sees, a *cause* explains it, a *support* only strengthens a cause.`,
    byClass(failures, ['Failure', 'What broke', 'Role', 'Strength', 'Severity'], (failure) => [
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
    'Known signs that are not failures: some *rule out* a cause, some *end* a failure because they show a success, and some are *benign*, however alarming they look.',
    byClass(facts, ['Fact', 'What', 'Effect', 'Why', 'Formats'], (fact) => [
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
    'The kinds of log that zoomlog reads. It recognizes them by content; the file name is only a hint.',
    ...formats.map((format) => {
      const reads = (known: { readonly match: readonly Pattern[] }) => formatsOf(known).includes(format.id);
      const embeds = format.embeds?.length
        ? ` It can contain lines of ${format.embeds.map((id) => formatLink(id)).join(', ')}.`
        : '';
      return section(
        format.id,
        `${prose(format.title)}. ${format.os ? `Written on ${osNames[format.os]}` : 'Written on several systems'}${
          format.names.length > 0 ? `, usually as ${format.names.map(code).join(', ')}` : ''
        }.${embeds}`,
        ...(format.derives?.length
          ? [`Fields that zoomlog adds to its entries: ${format.derives.map(code).join(', ')}.`]
          : []),
        `zoomlog looks for ${counted(failures.filter(reads).length, 'failure')} and ${counted(facts.filter(reads).length, 'fact')} in it.`,
        fence(format.samples[0]!.text),
      );
    }),
  );

/** docs/codes.md */
export const codesPage = ({ codes }: Knowledge): string =>
  page(
    '# Codes',
    origin,
    'A number can have several meanings; `zoomlog explain` lists them. The class is the first one to suspect when nothing else is known. Confidence shows how good the source of a meaning is: *high* is the vendor, *medium* one good third party, *low* a weak page, and *inferred* means that there is no source.',
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
    'The commands change nothing on the machine: each only writes one new file to the current folder, for `zoomlog scan`. Use PowerShell on Windows and a POSIX shell elsewhere. `zoomlog list commands --os windows` prints the commands for one system as a script. `zoomlog collect` runs those of this machine and packs what they print; on a machine without zoomlog, the [collectors](collectors.md) do.',
    ...Object.entries(osNames).map(([os, name]) =>
      section(
        name,
        table(
          ['Collects', 'Command', 'Checks'],
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
    'Where Zoom, or the system on its behalf, keeps logs. `zoomlog scan` without a path searches these places.',
    ...Object.entries(osNames).map(([os, name]) =>
      section(
        name,
        table(
          ['Path', 'Contents'],
          paths.filter((known) => known.os === os).map(({ pattern, holds }) => [code(pattern), prose(holds)]),
        ),
      ),
    ),
  );

const classNotes: Readonly<Record<FailureClass, string>> = {
  firewall: 'blocked or dropped connections',
  proxy: 'a proxy that needs a login, refuses, fails or is misconfigured',
  'tls-clock': 'a wrong clock, an expired or untrusted certificate, TLS inspection',
  'device-usb': 'a camera, microphone or USB device that fails',
  permissions: 'camera, microphone or screen recording denied',
  network: 'offline, no route, DNS',
  service: "problems on Zoom's side",
  account: 'sign-in, meeting settings, account policy',
  install: 'installer failures, corruption, a missing library',
  crash: 'a crash of Zoom itself',
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
