/** Requests that failed, as the console of a browser tells of them. */
import { hostOf, outcomeOf, type Told } from './browser-outcome.ts';

export interface ConsoleRequest {
  readonly told: Told;
  /** The host that was asked; null when the line does not name it. */
  readonly host: string | null;
}

const address = /(?:https?|wss?):\/\/[^\s'"’”)]{1,2000}/g;
/** `app.zoom.us/wc/join:1 `: Chromium leaves the scheme out. Or the name under which it saves a console. */
const barePlace = /^(?:\d\d:\d\d:\d\d\.\d{1,3} {1,2})?((?:[\w-]{1,63}\.){1,10}[a-z]{2,12})(?=[/:]|-\d{6,16}\.log:)/i;

/** Null when the line tells of no request, or nothing of where it failed. `asked`: the host in the line before it. */
export function requestOf(text: string, asked?: string): ConsoleRequest | null {
  const told = outcomeOf(text);
  if (!told) return null;
  const addresses = [...text.matchAll(address)].slice(0, 16);
  // What failed stands before the reason; behind it, the place in a script, unless nothing else is there.
  const failed = addresses.findLast(({ index }) => index < told.start) ?? addresses[0];
  return {
    told,
    host: failed ? hostOf(failed[0]) : (barePlace.exec(text)?.[1]?.toLowerCase() ?? besideOf(text, asked)),
  };
}

/** Of a line that holds the reason alone. */
const besideOf = (text: string, asked: string | undefined): string | null =>
  asked && /^\[?[A-Z_]{3,40}\]?(?: {0,2}[\d,. ]{1,12}ms)?\]?$/.test(text) ? asked : null;
