/** Runs inside the extension host: what only the whole API can tell. Its lines are read by extension-large.test.ts. */
import { appendFileSync } from 'node:fs';
import * as vscode from 'vscode';

const until = async <T>(what: string, read: () => T | undefined | Promise<T | undefined>): Promise<T> => {
  const end = Date.now() + 40_000;
  for (;;) {
    const value = await read();
    if (value !== undefined) return value;
    if (Date.now() > end) throw new Error(`${what}: not within 40 s`);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
};

export async function run(): Promise<void> {
  const extension = vscode.extensions.getExtension('zoomlog.zoomlog-vscode')!;
  const [folder] = vscode.workspace.workspaceFolders!;
  console.log(`active before a log is open: ${extension.isActive}`);
  await extension.activate();

  const live = vscode.Uri.joinPath(folder!.uri, 'zoom_memlog_live.log');
  const document = await vscode.workspace.openTextDocument(live);
  await vscode.window.showTextDocument(document);
  console.log(`language: ${document.languageId}`);
  const problems = (uri: vscode.Uri) => vscode.languages.getDiagnostics(uri).filter(({ severity }) => severity < 3);
  const [first] = await until('a diagnostic', () => (problems(live).length > 0 ? problems(live) : undefined));
  console.log(`diagnostic: ${typeof first!.code === 'object' ? first!.code.value : first!.code}`);

  const written = performance.now();
  appendFileSync(live.fsPath, `${document.lineAt(0).text.replace('104103', '104101')}\n`);
  await until('a second diagnostic', () => (problems(live).length > 1 ? true : undefined));
  console.log(`growth: ${Math.round(performance.now() - written)} ms`);

  const symbols = await vscode.commands.executeCommand<vscode.DocumentSymbol[]>(
    'vscode.executeDocumentSymbolProvider',
    live,
  );
  console.log(`symbols: ${symbols.length}`);
  const hovers: number[] = [];
  for (let k = 0; k < 9; k++) {
    const hovered = performance.now();
    await vscode.commands.executeCommand('vscode.executeHoverProvider', live, first!.range.start);
    hovers.push(performance.now() - hovered);
  }
  console.log(`hover, median: ${Math.round(hovers.toSorted((a, b) => a - b)[4]!)} ms`);

  const muted = vscode.workspace.getConfiguration('zoomlog');
  await vscode.commands.executeCommand('zoomlog.mute', 'connection-failed');
  await until('muted', () => (problems(live).length === 0 ? true : undefined));
  console.log('muted');
  await muted.update('severity', 'nonsense', vscode.ConfigurationTarget.Workspace);
  await until('back in spite of a malformed setting', () => (problems(live).length > 0 ? true : undefined));
  console.log('malformed settings are passed over');
}
