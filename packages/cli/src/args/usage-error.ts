/** The request cannot be carried out: one line on standard error and exit status 2, never a stack. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
  /** What is accepted, or what to do instead; empty when the message is enough. */
  readonly hint: string;

  constructor(message: string, hint = '') {
    super(message);
    this.hint = hint;
  }
}

/** Also one that a command threw, which is bundled with its own class. */
export const isUsageError = (error: unknown): error is UsageError =>
  error instanceof Error && error.name === 'UsageError';
