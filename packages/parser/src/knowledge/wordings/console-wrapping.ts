/** Values that PowerShell broke into lines, put together again. */

/** Columns of the windows in which lists are made; the last one stays free in some versions. */
const windowWidths = [80, 100, 120, 132, 160, 200].flatMap((width) => [width - 1, width]);

/**
 * PowerShell breaks a line where its window ends, in the middle of a word if need be. \`whole\` is the list, whose longest line is as wide as the window.
 */
export function unwrap(message: string, whole: string): string {
  const width = Math.max(...whole.split('\n').map((line) => line.length));
  if (!windowWidths.includes(width)) return message;
  // The first line stands behind its name.
  let length = whole.indexOf(message) - whole.lastIndexOf('\n', whole.indexOf(message)) - 1;
  let joined = '';
  for (const [i, line] of message.split('\n').entries()) {
    const text = i === 0 ? line : line.trimStart();
    const word = /^\S*/.exec(text)![0];
    // A break between words leaves the blank behind; one in a word comes where the window ends.
    const goesOn =
      i > 0 && word !== '' && (length >= width - 1 || (/\s$/.test(joined) && length + word.length >= width));
    joined += `${i === 0 || goesOn ? '' : '\n'}${text}`;
    length = i === 0 ? length + line.length : line.length;
  }
  return joined;
}
