/** Names in a JSON document that is read on its bytes. */

const backslash = 0x5c;
/** Bytes of a name that are compared; no name of elements is as long. */
const longestName = 256;

/** A string as far as it can be one of those names, after what earlier chunks held of it. Escapes are left out. */
export function nameIn(bytes: Uint8Array, from: number, to: number, earlier: string): string {
  let text = earlier;
  for (let i = from; i < to && text.length < longestName; i++)
    if (bytes[i] === backslash) i++;
    else text += String.fromCharCode(bytes[i]!);
  return text;
}
