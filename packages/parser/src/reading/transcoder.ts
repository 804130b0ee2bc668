/** The bytes of a source to UTF-8 text, as they arrive. */
export interface Transcoder {
  push(bytes: Uint8Array): Uint8Array;
  /** What was still held back: half a code unit at the end becomes U+FFFD. */
  end(): Uint8Array;
  /** What could not be read of all that came, once it has ended; null when nothing. */
  note(): string | null;
}
