/** Time zones by their IANA names. */
import { zoneOffset } from './time.ts';

/** Formats are expensive to make, and a scan compares many times in one zone. */
const formatsByZone = new Map<string, Intl.DateTimeFormat | null>();

/** Tells the offset of a zone at a moment; null when there is no such zone. */
export function formatOf(zone: string): Intl.DateTimeFormat | null {
  const known = formatsByZone.get(zone);
  if (known !== undefined) return known;
  let format: Intl.DateTimeFormat | null = null;
  try {
    format = new Intl.DateTimeFormat('en-US', { timeZone: zone, timeZoneName: 'longOffset' });
  } catch {
    // no such zone
  }
  formatsByZone.set(zone, format);
  return format;
}

/** `+01:00`, or the name of a zone that there is. */
export const isKnownZone = (zone: string): boolean => zoneOffset(zone) !== null || formatOf(zone) !== null;
