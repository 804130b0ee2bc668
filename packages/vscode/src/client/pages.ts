/** Reports and explanations, as pages beside the logs. */
import * as vscode from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import { commands, readPage } from '../protocol.ts';
import { nameOfPage } from '../source-uri.ts';

export interface Pages extends vscode.Disposable {
  open(uri: string): Promise<void>;
}

/** What a page's links may run. */
const linkedCommands = [commands.openEvidence, commands.openPage, commands.copyText];

export function createPages(client: LanguageClient, onBundles: vscode.Event<unknown>): Pages {
  const panels = new Map<string, vscode.WebviewPanel>();

  /** Fillings of one panel may end in a different order than they started; the last one counts. */
  const fillings = new Map<vscode.WebviewPanel, number>();
  const fill = async (uri: string, panel: vscode.WebviewPanel): Promise<void> => {
    const filling = (fillings.get(panel) ?? 0) + 1;
    fillings.set(panel, filling);
    const page = await client.sendRequest(readPage, { uri });
    const markdown = page?.text ?? '# This page no longer exists\n\nIts bundle was removed from the view.\n';
    // The editor's own renderer: what it makes of our Markdown holds no script, and none would run.
    if (fillings.get(panel) !== filling) return;
    panel.title = /^# (.{1,60})/.exec(markdown)?.[1]?.replaceAll('\\', '') ?? panel.title;
    const body: unknown = await vscode.commands.executeCommand('markdown.api.render', markdown);
    if (fillings.get(panel) !== filling) return;
    panel.webview.html = `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<style>
body { max-width: 60em; padding: 0 1.5em 3em; line-height: 1.5; }
pre { background: var(--vscode-textCodeBlock-background); padding: .6em .8em; overflow-x: auto; }
table { border-collapse: collapse; } td, th { border-bottom: 1px solid var(--vscode-panel-border); padding: .25em .8em .25em 0; text-align: left; vertical-align: top; }
h3 { margin-top: 2em; }
</style></head><body>${String(body)}</body></html>`;
  };

  /** Without a server the page stays as it is. */
  const refill = (uri: string, panel: vscode.WebviewPanel): void => void fill(uri, panel).catch(() => {});

  const changes = onBundles(() => {
    for (const [uri, panel] of panels) if (panel.visible) refill(uri, panel);
  });

  return {
    async open(uri) {
      const known = panels.get(uri);
      if (known) {
        known.reveal();
        return;
      }
      const title = nameOfPage(uri);
      const panel = vscode.window.createWebviewPanel('zoomlog.page', title, vscode.ViewColumn.Beside, {
        enableCommandUris: linkedCommands,
        enableFindWidget: true,
      });
      panels.set(uri, panel);
      panel.onDidDispose(() => {
        panels.delete(uri);
        fillings.delete(panel);
      });
      panel.onDidChangeViewState(() => {
        if (panel.visible) refill(uri, panel);
      });
      await fill(uri, panel);
    },
    dispose() {
      changes.dispose();
      for (const panel of panels.values()) panel.dispose();
    },
  };
}
