import type { CollectCommand, Os } from '@zoomlog/parser';
import { effectNames, meaningOf, osNames } from '@zoomlog/parser/telling/labels';
import { systemPath } from '@zoomlog/parser/telling/paths';
import type { KnowledgeArguments, Topic } from '../args/args.ts';
import type { ExitStatus } from '../exit-status.ts';
import { drawJson } from '../faces/json.ts';
import { type Io, osOf } from '../io.ts';
import { printable, prose } from '../terminal/escape.ts';
import { table } from '../terminal/layout.ts';
import { painterOf, type Style, styleOf } from '../terminal/style.ts';

/** Prints one of the lists; `--os` chooses the system of paths and commands. */
export async function runList(topic: Topic, { format, os, color }: KnowledgeArguments, io: Io): Promise<ExitStatus> {
  const { rows, draw } = await listings[topic](os ?? osOf(io), io);
  const style = styleOf(io, color);
  // Without a terminal to wrap lines, one row is one line, for grep.
  const width = io.stdout.isTTY ? style.width : Number.POSITIVE_INFINITY;
  io.stdout.write(format === 'json' ? drawJson(rows, style) : `${draw({ ...style, width }).join('\n')}\n`);
  return 0;
}

/** A list as plain objects, and as lines for people. */
interface Listing {
  readonly rows: readonly object[];
  draw(style: Style): readonly string[];
}

/** Each loads only what it lists. */
const listings: Readonly<Record<Topic, (os: Os | null, io: Io) => Promise<Listing>>> = {
  failures: async () => {
    const { failures } = await import('@zoomlog/parser/failures');
    const rows = failures.map(({ id, class: name, role, severity, title }) => ({
      id,
      class: name,
      role,
      severity,
      title,
    }));
    return tabulate(rows, ['failure', 'class', 'severity', 'title'], (row) => [
      row.id,
      row.class,
      row.severity,
      row.title,
    ]);
  },
  facts: async () => {
    const { facts } = await import('@zoomlog/parser/facts');
    const rows = facts.map(({ id, class: name, effect, title }) => ({ id, class: name, effect, title }));
    return tabulate(rows, ['fact', 'class', 'effect', 'title'], (row) => [
      row.id,
      row.class,
      effectNames[row.effect],
      row.title,
    ]);
  },
  codes: async () => {
    const { allCodes } = await import('@zoomlog/parser/codes');
    return tabulate(allCodes, ['code', 'namespace', 'class', 'meaning'], (reading) => [
      reading.code,
      reading.namespace,
      reading.class ?? '-',
      meaningOf(reading),
    ]);
  },
  formats: async () => {
    const { formats } = await import('@zoomlog/parser/formats');
    const rows = formats.map(({ id, title, os = null, names }) => ({ id, title, os, names }));
    return tabulate(rows, ['format', 'system', 'files', 'title'], ({ id, os, names, title }) => [
      id,
      os === null ? 'any' : osNames[os],
      names.join(' '),
      title,
    ]);
  },
  paths: async (os, io) => {
    const rows = await pathsOf(os, io);
    return tabulate(rows, ['here', 'path', 'holds'], ({ exists, path, holds }) => [
      exists === null ? 'other system' : exists ? 'exists' : 'missing',
      exists === null ? path : systemPath(path, io.platform),
      holds,
    ]);
  },
  commands: async (os) => {
    const { collectCommands } = await import('@zoomlog/parser/commands');
    const rows = collectCommands.filter((command) => os === null || command.os === os);
    return { rows, draw: (style) => drawScript(rows, style) };
  },
};

interface PathRow {
  readonly pattern: string;
  readonly path: string;
  readonly holds: string;
  /** Null: the path belongs to another system. */
  readonly exists: boolean | null;
}

async function pathsOf(os: Os | null, io: Io): Promise<readonly PathRow[]> {
  const { knownPaths, locateKnownPaths } = await import('@zoomlog/parser/node/known-paths');
  if (os !== null && os === osOf(io)) {
    const located = await locateKnownPaths({ platform: io.platform, env: io.env, home: io.home });
    return located.map(({ pattern, path, holds, exists }) => ({ pattern, path, holds, exists }));
  }
  return knownPaths
    .filter((known) => os === null || known.os === os)
    .map(({ pattern, holds }) => ({ pattern, path: pattern, holds, exists: null }));
}

function tabulate<T extends object>(
  rows: readonly T[],
  headings: readonly string[],
  cellsOf: (row: T) => readonly string[],
): Listing {
  return {
    rows,
    draw(style) {
      const body = rows.map((row) => cellsOf(row).map((cell) => prose(cell, style.unicode)));
      const [head = '', ...lines] = table([headings, ...body], style.width);
      return [painterOf(style)('bold', head), ...lines];
    },
  };
}

/** One script to paste. A command that serves several classes is listed once. */
function drawScript(commands: readonly CollectCommand[], style: Style): readonly string[] {
  const paint = painterOf(style);
  const comment = (text: string) => paint('dim', prose(`# ${text}`, style.unicode));
  return [...Map.groupBy(commands, ({ os }) => os)].flatMap(([os, ofSystem], at) => [
    ...(at > 0 ? [''] : []),
    comment(`${osNames[os]}: paste into ${os === 'windows' ? 'PowerShell' : 'a shell'}, in an empty folder.`),
    comment('The commands change nothing else: each writes one new file to that folder. Then run: zoomlog scan .'),
    comment('Or let zoomlog run them on this machine, and pack what they print with the logs of Zoom: zoomlog collect'),
    ...[...Map.groupBy(ofSystem, ({ collect }) => collect)].flatMap(([collect, group]) => [
      '',
      comment(`${group.map(({ class: name }) => name).join(', ')}: ${group[0]!.what}`),
      printable(collect, style.unicode),
    ]),
  ]);
}
