/**
 * Illegal instruction, trap, abort, bus error, arithmetic error, invalid memory access, bad system call (signal(7)); 9 and 15
 * end a program on request.
 */
export const crashSignals = [4, 5, 6, 7, 8, 11, 31] as const;

/** What a shell calls the signals that end a program, in the languages of its users. */
export const signalWords = [
  'Segmentation fault',
  'Aborted',
  'Illegal instruction',
  'Bus error',
  'Floating point exception',
  'Speicherzugriffsfehler',
  'Erreur de segmentation',
  'Violación de segmento',
  'Errore di segmentazione',
  'Falha de segmentação',
  'Naruszenie ochrony pamięci',
  'Ошибка сегментирования',
  '段错误',
] as const;
