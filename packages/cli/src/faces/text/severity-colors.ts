import type { Severity } from '@zoomlog/parser';

export const severityColors = {
  error: 'red',
  warning: 'yellow',
  info: 'cyan',
} as const satisfies Record<Severity, string>;
