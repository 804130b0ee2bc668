/** Reports to the server which texts the editor shows, by its tabs: extensions cannot see the largest files as documents. */
import * as vscode from 'vscode';
import { type LanguageClient, State } from 'vscode-languageclient/node';
import { evidenceNames, textEndings } from '../evidence-names.ts';
import { recognised, shownTexts } from '../protocol.ts';
import { archiveScheme, focusScheme } from '../source-uri.ts';

const languageId = 'zoomlog';
export const evidencePattern = `**/*.{${[...textEndings, ...textEndings.map((ending) => ending.toUpperCase())].join(',')}}`;
/** Languages that do not identify a text. */
const vagueLanguages = ['log', 'plaintext'];

export const isOnDisk = ({ scheme }: vscode.Uri): boolean =>
  scheme === 'file' || scheme === archiveScheme || scheme === focusScheme;

export function reportShownTexts(client: LanguageClient): vscode.Disposable {
  let last = '';
  /** Logs recognized before the editor had them as documents. */
  const logs = new Set<string>();
  const report = (): void => {
    const documents = new Map(vscode.workspace.textDocuments.map((document) => [document.uri.toString(), document]));
    const uris = vscode.window.tabGroups.all
      .flatMap(({ tabs }) => tabs.map(({ input }) => input))
      .flatMap((input) => (input instanceof vscode.TabInputText ? input.uri : []));
    const texts = [...new Map(uris.map((uri) => [uri.toString(), uri])).values()]
      .map((uri) => ({ uri, language: documents.get(uri.toString())?.languageId }))
      .filter(({ uri, language }) => isOnDisk(uri) && (language === languageId || evidenceNames.test(uri.path)))
      .map(({ uri, language }) => ({ uri: uri.toString(), claimed: language === languageId }));
    const now = JSON.stringify(texts);
    if (now === last) return;
    last = now;
    // It is sent again when the server runs.
    void client.sendNotification(shownTexts, { texts }).catch(() => {});
  };
  // A restarted server knows nothing.
  const restarted = client.onDidChangeState(({ newState }) => {
    if (newState !== State.Running) return;
    last = '';
    report();
  });
  return vscode.Disposable.from(
    restarted,
    vscode.window.tabGroups.onDidChangeTabs(report),
    vscode.window.tabGroups.onDidChangeTabGroups(report),
    // The language is known a moment after the tab, and may be changed.
    vscode.workspace.onDidOpenTextDocument((document) => {
      report();
      if (logs.delete(document.uri.toString())) void claim(document);
    }),
    // Rows may arrive before the editor has read the new end of a file: their marks are then misplaced until set again.
    vscode.workspace.onDidChangeTextDocument(({ document: { uri } }) => {
      const rows = client.diagnostics?.get(uri) ?? [];
      if (isOnDisk(uri) && rows.length > 0) client.diagnostics?.set(uri, [...rows]);
    }),
    client.onNotification(recognised, ({ uri }) => {
      const document = vscode.workspace.textDocuments.find((one) => one.uri.toString() === uri);
      if (document) void claim(document);
      else logs.add(uri);
    }),
  );
}

/** Sets a text to our language unless it has a more specific one. */
export async function claim(document: vscode.TextDocument): Promise<void> {
  if (vagueLanguages.includes(document.languageId))
    await vscode.languages.setTextDocumentLanguage(document, languageId);
}
