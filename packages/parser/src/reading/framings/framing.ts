/** How a file falls into pieces: a cutter takes UTF-8 bytes in any split and emits the same pieces in file order. */
export interface Cutter {
  push(utf8: Uint8Array): void;
  /** Lines that have ended so far. */
  lines(): number;
  /** Emits what is left. `lines` is the source's number of lines; `note` says what was cut or left unfinished. */
  end(): { readonly lines: number; readonly note: string | null };
}
