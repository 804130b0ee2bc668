import { formatCount, type Report } from '@zoomlog/parser';
import { wasJudged } from '../exit-status.ts';
import { wrap } from '../terminal/layout.ts';
import { painterOf, type Style } from '../terminal/style.ts';
import { drawBundles } from './text/bundles.ts';
import { drawDiagnosis } from './text/diagnosis.ts';
import { drawHashes } from './text/hashes.ts';
import { drawHead } from './text/head.ts';
import type { Outcome } from './text/outcome.ts';
import { proseWidth } from './text/row.ts';
import { drawSources } from './text/sources.ts';
import { drawMissing, drawVerdicts } from './text/verdicts.ts';

/**
 * A report for a terminal: the machine; each diagnosis with its log lines, cause and first steps; then what was read,
 * the verdicts, and commands to check the remaining causes. Nothing from a log reaches the terminal unescaped, and only
 * commands are wider than the style's width.
 */
export function drawReport(report: Report, outcome: Outcome, style: Style): string {
  const osOf = new Map(report.machines.map(({ id, os }) => [id, os]));
  const diagnoses = report.diagnoses.map((diagnosis) =>
    drawDiagnosis(
      diagnosis,
      osOf.get(diagnosis.machine) ?? null,
      report.machines.length > 1 ? diagnosis.machine : null,
      style,
    ),
  );
  const blocks = [
    drawHead(report, style),
    drawBundles(report, style),
    ...(diagnoses.length > 0 ? diagnoses : [drawNothing(report, style)]),
    drawSources(report, outcome, style),
    drawHashes(report, style),
    drawVerdicts(report, style),
    drawMissing(report, style),
  ];
  const drawn = blocks.filter((block) => block.length > 0).map((block) => block.join('\n'));
  return `${drawn.join('\n\n')}\n`;
}

/** Why there is no diagnosis. Never worded as if Zoom were healthy. */
function drawNothing(report: Report, style: Style): readonly string[] {
  const { sources, verdicts, asked } = report;
  const paint = painterOf(style);
  const width = proseWidth(style);
  const open = verdicts.filter(({ state }) => state === 'not-assessable').length;
  if (asked.length > 0 && asked.every(({ count }) => count === 0)) {
    const known = 'No source holds anything of it; what the sources cover is listed below.';
    return [paint('bold', 'Nothing is known of the time that was asked about.'), ...wrap(known, width)];
  }
  if (verdicts.some(({ diagnoses }) => diagnoses.length > 0)) {
    return [paint('bold', 'No diagnosis matches the filters.'), ...wrap('The verdicts below are not filtered.', width)];
  }
  if (!wasJudged(report)) {
    const because = sources.some(({ passedOver }) => passedOver > 0)
      ? 'Nothing was written since the watch began, and what the logs held before was passed over: --from-start reads it, too.'
      : sources.some(({ state, format }) => state === 'read' && format !== null)
        ? 'What could be read does not show whether Zoom works. This proves nothing about Zoom, good or bad.'
        : 'No source of a known format could be read. This proves nothing about Zoom, good or bad.';
    return [paint('bold', 'Nothing could be judged.'), ...wrap(because, width)];
  }
  const rest = `for ${formatCount(open)} of ${formatCount(verdicts.length)} classes there is not enough evidence`;
  const because = `This does not prove that Zoom is healthy${open > 0 ? `: ${rest}` : ''}.`;
  return [paint('bold', 'No known failure was found in these logs.'), ...wrap(because, width)];
}
