/** What heads read in the lines of a text that is being recognized: several steps ask about the same lines. */
import type { Head, LineStart } from '../define.ts';

/** Of one head; what is longer, or beyond that, is read anew. */
const mostLines = 500;
const longestLine = 1000;

const looks = new Map<Head, Map<string, LineStart | null>>();

/** Another text is being recognized: its lines are others, and those of the last one would keep all of it. */
export const forgetLooks = (): void => looks.clear();

/** As `head.read`. */
export function lookAtHead(head: Head, line: string): LineStart | null {
  if (!head.begins(line)) return null;
  if (line.length > longestLine) return head.read(line);
  const seen = looks.get(head) ?? new Map<string, LineStart | null>();
  looks.set(head, seen);
  const before = seen.get(line);
  if (before !== undefined) return before;
  const start = head.read(line);
  if (seen.size >= mostLines) seen.clear();
  seen.set(line, start);
  return start;
}
