/** An argument for a command line to paste: unchanged where no shell treats it specially, else quoted for PowerShell or a POSIX shell. */
export function quoted(word: string, platform: NodeJS.Platform): string {
  if (/^[\w.:\\/~+-]+$/.test(word) && (platform === 'win32' || !word.includes('\\'))) return word;
  return `'${word.replaceAll("'", platform === 'win32' ? "''" : "'\\''")}'`;
}
