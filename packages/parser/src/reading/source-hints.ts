/** What a caller knows of a source, or wants of its reading. */
import type { Entry, Os } from '../model.ts';

export interface SourceHints {
  /** Overrides what path and content say of the system. */
  readonly os?: Os | null;
  /** ISO 8601 UTC. */
  readonly modified?: string | null;
  /** Reads the source as this format, whatever it looks like. */
  readonly format?: string;
  /** Parses every line instead of those that can matter: the findings are the same. */
  readonly everyPiece?: boolean;
  /**
   * Bytes at the start that are read for what they tell of the rest (dates, launches, addresses), and not for findings; nor
   * is the name of a source that had them, or that was empty then.
   */
  readonly silentBytes?: number;
  /** Judges log lines that a document quotes like those of a log file. */
  readonly asLog?: boolean;
  /** Called with each entry (each chain, when it is complete), in file order. */
  readonly onEntry?: (entry: Entry) => void;
}
