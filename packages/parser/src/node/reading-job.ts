/** One small source that is read as a whole, in this thread or another. */
import { knowledge } from '../knowledge/index.ts';
import type { SourceFindings } from '../model.ts';
import { openSource } from '../reading/source.ts';
import type { SourceHints } from '../reading/source-hints.ts';

/** All bytes of it, and how it is named. */
export interface ReadingJob {
  readonly path: string;
  readonly bytes: Uint8Array;
  readonly hints: Pick<SourceHints, 'os' | 'asLog' | 'modified'>;
}

/** What threads send each other. */
export interface ReadingAsked {
  readonly id: number;
  readonly job: ReadingJob;
}

export interface ReadingDone {
  readonly id: number;
  readonly findings: SourceFindings;
}

export function readWhole({ path, bytes, hints }: ReadingJob): SourceFindings {
  const pipe = openSource(knowledge, path, hints);
  pipe.push(bytes);
  return pipe.end();
}
