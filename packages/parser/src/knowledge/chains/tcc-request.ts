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

/**
 * Whose permission it is: the subject of the request, as tccd names it, else the program held responsible, which it would name.
 * The one that opens the device, or asks for another one, may be anyone: a terminal or a recorder answers for what it starts.
 */
const clients = [
  /AUTHREQ_(?:SUBJECT|PROMPTING): [^\n]{0,120}subject=(?:Sub:\{([^}\s<(]{1,300})\}|(?!\/Applications\/zoom\.us\.app\/)([^,\s<(]{1,300}))/,
  /responsible=\{(?:TCCDProcess: )?identifier=([^,}\s<(]{1,300})/,
  /accessing=\{(?:TCCDProcess: )?identifier=([^,}\s]{1,300})/,
  /requesting=\{(?:TCCDProcess: )?identifier=([^,}\s]{1,300})/,
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
