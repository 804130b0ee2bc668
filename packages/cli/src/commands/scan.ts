import { writeFile } from 'node:fs/promises';
import { scan } from '@zoomlog/parser/node';
import type { ScanArguments } from '../args/scan-args.ts';
import { UsageError } from '../args/usage-error.ts';
import { type ExitStatus, exitStatusOf } from '../exit-status.ts';
import { reportFaces } from '../faces/report-faces.ts';
import { filtersOf, localZone, optionsOf } from '../filters.ts';
import { type Io, writePathError } from '../io.ts';
import { startProgress } from '../terminal/progress.ts';
import { fileStyle, type Style, styleOf } from '../terminal/style.ts';

/** Reads, judges and reports. A source that fails costs one line on standard error and never the rest of the scan. */
export async function runScan(paths: readonly string[], options: ScanArguments, io: Io): Promise<ExitStatus> {
  const { format, output, failOn, quiet, color, at, around, labels, ...wanted } = options;
  const progress = startProgress(io);
  const { report, problems, looked } = await scan(paths, {
    ...wanted,
    at: at === null ? null : { time: at, around },
    localZone: localZone(),
    run: {
      started: io.now().toISOString(),
      paths: [...paths],
      options: optionsOf(options),
      labels: { ...labels },
    },
    version: io.version,
    ...(quiet ? {} : { progress: progress.show }),
    // Looking at standard input opens it.
    ...(paths.includes('-') ? { stdin: io.stdin } : {}),
  });
  progress.erase();
  for (const { path, message, hint } of problems) writePathError(io, path, `${message}. ${hint}`);

  const status = exitStatusOf(report, problems, paths, failOn);
  // There was nothing to read: the errors are the whole answer.
  if (status === 2 && report.sources.length === 0) return status;
  const outcome = { problems, looked, filters: filtersOf(options) };
  const draw = (style: Style): string => reportFaces[format](report, outcome, style);
  if (output !== null) await save(output, draw(fileStyle(io, color)));
  else if (!quiet) io.stdout.write(draw(styleOf(io, color)));
  return status;
}

async function save(path: string, text: string): Promise<void> {
  try {
    await writeFile(path, text);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new UsageError(`--output: cannot write '${path}' (${code})`, reasons[code ?? ''] ?? 'choose another file');
  }
}

const reasons: Readonly<Record<string, string>> = {
  ENOENT: 'its folder does not exist',
  EACCES: 'no permission to write there',
  EPERM: 'no permission to write there',
  EISDIR: 'it is a folder: name a file inside it',
  ENOTDIR: 'part of the path is a file',
  EROFS: 'the disk is read-only',
  ENOSPC: 'the disk is full',
};
