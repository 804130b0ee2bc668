/** The commands that would still help to settle a class: never one whose output was read. */
import { type CollectCommand, collectCommands } from '../knowledge/commands/index.ts';
import type { FailureClass, Missing, SourceFindings } from '../model.ts';
import type { Knowledge } from '../reading/classify.ts';
import type { JudgedMachine } from './machines.ts';

export function missingFor(name: FailureClass, machine: JudgedMachine | null, knowledge: Knowledge): Missing[] {
  const os = machine?.machine.os ?? null;
  const sources = (machine?.sources ?? []).map((source) => withoutParts(source, knowledge));
  return collectCommands
    .filter((one) => one.class === name && (os === null || one.os === os))
    .filter((one) => !sources.some((source) => isOutput(source, one, knowledge)))
    .map(({ what, collect }) => ({ what, collect }));
}

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

/** `output` is a file name, with at most one `*`. */
function hasName(path: string, output: string): boolean {
  const name = path.toLowerCase().split(/[/\\]/).at(-1)!;
  const [start = '', end = start] = output.toLowerCase().split('*');
  return output.includes('*') ? name.startsWith(start) && name.endsWith(end) : name === start;
}
