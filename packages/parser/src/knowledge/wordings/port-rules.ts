/** Rules of the firewalls of Linux, by the ports that they name: whether they close what Zoom needs. */

/** `8801:8810`, `8801-8810`, `443`, `{ 443, 8801-8810 }`; null where the rule names none: it is every port. */
function portsIn(spec: string | null): readonly (readonly [from: number, to: number])[] | null {
  if (spec === null) return null;
  return [...spec.matchAll(/(?<![\d.])(\d{1,5})(?:[:-](\d{1,5}))?(?![\d.])/g)].map(([, from, to]) => [
    Number(from),
    Number(to ?? from),
  ]);
}

/** What of Zoom a rule closes: the ports of its media, those of the web, or everything. */
export type Closes = 'media' | 'web' | 'all';

/** Null where it closes nothing that Zoom needs. `protocol`: of the rule, null for every one. */
export function closes(protocol: string | null, spec: string | null): Closes | null {
  const ports = portsIn(spec);
  if (protocol !== null && !/^(?:tcp|udp|all|any|0)$/i.test(protocol)) return null;
  if (ports === null) return 'all';
  const has = (port: number): boolean => ports.some(([from, to]) => from <= port && port <= to);
  if (has(443) && !/^udp$/i.test(protocol ?? '')) return 'web';
  return has(8801) || has(8810) ? 'media' : null;
}
