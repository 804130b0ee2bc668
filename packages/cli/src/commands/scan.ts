import { availableParallelism } from 'node:os';
import { createMasks, pathWithoutSecrets } from '@zoomlog/parser';
import { type Evidence, evidenceAt } from '@zoomlog/parser/node/evidence';
import { locateKnownPaths } from '@zoomlog/parser/node/known-paths';
import { scan } from '@zoomlog/parser/node/scan';
import type { ScanArguments } from '../args/scan-args.ts';
import { type ExitStatus, exitStatusOf } from '../exit-status.ts';
import { isHandedOn, reportFaces } from '../faces/report-faces.ts';
import { filtersOf, localZone, optionsOf } from '../filters.ts';
import { type Io, writePathError } from '../io.ts';
import { refuseEvidence, saveReport } from '../output-file.ts';
import { complainOfLeaks, withoutUsers } from '../redacting.ts';
import { startProgress } from '../terminal/progress.ts';
import { fileStyle, type Style, styleOf } from '../terminal/style.ts';

/** The bundle lies in one folder. */
const readingWorker = new URL(
  import.meta.url.endsWith('.ts') ? '../reading-worker.ts' : './reading-worker.js',
  import.meta.url,
);

/** Threads that a scan takes by itself: more would cost a machine in use more than they gain. */
const mostJobs = 4;

/** Reads, judges and reports. A source that fails costs one line on standard error and never the rest of the scan. */
export async function runScan(paths: readonly string[], options: ScanArguments, io: Io): Promise<ExitStatus> {
  const { format, output, failOn, quiet, color, at, around, labels, jobs, ...wanted } = options;
  const evidence = output === null ? null : await evidenceOf(paths, wanted.followLinks, io);
  if (output !== null && evidence !== null) await refuseEvidence(output, evidence);
  const progress = startProgress(io);
  const redactPaths = options.redactPaths || isHandedOn[format];
  const masks = createMasks();
  const {
    report,
    problems: met,
    looked,
  } = await scan(paths, {
    ...wanted,
    threads: { count: jobs ?? Math.min(mostJobs, availableParallelism()), script: readingWorker },
    redactPaths,
    masks,
    at: at === null ? null : { time: at, around },
    // To load what knows zones takes a tenth of a short scan.
    localZone: wanted.since || wanted.until || at ? localZone() : null,
    run: {
      started: io.now().toISOString(),
      paths: [...paths],
      options: optionsOf(options),
      labels: { ...labels },
    },
    version: io.version,
    ...(quiet
      ? {}
      : {
          progress: redactPaths
            ? (state) => progress.show({ ...state, path: pathWithoutSecrets(state.path) })
            : progress.show,
        }),
    // Looking at standard input opens it.
    ...(paths.includes('-') ? { stdin: io.stdin } : {}),
    ...(evidence === null ? {} : { onFile: evidence.add }),
  });
  progress.erase();
  const problems = redactPaths ? withoutUsers(met, masks) : met;
  for (const { path, message, hint } of problems) writePathError(io, path, `${message}. ${hint}`);

  complainOfLeaks(masks, io);

  const status = exitStatusOf(report, met, paths, failOn);
  // There was nothing to read: the errors are the whole answer.
  if (status === 2 && report.sources.length === 0) return status;
  const outcome = { problems, looked, filters: filtersOf(options) };
  const draw = (style: Style): string => reportFaces[format](report, outcome, style);
  if (output !== null && evidence !== null) await saveReport(output, draw(fileStyle(io, color)), evidence);
  else if (!quiet) io.stdout.write(draw(styleOf(io, color)));
  return status;
}

/** What the scan will read; with no path, the documented folders of this machine. */
async function evidenceOf(paths: readonly string[], followLinks: boolean, io: Io): Promise<Evidence> {
  if (paths.length > 0) return evidenceAt(paths, followLinks);
  const known = await locateKnownPaths(io);
  return evidenceAt(
    known.filter(({ exists }) => exists).map(({ path }) => path),
    followLinks,
  );
}
