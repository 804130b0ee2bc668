/** What a network team needs to know: which connections failed, when, and what Zoom requires. */
import { confidenceName, type Diagnosis, frequencyOf, printable } from '@zoomlog/parser';
import type { Bundle } from '../bundle.ts';

/** Not a version, which also has four numbers: `5.17.11.383`, `version 6.1.0.35`. */
const address =
  /(?<!version\W{0,3})(?<![\d.])(?:(?:25[0-5]|2[0-4]\d|1?\d?\d)\.){3}(?:25[0-5]|2[0-4]\d|1?\d?\d)(?![\d.])(?::\d{1,5}|[ \t]+port[ \t]+\d{1,5})?/gi;
const host = /\b(?:[\w-]{1,63}\.){1,6}zoom(?:gov)?\.(?:us|com|com\.cn)(?::\d{1,5})?\b/gi;
const mostListed = 20;

/** Zoom's own list for meetings: support.zoom.com, "Network firewall or proxy server settings for Zoom". */
const needs =
  'Zoom needs outbound access to *.zoom.us and *.zoom.com: TCP 80, 443, 8801, 8802; UDP 443, 3478, 3479, 8801-8810.';

/** Plain text, masked like the report. */
export function ticketText({ report }: Bundle, diagnosis: Diagnosis): string {
  const { title, code, cause, class: name, confidence, first, last, evidence } = diagnosis;
  const texts = evidence.map(({ text }) => text);
  const found = (pattern: RegExp): string[] => [...new Set(texts.flatMap((text) => text.match(pattern) ?? []))];
  const machine = report.machines.find(({ id }) => id === diagnosis.machine);
  const zone = machine?.timezone ?? null;
  const basis = evidence.find(({ time }) => time === first.time)?.timeBasis;
  const clock =
    basis === 'utc' || basis === 'offset' ? '' : zone === null ? ' (local time, zone unknown)' : ` (zone ${zone})`;
  const list = (label: string, items: readonly string[]): string[] =>
    items.length === 0 ? [] : [`${label}: ${items.slice(0, mostListed).join(', ')}`];
  const lines = [
    `Zoom: ${title}${code === null ? '' : ` (error code ${code})`}`,
    '',
    cause,
    `Class: ${name}, ${confidenceName(confidence)}.`,
    ...(first.time === null
      ? ['Times: none in the evidence.']
      : [`Times: ${first.time} to ${last.time ?? first.time}${clock}; ${frequencyOf(diagnosis)}.`]),
    ...list('Hosts', found(host)),
    ...list('Addresses', found(address)),
    ...(name === 'firewall' || name === 'network' || name === 'proxy' || name === 'tls-clock' ? [needs] : []),
    '',
    'Evidence:',
    ...evidence.slice(0, 8).map(({ path, line, text }) => `  ${path}:${line}\n    ${text.trim()}`),
    '',
  ];
  return printable(lines.join('\n'));
}
