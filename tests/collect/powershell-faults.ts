/**
 * What is wrong with a script for Windows PowerShell 5.1 that may only read, outside of the folder that it makes itself.
 * The tree is that of tree-sitter's grammar, which knows the syntax of 5.1: `??`, `?.` and `a ? b : c` are errors to it.
 */
import { fileURLToPath } from 'node:url';
import { Language, type Node, Parser } from 'web-tree-sitter';

const grammar = fileURLToPath(import.meta.resolve('tree-sitter-powershell/tree-sitter-powershell.wasm'));
await Parser.init();
const parser = new Parser();
parser.setLanguage(await Language.load(grammar));

/** Cmdlets that only read or compute, with the parameters that are used here and exist in 5.1. */
const reading: Readonly<Record<string, string>> = {
  'ConvertTo-Json': 'InputObject Depth',
  'ForEach-Object': '',
  'Get-ChildItem': 'LiteralPath File Force Recurse ErrorAction ErrorVariable',
  'Get-Command': 'ErrorAction',
  'Get-Content': 'LiteralPath Raw ErrorAction',
  'Get-Date': '',
  'Get-FileHash': 'LiteralPath Algorithm',
  'Get-Item': 'LiteralPath Force ErrorAction',
  'Get-ItemProperty': 'Path LiteralPath ErrorAction',
  'Get-Location': 'PSProvider',
  'Get-Random': '',
  'Join-Path': '',
  'Select-String': 'InputObject Pattern AllMatches CaseSensitive',
  'Sort-Object': 'Unique',
  'Split-Path': 'Parent Leaf',
  'Test-Path': 'LiteralPath PathType',
  'Wait-Process': 'Id Timeout ErrorAction',
  'Where-Object': '',
  'Write-Host': '',
};

/** Folders and files that the script makes, and what each must be. */
const own: Readonly<Record<string, RegExp>> = {
  $Work: /^"\$env:TEMP\\zoomlog-collect-/,
  $Collection: /^"\$Work\\collection"$/,
  $room: /^"\$Work\\room"$/,
};
const insideOwn = /^(?:"?\$(?:Work|Collection|room)\b|\(Split-Path -Parent "\$Collection\\)/;

/** Cmdlets that write: their parameters, the one that names what is written, and what it may be. */
const writing: Readonly<Record<string, readonly [parameters: string, target: string, allowed: RegExp]>> = {
  'Add-Type': ['AssemblyName', 'AssemblyName', /^System\.IO\.Compression(?:\.FileSystem)?$/],
  'Compress-Archive': ['Path DestinationPath ErrorAction', 'DestinationPath', /^\$Target$/],
  'Copy-Item': ['LiteralPath Destination ErrorAction ErrorVariable', 'Destination', /^"\$Collection\\/],
  'New-Item': ['ItemType Path Force ErrorAction', 'Path', insideOwn],
  'Remove-Item': ['LiteralPath Recurse Force ErrorAction', 'LiteralPath', /^\$(?:Work|room|Target)$/],
  'Set-Content': ['LiteralPath Value Encoding ErrorAction', 'LiteralPath', /^"\$Collection\\collection\.json"$/],
  'Start-Process': [
    'FilePath WindowStyle PassThru RedirectStandardError RedirectStandardOutput ArgumentList',
    'FilePath',
    /^\$Shell$/,
  ],
};

/** Programs that the script runs itself; those of the table are in its data. */
const programs = new Set(['curl.exe', 'taskkill.exe', 'whoami.exe']);
const staticMembers = new Set([
  '[System.IO.Compression.ZipFile]::Open',
  '[System.IO.Compression.ZipFileExtensions]::CreateEntryFromFile',
]);
/** Assigning one of these changes what PowerShell itself uses; names have no case. */
const automatic =
  /^\$(?:args|error|executioncontext|foreach|home|host|input|lastexitcode|matches|myinvocation|pid|profile|pshome|pwd|sender|this|true|false|\?|_)$/i;

const all = (node: Node, type: string): Node[] => node.descendantsOfType(type).filter((one) => one !== null);

/** Of each parameter of a command, what follows it; empty where that is the next parameter. */
function argumentsOf(command: Node): ReadonlyMap<string, string> {
  const given = new Map<string, string>();
  let name = '';
  for (const part of command.childForFieldName('command_elements')?.namedChildren ?? []) {
    if (part?.type === 'command_parameter') {
      name = part.text.slice(1);
      given.set(name, '');
    } else if (part && part.type !== 'command_argument_sep') given.set(name, (given.get(name) ?? '') + part.text);
  }
  return given;
}

function commandFaults(command: Node, functions: ReadonlySet<string>): readonly string[] {
  const name = command.childForFieldName('command_name')?.text ?? '';
  if (command.text.startsWith('&'))
    return /^& \$Fill\b/.test(command.text) ? [] : [`${command.text}: it runs anything`];
  if (functions.has(name) || programs.has(name)) return [];
  const [parameters, target, allowed] = writing[name] ?? [reading[name], '', null];
  if (parameters === undefined) return [`${name}: an alias, or not known to only read`];
  const given = argumentsOf(command);
  const unknown = [...given.keys()].filter((one) => one !== '' && !parameters.split(' ').includes(one));
  return [
    ...unknown.map((one) => `${name} -${one}: not in 5.1, or not known here`),
    ...(allowed && !allowed.test(given.get(target) ?? '') ? [`${name}: it writes to ${given.get(target)}`] : []),
  ];
}

export function faultsOf(script: string): readonly string[] {
  const tree = parser.parse(script)!.rootNode;
  const broken: string[] = [];
  const look = (node: Node): void => {
    if (node.isError || node.isMissing) broken.push(`line ${node.startPosition.row + 1}: not the syntax of 5.1`);
    else for (const child of node.children) if (child) look(child);
  };
  look(tree);
  const functions = new Set(all(tree, 'function_name').map(({ text }) => text));
  const assigned = all(tree, 'assignment_expression').map(
    (one) => [one.children[0]!.text, one.childForFieldName('value')?.text ?? ''] as const,
  );
  return [
    ...broken,
    ...all(tree, 'pipeline_chain_tail').map(({ text }) => `${text}: Windows PowerShell has no && and ||`),
    ...all(tree, 'command').flatMap((command) => commandFaults(command, functions)),
    ...all(tree, 'redirection').map(({ text }) => `${text}: it writes a file`),
    ...all(tree, 'invokation_expression')
      .map(({ text }) => text.slice(0, text.indexOf('(')))
      .filter((text) => text.includes('::') && !staticMembers.has(text))
      .map((text) => `${text}: a static member`),
    ...assigned.flatMap(([name, value]) => {
      if (automatic.test(name)) return [`${name}: PowerShell's own variable`];
      return own[name] && !own[name].test(value) ? [`${name}: not below its own folder`] : [];
    }),
    ...(/[^\n\x20-\x7e]/.test(script) ? ['Windows PowerShell reads a file without a mark as ANSI: ASCII only'] : []),
  ];
}
