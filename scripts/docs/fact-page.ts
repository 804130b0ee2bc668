/** The page of one fact: a declaration in, Markdown out. */
import type { Fact } from '../../packages/parser/src/define.ts';
import { effectNames } from '../../packages/parser/src/telling/labels.ts';
import { classLink, type Knowledge, knownLink, origin } from './knowledge.ts';
import { bullets, code, page, prose, section } from './markdown.ts';
import { looksAlike, looksLike, seeSection, zoomAddressNote } from './pattern-sections.ts';

/** docs/facts/<id>.md */
export const factPage = (fact: Fact, knowledge: Knowledge): string =>
  page(
    `# ${prose(fact.title)}`,
    origin,
    `${code(fact.id)} · ${classLink(fact.class)} · ${effectNames[fact.effect]}`,
    prose(fact.because),
    looksLike(fact, null),
    looksAlike(fact),
    section('How it is judged', judgement(fact, knowledge)),
    seeSection(fact),
  );

function judgement(fact: Fact, knowledge: Knowledge): string {
  const links = (ids: readonly string[] | undefined): string =>
    (ids ?? []).map((id) => knownLink(id, knowledge)).join(', ');
  const { clears, needs, unless, ends, eases } = fact;
  return bullets([
    clears?.length && `It rules out these causes: ${clears.map(prose).join(', ')}.`,
    needs?.length && `It does so only on a machine that also shows: ${links(needs)}.`,
    unless?.length && `It has no effect on a machine that shows one of: ${links(unless)}.`,
    ends?.length && `It ends these when it comes later: ${links(ends)}.`,
    eases?.length && `Seen at the same time, these are only warnings: ${links(eases)}.`,
    fact.effect === 'benign' && 'It means nothing: no failure is reported for a line that shows it.',
    fact.standing && 'It is a state, not a moment.',
    fact.zoomAddress && zoomAddressNote,
  ]);
}
