/** collect/zoomlog-collect.ps1 is parsed, and held against what it may do; nothing here runs it. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { placesOf, questionsOf } from '../../scripts/collect/tables.ts';
import { root } from '../helpers/places.ts';
import { faultsOf } from './powershell-faults.ts';

const script = readFileSync(join(root, 'collect/zoomlog-collect.ps1'), 'utf8');

test('it has the syntax of Windows PowerShell 5.1, and only reads outside of its own folder', () => {
  expect(faultsOf(script)).toEqual([]);
});

test('it asks what the tables name, to the letter', () => {
  const texts = (key: string) =>
    Array.from(script.matchAll(new RegExp(`\\b${key} = '((?:[^']|'')*)'`, 'g')), ([, text]) =>
      text!.replaceAll("''", "'"),
    );
  expect(texts('Command')).toEqual(questionsOf('windows').map(({ collect }) => collect));
  expect(texts('Pattern')).toEqual(placesOf('windows').map(({ pattern }) => pattern));
});

test('what it writes into the manifest has the fields and the states of the schema', () => {
  const { definitions } = JSON.parse(readFileSync(join(root, 'schema/collection.schema.json'), 'utf8'));
  const fieldsOf = (start: string) => {
    const from = script.indexOf(start) + start.length;
    const table = script.slice(from, script.indexOf('}', from));
    return Array.from(table.matchAll(/(?:^|;) *(\w+) = /gm), ([, name]) => name);
  };
  expect(fieldsOf('$manifest = [ordered]@{')).toEqual(Object.keys(definitions.Collection.properties));
  expect(fieldsOf('$record = [ordered]@{').sort()).toEqual(Object.keys(definitions.CollectedItem.properties).sort());
  expect(fieldsOf('string]$Path, $From, $Modified) {\n  [ordered]@{')).toEqual(
    Object.keys(definitions.CollectedFile.properties),
  );
  const set = script.matchAll(
    /\.state = '([\w-]+)'|^ {2}(?:if|elseif|else) .*\{ '([a-z-]+)' \}$| state = '([\w-]+)'/gm,
  );
  const states = new Set(Array.from(set, ([, ...found]) => found.find(Boolean)!));
  expect([...states].sort()).toEqual([...definitions.CollectedState.enum].sort());
});

test('only the last part of a place is a pattern, below a folder that it knows', () => {
  for (const { pattern } of placesOf('windows'))
    expect(pattern).toMatch(/^%(?:APPDATA|LOCALAPPDATA|TEMP)%\\(?:[^*]+\\)?[^\\]+$/);
});

test('a block that is filled elsewhere sees the variables that it means', () => {
  // Scopes are dynamic: what New-Record declares hides what its caller has.
  const declared = /^function New-Record\((.*)\)/m.exec(script)![1]!.matchAll(/\$\w+/g);
  const body = script.slice(script.indexOf('function New-Record'), script.indexOf('function Get-PackedFile'));
  const inside = [
    ...Array.from(declared, ([name]) => name),
    ...Array.from(body.matchAll(/^ *(\$\w+) = /gm), ([, name]) => name!),
  ];
  const blocks = Array.from(script.matchAll(/^ {2}New-Record .* \{\n([\s\S]*?)^ {2}\}$/gm), ([, block]) => block!);
  expect(blocks.length).toBe(2);
  for (const block of blocks) {
    const used = new Set(Array.from(block.matchAll(/\$\w+/g), ([name]) => name.toLowerCase()));
    expect(
      inside.map((name) => name.toLowerCase()).filter((name) => !['$record', '$null'].includes(name) && used.has(name)),
    ).toEqual([]);
  }
});

describe('a fault is seen', () => {
  test.each([
    ['$a = $b ?? 1', 'line 1: not the syntax of 5.1'],
    ['$a?.Length', 'line 1: not the syntax of 5.1'],
    ['$a = $true ? 1 : 2', 'line 1: not the syntax of 5.1'],
    ['if ($a) { Get-Date', 'line 1: not the syntax of 5.1'],
    ['Get-Date && Get-Random', '&&: Windows PowerShell has no && and ||'],
    ['gci', 'gci: an alias, or not known to only read'],
    ['Get-ChildItem | % { $_ }', '%: an alias, or not known to only read'],
    ['Get-ChildItem | ? { $_ }', '?: an alias, or not known to only read'],
    ['cp a b', 'cp: an alias, or not known to only read'],
    ['Set-ItemProperty HKCU:\\a', 'Set-ItemProperty: an alias, or not known to only read'],
    ['Clear-EventLog System', 'Clear-EventLog: an alias, or not known to only read'],
    ['Invoke-Expression $a', 'Invoke-Expression: an alias, or not known to only read'],
    ['sc.exe stop dnscache', 'sc.exe: an alias, or not known to only read'],
    ['"a $(reg.exe delete HKCU\\a)"', 'reg.exe: an alias, or not known to only read'],
    ['& $command', '& $command: it runs anything'],
    ['Get-Date -AsUTC', 'Get-Date -AsUTC: not in 5.1, or not known here'],
    ['Get-Content -LiteralPath a -AsByteStream', 'Get-Content -AsByteStream: not in 5.1, or not known here'],
    ['Remove-Item -LiteralPath $env:APPDATA -Recurse', 'Remove-Item: it writes to $env:APPDATA'],
    ['Remove-Item -LiteralPath "$Work\\.."', 'Remove-Item: it writes to "$Work\\.."'],
    ['Copy-Item -LiteralPath a -Destination C:\\b', 'Copy-Item: it writes to C:\\b'],
    ['New-Item -ItemType Directory -Path C:\\b', 'New-Item: it writes to C:\\b'],
    ['Set-Content -LiteralPath C:\\b -Value 1', 'Set-Content: it writes to C:\\b'],
    ['Start-Process -FilePath calc.exe', 'Start-Process: it writes to calc.exe'],
    ['Get-Date > a.txt', '> a.txt: it writes a file'],
    ['[System.IO.File]::Delete("a")', '[System.IO.File]::Delete: a static member'],
    ['$Work = $env:APPDATA', '$Work: not below its own folder'],
    ['$matches = 1', "$matches: PowerShell's own variable"],
    ["'\u2026'", 'Windows PowerShell reads a file without a mark as ANSI: ASCII only'],
  ])('%s', (text, fault) => {
    expect(faultsOf(text)).toContain(fault);
  });
});
