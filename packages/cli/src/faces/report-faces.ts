import type { Report } from '@zoomlog/parser';
import type { ReportFormat } from '../args/values.ts';
import type { Style } from '../terminal/style.ts';
import { drawJson } from './json.ts';
import type { Outcome } from './text/outcome.ts';
import { drawReport } from './text.ts';

/** Draws a report: pure, and the same for a terminal, a pipe and a file but for the style. Ends with a line feed. */
export type ReportFace = (report: Report, outcome: Outcome, style: Style) => string;

/**
 * Whether a face is made to be handed on: users and e-mail addresses in paths are then masked without being asked for. The
 * other faces keep paths that open.
 */
export const isHandedOn: Readonly<Record<ReportFormat, boolean>> = { text: false, json: false };

/** By the name that `scan --format` takes. */
export const reportFaces: Readonly<Record<ReportFormat, ReportFace>> = {
  text: drawReport,
  json: (report, _, style) => drawJson(report, style),
};
