/** What keeps an error of ours within the source that it happened in. */

export interface Guard {
  /** The result of a step, or null when it failed. */
  run<Result>(step: () => Result): Result | null;
  /** The same function, whose errors are the caller's own. */
  ofCaller<Argument>(call: (argument: Argument) => void): (argument: Argument) => void;
  /** What failed. */
  fault(): string | null;
}

/** An error of ours costs this source its rest, never the scan. */
export function openGuard(): Guard {
  let fault: string | null = null;
  let isCallers = false;
  return {
    run(step) {
      try {
        return step();
      } catch (error) {
        if (isCallers) throw error;
        fault = `reading stopped on an internal error: ${error instanceof Error ? error.message : String(error)}`;
        return null;
      }
    },
    ofCaller: (call) => (argument) => {
      isCallers = true;
      call(argument);
      isCallers = false;
    },
    fault: () => fault,
  };
}
