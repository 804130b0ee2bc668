/** A word for a command line to be pasted: as it is where no shell minds, else quoted for PowerShell or a POSIX shell. */
export function quoted(word: string, platform: NodeJS.Platform): string {
  if (/^[\w.:\\/~+-]+$/.test(word) && (platform === 'win32' || !word.includes('\\'))) return word;
  return `'${word.replaceAll("'", platform === 'win32' ? "''" : "'\\''")}'`;
}
