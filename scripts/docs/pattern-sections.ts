/** The sections that the pages of a failure and of a fact share: what its patterns find, and where that is documented. */
import {
  type Fact,
  type Failure,
  hitsOf,
  type Matcher,
  type Pattern,
  seeOf,
} from '../../packages/parser/src/define.ts';
import type { Layout, Strength } from '../../packages/parser/src/model.ts';
import { formatLink } from './knowledge.ts';
import { code, fence, prose, section, table } from './markdown.ts';

type Declared = Failure | Fact;

const layoutNotes: Readonly<Record<Layout, string>> = {
  captured: 'captured: this wording and layout appeared in a real log',
  documented: 'documented: known from documentation only, never seen in a real log',
  constructed: 'constructed: known from a hand-made sample only, never seen in a real log or a document',
};

/** The samples and the patterns that find them. `strength`: of a pattern that has none of its own; null for a fact. */
export function looksLike(known: Declared, strength: Strength | null): string {
  const layouts = new Set(known.match.map(({ layout }) => layout));
  const see = seeOf(known);
  const heads = ['Search text', 'Condition', 'Format', ...(strength === null ? [] : ['Strength']), 'Basis', 'See'];
  return section(
    'What it looks like',
    'Samples, written for this page in the layout of the real logs:',
    ...hitsOf(known).map((hit) => fence(hit)),
    table(
      heads,
      known.match.map((pattern) => [
        code(pattern.has),
        conditions(pattern),
        pattern.formats.map((id) => formatLink(id, '../')).join(', '),
        ...(strength === null ? [] : [pattern.strength ?? strength]),
        pattern.layout,
        (pattern.see ?? []).map((url) => `[${see.indexOf(url) + 1}](${url})`).join(', '),
      ]),
    ),
    [...layouts]
      .sort()
      .map((layout) => `- ${layoutNotes[layout]}`)
      .join('\n'),
  );
}

export const looksAlike = ({ misses = [] }: Declared): string =>
  section('What it is not', ...misses.map(({ text, why }) => `${prose(why)}:\n\n${fence(text)}`));

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
  return [abs && 'either way', min !== undefined && `≥ ${min}`, max !== undefined && `≤ ${max}`]
    .filter((part) => part)
    .join(' ');
}
