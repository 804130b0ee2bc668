/** When two subjects are one thing: as the system that knows them compares them. */
import type { Subject } from '../model.ts';
import type { Clock } from './clock.ts';
import type { Observation } from './suspects.ts';
import { comesAfter, sightingsOf } from './window.ts';

/** Instance ids of devices, names of hosts, and files and programs of Windows are compared without case. */
const isWithoutCase = ({ kind, text }: Subject): boolean =>
  kind === 'device' || kind === 'host' || /^[a-z]:\\|^\\\\|\.(?:exe|dll|msi)$/i.test(text);

export const isSameThing = (a: Subject, b: Subject): boolean =>
  a.text === b.text || (isWithoutCase(a) && isWithoutCase(b) && a.text.toLowerCase() === b.text.toLowerCase());

/**
 * What Windows calls a device: its model, function included, and the port or its serial number. A `&` in the last part
 * shows that Windows made that part up, from the port.
 */
const perPort = /^(.+\\)[\da-f]{1,2}&[^\\]+$/i;

/**
 * True when a device that started is the one that failed, on another port: the same model, not seen before it failed. One
 * that was seen before is another of its model.
 */
export function isOnOtherPort(started: Observation, failed: Observation, clock: Clock): boolean {
  const [a, b] = [started.finding.subject, failed.finding.subject].map((one) =>
    one?.kind === 'device' ? perPort.exec(one.text)?.[1]?.toLowerCase() : undefined,
  );
  if (a === undefined || a !== b) return false;
  return sightingsOf(started).every((good) => sightingsOf(failed).some((bad) => comesAfter(clock, good, bad)));
}
