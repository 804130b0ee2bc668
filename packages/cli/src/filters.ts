import type { ScanArguments } from './args/scan-args.ts';

/** What was asked to be left out of a report, in the words of the command line. */
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
    ...(since || until ? ['what carries no date is kept'] : []),
    ...(minConfidence === 'low' ? [] : [`--min-confidence ${minConfidence}`]),
  ];
}
