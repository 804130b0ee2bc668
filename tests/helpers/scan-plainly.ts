import type { Report } from '@zoomlog/parser';
import { type ScanOptions, type ScanResult, scan } from '@zoomlog/parser/node';

/** What `zoomlog scan` without options asks for. */
export const plain: ScanOptions = {
  version: '0.1.0',
  hash: false,
  maxSize: null,
  os: null,
  timezone: null,
  classes: null,
  since: null,
  until: null,
  minConfidence: 'low',
  redact: true,
};

/** A scan as `zoomlog scan` without options runs it; `options` stand in for some of its own. */
export const scanPlainly = (paths: readonly string[], options: Partial<ScanOptions> = {}): Promise<ScanResult> =>
  scan(paths, { ...plain, ...options });

/** The diagnoses in a word each, in the report's order: `failure code severity confidence`. */
export const told = ({ diagnoses }: Report): string[] =>
  diagnoses.map(({ failure, code, severity, confidence }) => `${failure} ${code} ${severity} ${confidence}`);
