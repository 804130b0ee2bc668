/** What the formats of the macOS unified log have in common: the same records in several styles. */
import type { Carry, Format } from '../../define.ts';
import type { Entry } from '../../model.ts';
import { nameClient } from '../chains/tcc-request.ts';
import { unifiedRequest } from '../chains/unified-request.ts';
import { nameRequest } from './apple-request.ts';
import { appleUsb, nameUsbPort } from './apple-usb.ts';
import { requestContext } from './context.ts';
import { nameStatement } from './tcc-statement.ts';

/** The styles in which the records of the unified log are printed or copied. */
export const unifiedLogs = [
  'unified-log-ndjson',
  'unified-log-compact',
  'unified-log-default',
  'unified-log-syslog',
  'unified-log-console',
  'unified-log-stderr',
  'unified-log-excerpt',
] as const;

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
