/** The styles in which the records of the unified log are printed or copied. */
export const unifiedLogs = [
  'unified-log-ndjson',
  'unified-log-json',
  'unified-log-compact',
  'unified-log-default',
  'unified-log-syslog',
  'unified-log-console',
  'unified-log-stderr',
  'unified-log-excerpt',
] as const;
