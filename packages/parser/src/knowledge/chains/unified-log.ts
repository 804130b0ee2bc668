/** What the formats of the macOS unified log have in common: the same records in several styles. */
import type { Carry, Format } from '../../define.ts';
import type { Entry } from '../../model.ts';
import { nameRequest } from '../wordings/apple-request.ts';
import { appleUsb, nameUsbPort } from '../wordings/apple-usb.ts';
import { requestContext } from '../wordings/context.ts';
import { nameStatement } from '../wordings/tcc-statement.ts';
import { nameClient } from './tcc-request.ts';
import { unifiedRequest } from './unified-request.ts';

export const unifiedLog = {
  origin: 'unified-log',
  os: 'macos',
  context: requestContext,
  chain: unifiedRequest,
  carries: appleUsb,
  derives: [
    'client',
    'refused',
    'subject_service',
    'trouble',
    'answer',
    'of',
    'host',
    'enumeration',
    'current',
    'device',
    'tied',
    'port',
  ],
  derive: (entry: Entry, carry: Carry): Entry =>
    nameUsbPort(nameStatement(nameRequest(nameClient(entry, carry))), carry),
} as const satisfies Partial<Format>;
