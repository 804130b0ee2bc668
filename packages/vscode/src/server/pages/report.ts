/** The report of a bundle as a page: each diagnosis, the verdicts, then what was read. */
import {
  confidenceName,
  counted,
  type Diagnosis,
  drawMarkdownSteps,
  type Ending,
  formatSpan,
  frequencyOf,
  layoutNames,
  markdownBlock,
  markdownCode,
  markdownText,
  missingText,
  type Os,
  type Report,
  roleNames,
  type Source,
  stateNames,
  subjectText,
  systemOf,
  type Verdict,
  verdictNames,
} from '@zoomlog/parser';
import { commands } from '../../protocol.ts';
import type { Bundle } from '../bundle.ts';
import { machineName, placeOf } from '../summary.ts';
import { markdownStyle } from './explanation.ts';
import { commandLink } from './markdown.ts';

const sourcesListed = 200;

export function reportPage(bundle: Bundle): string {
  const { name, report, muted } = bundle;
  const { machines, sources, diagnoses, verdicts } = report;
  const lines = sources.reduce((sum, source) => sum + source.lines, 0);
  return [
    `# ${markdownText(name)}`,
    [
      ...machines.map(
        (machine) =>
          `${markdownText(systemOf(machine))} ${machine.zoomVersions.map((version) => `Zoom ${markdownText(version)}`).join(', ')}`,
      ),
      `${counted(sources.length, 'source')}, ${counted(lines, 'line')}`,
    ].join(' · '),
    diagnoses.length === 0 ? nothingFound(sources) : `## ${counted(diagnoses.length, 'diagnosis', 'diagnoses')}`,
    ...(muted === 0
      ? []
      : [`${counted(muted, 'diagnosis is', 'diagnoses are')} muted by ${markdownCode('zoomlog.severity')}.`]),
    ...diagnoses.flatMap((diagnosis) => diagnosisBlocks(bundle, diagnosis)),
    '## Verdicts',
    verdictTable(report),
    ...missingBlocks(verdicts),
    '## Sources',
    sourceTable(sources),
    '',
  ].join('\n\n');
}

/** Nothing found does not prove health. */
function nothingFound(sources: readonly Source[]): string {
  const closed = sources.filter(({ state }) => state === 'encrypted').length;
  return closed > 0
    ? `No known failure was found in these logs. ${counted(closed, 'source is', 'sources are')} encrypted: only Zoom can open ${closed === 1 ? 'it; it proves' : 'them; they prove'} nothing either way.`
    : 'No known failure was found in these logs. This does not prove that Zoom is healthy: see the verdicts.';
}

function diagnosisBlocks(bundle: Bundle, diagnosis: Diagnosis): string[] {
  const { title, severity, code: number, class: name, confidence, cause, remedy, first, last, evidence } = diagnosis;
  const span = first.time === null ? '' : `, ${formatSpan(first.time, last.time ?? first.time)}`;
  return [
    `### ${severity}: ${markdownText(title)}`,
    [number ?? '', name, confidenceName(confidence), `${frequencyOf(diagnosis)}${span}`]
      .filter((part) => part !== '')
      .join(' · '),
    ...(diagnosis.subject ? [`**What:** ${markdownText(subjectText(diagnosis.subject))}`] : []),
    ...evidence.slice(0, 6).map((one) => {
      const place = `${one.path.split('/').at(-1)}:${one.line}`;
      return `- ${commandLink(place, commands.openEvidence, placeOf(bundle, one))} ${roleNames[one.role]}; ${layoutNames[one.layout]}\n\n  ${markdownCode(one.text.trim())}`;
    }),
    ...(diagnosis.ended ? [`**Ended:** ${endOf(diagnosis.ended)}`] : []),
    `**Why:** ${markdownText(cause)}`,
    `**What to do:** ${markdownText(remedy)}`,
    drawMarkdownSteps(diagnosis.fixes, markdownStyle(osOf(bundle, diagnosis))),
    ...diagnosis.alternatives.map((one) => `Or ${one.class}: ${markdownText(one.why)}`),
  ];
}

/** What ended it, and when. */
const endOf = ({ title, time }: Ending): string =>
  markdownText(time === null ? title : `${title}, ${formatSpan(time, time)}`);

const osOf = ({ report }: Bundle, { machine }: Diagnosis): Os | null =>
  report.machines.find(({ id }) => id === machine)?.os ?? null;

function verdictTable(report: Report): string {
  const isOne = report.machines.length < 2;
  const row = ({ machine, class: name, state, because, cleared }: Verdict): string => {
    const without = cleared.length === 0 ? '' : ` (ruled out: ${markdownText(cleared.join(', '))})`;
    const whose = isOne ? '' : ` ${markdownText(machineName(report, machine))} |`;
    return `|${whose} ${name} | ${verdictNames[state]}${without} | ${markdownText(because)} |`;
  };
  return [
    `|${isOne ? '' : ' Machine |'} Class | Verdict | Why |`,
    `|${isOne ? '' : ' --- |'} --- | --- | --- |`,
    ...report.verdicts.map(row),
  ].join('\n');
}

function missingBlocks(verdicts: readonly Verdict[]): string[] {
  const firsts = verdicts.flatMap((verdict) => verdict.missing.slice(0, 1));
  const missing = [...new Map(firsts.map((one) => [one.collect, one])).values()];
  if (missing.length === 0) return [];
  return [
    '## To check the remaining causes (read-only commands)',
    ...missing.flatMap((one) => [markdownText(missingText(one)), markdownBlock(one.collect, 'sh')]),
  ];
}

const sourceTable = (sources: readonly Source[]): string =>
  [
    '| Source | Format | State | Lines | Note |',
    '| --- | --- | --- | ---: | --- |',
    ...sources
      .slice(0, sourcesListed)
      .map(
        ({ path, format, state, lines, note }) =>
          `| ${markdownText(path)} | ${format ?? ''} | ${stateNames[state]} | ${lines} | ${markdownText(note ?? '')} |`,
      ),
    ...(sources.length > sourcesListed ? [`| and ${sources.length - sourcesListed} more | | | | |`] : []),
  ].join('\n');
