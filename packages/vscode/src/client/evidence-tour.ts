/** From one piece of evidence to the next, also in files too large to be documents. */
import * as vscode from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import * as protocol from '../protocol.ts';
import { openFocus } from './focus-texts.ts';
import { claim } from './shown-texts.ts';

/** A line of a text, from 0. */
export interface LinePlace {
  uri: string;
  line: number;
}

export interface EvidenceTour {
  openEvidence(place: protocol.PlaceSummary): Promise<void>;
  /** Where the user is; null outside every text. */
  here(): LinePlace | null;
  goToEvidence(step: 1 | -1, from?: LinePlace | null): Promise<void>;
}

export function createEvidenceTour(client: LanguageClient): EvidenceTour {
  /** Where the user was taken last: in the largest files the editor does not report the cursor. */
  let led: LinePlace | null = null;

  const openEvidence = async ({ uri, range, isLarge }: protocol.PlaceSummary): Promise<void> => {
    const { start, end } = range;
    const selection = new vscode.Range(start.line, start.character, end.line, end.character);
    const target = vscode.Uri.parse(uri);
    led = { uri, line: start.line };
    if (isLarge) {
      await openFocus(target, selection);
      return;
    }
    const document = await vscode.workspace.openTextDocument(target);
    await vscode.window.showTextDocument(document, { selection });
    await claim(document);
  };

  const here = (): LinePlace | null => {
    const editor = vscode.window.activeTextEditor;
    if (editor) return { uri: editor.document.uri.toString(), line: editor.selection.active.line };
    const input = vscode.window.tabGroups.activeTabGroup.activeTab?.input;
    if (!(input instanceof vscode.TabInputText)) return null;
    const uri = input.uri.toString();
    return led?.uri === uri ? led : { uri, line: 0 };
  };

  const goToEvidence = async (step: 1 | -1, from = here()): Promise<void> => {
    const next = from && (await client.sendRequest(protocol.nextEvidence, { ...from, step }));
    if (!next) {
      void vscode.window.showInformationMessage('Zoomlog: there is no evidence in this text or its bundle.');
      return;
    }
    led = { uri: next.uri, line: next.range.start.line };
    const { start, end } = next.range;
    // The largest files are not documents but are shown.
    await vscode.commands.executeCommand('vscode.open', vscode.Uri.parse(next.uri), {
      selection: new vscode.Range(start.line, start.character, end.line, end.character),
    });
  };

  return { openEvidence, here, goToEvidence };
}
