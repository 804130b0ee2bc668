/** The page of one failure or fact: a declaration in, Markdown out. What `explain` says of it, and how it is found. */
import { type Fact, type Failure, isFailure } from '../../packages/parser/src/define.ts';
import { failureClasses } from '../../packages/parser/src/model.ts';
import { explain } from '../../packages/parser/src/telling/explain.ts';
import { drawMarkdownBlock, type MarkdownStyle } from '../../packages/parser/src/telling/markdown-outline.ts';
import { type Block, outlineOf } from '../../packages/parser/src/telling/outline.ts';
import { classLink, codeLink, formatLink, type Knowledge, knownLink, origin } from './knowledge.ts';
import { code, page, prose } from './markdown.ts';
import { looksAlike, looksLike } from './pattern-sections.ts';

/** docs/failures/<id>.md, docs/facts/<id>.md */
export function knownPage(known: Failure | Fact, knowledge: Knowledge): string {
  const { title, tags, blocks } = outlineOf(explain(known.id, { ...knowledge, os: null })!);
  const style: MarkdownStyle = { text: prose, name: (name) => linkOf(name, knowledge), os: null };
  const [id = '', name = '', ...others] = tags;
  const marks = isFailure(known) ? [known.strength, known.severity] : [];
  // The table of patterns names the formats, and docs/commands.md has every command.
  const drawn = (isWanted: (block: Block) => boolean): readonly string[] =>
    blocks
      .filter((block) => block.kind !== 'names' && block.kind !== 'commands' && isWanted(block))
      .map((block) => drawMarkdownBlock(block, style));
  const isSee = ({ kind }: Block): boolean => kind === 'addresses';
  return page(
    `# ${prose(title)}`,
    origin,
    [code(id), linkOf(name, knowledge), ...others, ...marks].join(' · '),
    ...drawn((block) => !isSee(block)),
    looksLike(known, isFailure(known) ? known.strength : null),
    looksAlike(known),
    ...drawn(isSee),
  );
}

/** A class, a failure or a fact, a code or a format by its page; a cause has none. */
function linkOf(name: string, knowledge: Knowledge): string {
  const ofClass = failureClasses.find((known) => known === name);
  if (ofClass) return classLink(ofClass);
  const reading = knowledge.codes.find((known) => known.code === name);
  if (reading) return codeLink(reading);
  if (knowledge.formats.some((format) => format.id === name)) return formatLink(name, '../');
  return knownLink(name, knowledge) ?? prose(name);
}
