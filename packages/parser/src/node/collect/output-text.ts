/** What a command printed, as text. */
import { decodeText, detectEncoding, openTranscoder } from '../../reading/decode.ts';

export const isText = (printed: readonly string[]): boolean => !printed.some((text) => /[\0\ufffd]/.test(text));

/** Of short bytes in any encoding. */
export function textOf(bytes: Uint8Array): string {
  const transcoder = openTranscoder(detectEncoding(bytes));
  return decodeText(Buffer.concat([transcoder.push(bytes), transcoder.end()])).replaceAll('\r\n', '\n');
}
