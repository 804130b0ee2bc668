/** The page of one failure: a declaration in, Markdown out. */
import {
  type Code,
  type Failure,
  type Fix,
  hitsOf,
  type Matcher,
  type Pattern,
} from '../../packages/parser/src/define.ts';
import { cautionsOf, layoutNames, meaningOf } from '../../packages/parser/src/telling/labels.ts';
import { classLink, failureLink, formatLink, type Knowledge, origin, systems } from './knowledge.ts';
import { code, fence, page, prose, section, table } from './markdown.ts';

/** docs/failures/<id>.md */
export function failurePage(failure: Failure, knowledge: Knowledge): string {
  const layouts = new Set(failure.match.map(({ layout }) => layout));
  return page(
    `# ${prose(failure.title)}`,
    origin,
    `${code(failure.id)} · ${classLink(failure.class)} · ${failure.role} · ${failure.strength} · ${failure.severity}`,
    prose(failure.cause),
    `**What to do:** ${prose(failure.remedy)}`,
    section('Steps', stepsOf(failure, knowledge.fixes).map(step).join('\n\n')),
    section('Codes that the user may have seen', codeList(failure.likelyCodes ?? [], knowledge.codes)),
    section(
      'What it looks like',
      'Samples, written for this page in the layout of real logs:',
      ...hitsOf(failure).map((hit) => fence(hit)),
      table(
        ['Found by', 'When', 'In', 'Strength', 'Layout'],
        failure.match.map((pattern) => [
          code(pattern.has),
          conditions(pattern),
          pattern.formats.map((id) => formatLink(id, '../')).join(', '),
          pattern.strength ?? failure.strength,
          pattern.layout,
        ]),
      ),
      [...layouts]
        .sort()
        .map((layout) => `- ${layout}: ${layoutNames[layout]}`)
        .join('\n'),
    ),
    section('What it is not', ...(failure.misses ?? []).map(({ text, why }) => `${prose(why)}:\n\n${fence(text)}`)),
    section('How it is judged', judgement(failure)),
    section('See', (failure.see ?? []).map((url) => `- <${url}>`).join('\n')),
  );
}

const conditions = ({ text, fields = {} }: Pattern): string =>
  [
    ...(text ? [`text ${code(String(text))}`] : []),
    ...Object.entries(fields).map(([key, matcher]) => `${code(key)} ${condition(matcher)}`),
  ].join('; ');

function condition(matcher: Matcher): string {
  if (matcher instanceof RegExp) return code(String(matcher));
  if ('ports' in matcher)
    return matcher.ports.map((port) => (typeof port === 'number' ? port : `${port[0]}-${port[1]}`)).join(', ');
  if ('includes' in matcher) return matcher.map((value) => code(String(value))).join(', ');
  const { min, max, abs } = matcher;
  return [abs && 'in either direction', min !== undefined && `≥ ${min}`, max !== undefined && `≤ ${max}`]
    .filter((part) => part)
    .join(' ');
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

function judgement(failure: Failure): string {
  const links = (ids: readonly string[]): string => ids.map((id) => failureLink(id, '')).join(', ');
  const lines = [
    failure.explainedBy?.length &&
      `Causes of these classes can explain it: ${failure.explainedBy.map(classLink).join(', ')}.`,
    failure.explains?.length && `When seen together with it, these are only consequences: ${links(failure.explains)}.`,
    failure.provenWith?.length && `It is proof when seen together with one of: ${links(failure.provenWith)}.`,
    failure.standing && 'It is a state, not an event: it can explain a failure at any time.',
    failure.zoomAddress && 'It counts only for an address that evidence from the same machine links to Zoom.',
    ...(failure.alternatives ?? []).map((other) => `It could also be ${classLink(other.class)}: ${prose(other.why)}`),
  ];
  return lines
    .filter((line) => line)
    .map((line) => `- ${line}`)
    .join('\n');
}
