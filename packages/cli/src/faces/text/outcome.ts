import type { ScanResult } from '@zoomlog/parser/node';

/** What the report object leaves out: problems while reading, the folders searched, the filters in effect. */
export interface Outcome extends Pick<ScanResult, 'problems' | 'looked'> {
  /** As given: `--class proxy`. */
  readonly filters: readonly string[];
}
