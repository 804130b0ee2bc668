/**
 * A macOS privacy request: lines of tccd joined by msgID. The service stands on the first, the program on the
 * second, the answer on the last, so none says anything alone.
 */
import type { Carry, Chain } from '../../define.ts';
import type { Entry } from '../../model.ts';
import { addField, textOf, withFields } from '../../reading/entry.ts';

export const tccRequest: Chain = {
  has: ['AUTHREQ_'],
  by: (entry) => /AUTHREQ_[A-Z]+: msgID=(\d+(?:\.\d+)?)/.exec(textOf(entry))?.[1] ?? null,
  begins: (entry) => textOf(entry).includes('AUTHREQ_CTX'),
  ends: (entry) => textOf(entry).includes('AUTHREQ_RESULT'),
};

/** Who asks: the program that opens the device, else the one that asked for it, else the one held responsible. */
const clients = [
  /accessing=\{(?:TCCDProcess: )?identifier=([^,}\s]+)/,
  /requesting=\{(?:TCCDProcess: )?identifier=([^,}\s]+)/,
  /AUTHREQ_(?:SUBJECT|PROMPTING): [^\n]{0,120}subject=(?:Sub:\{([^}\s]+)\}|([^,\s]+))/,
  /responsible=\{(?:TCCDProcess: )?identifier=([^,}\s]+)/,
];

/** Adds `client` to a folded request. */
export function nameClient(entry: Entry, _carry: Carry): Entry {
  return withFields(entry, (fields) => {
    for (const pattern of clients) {
      for (const [piece, { text }] of entry.pieces.entries()) {
        const match = pattern.exec(text);
        const client = match?.slice(1).find((group) => group);
        if (!match || !client) continue;
        addField(fields, 'client', { value: client, piece, start: match.index, end: match.index + match[0].length });
        return;
      }
    }
  });
}
