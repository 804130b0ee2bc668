/** Comments of XML, blanked out as the text comes: what stands in them is no element. */

export interface CommentRemover {
  /** The text, each comment as blanks, so that places stay what they are; its last units may wait for the next call. */
  push(text: string): string;
  /** What still waited. */
  end(): string;
  /** True within a comment. */
  isOpen(): boolean;
}

const openings = ['<!--', '<![CDATA['] as const;
const opening = /<!--|<!\[CDATA\[/;

/** Cuts of the text change nothing. What looks like a comment in CDATA is none. */
export function openCommentRemover(): CommentRemover {
  let held = '';
  let closing: '-->' | ']]>' | null = null;

  const taken = (length: number): string => {
    const part = held.slice(0, length);
    held = held.slice(length);
    return closing === '-->' ? part.replace(/[^\n]/g, ' ') : part;
  };

  /** Units that belong to nothing which the next ones could open or close. */
  const settled = (): number => {
    if (closing !== null) return Math.max(0, held.length - closing.length + 1);
    const last = held.lastIndexOf('<');
    return last >= 0 && openings.some((one) => one.startsWith(held.slice(last))) ? last : held.length;
  };

  const take = (isLast: boolean): string => {
    let text = '';
    for (;;) {
      if (closing === null) {
        const found = opening.exec(held);
        if (found === null) break;
        text += taken(found.index);
        closing = found[0] === '<!--' ? '-->' : ']]>';
        text += taken(found[0].length);
      }
      const end = held.indexOf(closing);
      if (end < 0) break;
      text += taken(end + closing.length);
      closing = null;
    }
    return text + taken(isLast ? held.length : settled());
  };

  return {
    push(text) {
      held += text;
      return take(false);
    },
    end: () => take(true),
    isOpen: () => closing === '-->',
  };
}
