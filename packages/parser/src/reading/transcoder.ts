/** The bytes of a source to UTF-8 text, as they arrive. */
export interface Transcoder {
  push(bytes: Uint8Array): Uint8Array;
  /** What was still held back: half a code unit at the end becomes U+FFFD. */
  end(): Uint8Array;
  /** What could not be read of all that came, once it has ended; null when nothing. */
  note(): string | null;
}

/** All of them in one array; the only one itself. */
export function joinAll(parts: readonly Uint8Array[]): Uint8Array {
  const [only] = parts;
  if (only && parts.length === 1) return only;
  const joined = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    joined.set(part, at);
    at += part.length;
  }
  return joined;
}
