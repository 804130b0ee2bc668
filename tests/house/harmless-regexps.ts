/** RegExps that are slow on long texts and never see one, each place with its reason. The fewer the better. */

interface Harmless {
  /** The beginning of the place that writes or builds it. */
  readonly place: string;
  /** UTF-16 units of the longest text that it can see; a test holds it against its worst text of that length. */
  readonly longest: number;
  readonly reason: string;
}

export const harmless: readonly Harmless[] = [];
