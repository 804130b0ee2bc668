import type { Bound } from '@zoomlog/parser';
import type { ScanArguments } from './args/scan-args.ts';
import { formatDuration } from './args/values.ts';

type Asked = Pick<ScanArguments, 'classes' | 'since' | 'minConfidence'> &
  Partial<Pick<ScanArguments, 'until' | 'at' | 'around'>>;

const told = (bound: Bound): string => (typeof bound === 'string' ? bound : formatDuration(bound.ago));

/** The filters of a report, as given on the command line. */
export function filtersOf({ classes, since, until, at, around, minConfidence }: Asked): readonly string[] {
  return [
    ...(classes ? [`--class ${classes.join(',')}`] : []),
    ...(since ? [`--since ${told(since)}`] : []),
    ...(until ? [`--until ${told(until)}`] : []),
    ...(at ? [`--at ${told(at)}`, ...(around === undefined ? [] : [`--around ${formatDuration(around)}`])] : []),
    ...(since || until ? ['undated entries are kept'] : []),
    ...(minConfidence === 'low' ? [] : [`--min-confidence ${minConfidence}`]),
  ];
}

/** What the options of a scan ask for, by name, for the report: those that change it and are not the default. */
export function optionsOf(options: ScanArguments): Record<string, string> {
  const {
    classes,
    since,
    until,
    at,
    around,
    timezone,
    os,
    minConfidence,
    together,
    redact,
    redactPaths,
    maxSize,
    hash,
    followLinks,
  } = options;
  const stated: Readonly<Record<string, string | false | null>> = {
    class: classes?.join(',') ?? null,
    since: since && told(since),
    until: until && told(until),
    at: at && told(at),
    around: at && formatDuration(around),
    timezone,
    os,
    'min-confidence': minConfidence !== 'low' && minConfidence,
    together: together && 'true',
    'no-redact': !redact && 'true',
    'redact-paths': redactPaths && 'true',
    'max-size': maxSize === null ? null : String(maxSize),
    hash: hash && 'true',
    'follow-links': followLinks && 'true',
  };
  return Object.fromEntries(Object.entries(stated).filter((entry): entry is [string, string] => Boolean(entry[1])));
}

/** The zone of this computer, by its IANA name. */
export const localZone = (): string => new Intl.DateTimeFormat().resolvedOptions().timeZone;
