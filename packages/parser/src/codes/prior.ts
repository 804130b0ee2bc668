/** What a code says of the class of a failure when nothing else is known: an order to look in, never a finding. */
import type { Code } from '../define.ts';
import type { Alternative, Confidence, FailureClass } from '../model.ts';
import { resolveCode } from './resolve.ts';

export interface CodePrior {
  readonly class: FailureClass;
  /** Why that class comes first. */
  readonly why: string;
  readonly alternatives: readonly Readonly<Alternative>[];
  /** medium where a good source gives the number one meaning, low otherwise; a number alone never gives more. */
  readonly confidence: Confidence;
}

const firewall: Alternative = {
  class: 'firewall',
  why: 'a firewall or security software, on the device or in the network, drops or refuses the connection',
};
const proxy: Alternative = {
  class: 'proxy',
  why: 'a proxy is misconfigured or unreachable, requires a login, or refuses Zoom',
};
const network: Alternative = {
  class: 'network',
  why: 'the device has no network, no route or no working DNS',
};
const tlsClock: Alternative = {
  class: 'tls-clock',
  why: 'a wrong clock or TLS inspection breaks certificate checks',
};
const service: Alternative = { class: 'service', why: "Zoom's service does not answer" };

/** Families in which one symptom has several causes, in the order in which the causes are met. */
const families: readonly (readonly [code: RegExp, causes: readonly [Alternative, ...Alternative[]]])[] = [
  [/^500[0-3]$/, [firewall, proxy, network, tlsClock, service]],
  [
    /^5004$/,
    [
      { class: 'network', why: "the name of Zoom's server does not resolve: no network, or a failing DNS server" },
      { class: 'firewall', why: 'a firewall or filter blocks the DNS server or hides the name' },
      { class: 'proxy', why: 'only the proxy can resolve names, and Zoom does not use it' },
    ],
  ],
  [/^104101$/, [firewall, network, proxy, tlsClock, service]],
  [/^1041(0[2-9]|1[0-8])$/, [firewall, proxy, network, tlsClock, service]],
  [
    /^2026$/,
    [
      firewall,
      {
        class: 'account',
        why: 'the organization has disabled this sign-in method; opening a firewall for it only does harm',
      },
      proxy,
      network,
      service,
    ],
  ],
  [
    /^1132$/,
    [
      { class: 'account', why: 'Zoom blocks the account or this client; a block cannot be bypassed' },
      { class: 'firewall', why: 'some guides blame a firewall but cite no source' },
    ],
  ],
  [
    /^1142$/,
    [
      { class: 'account', why: "the host's account blocks this country or region" },
      { class: 'proxy', why: 'a proxy or VPN makes the device appear to be in a blocked country' },
    ],
  ],
  // Composite: curl could not connect, or the connection broke, and no socket error says more.
  [/^1000(07|28|52|55|56)000$/, [firewall, proxy, network, service]],
];

/**
 * The class to think of first for a code, and what else it could be; null when the code says nothing of a class.
 * `readings` narrows the code down to a namespace or a system; without it the code is read as it stands.
 */
export const codePrior = (code: string, readings: readonly Code[] = resolveCode(code)): CodePrior | null => {
  const zoom = readings.filter(({ namespace }) => namespace.startsWith('zoom-'));
  const family = zoom.length > 0 ? families.find(([pattern]) => pattern.test(code)) : undefined;
  if (family) {
    const [first, ...alternatives] = family[1];
    return { ...first, alternatives, confidence: 'low' };
  }
  return priorOf(zoom.length > 0 ? zoom : readings);
};

/** The first reading of each class speaks for it. */
const priorOf = (readings: readonly Code[]): CodePrior | null => {
  const causes = new Map<FailureClass, Code>();
  for (const reading of readings) {
    if (reading.class !== null && !causes.has(reading.class)) causes.set(reading.class, reading);
  }
  const [first, ...others] = causes.values();
  if (first === undefined) return null;
  return {
    ...asCause(first),
    alternatives: others.map(asCause),
    confidence: others.length === 0 && first.confidence === 'high' ? 'medium' : 'low',
  };
};

const asCause = (reading: Code): Alternative => ({ class: reading.class!, why: reading.meaning });
