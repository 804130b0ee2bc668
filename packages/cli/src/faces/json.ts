import type { Style } from '../terminal/style.ts';

/**
 * A report, an explanation or a list as it is. The report's schema is schema/report.schema.json. Escaped to ASCII for a
 * reader that would decode it with a Windows code page.
 */
export const drawJson = (value: object, style: Style): string => safeJson(`${JSON.stringify(value, null, 2)}\n`, style);

/** The same on one line. */
export const drawJsonLine = (value: object, style: Style): string => safeJson(`${JSON.stringify(value)}\n`, style);

const safeJson = (json: string, { platform, unicode }: Style): string =>
  platform !== 'win32' || unicode
    ? json
    : json.replace(/[^\0-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
