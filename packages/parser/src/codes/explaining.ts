/**
 * Which classes of causes may explain a code that the user saw: one table for all codes, with the reason of each row. A cause
 * of another class that is seen beside the code is a diagnosis of its own.
 */
import type { FailureClass } from '../model.ts';
import { decodeComposite } from './composite.ts';

export interface Explaining {
  /** The classes whose causes may explain it. */
  readonly classes: readonly FailureClass[];
  /** Classes that may do so only where the attempt shows nothing of the connection, and never with more than low confidence. */
  readonly lastly: readonly FailureClass[];
  readonly why: string;
}

/** What a connection to Zoom runs through, from the machine outwards. No camera and no permission is part of it. */
export const connectionClasses = ['tls-clock', 'proxy', 'network', 'firewall', 'service'] as const;

interface Row extends Omit<Explaining, 'lastly'> {
  readonly code: RegExp;
  readonly lastly?: readonly FailureClass[];
}

const rows: readonly Row[] = [
  {
    code: /^500[0-3]$/,
    classes: connectionClasses,
    lastly: ['permissions', 'device-usb'],
    why: 'the web service gave no answer; one public guide also blames camera and microphone permissions and a USB hub',
  },
  { code: /^5004$/, classes: connectionClasses, why: 'the name of the web service did not resolve' },
  { code: /^1041(?:0[1-9]|1[0-8])$/, classes: connectionClasses, why: 'no meeting server could be reached' },
  {
    code: /^2026$/,
    classes: [...connectionClasses, 'account'],
    why: 'the sign-in service could not be reached, or the organization has disabled this way of signing in',
  },
];

/** HTTP statuses that speak of who asks rather than of the way there. */
const ofAccount = [401, 403, 429];

/** Null for a code of which nothing is known that other evidence could explain. */
export function explainingOf(code: string): Explaining | null {
  const row = rows.find((one) => one.code.test(code));
  if (row) return { lastly: [], ...row };
  const composite = decodeComposite(code);
  if (composite === null) return null;
  const { http, curl } = composite;
  if (http === 407) return { classes: ['proxy'], lastly: [], why: 'a proxy asked for a login (HTTP 407)' };
  if (http !== 0)
    return {
      classes: ofAccount.includes(http) ? ['account', 'service', 'proxy'] : ['service', 'proxy', 'tls-clock'],
      lastly: [],
      why: `an answer came (HTTP ${http}): from Zoom, or from a gateway in front of it`,
    };
  return { classes: connectionClasses, lastly: [], why: `libcurl could not make the connection (curl ${curl})` };
}
