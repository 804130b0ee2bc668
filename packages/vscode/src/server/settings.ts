/** The user's settings; invalid values are reported and ignored. */
import {
  type Confidence,
  confidences,
  type FailureClass,
  failureClasses,
  failures,
  type Os,
  systems,
} from '@zoomlog/parser';

export type ShownSeverity = 'error' | 'warning' | 'information' | 'hint' | 'off';

export interface Settings {
  /** By failure; others as the parser judges. */
  readonly severity: ReadonlyMap<string, ShownSeverity>;
  /** Null: all. */
  readonly classes: readonly FailureClass[] | null;
  readonly minConfidence: Confidence;
  /** Null: that of the evidence. */
  readonly os: Os | null;
  readonly timezone: string | null;
  readonly maskSecrets: boolean;
  readonly inlayHints: boolean;
  readonly codeLens: boolean;
  readonly follow: boolean;
}

const shownSeverities: readonly ShownSeverity[] = ['error', 'warning', 'information', 'hint', 'off'];
const failureIds: ReadonlySet<string> = new Set(failures.map(({ id }) => id));

/** Reads what the editor holds under `zoomlog`; `complain` gets each ignored value with the reason. */
export function readSettings(value: unknown, complain: (text: string) => void): Settings {
  const given = isObject(value) ? value : {};
  const one = <T extends string>(key: string, accepted: readonly T[], otherwise: T): T => {
    const found = accepted.find((word) => word === given[key]);
    if (found === undefined && given[key] !== undefined && given[key] !== null)
      complain(`zoomlog.${key}: ${quoted(given[key])} is not one of ${accepted.join(', ')}; using ${otherwise}`);
    return found ?? otherwise;
  };
  const flag = (key: string): boolean => {
    if (given[key] !== undefined && given[key] !== null && typeof given[key] !== 'boolean')
      complain(`zoomlog.${key}: ${quoted(given[key])} is not true or false; using true`);
    return given[key] !== false;
  };
  const os = one('os', ['auto', ...systems], 'auto');
  const classes = listOf(given.classes).filter((name): name is FailureClass => {
    const isKnown = failureClasses.some((known) => known === name);
    if (!isKnown) complain(`zoomlog.classes: ${quoted(name)} is not a class; accepted: ${failureClasses.join(', ')}`);
    return isKnown;
  });
  return {
    severity: readSeverities(given.severity, complain),
    classes: classes.length > 0 ? classes : null,
    minConfidence: one('minConfidence', confidences, 'low'),
    os: os === 'auto' ? null : os,
    timezone: readTimezone(given.timezone, complain),
    maskSecrets: flag('maskSecrets'),
    inlayHints: flag('inlayHints'),
    codeLens: flag('codeLens'),
    follow: flag('follow'),
  };
}

function readSeverities(value: unknown, complain: (text: string) => void): Map<string, ShownSeverity> {
  const read = new Map<string, ShownSeverity>();
  if (value !== undefined && value !== null && !isObject(value))
    complain(`zoomlog.severity: ${quoted(value)} is not an object of failures and severities`);
  for (const [id, wanted] of Object.entries(isObject(value) ? value : {})) {
    const severity = shownSeverities.find((word) => word === wanted);
    if (!failureIds.has(id)) complain(`zoomlog.severity: unknown failure ${quoted(id)}`);
    else if (!severity)
      complain(`zoomlog.severity: ${quoted(wanted)} for ${id} is not one of ${shownSeverities.join(', ')}`);
    else read.set(id, severity);
  }
  return read;
}

function readTimezone(value: unknown, complain: (text: string) => void): string | null {
  if (value === undefined || value === null || value === '') return null;
  try {
    return new Intl.DateTimeFormat('en', { timeZone: String(value) }).resolvedOptions().timeZone;
  } catch {
    complain(`zoomlog.timezone: ${quoted(value)} is not a time zone; accepted: Europe/Berlin, UTC, +01:00`);
    return null;
  }
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
const quoted = (value: unknown): string => JSON.stringify(value) ?? String(value);
