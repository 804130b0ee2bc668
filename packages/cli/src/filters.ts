import type { ScanArguments } from './args/scan-args.ts';

/** The filters of a report, as given on the command line. */
export function filtersOf({
  classes,
  since,
  until,
  minConfidence,
}: Pick<ScanArguments, 'classes' | 'since' | 'until' | 'minConfidence'>): readonly string[] {
  return [
    ...(classes ? [`--class ${classes.join(',')}`] : []),
    ...(since ? [`--since ${since}`] : []),
    ...(until ? [`--until ${until}`] : []),
    ...(since || until ? ['undated entries are kept'] : []),
    ...(minConfidence === 'low' ? [] : [`--min-confidence ${minConfidence}`]),
  ];
}
