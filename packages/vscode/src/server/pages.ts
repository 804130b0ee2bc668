/** Pages by their address: `explain 5003`, `report 3`. */
import { allCodes, explain, facts, failures, markdownCode, markdownText, meaningOf, suggest } from '@zoomlog/parser';
import { nameOfPage } from '../source-uri.ts';
import type { Bundle } from './bundle.ts';
import { explanationPage } from './pages/explanation.ts';
import { reportPage } from './pages/report.ts';
import type { Context } from './shown.ts';

export function pageAt(context: Context, uri: string): string | null {
  const [kind, ...rest] = nameOfPage(uri).split(' ');
  const query = rest.join(' ');
  if (kind === 'report') {
    const bundle = context.bundles.all().find(({ id }) => String(id) === query);
    return bundle ? reportPage(bundle) : null;
  }
  if (kind !== 'explain') return null;
  const os = context.settings().os ?? systemOf(context.bundles.all());
  const explanation = explain(query, { os, failures, facts });
  if (explanation) return explanationPage(explanation, os);
  const near = suggest(query, [...[...failures, ...facts].map(({ id }) => id), ...allCodes.map((one) => one.code)]);
  const meant = near.length > 0 ? ` Did you mean ${near.map(markdownCode).join(' or ')}?` : '';
  return `# Unknown code, failure or fact: ${markdownText(query)}\n\n${meant}\n`;
}

/** The system of the evidence, where all of it is of one. */
function systemOf(bundles: readonly Bundle[]) {
  const systems = new Set(bundles.flatMap(({ report }) => report.machines.flatMap(({ os }) => os ?? [])));
  return systems.size === 1 ? [...systems][0]! : null;
}

/** Codes, failures and facts, each once. */
export function topics(): { label: string; description: string }[] {
  const codes = new Map(allCodes.map(({ code: label, symbol, meaning }) => [label, meaningOf({ symbol, meaning })]));
  return [
    ...[...failures, ...facts].map(({ id, title }) => ({ label: id, description: title })),
    ...[...codes].map(([label, description]) => ({ label, description })),
  ];
}
