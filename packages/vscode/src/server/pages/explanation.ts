/** The page on a code, a failure or a fact. */
import {
  drawMarkdownBlock,
  type Explanation,
  type MarkdownStyle,
  markdownCode,
  markdownText,
  type Os,
  osNames,
  outlineOf,
} from '@zoomlog/parser';

/** How the editor's pages show text and names. `os` is the system of the steps; null: unknown. */
export const markdownStyle = (os: Os | null): MarkdownStyle => ({ text: markdownText, name: markdownCode, os });

export function explanationPage(explanation: Explanation, os: Os | null): string {
  const { title, mark, tags, blocks } = outlineOf(explanation);
  const style = markdownStyle(os);
  const [id = '', ...others] = tags;
  const parts = [
    `# ${markdownText(title)}`,
    ...(mark === null ? [] : [`${[mark, ...others].join(', ')}: ${markdownCode(id)}`]),
    ...blocks.map((block) => drawMarkdownBlock(block, style)),
    os === null ? '' : `*Commands are for ${osNames[os]}; change ${markdownCode('zoomlog.os')} for another system.*`,
  ];
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}
