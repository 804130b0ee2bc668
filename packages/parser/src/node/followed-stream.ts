/** Standard input that is followed: a log that grows, or an archive that comes through a pipe. */
import { explainError, isAbsence } from '../archive/disk-errors.ts';
import type { DiskSource, SourceProblem } from '../archive/disk-source.ts';
import { knowledge } from '../knowledge/index.ts';
import type { Os, SourceFindings } from '../model.ts';
import { openSource, type SourcePipe } from '../reading/source.ts';
import { findSources } from './find-sources.ts';
import { concluded, unreadable } from './scan.ts';

export interface FollowedStream {
  /** What has come; `ended`: nothing more will be read. */
  sources(ended: boolean): SourceFindings[];
  spare(thrift: number): void;
}

interface Options {
  readonly os: Os | null;
  readonly onChange: () => void;
  readonly onProblem: (problem: SourceProblem) => void;
  readonly onEnd: () => void;
}

export function followStream(
  input: AsyncIterable<Uint8Array>,
  { os, onChange, onProblem, onEnd }: Options,
): FollowedStream {
  const read: SourceFindings[] = [];
  let open: { readonly pipe: SourcePipe; readonly source: DiskSource } | null = null;

  const readOne = async (source: DiskSource): Promise<void> => {
    const pipe = openSource(knowledge, source.path, { os, modified: source.modified });
    open = { pipe, source };
    for await (const chunk of source.bytes()) {
      pipe.push(chunk);
      onChange();
    }
    open = null;
    read.push(concluded(pipe.end(), source));
    const problem = source.problem();
    if (problem) onProblem(problem);
  };

  const readAll = async (): Promise<void> => {
    for await (const found of findSources(['-'], { stdin: input })) {
      if (found.kind === 'source') {
        await readOne(found);
        continue;
      }
      onProblem(found);
      if (found.kind !== 'skipped') read.push(unreadable(found));
    }
    onEnd();
  };
  void readAll().catch((error: unknown) => {
    if (!isAbsence(error)) onProblem({ ...explainError(error), path: '-' });
  });

  return {
    sources(ended) {
      const now = ended ? open?.pipe.end() : open?.pipe.sofar();
      return now ? [...read, now] : [...read];
    },
    spare: (thrift) => open?.pipe.spare(thrift),
  };
}
