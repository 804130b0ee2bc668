/** An extension with one of everything that the driver can see, to prove the driver by. It looks at `*.sample` files. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const manifest = {
  name: 'driver-sample',
  publisher: 'zoomlog',
  version: '0.0.1',
  license: 'MIT',
  repository: 'https://example.com/driver-sample',
  engines: { vscode: '^1.101.0' },
  files: ['extension.cjs', 'LICENSE'],
  main: './extension.cjs',
  activationEvents: ['onStartupFinished'],
  contributes: {
    languages: [{ id: 'sample', extensions: ['.sample'] }],
    viewsContainers: { activitybar: [{ id: 'sample', title: 'Sample', icon: '$(beaker)' }] },
    views: { sample: [{ id: 'sample.tree', name: 'Samples', icon: '$(beaker)' }] },
    commands: [
      { command: 'sample.type', title: 'Type Without Running', category: 'Sample' },
      { command: 'sample.copy', title: 'Copy', category: 'Sample' },
    ],
  },
};

/** Plain CommonJS, as the extension host loads it. */
const extension = `
const vscode = require('vscode');
const { CodeAction, CodeActionKind, CodeLens, Diagnostic, InlayHint, Position, Range, TreeItem } = vscode;

exports.activate = ({ subscriptions }) => {
  const { languages, commands, window, workspace } = vscode;
  const diagnostics = languages.createDiagnosticCollection('sample');
  const bad = (document) =>
    Array.from({ length: document.lineCount }, (_, line) => line).filter((line) => /bad/.test(document.lineAt(line).text));
  const rangeOf = (document, line) => {
    const start = document.lineAt(line).text.indexOf('bad');
    return new Range(line, start, line, start + 3);
  };
  const look = (document) => {
    if (document.languageId !== 'sample') return;
    diagnostics.set(document.uri, bad(document).map((line) => {
      const diagnostic = new Diagnostic(rangeOf(document, line), 'a bad word in line ' + (line + 1), 0);
      diagnostic.source = 'sample';
      diagnostic.code = 'bad-word';
      return diagnostic;
    }));
  };
  const tree = {
    getChildren: (item) => (item === undefined ? ['fruit'] : item === 'fruit' ? ['apple', 'pear'] : []),
    getTreeItem: (name) => {
      const item = new TreeItem(name, name === 'fruit' ? 2 : 0);
      if (name === 'pear') item.description = 'ripe';
      if (name !== 'fruit') item.command = { command: 'sample.say', title: '', arguments: [name] };
      return item;
    },
  };
  const status = window.createStatusBarItem(1);
  status.text = '$(beaker) sample ready';
  status.show();
  subscriptions.push(
    diagnostics,
    status,
    workspace.onDidOpenTextDocument(look),
    workspace.onDidChangeTextDocument(({ document }) => look(document)),
    window.registerTreeDataProvider('sample.tree', tree),
    languages.registerHoverProvider('sample', {
      provideHover: (document, position) => new vscode.Hover('hover of line ' + (position.line + 1)),
    }),
    languages.registerCodeActionsProvider('sample', {
      provideCodeActions: (document, { start }, { diagnostics }) => diagnostics.map((diagnostic) => {
        const action = new CodeAction('Say good', CodeActionKind.QuickFix);
        action.diagnostics = [diagnostic];
        action.edit = new vscode.WorkspaceEdit();
        action.edit.replace(document.uri, diagnostic.range, 'good');
        return action;
      }),
    }),
    languages.registerInlayHintsProvider('sample', {
      provideInlayHints: (document) => bad(document).map((line) => {
        const hint = new InlayHint(document.lineAt(line).range.end, 'hint of line ' + (line + 1));
        hint.paddingLeft = true;
        return hint;
      }),
    }),
    languages.registerCodeLensProvider('sample', {
      provideCodeLenses: () => [new CodeLens(new Range(0, 0, 0, 0), { title: 'lens above', command: 'sample.copy' })],
    }),
    languages.registerDocumentSymbolProvider('sample', {
      provideDocumentSymbols: (document) => bad(document).map((line) =>
        new vscode.DocumentSymbol('symbol ' + (line + 1), 'a detail', 0, rangeOf(document, line), rangeOf(document, line))),
    }),
    commands.registerCommand('sample.say', (name) => window.showInformationMessage('You chose ' + name)),
    commands.registerCommand('sample.copy', () => vscode.env.clipboard.writeText('copied by the sample')),
    commands.registerCommand('sample.type', () => {
      const terminal = window.createTerminal('sample');
      terminal.show();
      terminal.sendText('echo typed, not run', false);
    }),
  );
  workspace.textDocuments.forEach(look);
};
`;

/** Writes the extension's folder: what the extension host is pointed at. */
export function writeSampleExtension(folder: string): string {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'package.json'), JSON.stringify(manifest));
  writeFileSync(join(folder, 'extension.cjs'), extension);
  writeFileSync(join(folder, 'LICENSE'), 'MIT\n');
  writeFileSync(join(folder, 'README.md'), 'Proves the driver.\n');
  return folder;
}
