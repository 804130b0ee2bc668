/** A bundle as the view shows it. */
import {
  counted,
  type Diagnosis,
  type Evidence,
  type Report,
  roleNames,
  stateNames,
  verdictNames,
} from '@zoomlog/parser';
import {
  type BundleSummary,
  type DiagnosisSummary,
  type EvidenceSummary,
  nothingFound,
  type PlaceSummary,
} from '../protocol.ts';
import { type Bundle, leadOf, uriIn } from './bundle.ts';

/** The editor hands no larger text to extensions. */
const mostBytes = 50 * 1024 * 1024;
const sourcesListed = 2000;

export function summarise(bundle: Bundle): BundleSummary {
  const { id, name, kind, report, muted, live } = bundle;
  const byId = new Map(report.diagnoses.map((diagnosis) => [diagnosis.id, diagnosis]));
  return {
    id,
    name,
    kind: kind === 'watched' && !live.has('') ? 'scanned' : kind,
    detail: [counted(report.sources.length, 'source'), ...(muted > 0 ? [`${muted} muted`] : [])].join(', '),
    verdicts: report.verdicts.map(({ machine, class: name, state, because, missing, diagnoses }) => ({
      class: name,
      state,
      label: [verdictNames[state], ...(report.machines.length > 1 ? [machineName(report, machine)] : [])].join(' · '),
      because,
      missing,
      diagnoses: diagnoses.flatMap((one) => byId.get(one) ?? []).map((one) => diagnosisSummary(bundle, one)),
    })),
    sources: report.sources.slice(0, sourcesListed).map(({ path, format, state, lines, note }) => ({
      path,
      uri: uriIn(bundle, path),
      name: path.split('/').at(-1)!,
      state,
      detail: state === 'read' || state === 'quoted' ? `${format}, ${counted(lines, 'line')}` : stateNames[state],
      note,
    })),
  };
}

/** `machine 2 (DESK-2)` */
export function machineName({ machines }: Report, id: number | null): string {
  const name = machines.find((one) => one.id === id)?.name ?? null;
  return `machine ${id}${name === null ? '' : ` (${name})`}`;
}

function diagnosisSummary(bundle: Bundle, diagnosis: Diagnosis): DiagnosisSummary {
  const { id, failure, title, code, severity, confidence, evidence } = diagnosis;
  const lead = leadOf(diagnosis);
  const ordered = lead ? [lead, ...evidence.filter((one) => one !== lead)] : evidence;
  return {
    id,
    failure,
    title,
    code,
    severity,
    confidence,
    evidence: ordered.map((one) => evidenceSummary(bundle, one)),
  };
}

const evidenceSummary = (bundle: Bundle, one: Evidence): EvidenceSummary => ({
  place: placeOf(bundle, one),
  text: one.text.trim(),
  label: `${one.path.split('/').at(-1)}:${one.line} ${roleNames[one.role]}`,
});

export function placeOf(bundle: Bundle, { path, line, column, endColumn }: Evidence): PlaceSummary {
  return {
    uri: uriIn(bundle, path),
    range: {
      start: { line: line - 1, character: column - 1 },
      end: { line: line - 1, character: endColumn - 1 },
    },
    isLarge: (bundle.sources.get(path)?.bytes ?? 0) > mostBytes,
  };
}

/** `2 sources, 3 diagnoses`: the result of a scan. Nothing found does not prove health. */
export function resultOf({ report: { sources, diagnoses } }: Bundle): string {
  const found = counted(diagnoses.length, 'diagnosis', 'diagnoses');
  return `${counted(sources.length, 'source')}, ${diagnoses.length === 0 ? nothingFound : found}`;
}
