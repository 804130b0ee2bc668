/** The commands for Windows are for PowerShell: each is held against its rules, and each rule against a command that breaks it. */
import { allFixes, collectCommands } from '@zoomlog/parser';
import { describe, expect, test } from 'vitest';
import { quoted } from '../../packages/cli/src/args/quote.ts';

/** Programs on the PATH of every Windows 10 and 11. */
const programs = new Set(
  'control.exe curl.exe dxdiag ipconfig msiexec netsh netstat pnputil reg robocopy route systeminfo taskkill tzutil w32tm wevtutil control devmgmt.msc start'.split(
    ' ',
  ),
);

interface Part {
  /** Outside quotes, inside '…' or inside "…". */
  readonly kind: 'bare' | 'single' | 'double';
  readonly text: string;
}

/** about_Quoting_Rules: '' in single quotes, "" or a backtick in double ones. Null when a quote is not closed. */
function partsOf(command: string): readonly Part[] | null {
  const parts: Part[] = [];
  const pattern = /'(?<single>(?:[^']|'')*)'|"(?<double>(?:[^"`]|""|`[\s\S])*)"|(?<bare>[^'"]+)/gy;
  let end = 0;
  for (const match of command.matchAll(pattern)) {
    const [kind, text] = Object.entries(match.groups!).find(([, value]) => value !== undefined)!;
    parts.push({ kind: kind as Part['kind'], text });
    end = match.index + match[0].length;
  }
  return end === command.length ? parts : null;
}

/** What PowerShell would not do as it is meant; empty when nothing. */
function faults(command: string): readonly string[] {
  const parts = partsOf(command);
  if (parts === null) return ['a quote is not closed'];
  const bare = parts.map(({ kind, text }) => (kind === 'bare' ? text : '""')).join('');
  // The first word of a statement, behind a pipe or in a block; not the key of a table.
  const first = bare.matchAll(/(?:^|[;|{(]\s*)(?<word>[A-Za-z][\w.:-]*|\.\\\S+)(?!\S|\s*=)/g);
  const unknown = Array.from(first, (match) => match.groups!.word!).filter(
    (word) => !/^[A-Z]\w+-[A-Z]\w+$/.test(word) && !word.startsWith('.\\') && !programs.has(word),
  );
  return [
    ...(/&&|\|\|/.test(bare) ? ['Windows PowerShell has no && and ||'] : []),
    ...(/(?:^|\s)</.test(bare) ? ['PowerShell reserves < outside quotes'] : []),
    ...(/%\w+%/.test(command) ? ['%NAME% is for cmd'] : []),
    ...(parts.some(({ kind, text }) => kind === 'double' && /<[a-z]/i.test(text))
      ? ['what is filled in may hold a $: single quotes']
      : []),
    ...unknown.map((word) => `${word}: an alias, or not on the PATH`),
  ];
}

const commands = [
  ...allFixes
    .filter(({ os }) => os.includes('windows'))
    .flatMap(({ id, command, undo }) => [
      [id, command],
      [`${id}, undo`, /^[A-Z][a-z]+-[A-Z]\w+ /.test(undo ?? '') ? undo : null],
    ]),
  ...new Map(
    collectCommands
      .filter(({ os }) => os === 'windows')
      .map(({ what, collect }) => [collect, [what, collect] as const]),
  ).values(),
].filter((row): row is [string, string] => typeof row[1] === 'string' && !/^[a-z]+:\/\//.test(row[1]));

test.each(commands)('%s: %s', (_, command) => {
  expect(faults(command)).toEqual([]);
});

describe('a fault is seen', () => {
  test.each([
    ['Get-Item "x', 'a quote is not closed'],
    ['ipconfig /release && ipconfig /renew', 'Windows PowerShell has no && and ||'],
    ['Copy-Item "%APPDATA%\\Zoom" .', '%NAME% is for cmd'],
    ['Enable-PnpDevice -InstanceId "<InstanceId>"', 'what is filled in may hold a $: single quotes'],
    ['netsh winhttp set proxy <the value>', 'PowerShell reserves < outside quotes'],
    ['curl -v https://zoom.us', 'curl: an alias, or not on the PATH'],
    ['Get-Item x; sc query', 'sc: an alias, or not on the PATH'],
    ['CleanZoom.exe', 'CleanZoom.exe: an alias, or not on the PATH'],
  ])('%s', (command, fault) => {
    expect(faults(command)).toContain(fault);
  });
});

test.each<[platform: NodeJS.Platform, word: string, shown: string]>([
  ['win32', 'C:\\logs\\a.log', 'C:\\logs\\a.log'],
  ['win32', "C:\\Jo's logs", "'C:\\Jo''s logs'"],
  ['win32', 'C:\\$x (1)', "'C:\\$x (1)'"],
  ['linux', '/home/user/a.log', '/home/user/a.log'],
  ['linux', "/home/user's $x", "'/home/user'\\''s $x'"],
  ['linux', 'a\\b', "'a\\b'"],
])('%s: %s is pasted as %s', (platform, word, shown) => {
  expect(quoted(word, platform)).toBe(shown);
});
