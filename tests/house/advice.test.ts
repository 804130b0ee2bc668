/**
 * No advice without a reader: of each command that gathers evidence, `fixtures/commands/` holds what it writes on a healthy
 * and on a failing machine. It is read, the one finds nothing wrong and the other what it was asked for, and it is not asked for again.
 */
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type CollectCommand, collectCommands, judge, knowledge, openSource, type Report } from '@zoomlog/parser';
import { describe, expect, test } from 'vitest';
import { root } from '../helpers/places.ts';

/** What tells how to read other files, and shows no failure itself. */
const context = new Set(['systeminfo']);

const commands = [...Map.groupBy(collectCommands, ({ os, collect }) => `${os}: ${collect}`).values()].map((same) => ({
  ...same[0]!,
  classes: same.map((one) => one.class),
}));

interface Output {
  readonly report: Report;
  readonly formats: readonly (string | null)[];
  /** Failures and facts, `kind class`. */
  readonly found: readonly string[];
}

/** What is made of a sample of its output alone; null where there is none. */
function outputOf({ os, output }: CollectCommand, state: 'healthy' | 'failing'): Output | null {
  const folder = join(root, 'fixtures/commands', os, state);
  const paths = globSync([output, `${output}/**/*.*`], { cwd: folder }).filter((path) => path.includes('.'));
  if (paths.length === 0) return null;
  const sources = paths.map((path) => {
    const pipe = openSource(knowledge, path.replaceAll('\\', '/'));
    pipe.push(readFileSync(join(folder, path)));
    return pipe.end();
  });
  return {
    report: judge(knowledge, sources, { version: 'test', os }),
    formats: sources.map(({ format }) => format),
    found: sources.flatMap(({ findings }) =>
      findings.map(({ kind, id }) => `${kind} ${(knowledge.failureById.get(id) ?? knowledge.factById.get(id))!.class}`),
    ),
  };
}

describe.each(commands)('$os: $collect', (command) => {
  const healthy = outputOf(command, 'healthy');
  const failing = outputOf(command, 'failing');
  const isContext = context.has(command.collect.split(' ')[0]!);
  const isAsked = ({ report }: Output) =>
    report.verdicts.some(({ missing }) => missing.some(({ collect }) => collect === command.collect));

  test('the command names its output, and has a sample of both kinds', () => {
    expect(command.collect).toContain(command.output.includes('*') ? command.output.split('*')[0] : command.output);
    expect([healthy !== null, failing !== null || isContext]).toEqual([true, true]);
  });

  test.each([
    ['healthy', healthy],
    ['failing', failing],
  ])('%s: it is read, and not asked for again', (_, output) => {
    if (output === null) return expect(isContext).toBe(true);
    // An empty output has no format; then its name tells what it shows.
    for (const format of output.formats)
      if (format !== null || output.found.length === 0) expect(command.reads).toContain(format);
    expect(isAsked(output)).toBe(false);
  });

  test('healthy: nothing is wrong', () => {
    const loud = healthy!.report.diagnoses.filter(({ severity }) => severity !== 'info');
    expect(loud.map(({ failure }) => failure)).toEqual([]);
  });

  test('failing: it shows what it was asked for', () => {
    if (isContext) return;
    expect(command.classes.some((name) => failing!.found.includes(`failure ${name}`))).toBe(true);
  });
});

test.each([
  ['a console', ''],
  ['a letter with one', 'Hello, my camera stays black in Zoom, and here is what you asked for.\n\n'],
])('of what %s shows nothing is asked for again', (_, letter) => {
  const pipe = openSource(knowledge, 'answer.txt');
  pipe.push(
    new TextEncoder().encode(
      `${letter}alice@loft:~$ coredumpctl list zoom\nNo coredumps found.\nalice@loft:~$ snap connections zoom-client\nInterface     Plug                      Slot     Notes\naudio-record  zoom-client:audio-record  -        -\ncamera        zoom-client:camera        :camera  -\nalice@loft:~$ exit\n`,
    ),
  );
  const { verdicts } = judge(knowledge, [pipe.end()], { version: 'test', os: 'linux' });
  const asked = verdicts.flatMap(({ missing }) => missing.map(({ collect }) => collect)).join('\n');
  expect(asked).not.toMatch(/coredumpctl|snap connections/);
  expect(asked).toContain('journalctl');
});
