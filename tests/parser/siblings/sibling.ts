import type { Confidence, FailureClass, VerdictState } from '@zoomlog/parser';

/** Files of one incident, path to text, and what an examiner would conclude from them. */
export interface Sibling {
  readonly title: string;
  readonly evidence: Readonly<Record<string, string>>;
  /** The first diagnosis above information. Null: there is none. Absent: silence and a mention are both right. */
  readonly top?: null | {
    readonly class: FailureClass | readonly FailureClass[];
    readonly code?: string | null;
    readonly confidence?: Confidence | readonly Confidence[];
  };
  /** Only those that matter; where there are several, each is right. */
  readonly verdicts?: Partial<Record<FailureClass, VerdictState | readonly VerdictState[]>>;
  /** Classes that no diagnosis above information may have. */
  readonly never?: readonly FailureClass[];
  /** Classes that a diagnosis above information must have too. */
  readonly also?: readonly FailureClass[];
  /** The exit status, or those that are right. */
  readonly exit?: number | readonly number[];
}

/** Whatever is right for a class that was not proved, or is over. */
export const unproved = ['not-assessable', 'suspected', 'ruled-out', 'resolved'] as const;
