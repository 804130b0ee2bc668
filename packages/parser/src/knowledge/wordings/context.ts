/** In which circumstances an entry was written, as `Format.context` tells it. */
import type { Entry } from '../../model.ts';
import { fieldText } from '../../reading/entry.ts';

/** `from 192.0.2.5; interface Wi-Fi`: what is known of them, in a fixed order; null when nothing is. */
export const contextOf = (parts: Readonly<Record<string, string | null>>): string | null =>
  Object.entries(parts)
    .flatMap(([key, value]) =>
      value === null || value === '' ? [] : [`${key} ${value.replaceAll(';', ',').toLowerCase()}`],
    )
    .join('; ') || null;

/** Of an event of the Windows Filtering Platform: the address that the program used, and where the program lies. */
export const eventContext = (entry: Entry): string | null =>
  contextOf({ from: fieldText(entry, 'sourceaddress'), program: fieldText(entry, 'application') });

/** Of a privacy request of macOS: the user whose program asks. */
export function requestContext(entry: Entry): string | null {
  const user = /\bauid=(\d{1,10})\b/.exec(entry.pieces[0]!.text)?.[1];
  return user === undefined ? null : contextOf({ user });
}

/** Of a clock that is off, and of a certificate that is refused for it: one that is ahead finds it expired, one behind not yet valid. */
export const clockContext = (sense: 'ahead' | 'behind' | null): string | null => contextOf({ clock: sense });
