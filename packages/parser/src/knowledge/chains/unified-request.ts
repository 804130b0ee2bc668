/** A request in the unified log of macOS, of which several lines tell: one for privacy, or a task of the networking. */
import type { Chain } from '../../define.ts';
import type { Entry } from '../../model.ts';
import { textOf } from '../../reading/entry.ts';
import { tccRequest } from './tcc-request.ts';

/** `Task <00000000-0000-4000-8000-000000000001>.<4> finished …`: only its last line names the host. */
const task = /\bTask <([0-9A-F-]{36})>\.<(\d{1,10})> (?!resuming)/;

const taskOf = (entry: Entry): string | null => {
  const match = task.exec(textOf(entry));
  return match && `task ${match[1]} ${match[2]}`;
};

/** Longer than a request waits for its answer by default, one minute; the numbers of tasks are used again. */
const patience = 120_000;

export const unifiedRequest: Chain = {
  patience,
  has: [...tccRequest.has, 'Task <'],
  by: (entry, carry) => tccRequest.by(entry, carry) ?? taskOf(entry),
  begins: (entry) => tccRequest.begins!(entry),
  ends: (entry, carry) => tccRequest.ends(entry, carry) || / finished (?:with error|successfully)/.test(textOf(entry)),
};
