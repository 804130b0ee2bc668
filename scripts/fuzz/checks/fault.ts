/** What can be wrong with an input, in a word each. */
export const faultKinds = {
  throw: 'something threw',
  'internal-note': 'a note reports an internal error',
  cuts: 'the same bytes in other pieces gave other findings',
  sofar: 'what was found so far is not what a file of so much gives',
  pieces: 'parsing every line gave other findings than the search',
  place: 'a finding points outside its line, or at something else',
  time: 'a time is no number',
  order: 'the order of the sources changed the report',
  masking: 'masking twice is not masking once',
  schema: 'a report or an event does not keep its schema',
  json: 'what is printed as JSON cannot be read, or is not plain',
  text: 'a text for people holds what no terminal may get',
  explain: 'a query is explained in a way that is no text',
  editor: 'the editor is given a range or a page that is none',
  archive: 'an archive gave other sources through a pipe than from a file',
  slow: 'a step took more than two seconds, alone',
  hang: 'it did not end, alone',
  memory: 'it took more memory than it may',
} as const;

export type FaultKind = keyof typeof faultKinds;

export interface Fault {
  readonly kind: FaultKind;
  /** What exactly: what is the same for two faults of one cause comes first. */
  readonly what: string;
}

export interface Examination {
  readonly faults: readonly Fault[];
  complain(kind: FaultKind, what: string): void;
  /** Runs a step; what it throws is a fault, and so is a step that takes too long. Null when it threw. */
  step<Result>(name: string, run: () => Result): Result | null;
  /** The same for a step that waits. */
  stepping<Result>(name: string, run: () => Promise<Result>): Promise<Result | null>;
}

/** Milliseconds that a step may take. */
const longestStep = 2000;

/** Milliseconds of work of this thread: a busy machine is no fault. */
const clock = (): number => process.threadCpuUsage().user / 1000;

export function openExamination(): Examination {
  const faults: Fault[] = [];
  const complain = (kind: FaultKind, what: string): void => void faults.push({ kind, what });
  const failed = (name: string, error: unknown): null => {
    const { message, stack = '' } = error instanceof Error ? error : { message: String(error) };
    const frame = /\bat .*?(?:packages|scripts)\/[^\s)]+/.exec(stack.replaceAll('\\', '/'))?.[0] ?? '';
    complain('throw', `${name}: ${message.slice(0, 200)} ${frame.replace(/\(?file:.*?(?=packages|scripts)/, '')}`);
    return null;
  };
  const timed = (name: string, since: number): void => {
    const took = clock() - since;
    if (took > longestStep) complain('slow', `${name}: ${Math.round(took)} ms`);
  };
  return {
    faults,
    complain,
    step(name, run) {
      const since = clock();
      try {
        return run();
      } catch (error) {
        return failed(name, error);
      } finally {
        timed(name, since);
      }
    },
    async stepping(name, run) {
      const since = clock();
      try {
        return await run();
      } catch (error) {
        return failed(name, error);
      } finally {
        timed(name, since);
      }
    },
  };
}

/** Where two values differ first, as a path: `findings.0.attempts`. Null when they do not. */
export function difference(one: unknown, other: unknown, path = ''): string | null {
  if (Object.is(one, other)) return null;
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) {
    const show = (value: unknown): string => (JSON.stringify(value) ?? 'undefined').slice(0, 80);
    return `${path} is ${show(one)} or ${show(other)}`;
  }
  const keys = new Set([...Object.keys(one), ...Object.keys(other)]);
  for (const key of keys) {
    const [a, b] = [(one as Record<string, unknown>)[key], (other as Record<string, unknown>)[key]];
    const found = difference(a, b, path === '' ? key : `${path}.${key}`);
    if (found !== null) return found;
  }
  return null;
}
