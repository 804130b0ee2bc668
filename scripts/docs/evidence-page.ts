/** docs/evidence.md: what evidence can show, sign by sign, and what is made of it. */
import { type Fact, type Failure, isFailure } from '../../packages/parser/src/define.ts';
import { readSample } from '../../packages/parser/src/knowledge/checks/read-sample.ts';
import { indexKnowledge } from '../../packages/parser/src/knowledge/indexing.ts';
import { counted } from '../../packages/parser/src/telling/labels.ts';
import { browsers } from './evidence/browsers.ts';
import { linux } from './evidence/linux.ts';
import { macos } from './evidence/macos.ts';
import type { EvidenceRow } from './evidence/row.ts';
import { tools } from './evidence/tools.ts';
import { windows } from './evidence/windows.ts';
import { zoom } from './evidence/zoom.ts';
import { factLink, failureLink, formatLink, type Knowledge, origin } from './knowledge.ts';
import { code, page, prose, section, table } from './markdown.ts';

const sections: readonly (readonly [heading: string, rows: readonly EvidenceRow[]])[] = [
  ["Zoom's own logs", zoom],
  ['Windows', windows],
  ['macOS', macos],
  ['Linux', linux],
  ['Browsers', browsers],
  ['Network tools and pasted text', tools],
];

/** Fails when a row claims what no pattern does. */
export function evidencePage(docs: Knowledge): string {
  const knowledge = indexKnowledge(docs.formats, docs.failures, docs.facts);
  const all = sections.flatMap(([, rows]) => rows);
  const known = (id: string): Failure | Fact => {
    const found = knowledge.failureById.get(id) ?? knowledge.factById.get(id);
    if (!found) throw new Error(`docs/evidence.md: there is no ${id}`);
    return found;
  };

  /** Where a sample shows the failure or fact in the format; null where none does. */
  const shownBy = (id: string, format: string): string | null => {
    const hits = known(id).match.flatMap(({ formats, hits }) => (formats.some((one) => one === format) ? hits : []));
    for (const hit of hits) {
      const { findings } = readSample(hit, format, knowledge);
      const sight = findings.find((finding) => finding.id === id)?.attempts[0]?.first;
      if (sight) return excerpt(hit.split(/\r?\n/)[sight.line - 1] ?? '', sight.column - 1);
    }
    return null;
  };

  const row = (one: EvidenceRow): string[] => {
    const formats = one.formats.map((id) => formatLink(id)).join(', ');
    if ('nothing' in one) return [prose(one.sign), formats, `nothing: ${prose(one.nothing)}`, ''];
    const idle = one.shows.filter((id) => one.formats.every((format) => shownBy(id, format) === null));
    const deaf = one.formats.filter((format) => one.shows.every((id) => shownBy(id, format) === null));
    if (idle.length + deaf.length > 0)
      throw new Error(`docs/evidence.md: '${one.sign}': not so of ${[...idle, ...deaf].join(', ')}`);
    const links = one.shows.map((id) => (isFailure(known(id)) ? failureLink(id) : factLink(id)));
    const sample = one.formats.map((format) => shownBy(one.shows[0]!, format)).find((line) => line !== null);
    return [prose(one.sign), formats, links.join(', '), sample ? code(sample) : ''];
  };

  const nothing = all.filter((one) => 'nothing' in one).length;
  return page(
    '# Evidence',
    origin,
    `What files from a failing machine can show: ${counted(all.length - nothing, 'sign')} that zoomlog knows, and ${nothing} of which it makes nothing, each with the reason. The samples were written for these pages.`,
    ...sections.map(([heading, rows]) =>
      section(heading, table(['Sign', 'Read as', 'What it is', 'Sample'], rows.map(row))),
    ),
  );
}

const longest = 120;

/** The line, or as much of it as begins a little before the mark. */
function excerpt(line: string, mark: number): string {
  if (line.trim().length <= longest) return line.trim();
  const from = mark < longest - 40 ? 0 : mark - 20;
  return `${from > 0 ? '…' : ''}${line.slice(from, from + longest).trim()}${from + longest < line.length ? '…' : ''}`;
}
