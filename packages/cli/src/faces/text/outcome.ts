import type { ScanResult } from '@zoomlog/parser/node';

/** What a report does not say of its own scan: what failed on the way, where was looked, which filters were set. */
export interface Outcome extends Pick<ScanResult, 'problems' | 'looked'> {
  /** As they were asked for: `--class proxy`. */
  readonly filters: readonly string[];
}
