/** Stretches of a file that belong to one entry each. An archive bomb uses the same bytes for thousands. */
export interface Claims {
  /** False when part of it is another's. */
  claim(start: number, end: number): boolean;
}

export function openClaims(): Claims {
  /** In order, none over another. */
  const starts: number[] = [];
  const ends: number[] = [];
  return {
    claim(start, end) {
      let [low, high] = [0, starts.length];
      // Most archives list their entries in the order in which they lie.
      if (high > 0 && ends[high - 1]! <= start) low = high;
      while (low < high) {
        const middle = (low + high) >> 1;
        if (starts[middle]! < start) low = middle + 1;
        else high = middle;
      }
      if ((ends[low - 1] ?? 0) > start || (starts[low] ?? Number.POSITIVE_INFINITY) < end) return false;
      starts.splice(low, 0, start);
      ends.splice(low, 0, end);
      return true;
    },
  };
}
