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
    section('How it is evaluated', judgement(fact, knowledge)),
    seeSection(fact),
  );

function judgement(fact: Fact, knowledge: Knowledge): string {
  const links = (ids: readonly string[] | undefined): string =>
    (ids ?? []).map((id) => knownLink(id, knowledge)).join(', ');
  const { clears, needs, unless, ends, eases } = fact;
  return bullets([
    clears?.length && `It rules out as the cause: ${clears.map(prose).join(', ')}.`,
    needs?.length && `It does so only on a machine that also shows: ${links(needs)}.`,
    unless?.length && `It has no effect on a machine that shows one of: ${links(unless)}.`,
    ends?.length && `When it appears after one of these, that failure has ended: ${links(ends)}.`,
    eases?.length && `When one of these appears at the same time, it is only a warning: ${links(eases)}.`,
    fact.effect === 'benign' && 'It is harmless: no failure is reported for a line that shows it.',
    fact.standing && 'It describes a lasting state, not an event at one point in time.',
    fact.zoomAddress && zoomAddressNote,
  ]);
}
