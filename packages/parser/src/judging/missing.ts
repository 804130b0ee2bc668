/**
 * The commands that would still help to settle a class: never one whose output was read, or that a collector ran. Where it
 * asked and got no answer, that is said.
 */
import { type CollectCommand, collectCommands } from '../knowledge/commands/index.ts';
import type { CollectedState, FailureClass, Missing, Question, SourceFindings } from '../model.ts';
import type { Knowledge } from '../reading/classify.ts';
import type { JudgedMachine } from './machines.ts';

/** Those nobody asked first, then those that may be answered another time. */
const promise: readonly (CollectedState | null)[] = [null, 'skipped', 'not-allowed', 'timed-out', 'failed', 'absent'];

export function missingFor(name: FailureClass, machine: JudgedMachine | null, knowledge: Knowledge): Missing[] {
  const os = machine?.machine.os ?? null;
  const sources = (machine?.sources ?? []).map((source) => withoutParts(source, knowledge));
  const questions = questionsOf(sources);
  const answers = withoutRefused(sources);
  const rank = ({ asked }: Missing): number => promise.indexOf(asked?.state ?? null);
  return collectCommands
    .filter((one) => one.class === name && (os === null || one.os === os))
    .filter((one) => !answers.some((source) => isOutput(source, one, knowledge)))
    .flatMap((one) => {
      const asked = endOf(one, questions);
      return asked?.state === 'ran' ? [] : [{ what: one.what, collect: one.collect, asked }];
    })
    .map(({ asked, ...one }): Missing => ({ ...one, asked: asked as Missing['asked'] }))
    .toSorted((a, b) => rank(a) - rank(b));
}

const questionsOf = (sources: readonly SourceFindings[]): readonly Question[] =>
  sources.filter(({ isHearsay }) => !isHearsay).flatMap((source) => source.questions);

/** Without what was left of answers that were refused or failed: that shows nothing by what is not in it. */
export function withoutRefused(sources: readonly SourceFindings[]): readonly SourceFindings[] {
  const [refused, answered] = [new Set<string>(), new Set<string>()];
  for (const { state, outputs } of questionsOf(sources))
    for (const name of outputs)
      (state === 'not-allowed' || state === 'failed' ? refused : answered).add(name.toLowerCase());
  return sources.filter(({ path, findings }) => {
    const name = fileName(path);
    return findings.length > 0 || !refused.has(name) || answered.has(name);
  });
}

/** How the question ended, for the first of those who were asked if for none it was answered; null when nobody asked it. */
function endOf(
  command: CollectCommand,
  questions: readonly Question[],
): { readonly state: CollectedState; readonly error: string | null } | null {
  const { collect, output, copies } = command;
  const own = copies
    ? placesOf(command, questions)
    : questions.filter(({ command, outputs }) => command === collect || outputs.some((name) => hasName(name, output)));
  const told = own.find(({ state }) => state === 'ran') ?? own[0];
  return told ? { state: told.state, error: told.error } : null;
}

/** The places from which a command would copy: a collector copies them itself. */
function placesOf({ collect }: CollectCommand, questions: readonly Question[]): readonly Question[] {
  const named = questions.flatMap((question) => {
    const folder = folderOf(question.place ?? '');
    return folder !== '' && collect.includes(folder) ? [{ question, size: folder.length }] : [];
  });
  const most = Math.max(...named.map(({ size }) => size));
  return named.filter(({ size }) => size === most).map(({ question }) => question);
}

/** Up to the first name that is only a pattern, as PowerShell writes it where Windows does: `%TEMP%\MSI*.LOG`. */
const folderOf = (place: string): string =>
  place.replace(/%(\w{1,30})%/g, '$env:$1').replace(/[\\/][^\\/*]{0,200}\*.*$/s, '');

/** A log that is quoted is a part of it; what a command printed is all there, whoever hands it in. */
function withoutParts(source: SourceFindings, { formatById }: Knowledge): SourceFindings {
  if (!source.isHearsay) return source;
  const isPart = (id: string): boolean =>
    formatById.get(id)?.head !== undefined || formatById.get(id)?.isZooms === true;
  return { ...source, formats: source.formats.filter((id) => !isPart(id)) };
}

/** By its format, or that of one of its parts, where no other command writes such files; else by its name, or by what was found in it. */
function isOutput(source: SourceFindings, command: CollectCommand, { failureById, factById }: Knowledge): boolean {
  // Of an empty output the name alone tells what was asked.
  if (source.format === null) return source.findings.length > 0 && hasName(source.path, command.output);
  // A console holds what several commands printed.
  const read = source.formats.filter((format) => readsAs(command, format));
  if (read.length === 0) return false;
  if (read.some((format) => !isShared(format, command))) return true;
  if (hasName(source.path, command.output)) return true;
  return source.findings.some(({ id }) =>
    command.shows
      ? command.shows.some((one) => one === id)
      : (failureById.get(id) ?? factById.get(id))?.class === command.class,
  );
}

const readsAs = ({ reads }: CollectCommand, format: string): boolean => reads.some((one) => one === format);

const isShared = (format: string, { os, collect }: CollectCommand): boolean =>
  collectCommands.some((other) => other.os === os && other.collect !== collect && readsAs(other, format));

const fileName = (path: string): string => path.toLowerCase().split(/[/\\]/).at(-1)!;

/** `output` is a file name, with at most one `*`. */
function hasName(path: string, output: string): boolean {
  const name = fileName(path);
  const [start = '', end = start] = output.toLowerCase().split('*');
  return output.includes('*') ? name.startsWith(start) && name.endsWith(end) : name === start;
}
