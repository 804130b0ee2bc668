/** Rows of the Problems panel: one for each diagnosis, at its most important evidence; also sources that could not be judged. */
import {
  confidenceName,
  counted,
  type Diagnosis,
  knowledge,
  roleNames,
  type Severity,
  type SourceState,
} from '@zoomlog/parser';
import { type Diagnostic, DiagnosticSeverity, DiagnosticTag } from 'vscode-languageserver';
import { commands } from '../../protocol.ts';
import { type ShownText, shownText, uriOfPage, whole } from '../../source-uri.ts';
import { type Bundle, diagnosesIn, leadOf, uriIn } from '../bundle.ts';
import type { Settings, ShownSeverity } from '../settings.ts';
import { rangeIn } from '../shown.ts';

/** The editor keeps a thousand per file and draws five hundred: more would hide what matters. */
const mostDiagnostics = 200;

const severityOf: Readonly<Record<Severity | Exclude<ShownSeverity, 'off'>, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  info: DiagnosticSeverity.Information,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

/** The diagnostics of a source as one text shows it: all of it, or a window. */
function diagnosticsFor(bundle: Bundle, shown: ShownText, settings: Settings): Diagnostic[] {
  const state = stateDiagnostic(bundle, shown.path);
  const leading = diagnosesIn(bundle, shown.path).flatMap((diagnosis) => {
    const lead = leadOf(diagnosis);
    return lead?.path === shown.path ? (leadDiagnostic(bundle, diagnosis, lead, shown, settings) ?? []) : [];
  });
  const also = diagnosesIn(bundle, shown.path).flatMap((diagnosis) => evidenceHints(diagnosis, shown));
  const listed = [...(state ? [state] : []), ...leading];
  if (listed.length <= mostDiagnostics) return [...listed, ...also.slice(0, mostDiagnostics - listed.length)];
  const kept = listed.slice(0, mostDiagnostics - 1);
  const more = `${counted(listed.length - kept.length, 'more diagnosis', 'more diagnoses')}: see the Zoom failures view`;
  return [...kept, note(more, DiagnosticSeverity.Information)];
}

function leadDiagnostic(
  bundle: Bundle,
  diagnosis: Diagnosis,
  lead: Diagnosis['evidence'][number],
  shown: ShownText,
  { severity }: Settings,
): Diagnostic | null {
  const range = rangeIn(shown, lead);
  if (!range) return null;
  const { failure, code, title, cause, class: name, confidence, evidence } = diagnosis;
  const wanted = severity.get(failure);
  return {
    range,
    severity: severityOf[wanted === undefined || wanted === 'off' ? diagnosis.severity : wanted],
    code: code ?? failure,
    codeDescription: { href: explainLink(code ?? failure) },
    source: 'zoomlog',
    message: `${title} (${name}, ${confidenceName(confidence)})\n${cause}`,
    tags: isOver(diagnosis) ? [DiagnosticTag.Unnecessary] : [],
    relatedInformation: evidence
      .filter((one) => one !== lead)
      .flatMap((one) => {
        const at = rangeIn(whole, one);
        return at
          ? [
              {
                location: { uri: uriIn(bundle, one.path), range: at },
                message: `${roleNames[one.role]}: ${one.text.slice(...one.mark)}`,
              },
            ]
          : [];
      }),
    data: { diagnosis: diagnosis.id },
  };
}

/** Hints are not listed in the Problems panel but show on the line. */
const evidenceHints = (diagnosis: Diagnosis, shown: ShownText): Diagnostic[] =>
  diagnosis.evidence
    .filter((one) => one.path === shown.path && one !== leadOf(diagnosis))
    .flatMap((one) => {
      const range = rangeIn(shown, one);
      return range
        ? [
            {
              range,
              severity: DiagnosticSeverity.Hint,
              source: 'zoomlog',
              code: one.failure,
              message: `${diagnosis.title}: ${roleNames[one.role]}`,
              data: { diagnosis: diagnosis.id },
            },
          ]
        : [];
    });

/** A later success is in the evidence: it works again. */
const isOver = ({ evidence, severity }: Diagnosis): boolean =>
  severity !== 'error' && evidence.some(({ failure }) => knowledge.factById.get(failure)?.effect === 'ends');

const stateNotes: Readonly<Partial<Record<SourceState, string>>> = {
  encrypted: 'Encrypted: only Zoom can open it; it proves nothing either way.',
  binary: 'Not text: it was not judged.',
  unreadable: 'Could not be read.',
  unrecognised: 'Unknown format: it was not judged, which proves nothing either way.',
};

/** Why a source was not judged, or only in part. */
function stateDiagnostic({ reported, sources, kind }: Bundle, path: string): Diagnostic | null {
  const source = reported.get(path);
  if (!source) return null;
  const [quoted] = sources.get(path)?.quoted ?? [];
  if (quoted) return note(`Log lines here are ${quoted.note}.`, DiagnosticSeverity.Information, quoted.state);
  const hidden = stateNotes[source.state];
  // A folder holds many files that are not logs: a note matters only in a file that was opened.
  if (kind !== 'file' && (source.state === 'unrecognised' || source.state === 'binary')) return null;
  if (hidden)
    return note(
      source.state === 'encrypted' ? hidden : [hidden, source.note].filter((part) => part).join(' '),
      DiagnosticSeverity.Warning,
      source.state,
    );
  if (source.complete) return null;
  return note(`Incomplete: ${source.note ?? 'truncated'}. Counts are minimums.`, DiagnosticSeverity.Warning, 'cut');
}

const note = (message: string, severity: DiagnosticSeverity, code?: string): Diagnostic => ({
  range: { start: { line: 0, character: 0 }, end: { line: 0, character: 1 } },
  severity,
  source: 'zoomlog',
  message,
  ...(code === undefined ? {} : { code }),
});

const explainLink = (query: string): string =>
  `command:${commands.openPage}?${encodeURIComponent(JSON.stringify([uriOfPage(`explain ${query}`)]))}`;

/** Every text that shows a source of the bundle, with its diagnostics: the sources themselves, and windows on them. */
export function* publications(
  bundle: Bundle,
  windows: readonly string[],
  settings: Settings,
): Generator<{ uri: string; diagnostics: Diagnostic[] }> {
  for (const [path, { packed }] of bundle.sources)
    yield { uri: uriIn(bundle, path), diagnostics: diagnosticsFor(bundle, { path, packed, ...whole }, settings) };
  for (const uri of windows) {
    const shown = shownText(uri);
    if (shown && bundle.sources.has(shown.path)) yield { uri, diagnostics: diagnosticsFor(bundle, shown, settings) };
  }
}
