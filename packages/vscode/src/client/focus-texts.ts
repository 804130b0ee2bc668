/** The focus view: a window around evidence in a source of any size, as a separate text. */
import * as vscode from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import { focusText } from '../protocol.ts';
import { focusScheme, shownText, uriOfSource, uriOfWindow, windowAround } from '../source-uri.ts';
import { claim } from './shown-texts.ts';

export function registerFocusTexts(client: LanguageClient, onBundles: vscode.Event<unknown>): vscode.Disposable {
  const changed = new vscode.EventEmitter<vscode.Uri>();
  return vscode.Disposable.from(
    changed,
    vscode.workspace.registerTextDocumentContentProvider(focusScheme, {
      onDidChange: changed.event,
      provideTextDocumentContent: async (uri) => (await client.sendRequest(focusText, { uri: uri.toString() })).text,
    }),
    // A source that grows may now have lines that its window lacked.
    onBundles(() => {
      for (const { uri } of vscode.workspace.textDocuments) if (uri.scheme === focusScheme) changed.fire(uri);
    }),
  );
}

/** Opens the window around a place of a source; `line` from 0, as the source counts. */
export async function openFocus(uri: vscode.Uri, range: vscode.Range): Promise<void> {
  const shown = shownText(uri.toString());
  if (!shown || uri.scheme === focusScheme) return;
  const around = windowAround(shown.path, shown.packed, range.start.line + 1);
  const focus = vscode.Uri.parse(uriOfWindow(around));
  const indent = shownText(focus.toString())?.indent ?? 0;
  const down = (at: vscode.Position) => new vscode.Position(at.line + 1 - around.first, at.character + indent);
  const document = await vscode.workspace.openTextDocument(focus);
  await vscode.window.showTextDocument(document, { selection: new vscode.Range(down(range.start), down(range.end)) });
  await claim(document);
}

/** The place in the source itself that a place in a window shows; null outside one. */
export function wholePlace(uri: vscode.Uri, line: number): { uri: vscode.Uri; line: number } | null {
  const shown = uri.scheme === focusScheme ? shownText(uri.toString()) : null;
  return shown ? { uri: vscode.Uri.parse(uriOfSource(shown.path, shown.packed)), line: shown.first + line - 1 } : null;
}
