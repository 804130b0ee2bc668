/** Ids of diagnoses: the same for the same trouble, however the log grew, was rotated, extracted or masked. */

import { withoutSecrets } from '../masking/redact.ts';
import type { Sight } from '../model.ts';

/** FNV-1a, 64 bits, over UTF-16 units: an id, not a safeguard. */
function hash(text: string): string {
  let value = 0xcbf29ce484222325n;
  for (let i = 0; i < text.length; i++) {
    value ^= BigInt(text.charCodeAt(i));
    value = BigInt.asUintN(64, value * 0x100000001b3n);
  }
  return value.toString(16).padStart(16, '0');
}

/** From the earliest sight of a failure: its id, its time, and its text with each secret replaced by its kind. */
export const stableId = (failure: string, sight: Sight): string =>
  hash([failure, sight.time?.text ?? '', withoutSecrets(sight.text)].join('\0'));
