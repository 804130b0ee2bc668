/** The page of one failure: a declaration in, Markdown out. */
import type { Code, Failure, Fix } from '../../packages/parser/src/define.ts';
import { cautionsOf, meaningOf } from '../../packages/parser/src/telling/labels.ts';
import { classLink, type Knowledge, knownLink, origin, systems } from './knowledge.ts';
import { bullets, code, fence, page, prose, section } from './markdown.ts';
import { looksAlike, looksLike, seeSection, zoomAddressNote } from './pattern-sections.ts';

/** docs/failures/<id>.md */
export function failurePage(failure: Failure, knowledge: Knowledge): string {
  return page(
    `# ${prose(failure.title)}`,
    origin,
    `${code(failure.id)} · ${classLink(failure.class)} · ${failure.role} · ${failure.strength} · ${failure.severity}`,
    prose(failure.cause),
    `**What to do:** ${prose(failure.remedy)}`,
    section('Steps', stepsOf(failure, knowledge.fixes).map(step).join('\n\n')),
    section('Codes that the user may have seen', codeList(failure.likelyCodes ?? [], knowledge.codes)),
    looksLike(failure, failure.strength),
    looksAlike(failure),
    section('How it is evaluated', judgement(failure, knowledge)),
    seeSection(failure),
  );
}

/** Throws when the failure names a fix that does not exist. */
const stepsOf = (failure: Failure, fixes: readonly Fix[]): readonly Fix[] =>
  failure.fixes.map((id) => {
    const known = fixes.find((fix) => fix.id === id);
    if (!known) throw new Error(`failures/${failure.class}/${failure.id}.ts: no fix '${id}'`);
    return known;
  });

function step(fix: Fix): string {
  const marks = [systems(fix.os), ...cautionsOf(fix)];
  const lines = [`1. ${prose(fix.title)}\n   *${marks.join(' · ')}*`];
  if (fix.command !== null) lines.push(fence(fix.command, 3));
  if (fix.undo !== null) lines.push(`   To undo: ${prose(fix.undo)}`);
  lines.push(`   Source: ${prose(fix.source)}`);
  return lines.join('\n\n');
}

/** Each with its first reading: those in Zoom's own namespaces come first. */
const codeList = (numbers: readonly string[], codes: readonly Code[]): string =>
  numbers
    .map((number) => {
      const reading = codes.find((known) => known.code === number);
      if (!reading) throw new Error(`likely code ${number}: no such code`);
      return `- [${code(number)}](../codes.md#${reading.namespace}): ${prose(meaningOf(reading))}`;
    })
    .join('\n');

function judgement(failure: Failure, knowledge: Knowledge): string {
  const links = (ids: readonly string[] | undefined): string =>
    (ids ?? []).map((id) => knownLink(id, knowledge)).join(', ');
  const { explainedBy, explains, provenWith, doubtedWith, onlyWith, neverWith, sinceLast } = failure;
  return bullets([
    explainedBy?.length && `Causes in these classes can explain it: ${explainedBy.map(classLink).join(', ')}.`,
    explains?.length &&
      `When one of these appears together with it, that one is only a consequence: ${links(explains)}.`,
    provenWith?.length && `It is proof together with one of: ${links(provenWith)}.`,
    failure.provenByTwo && 'It counts as proof when log formats of two different origins show it.',
    doubtedWith?.length && `It is weak together with one of: ${links(doubtedWith)}.`,
    failure.onlyProven && 'It explains a failure only where other evidence proves it.',
    onlyWith?.length && `It counts only on a machine that shows one of: ${links(onlyWith)}.`,
    neverWith?.length && `It does not count on a machine that shows one of: ${links(neverWith)}.`,
    failure.standing &&
      'It describes a lasting state, not an event at one point in time: it may explain a failure at any time.',
    sinceLast?.length && `What was measured counts back only to the last of: ${links(sinceLast)}.`,
    failure.lasting && 'It is a change that holds from then on: it may explain what comes later.',
    failure.zoomAddress && zoomAddressNote,
    ...(failure.alternatives ?? []).map((other) => `It could also be ${classLink(other.class)}: ${prose(other.why)}.`),
  ]);
}
